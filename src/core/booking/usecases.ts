// Booking a space, changing one's mind, and seeing what is free.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import { type Place, type SpaceKey, spaceOf } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Act } from './act.ts';
import { attempt, written } from './attempt.ts';
import type { Window } from './availability.ts';
import { attemptChange, standing } from './change.ts';
import { type Among, askedFor, isAmong, isTheirs, whyNotChangeable, whyNotRestorable } from './changes.ts';
import { claimsOfStay } from './free.ts';
import { insertBooking } from './making.ts';
import type {
  Booked,
  Booking,
  BookingChanges,
  BookingFailure,
  BookingRequest,
  DayAvailability,
  FreeTimes,
} from './model.ts';
import { type Asking, dayAvailability, dayByDefault } from './proposals.ts';
import { approvalOf } from './rules.ts';
import { bookingById, bookingOfRequest, bookingsFrom, cancelBooking, restoreBooking, wasCarriedOut } from './store.ts';

export interface BookingRoom {
  /** `requestId`, here and below: the same twice is done once, and answered again. */
  book(actor: Actor, request: BookingRequest, requestId: string): Promise<Result<Booked | FreeTimes, BookingFailure>>;
  /** The old times are kept until the new ones are certain. */
  change(
    actor: Actor,
    id: number,
    changes: BookingChanges,
    requestId: string,
  ): Promise<Result<Booked | FreeTimes, BookingFailure>>;
  cancel(actor: Actor, id: number, requestId: string): Promise<Result<Booking, BookingFailure>>;
  restore(actor: Actor, id: number, requestId: string): Promise<Result<Booked, BookingFailure>>;
  /** One of the actor's own; someone else's is not found. */
  find(actor: Actor, id: number): Promise<Result<Booking, BookingFailure>>;
  /** The actor's, not ended, not cancelled, by start; in one space or at some time only, if they say so. */
  toCome(actor: Actor, among?: Among): Promise<readonly Booking[]>;
  /** What is free over one day, or between two of its hours; by default today, or the next open day once today's is over. */
  available(
    actor: Actor,
    question: { readonly spaceKey: SpaceKey | undefined; readonly when: Window | undefined },
  ): Promise<DayAvailability>;
}

export interface BookingParts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

export const createBooking = ({ db, places, clock }: BookingParts): BookingRoom => {
  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  const askingOf = (actor: Actor, except?: number): Asking => {
    const place = placeOf(actor);
    return { place, actor, now: clock.now().toZonedDateTimeISO(place.timeZone), except };
  };

  const scopeOf = (actor: Actor) => ({ placeId: actor.placeId, timeZone: placeOf(actor).timeZone });

  const actOf = ({ memberId, placeId }: Actor, { now }: Asking, requestId: string): Act => ({
    memberId,
    placeId,
    requestId,
    now: now.toInstant(),
  });

  const owned = async (actor: Actor, id: number): Promise<Booking | undefined> => {
    const booking = await bookingById(db.prisma, scopeOf(actor), id);
    return booking && isTheirs(booking, actor) ? booking : undefined;
  };

  const book: BookingRoom['book'] = (actor, wanted, requestId) => {
    if (wanted.guestName !== undefined && !holds(actor, 'animation'))
      return Promise.resolve(fail({ code: 'booking.for_someone_else' }));
    const request = askedFor(wanted);
    const asking = askingOf(actor);
    const act = actOf(actor, asking, requestId);
    const before = async () => {
      const booking = await bookingOfRequest(db.prisma, scopeOf(actor), act);
      return booking && standing(db, booking);
    };
    return attempt(db, request, asking, {
      before,
      write: async (space) => {
        const claims = claimsOfStay(asking.place, space, request);
        const approval = approvalOf(space, actor, request);
        const made = await insertBooking(db.direct, act, request, { claims, approval });
        if (made) return ok({ kind: 'booked', ...made });
        const first = await before();
        if (!first) throw new Error('a request of that id did something else');
        return first;
      },
    });
  };

  const change: BookingRoom['change'] = async (actor, id, changes, requestId) => {
    const asking = askingOf(actor, id);
    const act = actOf(actor, asking, requestId);
    const booking = await owned(actor, id);
    if (!booking) return fail({ code: 'booking.not_found' });
    const blocked = whyNotChangeable(booking, spaceOf(asking.place, booking.spaceKey), asking.now);
    if (blocked) return fail(blocked);
    const outcome = await attemptChange(db, booking, changes, { asking, act });
    return outcome === 'rival' ? change(actor, id, changes, requestId) : outcome;
  };

  const cancel: BookingRoom['cancel'] = async (actor, id, requestId) => {
    const asking = askingOf(actor);
    const act = actOf(actor, asking, requestId);
    const booking = await owned(actor, id);
    if (!booking) return fail({ code: 'booking.not_found' });
    const blocked = whyNotChangeable(booking, spaceOf(asking.place, booking.spaceKey), asking.now);
    if (blocked) return booking.cancelledAt && (await wasCarriedOut(db.prisma, act)) ? ok(booking) : fail(blocked);
    const done = await retrying(() => cancelBooking(db, act, id));
    const now = (await owned(actor, id)) ?? booking;
    return done === 'nothing' ? fail({ code: 'booking.already_cancelled', booking: now }) : ok(now);
  };

  const restore: BookingRoom['restore'] = async (actor, id, requestId) => {
    const asking = askingOf(actor, id);
    const act = actOf(actor, asking, requestId);
    const booking = await owned(actor, id);
    if (!booking) return fail({ code: 'booking.not_found' });
    const blocked = whyNotRestorable(booking, asking.now);
    if (blocked)
      return !booking.cancelledAt && (await wasCarriedOut(db.prisma, act)) ? standing(db, booking) : fail(blocked);
    const space = spaceOf(asking.place, booking.spaceKey);
    if (!space) return fail({ code: 'booking.not_found' });
    return written(db, { ...booking, bareDay: false }, space, asking, async () => {
      await restoreBooking(db, act, id);
      return standing(db, await owned(actor, id));
    });
  };

  return {
    book,
    change,
    cancel,
    restore,

    find: async (actor, id) => {
      const booking = await owned(actor, id);
      return booking ? ok(booking) : fail({ code: 'booking.not_found' });
    },

    toCome: async (actor, among = {}) => {
      const all = await bookingsFrom(db.prisma, scopeOf(actor), actor.memberId, clock.now());
      return all.filter((booking) => isAmong(booking, among));
    },

    available: (actor, { spaceKey, when }) => {
      const asking = askingOf(actor);
      const spaces = asking.place.spaces.filter(
        ({ key, use }) => use.by !== 'lease' && (spaceKey === undefined || key === spaceKey),
      );
      return dayAvailability(db, spaces, when ?? dayByDefault(asking, spaces), asking);
    },
  };
};
