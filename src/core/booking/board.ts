// How a space stands, day by day, as one person may see it: how many seats are free, and what is theirs; of what others
// hold, the number alone. Pure.
import type { Place, Space } from '../../place/model.ts';
import { outOfTheOrdinary } from '../../place/opening.ts';
import type { Occupancy } from '../ledger/model.ts';
import { stretchesOf } from './availability.ts';
import { claimsOfStay, type Taken, type Times } from './free.ts';
import type { Stay } from './model.ts';
import { downToStep } from './steps.ts';

/** `mine`: within a stay of the one who asks. `closed`: by an act of the staff, within the usual hours. */
export interface Cell extends Times {
  readonly freeSeats: number;
  readonly mine: boolean;
  readonly closed: boolean;
  readonly past: boolean;
}

export interface BoardDay {
  readonly date: Temporal.PlainDate;
  /** Of its opening hours, in order; empty when it is closed. */
  readonly cells: readonly Cell[];
  /** Why it is closed, by name; undefined when it is open, or closed by its usual hours. */
  readonly because: string | undefined;
  /** From 0 to 1, of the seats of all the hours that are left; undefined when none is. */
  readonly takenShare: number | undefined;
}

export interface Board {
  readonly spaceKey: string;
  /** 1 for a space that is taken whole. */
  readonly capacitySeats: number;
  readonly days: readonly BoardDay[];
}

export interface Viewed {
  readonly taken: Taken;
  /** The stays of the one who asks. */
  readonly own: readonly Stay[];
  readonly now: Temporal.ZonedDateTime;
}

const { compare } = Temporal.ZonedDateTime;

const isWithin = (cell: Times, around: Times): boolean =>
  compare(around.start, cell.start) <= 0 && compare(cell.end, around.end) <= 0;

const cutAt = (times: Times, marks: readonly Temporal.ZonedDateTime[]): readonly Times[] => {
  const inner = marks
    .filter((mark) => compare(times.start, mark) < 0 && compare(mark, times.end) < 0)
    .sort(compare)
    .filter((mark, index, all) => index === 0 || compare(mark, all[index - 1] ?? mark) !== 0);
  const edges = [times.start, ...inner, times.end];
  return edges.slice(0, -1).map((start, index) => ({ start, end: edges[index + 1] ?? times.end }));
};

/** The space, and those around it that are taken whole: who has one of them has this one too. */
const withOuter = (place: Place, space: Space): readonly Space[] => {
  const outer = place.spaces.find(({ key }) => key === space.inside);
  return [space, ...(outer ? withOuter(place, outer).filter(({ use }) => use.by === 'whole') : [])];
};

const keysOf = (place: Place, space: Space, { start, end }: Times): ReadonlySet<string> =>
  new Set(claimsOfStay(place, space, { start, end, people: 1, equipment: [] }).map(({ resourceKey }) => resourceKey));

const minutes = ({ start, end }: Times): number => start.until(end).total('minutes');

const shareTaken = (cells: readonly Cell[], capacitySeats: number): number | undefined => {
  const left = cells.filter(({ past, closed }) => !past && !closed);
  const all = left.reduce((sum, cell) => sum + minutes(cell) * capacitySeats, 0);
  const free = left.reduce((sum, cell) => sum + minutes(cell) * cell.freeSeats, 0);
  return all === 0 ? undefined : (all - free) / all;
};

const capacityOf = ({ use }: Space): number => (use.by === 'seat' ? use.capacitySeats : 1);

/** What is taken must be known from the day before to the day after. */
const dayOf = (place: Place, space: Space, date: Temporal.PlainDate, { taken, own, now }: Viewed): BoardDay => {
  const day = {
    start: date.toZonedDateTime(place.timeZone),
    end: date.add({ days: 1 }).toZonedDateTime(place.timeZone),
  };
  const [from, to] = [day.start.subtract({ days: 1 }).toInstant(), day.end.add({ days: 1 }).toInstant()];
  const keys = keysOf(place, space, day);
  const isNear = ({ resourceKey, start, end }: Occupancy) =>
    keys.has(resourceKey) && Temporal.Instant.compare(start, to) < 0 && Temporal.Instant.compare(from, end) < 0;
  const near = { ...taken, rows: taken.rows.filter(isNear) };
  const closures = near.rows
    .filter(({ kind, resourceKey }) => kind === 'closure' && resourceKey === space.key)
    .map(({ start, end }) => ({
      start: start.toZonedDateTimeISO(place.timeZone),
      end: end.toZonedDateTimeISO(place.timeZone),
    }));
  const around = withOuter(place, space).map(({ key }) => key);
  const mine = own.filter(({ spaceKey }) => around.includes(spaceKey));
  const present = space.use.by === 'lease' ? now : downToStep(now, space.use.policy.step);
  const marks = [...closures, ...mine].flatMap(({ start, end }) => [start, end]);
  const cells = stretchesOf(place, space, date, { from: day.start, to: day.end }, near).flatMap((stretch) =>
    cutAt(stretch, [...marks, present]).map((times) => ({
      ...times,
      freeSeats: stretch.freeSeats,
      mine: mine.some((stay) => isWithin(times, stay)),
      closed: closures.some((closure) => isWithin(times, closure)),
      past: compare(times.end, present) <= 0,
    })),
  );
  return {
    date,
    cells,
    because: outOfTheOrdinary(place, space, date),
    takenShare: shareTaken(cells, capacityOf(space)),
  };
};

export const boardOf = (place: Place, space: Space, dates: readonly Temporal.PlainDate[], viewed: Viewed): Board => ({
  spaceKey: space.key,
  capacitySeats: capacityOf(space),
  days: dates.map((date) => dayOf(place, space, date, viewed)),
});
