// What is done together to the occurrences of a series: each that can be is, in one transaction, and the others are told.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { spaceOf } from '../../place/model.ts';
import { whyNotChangeable, whyNotRestorable } from '../booking/changes.ts';
import type { Booking, BookingFailure, BookingRequest } from '../booking/model.ts';
import { wasCarriedOut } from '../booking/store.ts';
import type {
  Impossible,
  NewTimes,
  OccurrenceFailure,
  Reach,
  SeriesCheck,
  SeriesDone,
  SeriesFailure,
} from './model.ts';
import { atTimes, isSameTime, sortedOut, standsInTheWay } from './rules.ts';
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
import { bookingsNumbered, cancelTogether, lockForChange, moveTogether, restoreTogether } from './store.ts';

export type Changed = Result<SeriesDone, SeriesFailure | BookingFailure>;

/** Prisma's own are for short transactions: one that waits for its turn at a busy room may need more. */
export const PATIENCE = { maxWait: 10_000, timeout: 20_000 } as const;

type Moved = Booking & BookingRequest & { readonly before: Booking };

interface Sorted<B extends Booking = Booking> {
  readonly possible: readonly B[];
  readonly impossible: readonly Impossible[];
}

const impossibleOf = ({ request, failure }: { readonly request: Booking; readonly failure: OccurrenceFailure }) => ({
  stay: request,
  failure,
});

/** Those that are not over, each with what forbids it, if something does. */
const changeable = ({ place, now }: Asking, bookings: readonly Booking[]): Sorted => {
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

const standing = (bookings: readonly Booking[]) => bookings.filter(({ cancelledAt }) => cancelledAt === undefined);

const none = (bookings: readonly Booking[], anchor: Booking, impossible: readonly Impossible[]): Changed =>
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

/**
 * One that cannot move stays where it is, and may be in the way of another: then that one stays too. So may one that is
 * there already.
 */
const sortedMoves = async (
  db: Queries,
  asking: Asking,
  bookings: readonly Booking[],
  times: NewTimes,
): Promise<Sorted<Moved>> => {
  const first = changeable(asking, bookings);
  const all = first.possible.map((booking): Moved => ({ ...booking, ...atTimes(booking, times), before: booking }));
  let moving: readonly Moved[] = all.filter((moved) => !isSameTime(moved, moved.before));
  const impossible: Impossible[] = [
    ...first.impossible,
    ...all
      .filter((moved) => isSameTime(moved, moved.before))
      .map(({ before }) => ({ stay: before, failure: { code: 'series.there_already' } as const })),
  ];
  for (;;) {
    const standing = await standingFor(
      db,
      asking,
      moving,
      moving.map(({ id }) => id),
    );
    const sorted = sortedOut(moving, standing);
    if (sorted.impossible.length === 0) return { possible: moving, impossible };
    impossible.push(
      ...sorted.impossible.map(({ request, failure }) => ({ stay: request.before, failure, wanted: request })),
    );
    moving = sorted.possible;
  }
};

const byDay = (impossible: readonly Impossible[]): readonly Impossible[] =>
  impossible.toSorted((a, b) => Temporal.ZonedDateTime.compare(a.stay.start, b.stay.start));

interface Move {
  readonly id: number;
  readonly reach: Reach;
  readonly times: NewTimes;
}

export const movesOf = async (
  db: Queries,
  asking: Asking,
  { id, reach, times }: Move,
): Promise<Result<SeriesCheck, BookingFailure>> => {
  const found = await reachedBy(db, asking, id, reach);
  if (!found.ok) return found;
  const { possible, impossible } = await sortedMoves(db, asking, found.value.bookings, times);
  return ok({ possible, impossible: byDay(impossible), needs: agreementOn(asking, possible) });
};

export const moveReached = (db: Database, asking: Asking, move: Move, requestId: string): Promise<Changed> => {
  const act = actOf(asking, requestId);
  const { place } = asking;
  return retrying(() =>
    db.prisma.$transaction(async (tx) => {
      const seen = await reachedBy(tx, asking, move.id, move.reach);
      if (!seen.ok) return seen;
      const claims = claimsOfAll(
        place,
        seen.value.bookings.map((booking) => ({ ...booking, ...atTimes(booking, move.times) })),
      );
      await lockForChange(tx, act, seen.value.bookings, claims);
      // Those that moved are no longer where the words that reached them pointed.
      if (await wasCarriedOut(tx, act)) {
        const series = await reachedBy(tx, asking, move.id, { is: 'all' });
        return series.ok ? ok({ bookings: standing(series.value.bookings), impossible: [] }) : series;
      }
      const found = await reachedBy(tx, asking, move.id, move.reach);
      if (!found.ok) return found;
      const { anchor, bookings } = found.value;
      const { possible, impossible } = await sortedMoves(tx, asking, bookings, move.times);
      if (possible.length === 0) return none(bookings, anchor, byDay(impossible));
      await moveTogether(
        tx,
        act,
        possible.map((moved) => ({ ...takingOf(place, moved, moved.id), approval: agreementFor(asking, moved) })),
      );
      const moved = await bookingsNumbered(
        tx,
        scopeOf(asking),
        possible.map(({ id }) => id),
      );
      return ok({ bookings: moved, impossible: byDay(impossible) });
    }, PATIENCE),
  );
};
