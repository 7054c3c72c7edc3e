// A plan → its slots in order of time, one a day and part of it; what is closed, on holiday or left out is said apart.
import { openingOn } from '../place/opening.ts';
import { byDay } from './day-order.ts';
import type { Skipped, Slot, WhenReading } from './model.ts';
import { onDate, type Read } from './on-date.ts';
import type { DaySet, Limits, Plan } from './plan.ts';
import { recurrences } from './recurrences.ts';
import { instead, isSame, MOST_ALTERNATIVES, UNREAD } from './resolve.ts';
import { isBefore, onDay, type Scene } from './scene.ts';
import type { WishedTime } from './wish.ts';

/** No series is longer. */
const MOST_SLOTS = 60;
const MOST_CANDIDATES = 800;

interface Candidate {
  readonly date: Temporal.PlainDate;
  readonly time: WishedTime;
  /** Days that the place never opens on are no surprise: they are not told one by one. */
  readonly isOpenDaysOnly: boolean;
  /** Said as a day: it is not part of something that has begun. */
  readonly isNamed: boolean;
}

/** Where a series with no end stops: as far as the space can be booked. */
const horizonOf = ({ place, space, today }: Scene): Temporal.PlainDate => {
  const spaces = space === undefined ? place.spaces : [space];
  const days = spaces.flatMap(({ use }) => (use.by === 'lease' ? [] : [use.policy.horizonDays]));
  return today.add({ days: Math.max(0, ...days) });
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
  const tomorrow = today.add({ days: 1 });
  if (from !== undefined) return byDay(from, today) < 0 ? today : from;
  const isDaily = set.is === 'every' && set.pattern.by === 'day';
  const opening = windows.map(({ first }) => first).sort(byDay)[0];
  if (opening !== undefined) return byDay(opening, tomorrow) > 0 ? opening : isDaily ? today : tomorrow;
  return isDaily && isWholeToday(scene, time) ? today : tomorrow;
};

const endOf = (scene: Scene, { until, windows }: Limits, start: Temporal.PlainDate): Temporal.PlainDate => {
  const ends = windows.map(({ last }) => last);
  if (until !== undefined) return byDay(until, start) < 0 ? until.add({ years: 1 }) : until;
  const [first] = ends;
  return first === undefined ? horizonOf(scene) : ends.reduce((a, b) => (byDay(a, b) < 0 ? b : a), first);
};

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
    case 'week':
      return each(set.monday, set.monday.add({ days: 7 * set.weeks - 1 }));
    case 'every': {
      const start = startOf(scene, limits, set, time);
      const dates = recurrences(set.pattern, start, endOf(scene, limits, start));
      const { windows } = limits;
      return windows.length === 0
        ? dates
        : dates.filter((date) => windows.some(({ first, last }) => byDay(first, date) <= 0 && byDay(date, last) <= 0));
    }
  }
};

const candidatesOf = (scene: Scene, { occasions, limits }: Plan): readonly Candidate[] => {
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

/** Whether that day is left out, and why. */
const leftOut = (exception: Limits['exception'], scene: Scene, gone: Set<number>) => {
  const { dates, monthDays, weekdays, holidays } = exception;
  const isSchool = new Set(scene.place.schoolHolidays);
  return (date: Temporal.PlainDate): Skipped['because'] | undefined => {
    const during = holidays.find(({ from, to }) => byDay(from, date) <= 0 && byDay(date, to) <= 0);
    if (during !== undefined) return [...isSchool].some((each) => each === during) ? 'school_holiday' : 'excluded';
    if (weekdays.includes(date.dayOfWeek) || dates.some((each) => each.equals(date))) return 'excluded';
    if (!monthDays.includes(date.day) || gone.has(date.day)) return undefined;
    gone.add(date.day);
    return 'excluded';
  };
};

interface Expansion {
  readonly slots: Slot[];
  readonly skipped: Skipped[];
  readonly closed: { readonly candidate: Candidate; readonly read: Read }[];
  readonly past: { readonly candidate: Candidate; readonly read: Read }[];
}

const expanded = (scene: Scene, plan: Plan): Expansion => {
  const found: Expansion = { slots: [], skipped: [], closed: [], past: [] };
  const because = leftOut(plan.limits.exception, scene, new Set());
  const most = Math.min(plan.limits.times ?? MOST_SLOTS, MOST_SLOTS);
  for (const candidate of candidatesOf(scene, plan)) {
    if (found.slots.length >= most) break;
    const { date, time } = candidate;
    const reason = because(date);
    if (reason !== undefined) {
      found.skipped.push({ date, because: reason });
      continue;
    }
    const read = onDate(scene, date, time);
    if (read === undefined) continue;
    if (read.problem === undefined) found.slots.push(read.slot);
    else if (read.problem === 'past') found.past.push({ candidate, read });
    else if (!candidate.isOpenDaysOnly || openingOn(scene.place, scene.space, date).closed?.because !== 'weekday') {
      found.closed.push({ candidate, read });
      found.skipped.push({ date, because: 'closed' });
    }
  }
  return found;
};

const inOrder = (slots: readonly Slot[]): readonly Slot[] =>
  [...slots]
    .sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds)
    .filter((slot, index, all) => {
      const before = all[index - 1];
      return before === undefined || !isSame(before, slot);
    });

/** What else the words may mean: another day, or today for what comes back on such a day. */
const othersOf = (scene: Scene, { occasions, limits }: Plan): readonly Slot[] =>
  occasions.flatMap(({ days, time }) =>
    days.flatMap((set) => {
      const isToday =
        set.is === 'every' &&
        set.pattern.by === 'week' &&
        set.pattern.weekdays.includes(scene.today.dayOfWeek) &&
        limits.from === undefined;
      const dates = set.is === 'one' ? set.others : isToday ? [scene.today] : [];
      return dates.flatMap((date) => {
        const read = onDate(scene, date, time);
        return read !== undefined && read.problem === undefined ? [read.slot] : [];
      });
    }),
  );

/** Several slots, a range or a series. */
export const expand = (scene: Scene, plan: Plan): WhenReading => {
  const { slots, skipped, closed, past } = expanded(scene, plan);
  const ordered = inOrder(slots);
  if (plan.isChoice) return { ...UNREAD, alternatives: ordered.slice(0, MOST_ALTERNATIVES) };
  const isNamed = plan.occasions.every(({ days }) => days.every(({ is }) => is === 'one'));
  // A day that is left out of a list is to be seen before the others are booked.
  const repeats = !isNamed || skipped.length > 0;
  if (ordered.length > 0) {
    const others = inOrder(othersOf(scene, plan)).filter((other) => !ordered.some((slot) => isSame(slot, other)));
    return { slots: ordered, alternatives: others.slice(0, MOST_ALTERNATIVES), problem: undefined, repeats, skipped };
  }
  const [first] = closed.length > 0 ? closed : past;
  if (first === undefined) return UNREAD;
  const reads = inOrder((closed.length > 0 ? closed : past).slice(0, MOST_SLOTS).map(({ read }) => read.slot));
  return {
    slots: reads,
    alternatives: instead(scene, { ...first.candidate, read: first.read, others: [] }, first.candidate.time).slice(
      0,
      MOST_ALTERNATIVES,
    ),
    problem: first.read.problem,
    repeats,
    skipped,
  };
};
