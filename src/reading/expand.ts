// A plan → its slots in order of time, one a day and part of it; what is closed, on holiday or left out is said apart.
import { openingOn } from '../place/opening.ts';
import type { Limits, Plan } from './asked.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { byDay } from './day-order.ts';
import type { Skipped, Slot, WhenReading } from './model.ts';
import { onDate, type Read } from './on-date.ts';
import { instead, isSame, MOST_ALTERNATIVES, UNREAD } from './resolve.ts';
import type { Scene } from './scene.ts';

/** No series is longer. */
const MOST_SLOTS = 60;

/** Whether that day is left out, and why. */
const leftOut = (exception: Limits['exception'], scene: Scene, gone: Set<number>) => {
  const { dates, monthDays, weekdays, holidays } = exception;
  return (date: Temporal.PlainDate): Skipped['because'] | undefined => {
    const during = holidays.find(({ from, to }) => byDay(from, date) <= 0 && byDay(date, to) <= 0);
    if (during !== undefined)
      return scene.place.schoolHolidays.some((each) => each === during) ? 'school_holiday' : 'excluded';
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

/** Of a week or a span, days that are never open are not meant. */
const isWeekEnd = ({ place, space }: Scene, { date, isOpenDaysOnly }: Candidate): boolean =>
  isOpenDaysOnly && openingOn(place, space, date).closed?.because === 'weekday';

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
    else if (read.problem === 'past') {
      if (isWeekEnd(scene, candidate)) continue;
      found.past.push({ candidate, read });
      // « hier et demain »: yesterday is not left out in silence.
      if (candidate.isNamed) found.skipped.push({ date, because: 'past' });
    } else if (!isWeekEnd(scene, candidate)) {
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
