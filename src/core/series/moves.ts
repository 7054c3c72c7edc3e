// Moving the occurrences of a series together, to another weekday or to other hours: each that can be is, in one
// transaction, and the others stay where they are.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Booking, BookingFailure, BookingRequest } from '../booking/model.ts';
import { wasCarriedOut } from '../booking/store.ts';
import { type Changed, changeable, none, PATIENCE, type Sorted } from './changes.ts';
import type { Impossible, NewTimes, Reach, SeriesCheck } from './model.ts';
import { atTimes, isSameTime, sortedOut } from './rules.ts';
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
import { bookingsNumbered, lockForChange, moveTogether } from './store.ts';

type Moved = Booking & BookingRequest & { readonly before: Booking };

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
        return series.ok
          ? ok({ bookings: series.value.bookings.filter(({ cancelledAt }) => !cancelledAt), impossible: [] })
          : series;
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
