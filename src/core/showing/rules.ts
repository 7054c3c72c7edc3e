// How a place and its spaces stand at an instant. Pure.
import type { Place, SpaceKey } from '../../place/model.ts';
import { openIntervals, outOfTheOrdinary } from '../../place/opening.ts';
import type { Board, Cell } from '../booking/board.ts';
import type { Closure } from '../closures/model.ts';
import type { Openness, SpaceNow, SpaceState, Times } from './model.ts';

const { compare } = Temporal.ZonedDateTime;

const contains = ({ start, end }: Times, at: Temporal.ZonedDateTime): boolean =>
  compare(start, at) <= 0 && compare(at, end) < 0;

/** What is left of `times` without `taken`. */
const without = (times: Times, taken: Times): readonly Times[] => {
  if (compare(taken.end, times.start) <= 0 || compare(times.end, taken.start) <= 0) return [times];
  return [
    { start: times.start, end: taken.start },
    { start: taken.end, end: times.end },
  ].filter(({ start, end }) => compare(start, end) < 0);
};

const bookable = (place: Place): readonly SpaceKey[] =>
  place.spaces.filter(({ use }) => use.by !== 'lease').map(({ key }) => key);

const localTimes = ({ start, end }: Closure, { timeZone }: Place): Times => ({
  start: start.toZonedDateTimeISO(timeZone),
  end: end.toZonedDateTimeISO(timeZone),
});

/** Those that leave nothing of the place open. */
const closuresOfAll = (place: Place, closures: readonly Closure[]): readonly Closure[] =>
  closures.filter(({ spaceKeys }) => bookable(place).every((key) => spaceKeys.includes(key)));

/** The hours of a day that the staff did not close. */
const openTimes = (place: Place, closures: readonly Closure[], date: Temporal.PlainDate): readonly Times[] =>
  closuresOfAll(place, closures).reduce<readonly Times[]>(
    (left, closure) => left.flatMap((times) => without(times, localTimes(closure, place))),
    openIntervals(place, undefined, date),
  );

const AHEAD_DAYS = 60;

const nextOpening = (
  place: Place,
  closures: readonly Closure[],
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | undefined => {
  for (let ahead = 0; ahead <= AHEAD_DAYS; ahead += 1) {
    const next = openTimes(place, closures, now.toPlainDate().add({ days: ahead })).find(
      ({ start }) => compare(now, start) < 0,
    );
    if (next) return next.start;
  }
  return undefined;
};

const closedBecause = (place: Place, closures: readonly Closure[], now: Temporal.ZonedDateTime): string | undefined => {
  const act = closuresOfAll(place, closures).find((closure) => contains(localTimes(closure, place), now));
  if (act) return act.reason;
  return outOfTheOrdinary(place, undefined, now.toPlainDate());
};

/** `closures`: those that are not over. */
export const opennessOf = (place: Place, closures: readonly Closure[], now: Temporal.ZonedDateTime): Openness => {
  const current = openTimes(place, closures, now.toPlainDate()).find((times) => contains(times, now));
  return current
    ? { open: true, until: current.end }
    : { open: false, because: closedBecause(place, closures, now), next: nextOpening(place, closures, now) };
};

const stateOf = (cell: Cell | undefined): SpaceState => {
  if (!cell) return 'shut';
  if (cell.closed) return 'closed';
  return cell.freeSeats === 0 ? 'full' : 'free';
};

/** The end of the cells in a row that say the same as the first; undefined when it is the end of the day's opening. */
const changeAfter = (cell: Cell, cells: readonly Cell[]): Temporal.ZonedDateTime | undefined => {
  let last = cell;
  for (const next of cells.slice(cells.indexOf(cell) + 1)) {
    if (!next.start.equals(last.end)) return last.end;
    if (stateOf(next) !== stateOf(cell) || next.freeSeats !== cell.freeSeats) return last.end;
    last = next;
  }
  return undefined;
};

/** A board of the day of `now`. */
export const spaceNow = ({ spaceKey, capacitySeats, days }: Board, now: Temporal.ZonedDateTime): SpaceNow => {
  const cells = days.find(({ date }) => date.equals(now.toPlainDate()))?.cells ?? [];
  const cell = cells.find((each) => contains(each, now));
  return {
    spaceKey,
    capacitySeats,
    state: stateOf(cell),
    freeSeats: cell && !cell.closed ? cell.freeSeats : 0,
    until: cell
      ? changeAfter(cell, cells)
      : cells.find(({ start, closed }) => !closed && compare(now, start) < 0)?.start,
  };
};
