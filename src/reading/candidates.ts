// The days that a plan asks for, in order, open or not: from when, until when, how often.

import type { DaySet, Limits, Plan } from './asked.ts';
import { byDay, daysAfter } from './day-order.ts';
import { nextDayOfMonth } from './next-dates.ts';
import { onDate } from './on-date.ts';
import type { Parity } from './piece.ts';
import { recurrences } from './recurrences.ts';
import { isBefore, onDay, type Scene } from './scene.ts';
import type { WishedTime } from './wish.ts';

const MOST_CANDIDATES = 800;
const MOST_DAYS = 732;

export interface Candidate {
  readonly date: Temporal.PlainDate;
  readonly time: WishedTime;
  /** Days that the place never opens on are no surprise: they are not told one by one. */
  readonly isOpenDaysOnly: boolean;
  /** Said as a day: it is not part of something that has begun. */
  readonly isNamed: boolean;
}

/** Where a series with no end stops: as far as the space can be booked; one that is let, as far as any. */
const horizonOf = ({ place, space, today }: Scene): Temporal.PlainDate => {
  const spaces = space === undefined || space.use.by === 'lease' ? place.spaces : [space];
  const days = spaces.flatMap(({ use }) => (use.by === 'lease' ? [] : [use.policy.horizonDays]));
  return daysAfter(today, Math.max(0, ...days));
};

/** All of it is still to come today. */
const isWholeToday = (scene: Scene, time: WishedTime): boolean => {
  const read = onDate(scene, scene.today, time);
  if (read === undefined || read.problem !== undefined || time.is === 'bare-day' || time.is === 'whole-day')
    return false;
  const start = time.is === 'part' ? onDay(scene, scene.today, time.start) : read.slot.start;
  return !isBefore(start, scene.present);
};

/** « tous les jours » begins today if it can; « tous les lundis » said on a Monday, next Monday. */
const startOf = (scene: Scene, { from, windows }: Limits, set: DaySet, time: WishedTime): Temporal.PlainDate => {
  const { today } = scene;
  const tomorrow = daysAfter(today, 1);
  if (from !== undefined) return byDay(from, today) < 0 ? today : from;
  const isDaily = set.is === 'every' && set.pattern.by === 'day';
  const opening = windows.map(({ first }) => first).sort(byDay)[0];
  if (opening !== undefined) return byDay(opening, tomorrow) > 0 ? opening : isDaily ? today : tomorrow;
  return isDaily && isWholeToday(scene, time) ? today : tomorrow;
};

const endOf = (
  scene: Scene,
  { until, untilMonthDay, times, lasting, windows }: Limits,
  start: Temporal.PlainDate,
): Temporal.PlainDate => {
  const ends = windows.map(({ last }) => last);
  const next = untilMonthDay === undefined ? until?.add({ years: 1 }) : nextDayOfMonth(untilMonthDay, start);
  if (until !== undefined) return byDay(until, start) < 0 && next !== undefined ? next : until;
  const [first] = ends;
  // How many were said: the core says which of them are too far ahead.
  if (first === undefined && (times !== undefined || lasting !== undefined)) return daysAfter(start, MOST_DAYS);
  return first === undefined ? horizonOf(scene) : ends.reduce((a, b) => (byDay(a, b) < 0 ? b : a), first);
};

const isInWeek = ({ weekOfYear }: Temporal.PlainDate, parity: Parity): boolean =>
  weekOfYear !== undefined && weekOfYear % 2 === (parity === 'even' ? 0 : 1);

const each = (first: Temporal.PlainDate, last: Temporal.PlainDate): readonly Temporal.PlainDate[] =>
  recurrences({ by: 'day' }, first, last);

const datesOf = (scene: Scene, set: DaySet, limits: Limits, time: WishedTime): readonly Temporal.PlainDate[] => {
  switch (set.is) {
    case 'one':
      return [set.date];
    case 'run':
      return each(
        byDay(set.first, scene.today) < 0 && byDay(set.last, scene.today) >= 0 ? scene.today : set.first,
        set.last,
      );
    case 'week': {
      const days = each(set.monday, set.monday.add({ days: 7 * set.weeks - 1 }));
      const { within } = set;
      return within === undefined ? days : days.filter(({ month }) => month === within.month);
    }
    case 'every': {
      const start = startOf(scene, limits, set, time);
      const dates = recurrences(set.pattern, start, endOf(scene, limits, start));
      const { windows, parity } = limits;
      const kept = parity === undefined ? dates : dates.filter((date) => isInWeek(date, parity));
      return windows.length === 0
        ? kept
        : kept.filter((date) => windows.some(({ first, last }) => byDay(first, date) <= 0 && byDay(date, last) <= 0));
    }
  }
};

export const candidatesOf = (scene: Scene, { occasions, limits }: Plan): readonly Candidate[] => {
  const found = occasions.flatMap(({ days, time }) =>
    days.flatMap((set) => {
      const isOpenDaysOnly = set.is === 'week' || (set.is === 'every' && set.pattern.by === 'day');
      return datesOf(scene, set, limits, time).map((date) => ({
        date,
        time,
        isOpenDaysOnly,
        isNamed: set.is === 'one',
      }));
    }),
  );
  const sorted = found.length > 1 ? found.sort((a, b) => byDay(a.date, b.date)) : found;
  const [first] = sorted;
  const { lasting } = limits;
  if (lasting === undefined || first === undefined) return sorted.slice(0, MOST_CANDIDATES);
  const end = (limits.from ?? first.date).add(lasting);
  return sorted.filter(({ date }) => byDay(date, end) < 0);
};
