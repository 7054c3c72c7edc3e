// A member's booking in the hands of the staff: they look at it, which is written down, and move it, which its person is
// told with the reason. To take it back is an act whose impact is shown first (effect.ts).
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { attemptChange } from '../booking/change.ts';
import { whyNotChangeable } from '../booking/changes.ts';
import type { Booked, Booking, BookingChanges, BookingFailure, FreeTimes } from '../booking/model.ts';
import { bookingById, updateBookingIn } from '../booking/store.ts';
import type { Delivery } from '../deliveries/model.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { notice } from '../impact/notices.ts';
import { among, type NamedBooking, namedBookings } from '../impact/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import type { HandlingFailure, Moved } from './model.ts';
import { noteLookAt } from './store.ts';

type Failure = BookingFailure | HandlingFailure | PeopleFailure;

export interface HandlingRoom {
  /** With its person's name; that the actor looked is written down. */
  look(actor: Actor, id: number): Promise<Result<NamedBooking, Failure>>;
  /** The old times are kept until the new ones are certain; its person is told why in the same transaction. */
  move(
    actor: Actor,
    id: number,
    changes: BookingChanges,
    said: { readonly because: string; readonly requestId: string },
  ): Promise<Result<Booked | FreeTimes, Failure>>;
  /** What its person is told; undefined: it was changed or cancelled since. */
  movedOf(delivery: Delivery): Promise<Moved | undefined>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Which change it tells, and from when the booking was moved. */
const keyOf = ({ id, sequence, start }: Booking): string =>
  `booking ${id} moved, ${sequence + 1}, ${start.toInstant()}`;

export const createHandling = ({ db, clock, places }: Parts): HandlingRoom => {
  const placeOf = (placeId: string): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  const scopeOf = (placeId: string) => ({ placeId, timeZone: placeOf(placeId).timeZone });

  const move: HandlingRoom['move'] = async (actor, id, changes, said) => {
    const refused = notOfStaff(actor);
    if (refused) return fail(refused);
    const place = placeOf(actor.placeId);
    const booking = await bookingById(db.prisma, scopeOf(actor.placeId), id);
    if (!booking) return fail({ code: 'booking.not_found' });
    const asking = { place, actor, now: clock.now().toZonedDateTimeISO(place.timeZone), except: id };
    // The space's deadline is for its person; the staff may until it begins.
    const blocked = whyNotChangeable(booking, undefined, asking.now);
    if (blocked) return fail(blocked);
    const now = asking.now.toInstant();
    const act = { placeId: place.id, memberId: actor.memberId, requestId: said.requestId, now };
    const outcome = await attemptChange(db, booking, changes, {
      asking,
      act,
      update: (request, wanted) =>
        db.prisma.$transaction(async (tx) => {
          const written = await updateBookingIn(tx, act, booking, request, { ...wanted, because: said.because });
          const isTold = written === 'done' && booking.memberId !== actor.memberId && booking.guest === undefined;
          const told = { ...booking, end: request.end };
          if (isTold)
            await insertPlanned(tx, [notice(place, told, { key: keyOf(booking), kind: 'booking.moved', now })], now);
          return written;
        }),
    });
    if (outcome === 'rival') return move(actor, id, changes, said);
    return !outcome.ok && outcome.error.code === 'booking.already'
      ? fail({ code: 'handling.already', booking: outcome.error.booking })
      : outcome;
  };

  return {
    look: async (actor, id) => {
      const { placeId, memberId } = actor;
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      const [named] = await namedBookings(db.prisma, scopeOf(placeId), among([id]));
      if (!named) return fail({ code: 'booking.not_found' });
      await noteLookAt(db.prisma, { placeId, memberId, bookingId: id, now: clock.now() });
      return ok(named);
    },

    move,

    movedOf: async ({ placeId, subjectId, key }) => {
      const [, sequence, from] = key.split(', ');
      const booking = await bookingById(db.prisma, scopeOf(placeId), subjectId);
      if (!booking || booking.cancelledAt || from === undefined || booking.sequence !== Number(sequence))
        return undefined;
      const before = Temporal.Instant.from(from).toZonedDateTimeISO(scopeOf(placeId).timeZone);
      return { booking, reason: booking.movedBecause ?? '', from: before };
    },
  };
};
