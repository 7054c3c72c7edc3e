import { type Call, defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { space } from '../src/chat/options/space.ts';
import { spanOf, whens } from '../src/chat/options/when.ts';
import type { Booking } from '../src/core/booking/model.ts';
import type { Reach } from '../src/core/series/model.ts';
import { cancelledReply, noneMatchesReply, whichToCancelReply } from '../src/messages/booking.fr.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { howMuchToCancelReply, noneDoneBlocks, seriesCancelledReply } from '../src/messages/series.fr.ts';
import type { Reply } from '../src/reply/tree.ts';
import { reachOf, reachOption } from './series.ts';

const options = {
  // First: « suivantes » is a word of time, too.
  portee: optional(reachOption),
  espace: optional(space('Dans quel espace')),
  quand: optional(whens('De quel jour')),
  reservation: optional(bookingNumber('Numéro de la réservation')),
};

type Asked = Call<typeof options>;

export const annuler = defineCommand({
  name: 'annuler',
  summary: 'Annuler une réservation',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['', 'demain', 'coworking jeudi', '12 suivantes', 'serie du 1er au 15 mars'],
  said: [
    'annule',
    'annuler',
    'annulez',
    'annulation',
    'supprime',
    'supprimer',
    'j’annule',
    'décommande',
    'je ne viens plus',
    'je ne viendrai pas',
    'je ne peux pas venir',
    'je ne peux plus venir',
    'je ne pourrai pas venir',
  ],

  async run(call) {
    const { args, actor, core, place } = call;
    if (args.reservation !== undefined) return byNumber(call, args.reservation);
    const during = args.quand && spanOf(args.quand);
    const bookings = await core.booking.toCome(actor, { spaceKey: args.espace, during });
    const [first] = bookings;
    if (!first) return noneMatchesReply(place, await core.booking.toCome(actor));
    const isOneSeries = first.seriesId !== undefined && bookings.every(({ seriesId }) => seriesId === first.seriesId);
    if (isOneSeries && args.portee !== undefined) return byNumber(call, first.id);
    const isNamed = args.espace !== undefined || during !== undefined;
    return bookings.length === 1 && isNamed ? byNumber(call, first.id) : whichToCancelReply(place, bookings);
  },
});

/** Between two dates, when some are said with the whole series. */
const reached = ({ args: { portee, quand } }: Asked): Reach =>
  portee === 'serie' && quand ? { is: 'between', ...spanOf(quand) } : reachOf(portee);

const byNumber = async (call: Asked, id: number): Promise<Reply> => {
  const { args, actor, core, place } = call;
  if (args.portee !== undefined && args.portee !== 'seance') return together(call, id);
  if (args.portee === undefined) {
    const found = await core.booking.find(actor, id);
    const toCome = found.ok ? await othersToCome(call, found.value) : [];
    if (found.ok && toCome.length > 1) return howMuchToCancelReply(place, found.value, toCome);
  }
  const outcome = await core.booking.cancel(actor, id, call.requestId);
  return outcome.ok ? cancelledReply(place, outcome.value) : refuse(outcome.error, place);
};

/** Of its series, itself included; none when it stands alone, or is cancelled. */
const othersToCome = async ({ actor, core }: Asked, booking: Booking): Promise<readonly Booking[]> =>
  booking.seriesId === undefined || booking.cancelledAt !== undefined
    ? []
    : (await core.booking.toCome(actor)).filter(({ seriesId }) => seriesId === booking.seriesId);

const together = async (call: Asked, id: number): Promise<Reply> => {
  const { actor, core, place, requestId } = call;
  const outcome = await core.series.cancel(actor, id, reached(call), requestId);
  if (outcome.ok) return seriesCancelledReply(place, outcome.value);
  const { error } = outcome;
  return refuse(error, place, ...('impossible' in error ? noneDoneBlocks(error.impossible) : []));
};
