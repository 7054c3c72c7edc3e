// Cancelling and bringing back the occurrences of a series together: each that can be is, in one transaction, and the
// others are told.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { spaceOf } from '../../place/model.ts';
import { whyNotChangeable, whyNotRestorable } from '../booking/changes.ts';
import type { Booking, BookingFailure } from '../booking/model.ts';
import { wasCarriedOut } from '../booking/store.ts';
import type { Impossible, OccurrenceFailure, Reach, SeriesDone, SeriesFailure } from './model.ts';
import { sortedOut, standsInTheWay } from './rules.ts';
import { type Asking, actOf, reachedBy, standingFor } from './standing.ts';
import { cancelTogether, lockForChange, restoreTogether } from './store.ts';

export type Changed = Result<SeriesDone, SeriesFailure | BookingFailure>;

/** Prisma's own are for short transactions: one that waits for its turn at a busy room may need more. */
export const PATIENCE = { maxWait: 10_000, timeout: 20_000 } as const;

export interface Sorted<B extends Booking = Booking> {
  readonly possible: readonly B[];
  readonly impossible: readonly Impossible[];
}

const impossibleOf = ({ request, failure }: { readonly request: Booking; readonly failure: OccurrenceFailure }) => ({
  stay: request,
  failure,
});

/** Those that are not over, each with what forbids it, if something does. */
export const changeable = ({ place, now }: Asking, bookings: readonly Booking[]): Sorted => {
  const toCome = bookings.filter(
    ({ cancelledAt, end }) => cancelledAt === undefined && Temporal.ZonedDateTime.compare(now, end) < 0,
  );
  const judged = toCome.map((booking) => ({
    booking,
    failure: whyNotChangeable(booking, spaceOf(place, booking.spaceKey), now),
  }));
  return {
    possible: judged.filter(({ failure }) => failure === undefined).map(({ booking }) => booking),
    impossible: judged.flatMap(({ booking, failure }) =>
      failure === undefined ? [] : [{ stay: booking, failure: failure as OccurrenceFailure }],
    ),
  };
};

/** Nothing was done: there was nothing to do it to, or each of them forbids it. */
export const none = (bookings: readonly Booking[], anchor: Booking, impossible: readonly Impossible[]): Changed =>
  impossible.length === 0 && bookings.every(({ cancelledAt }) => cancelledAt !== undefined)
    ? fail({ code: 'booking.already_cancelled', booking: anchor })
    : fail({ code: 'series.none', impossible });

export const cancelReached = (
  db: Database,
  asking: Asking,
  { id, reach, requestId }: { readonly id: number; readonly reach: Reach; readonly requestId: string },
): Promise<Changed> => {
  const act = actOf(asking, requestId);
  return retrying(() =>
    db.prisma.$transaction(async (tx) => {
      const seen = await reachedBy(tx, asking, id, reach);
      if (!seen.ok) return seen;
      await lockForChange(tx, act, seen.value.bookings, []);
      const found = await reachedBy(tx, asking, id, reach);
      if (!found.ok) return found;
      const { anchor, bookings } = found.value;
      if (await wasCarriedOut(tx, act))
        return ok({ bookings: bookings.filter(({ cancelledAt }) => cancelledAt !== undefined), impossible: [] });
      const { possible, impossible } = changeable(asking, bookings);
      if (possible.length === 0) return none(bookings, anchor, impossible);
      await cancelTogether(tx, act, possible);
      const cancelled = possible.map((booking) => ({
        ...booking,
        cancelledAt: act.now,
        sequence: booking.sequence + 1,
      }));
      return ok({ bookings: cancelled, impossible });
    }, PATIENCE),
  );
};

/** Those that were cancelled together with this one, each if its place is still free. */
export const restoreTogetherWith = (db: Database, asking: Asking, id: number, requestId: string): Promise<Changed> => {
  const act = actOf(asking, requestId);
  return retrying(() =>
    db.prisma.$transaction(async (tx) => {
      const seen = await reachedBy(tx, asking, id, { is: 'all' });
      if (!seen.ok) return seen;
      await lockForChange(tx, act, seen.value.bookings, []);
      const found = await reachedBy(tx, asking, id, { is: 'all' });
      if (!found.ok) return found;
      const { anchor, bookings } = found.value;
      if (await wasCarriedOut(tx, act))
        return ok({ bookings: bookings.filter(({ cancelledAt }) => cancelledAt === undefined), impossible: [] });
      const blocked = whyNotRestorable(anchor, asking.now);
      if (blocked) return fail(blocked);
      const together = bookings
        .filter(({ cancelledAt }) => anchor.cancelledAt && cancelledAt?.equals(anchor.cancelledAt))
        .filter((booking) => whyNotRestorable(booking, asking.now) === undefined)
        .map((booking) => ({ ...booking, bareDay: false }));
      const sorted = sortedOut(together, await standingFor(tx, asking, together), standsInTheWay);
      const impossible = sorted.impossible.map(impossibleOf);
      if (sorted.possible.length === 0) return fail({ code: 'series.none', impossible });
      await restoreTogether(tx, act, sorted.possible);
      const restored = sorted.possible.map(({ bareDay: _, ...booking }) => ({
        ...booking,
        cancelledAt: undefined,
        sequence: booking.sequence + 1,
      }));
      return ok({ bookings: restored, impossible });
    }, PATIENCE),
  );
};
