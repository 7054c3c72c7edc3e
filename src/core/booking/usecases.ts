// Booking a space: the house rules, then one checked write; a refusal comes back with what could be had instead.
import type { Database } from '../../db/open.ts';
import { type Refusal, refusalOf } from '../../db/refusal.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import { type Place, type Space, type SpaceKey, spaceOf } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import { claimsOfStay } from './free.ts';
import type {
  Booked,
  Booking,
  BookingChanges,
  BookingFailure,
  BookingRequest,
  DayAvailability,
  FreeTimes,
  RuleFailure,
  WriteFailure,
} from './model.ts';
import { type Asking, alternatives, type DayWindow, dayAvailability, dayByDefault, freeTimesOn } from './proposals.ts';
import { type Among, firstBroken, isAmong, whyNotChangeable, whyNotRestorable } from './rules.ts';
import {
  type Act,
  bookingById,
  bookingOfRequest,
  bookingsToCome,
  cancelBooking,
  insertBooking,
  othersAlongside,
  restoreBooking,
  updateBooking,
} from './store.ts';

export interface BookingRoom {
  /** `requestId`: the same twice is one booking, given again. */
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
    question: { readonly spaceKey: SpaceKey | undefined; readonly when: DayWindow | undefined },
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
    return booking?.memberId === actor.memberId ? booking : undefined;
  };

  const knownBooking = async (actor: Actor, id: number): Promise<Booking> => {
    const booking = await bookingById(db.prisma, scopeOf(actor), id);
    if (!booking) throw new Error(`booking ${id} was written, and is not there`);
    return booking;
  };

  const withAlternatives = async (request: BookingRequest, failure: RuleFailure | WriteFailure, asking: Asking) =>
    fail({ ...failure, spaceKey: request.spaceKey, alternatives: await alternatives(db, request, failure, asking) });

  const writeFailure = async (
    refusal: Refusal,
    { spaceKey, people, equipment }: BookingRequest,
    space: Space,
    actor: Actor,
  ): Promise<WriteFailure> => {
    switch (refusal.code) {
      case 'full': {
        const wanted = equipment.find(({ key }) => refusal.resourceKey === `${spaceKey}/${key}`);
        const { capacity, peak } = refusal;
        if (wanted)
          return {
            code: 'booking.equipment_taken',
            equipmentKey: wanted.key,
            count: wanted.count,
            free: Math.max(0, capacity - peak),
          };
        return space.use.by === 'seat'
          ? { code: 'booking.full', capacitySeats: capacity, peakSeats: peak, wantedSeats: people }
          : { code: 'booking.taken' };
      }
      case 'already':
        return { code: 'booking.already', booking: await knownBooking(actor, refusal.bookingId) };
      case 'over_quota':
        return { code: 'booking.over_quota', spaceKey, quotaPerWeek: refusal.quotaPerWeek, monday: refusal.monday };
      case 'below_taken':
        throw new Error('a booking lowers no capacity');
    }
  };

  /** The rules, then the write that `write` makes; what the database refuses becomes a failure with alternatives. */
  const attempt = async (
    request: BookingRequest,
    asking: Asking,
    write: (space: Space) => Promise<Booked>,
  ): Promise<Result<Booked | FreeTimes, BookingFailure>> => {
    const { place, actor, now } = asking;
    const space = spaceOf(place, request.spaceKey);
    if (!space || space.use.by === 'lease')
      return withAlternatives(request, { code: 'booking.leased', spaceKey: request.spaceKey }, asking);
    const broken = firstBroken(request, { place, space, policy: space.use.policy, actor, now });
    const showsFreeTimes =
      request.bareDay &&
      space.use.by === 'whole' &&
      (!broken || broken.code === 'booking.too_long' || broken.code === 'booking.off_step');
    if (showsFreeTimes) return ok(await freeTimesOn(db, space, request.start.toPlainDate(), asking));
    if (broken) return withAlternatives(request, broken, asking);
    try {
      return ok(await retrying(() => write(space)));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return withAlternatives(request, await writeFailure(refusal, request, space, actor), asking);
    }
  };

  const booked = async (actor: Actor, id: number): Promise<Booked> => {
    const booking = await knownBooking(actor, id);
    return { kind: 'booked', booking, others: await othersAlongside(db.prisma, actor.placeId, booking) };
  };

  return {
    book: (actor, request, requestId) => {
      const asking = askingOf(actor);
      const { spaceKey, start, end, people, equipment, purpose } = request;
      return attempt(request, asking, async (space) => {
        const claims = claimsOfStay(asking.place, space, request);
        const written = await insertBooking(
          db.prisma,
          actOf(actor, asking, requestId),
          request,
          space.use.by === 'whole',
          claims,
        );
        if (!written) {
          const first = await bookingOfRequest(db.prisma, scopeOf(actor), requestId);
          if (first?.memberId !== actor.memberId) throw new Error('a request of that id did something else');
          return booked(actor, first.id);
        }
        const booking = {
          id: written.id,
          memberId: actor.memberId,
          spaceKey,
          start,
          end,
          people,
          equipment,
          purpose,
          cancelledAt: undefined,
          sequence: 0,
        };
        return { kind: 'booked', booking, others: written.others };
      });
    },

    change: async (actor, id, changes, requestId) => {
      const asking = askingOf(actor, id);
      const booking = await owned(actor, id);
      if (!booking) return fail({ code: 'booking.not_found' });
      const blocked = whyNotChangeable(booking, spaceOf(asking.place, booking.spaceKey), asking.now);
      if (blocked) return fail(blocked);
      const { spaceKey, when, people, equipment, purpose } = changes;
      const request: BookingRequest = {
        spaceKey: spaceKey ?? booking.spaceKey,
        ...(when ?? { start: booking.start, end: booking.end, bareDay: false }),
        people: people ?? booking.people,
        // Another space has other equipment: it is asked again, not carried over.
        equipment: equipment ?? (spaceKey === undefined || spaceKey === booking.spaceKey ? booking.equipment : []),
        // Emptied on purpose, or not touched.
        purpose: purpose === '' ? undefined : (purpose ?? booking.purpose),
      };
      return attempt(request, asking, async (space) => {
        const claims = claimsOfStay(asking.place, space, request);
        await updateBooking(db.prisma, actOf(actor, asking, requestId), id, request, space.use.by === 'whole', claims);
        return booked(actor, id);
      });
    },

    cancel: async (actor, id, requestId) => {
      const asking = askingOf(actor);
      const booking = await owned(actor, id);
      if (!booking) return fail({ code: 'booking.not_found' });
      const blocked = whyNotChangeable(booking, spaceOf(asking.place, booking.spaceKey), asking.now);
      if (blocked) return fail(blocked);
      const done = await retrying(() => cancelBooking(db.prisma, actOf(actor, asking, requestId), id));
      return done
        ? ok({ ...booking, cancelledAt: asking.now.toInstant() })
        : fail({ code: 'booking.already_cancelled', booking });
    },

    restore: async (actor, id, requestId) => {
      const asking = askingOf(actor, id);
      const booking = await owned(actor, id);
      if (!booking) return fail({ code: 'booking.not_found' });
      const blocked = whyNotRestorable(booking, asking.now);
      if (blocked) return fail(blocked);
      const space = spaceOf(asking.place, booking.spaceKey);
      if (!space) return fail({ code: 'booking.not_found' });
      try {
        await retrying(() => restoreBooking(db.prisma, actOf(actor, asking, requestId), id));
        return ok(await booked(actor, id));
      } catch (error) {
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        const request = { ...booking, bareDay: false };
        return withAlternatives(request, await writeFailure(refusal, request, space, actor), asking);
      }
    },

    find: async (actor, id) => {
      const booking = await owned(actor, id);
      return booking ? ok(booking) : fail({ code: 'booking.not_found' });
    },

    toCome: async (actor, among = {}) => {
      const all = await bookingsToCome(db.prisma, scopeOf(actor), actor.memberId, clock.now());
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
