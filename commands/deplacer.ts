// Moving a booking in words: the old times are kept until the new ones are certain.
import { type Call, defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { readAfter } from '../src/chat/options/after.ts';
import { between } from '../src/chat/options/between.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { eachOf } from '../src/chat/options/each.ts';
import { destination, type Move, move } from '../src/chat/options/move.ts';
import { space } from '../src/chat/options/space.ts';
import { exactly, spanOf } from '../src/chat/options/when.ts';
import type { Booking } from '../src/core/booking/model.ts';
import { bookedReply, noneMatchesReply, refusedReply, titles } from '../src/messages/booking.fr.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { whichSeriesToMoveReply, whichToMoveReply } from '../src/messages/series.fr.ts';
import type { Reply } from '../src/reply/tree.ts';
import { valuesOf } from './booking-values.ts';
import { shift } from './decaler.ts';
import { reachOption } from './series.ts';
import { offeringToWait } from './waiting.ts';

const SERIES = /^(?:series?|seances?|suivantes?|lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches)$/;

/** « du 24 au 26 » is from where to where, unless a series is spoken of. */
const entre = between('Entre deux dates, pour une série', ({ tokens }) => tokens.some(({ word }) => SERIES.test(word)));

const options = {
  // « suivantes » is a word of time, too, and a stretch of days is no destination.
  vers: readAfter(move('De quand à quand'), reachOption, entre),
  portee: optional(reachOption),
  entre: optional(entre),
  espace: optional(space('Dans quel espace')),
  reservation: optional(bookingNumber('Numéro de la réservation')),
};

type Asked = Call<typeof options>;

const CHANGE = 'reservations modifier';

export const deplacer = defineCommand({
  name: 'deplacer',
  summary: 'Déplacer une réservation, en le disant',
  title: 'Déplacer',
  access: 'membre',
  audience: 'asker',
  options,
  examples: [
    'demain à jeudi 14h',
    '12 jeudi 14h-16h',
    'coworking demain à vendredi',
    'la série au jeudi',
    'mes mardis au jeudi même heure',
  ],
  said: [
    'déplace',
    'déplacer',
    'déplacez',
    'décale',
    'décaler',
    'décalez',
    'reporte',
    'reporter',
    'reportez',
    'passe mes',
    'passe ma',
    'passe la',
    'passer mes',
    'passer ma',
    'passer la',
    'passez mes',
    'passez ma',
    'passez la',
  ],

  async run(call) {
    const { args, actor, core, place, line } = call;
    const { portee, entre } = args;
    if (portee !== undefined || entre !== undefined || args.vers.each !== undefined) return eachMoved(call);
    if (args.reservation !== undefined) {
      const found = await core.booking.find(actor, args.reservation);
      return found.ok ? moved(call, found.value) : refuse(found.error, place);
    }
    const during = args.vers.from && spanOf(args.vers.from);
    const bookings = await core.booking.toCome(actor, { spaceKey: args.espace, during });
    const [only] = bookings;
    if (!only) return noneMatchesReply(place, await core.booking.toCome(actor));
    return bookings.length === 1
      ? moved(call, only)
      : whichToMoveReply(place, bookings, (booking) =>
          line(CHANGE, { reservation: booking.id, quand: exactly(destination(booking, args.vers)) }),
        );
  },
});

/** « la série au jeudi », « mes mardis au jeudi »: the occurrences of the one series that is meant. */
const eachMoved = async (call: Asked): Promise<Reply> => {
  const { args, actor, core, place, line } = call;
  const { portee, entre, espace, reservation } = args;
  const read = eachOf(args.vers, '');
  if (!read.ok) return refuse(read.error, place);
  const vers = read.value;
  const asked = (id: number) =>
    ({ reservation: id, portee: portee ?? 'serie', entre, vers, accord: undefined }) as const;
  if (reservation !== undefined) return shift(call, asked(reservation));
  const toCome = await core.booking.toCome(actor, { spaceKey: espace });
  const meant = toCome.filter(
    ({ seriesId, start }) => seriesId !== undefined && (vers.of === undefined || start.dayOfWeek === vers.of),
  );
  const series = [...Map.groupBy(meant, ({ seriesId }) => seriesId).values()];
  const [only] = series;
  if (!only?.[0]) return noneMatchesReply(place, toCome);
  return series.length === 1
    ? shift(call, asked(only[0].id))
    : whichSeriesToMoveReply(place, series, ({ id }) => line('reservations decaler', asked(id)));
};

const moved = async (call: Asked, booking: Booking): Promise<Reply> => {
  const { args, actor, core, place, requestId, line } = call;
  const changeTo = (to: Parameters<typeof exactly>[0]) => line(CHANGE, { reservation: booking.id, quand: exactly(to) });
  const goes = destination(booking, args.vers);
  const changes = { when: { ...goes, bareDay: false }, ...UNCHANGED };
  const outcome = await core.booking.change(actor, booking.id, changes, requestId);
  if (!outcome.ok) {
    const refused = refusedReply(
      place,
      outcome.error,
      (stay) => line(CHANGE, { reservation: booking.id, espace: stay.spaceKey, quand: exactly(stay) }),
      (other) => line(CHANGE, valuesOf(other)),
    );
    const wish = line('liste deplacer', { ...valuesOf(booking), quand: exactly(goes) });
    return offeringToWait(refused, outcome.error, { bareDay: false, wish });
  }
  // Hours were given: there is nothing to choose among.
  if (outcome.value.kind === 'free_times') throw new Error('a booking with hours was answered by a choice of hours');
  const now = outcome.value.booking;
  const other = otherOf(booking, args.vers);
  return bookedReply(place, outcome.value, {
    title: titles.changed,
    changeLine: line(CHANGE, valuesOf(now)),
    otherReading: other && { stay: { ...other, spaceKey: now.spaceKey }, line: changeTo(other) },
  });
};

const UNCHANGED = { spaceKey: undefined, people: undefined, equipment: undefined, purpose: undefined } as const;

const otherOf = (booking: Booking, { otherTo, sameDay }: Move) =>
  otherTo && destination(booking, { to: otherTo, sameDay });
