import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { destination, move } from '../../src/chat/options/move.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { space } from '../../src/chat/options/space.ts';
import { exactly, slotOf } from '../../src/chat/options/when.ts';
import type { Booking, Stay } from '../../src/core/booking/model.ts';
import { freeTimesReply, refusedReply } from '../../src/messages/booking.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { handledReply, movedByStaffReply } from '../../src/messages/handling.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';
import { proposed } from './fermetures.ts';

const number = bookingNumber('Numéro de la réservation');

export const reservation = defineCommand({
  name: 'reservation',
  summary: 'Voir une réservation, et agir à la place de la personne',
  access: 'animation',
  audience: 'asker',
  title: 'Une réservation',
  options: { reservation: number },
  examples: ['12'],

  async run({ args, actor, core, place }) {
    const found = await core.staff.handling.look(actor, args.reservation);
    return found.ok ? handledReply(place, found.value) : refuse(found.error, place);
  },
});

const moveOptions = {
  reservation: number,
  vers: move('Vers quel jour, quelle heure'),
  espace: optional(space('Vers quel espace')),
  motif: optional(rest('Pourquoi (la personne le lira)')),
};

const moved = async (call: Call<typeof moveOptions>, booking: Booking, because: string): Promise<Reply> => {
  const { args, actor, core, place, requestId, lineWith, line } = call;
  const changes = {
    spaceKey: args.espace,
    when: { ...destination(booking, args.vers), bareDay: false },
    people: undefined,
    equipment: undefined,
    purpose: undefined,
  };
  const outcome = await core.staff.handling.move(actor, booking.id, changes, { because, requestId });
  const askFor = (stay: Stay) =>
    lineWith({ espace: stay.spaceKey, vers: { ...args.vers, to: slotOf(exactly(stay)), sameDay: false } });
  if (outcome.ok)
    return outcome.value.kind === 'free_times'
      ? freeTimesReply(place, outcome.value, askFor)
      : movedByStaffReply(place, outcome.value.booking, {
          isTold: booking.memberId !== actor.memberId && booking.guest === undefined,
        });
  const { error } = outcome;
  return error.code === 'handling.already' || error.code === 'people.not_allowed'
    ? refuse(error, place)
    : refusedReply(place, error, askFor, ({ id }) => line('equipe reservation', { reservation: id }));
};

export const deplacer = defineCommand({
  name: 'deplacer',
  summary: 'Déplacer la réservation de quelqu’un',
  title: 'Déplacer',
  access: 'animation',
  audience: 'asker',
  options: moveOptions,
  examples: ['12 jeudi 14h-16h — travaux de peinture'],

  async run(call) {
    const { args, actor, core, place } = call;
    if (args.motif === undefined) return refuse({ code: 'staff.reason_needed' }, place);
    const found = await core.staff.handling.look(actor, args.reservation);
    return found.ok ? moved(call, found.value.booking, args.motif) : refuse(found.error, place);
  },
});

export const annuler = defineCommand({
  name: 'annuler',
  summary: 'Annuler la réservation de quelqu’un',
  title: 'Annuler',
  access: 'animation',
  audience: 'asker',
  options: { reservation: number, motif: rest('Pourquoi (la personne le lira)') },
  examples: ['12 — travaux de peinture'],

  run: (call) => proposed(call, { act: 'withdraw', bookingId: call.args.reservation, reason: call.args.motif }),
});
