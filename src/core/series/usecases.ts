// Several bookings at once: what could be had of them, then all of that in one transaction; and what is done to one of
// them, to those that follow, or to all.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { askedFor } from '../booking/changes.ts';
import type { Booking, BookingFailure, BookingRequest } from '../booking/model.ts';
import { wasCarriedOut } from '../booking/store.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { type Changed, cancelReached, PATIENCE, restoreTogetherWith } from './changes.ts';
import type { NewTimes, Reach, SeriesCheck, SeriesFailure, SeriesRequest } from './model.ts';
import { moveReached, movesOf } from './moves.ts';
import { MOST_OCCURRENCES, requestsOf, type SortedOut, sortedOut } from './rules.ts';
import {
  type Asking,
  actOf,
  agreementFor,
  agreementOn,
  claimsOfAll,
  reachedBy,
  scopeOf,
  standingFor,
  takingOf,
} from './standing.ts';
import { bookingsOfSeries, insertSeries, lockForBooking, seriesOfRequest } from './store.ts';

export interface SeriesRoom {
  /** What could be had now of what is asked; nothing is written. */
  check(actor: Actor, request: SeriesRequest): Promise<Result<SeriesCheck, SeriesFailure>>;
  /** Checks again, and books all that can be. `requestId`, here and below: the same twice is done once, and answered again. */
  book(actor: Actor, request: SeriesRequest, requestId: string): Promise<Changed>;
  /** All the occurrences of a booking's series, cancelled ones too, by start; a booking alone is its own. */
  occurrences(actor: Actor, id: number): Promise<Result<readonly Booking[], BookingFailure>>;
  cancel(actor: Actor, id: number, reach: Reach, requestId: string): Promise<Changed>;
  /** Those that were cancelled together with this one, each if its place is still free. */
  restore(actor: Actor, id: number, requestId: string): Promise<Changed>;
  checkMove(actor: Actor, id: number, reach: Reach, times: NewTimes): Promise<Result<SeriesCheck, BookingFailure>>;
  /** Another weekday, other hours, or both; those that cannot move stay where they are. */
  move(actor: Actor, id: number, reach: Reach, times: NewTimes, requestId: string): Promise<Changed>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

const checkOf = (asking: Asking, { possible, impossible }: SortedOut): SeriesCheck => ({
  possible,
  impossible: impossible.map(({ request, failure }) => ({ stay: request, failure })),
  needs: agreementOn(asking, possible),
});

const refusalOf = (actor: Actor, { occurrences: { length }, guestName }: SeriesRequest): SeriesFailure | undefined => {
  if (guestName !== undefined && !holds(actor, 'animation')) return { code: 'booking.for_someone_else' };
  return length > MOST_OCCURRENCES ? { code: 'series.too_many', count: length, most: MOST_OCCURRENCES } : undefined;
};

export const createSeries = ({ db, places, clock }: Parts): SeriesRoom => {
  const askingOf = (actor: Actor): Asking => {
    const place = places.get(actor.placeId);
    if (!place) throw new Error(`a member of ${actor.placeId}, a place that is not served`);
    return { place, actor, now: clock.now().toZonedDateTimeISO(place.timeZone) };
  };

  const asked = (request: SeriesRequest): readonly BookingRequest[] => requestsOf(request).map(askedFor);

  return {
    check: async (actor, request) => {
      const refused = refusalOf(actor, request);
      if (refused) return fail(refused);
      const [asking, requests] = [askingOf(actor), asked(request)];
      return ok(checkOf(asking, sortedOut(requests, await standingFor(db.direct, asking, requests))));
    },

    book: async (actor, request, requestId) => {
      const refused = refusalOf(actor, request);
      if (refused) return fail(refused);
      const asking = askingOf(actor);
      const { place } = asking;
      const act = actOf(asking, requestId);
      const requests = asked(request);
      return retrying(() =>
        db.prisma.$transaction(async (tx) => {
          await lockForBooking(tx, act, claimsOfAll(place, requests));
          const written = async (id: number): Promise<readonly Booking[]> =>
            bookingsOfSeries(tx, scopeOf(asking), id, actor.memberId);
          if (await wasCarriedOut(tx, act)) {
            const before = await seriesOfRequest(tx, act);
            if (before === undefined) throw new Error('a request of that id did something else');
            const bookings = await written(before);
            return ok({ bookings: bookings.filter(({ cancelledAt }) => cancelledAt === undefined), impossible: [] });
          }
          const sorted = sortedOut(requests, await standingFor(tx, asking, requests));
          const { impossible } = checkOf(asking, sorted);
          if (sorted.possible.length === 0) return fail({ code: 'series.none', impossible });
          const takings = sorted.possible.map((each) => ({
            ...takingOf(place, each),
            approval: agreementFor(asking, each),
          }));
          return ok({ bookings: await written(await insertSeries(tx, act, request, takings)), impossible });
        }, PATIENCE),
      );
    },

    occurrences: async (actor, id) => {
      const found = await reachedBy(db.direct, askingOf(actor), id, { is: 'all' });
      return found.ok ? ok(found.value.bookings) : found;
    },

    cancel: (actor, id, reach, requestId) => cancelReached(db, askingOf(actor), { id, reach, requestId }),
    restore: (actor, id, requestId) => restoreTogetherWith(db, askingOf(actor), id, requestId),

    checkMove: async (actor, id, reach, times) => movesOf(db.direct, askingOf(actor), { id, reach, times }),
    move: (actor, id, reach, times, requestId) => moveReached(db, askingOf(actor), { id, reach, times }, requestId),
  };
};
