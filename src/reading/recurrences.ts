// The days on which something comes back, in order, from one day to another, both included. By the calendar, never by hours.
import { byDay, dayKey, daysAfter } from './day-order.ts';
import type { Pattern } from './piece.ts';
import { nextWeekday } from './weekday-names.ts';

/** A week's day in a month; -1 is the last, -2 the one before. Undefined where that month has none. */
export const rankedIn = (
  year: number,
  month: number,
  weekday: number,
  rank: number,
): Temporal.PlainDate | undefined => {
  const first = nextWeekday(new Temporal.PlainDate(year, month, 1).subtract({ days: 1 }), weekday);
  if (rank > 0) return [first.add({ weeks: rank - 1 })].find((date) => date.month === month);
  const fifth = first.add({ weeks: 4 });
  const last = fifth.month === month ? fifth : fifth.subtract({ weeks: 1 });
  return [last.add({ weeks: rank + 1 })].find((date) => date.month === month);
};

const MOST = 200;

function* everyWeek(
  weekdays: readonly number[],
  weeks: number,
  from: Temporal.PlainDate,
): Generator<Temporal.PlainDate, void> {
  const firsts = weekdays.map((weekday) => nextWeekday(daysAfter(from, -1), weekday)).sort(byDay);
  const [first] = firsts;
  if (first === undefined) return;
  const monday = daysAfter(first, 1 - first.dayOfWeek);
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  for (let week = 0; ; week += weeks) {
    for (const day of days) {
      const date = daysAfter(monday, 7 * week + day - 1);
      if (byDay(date, from) >= 0) yield date;
    }
  }
}

function* everyDay(days: number, from: Temporal.PlainDate): Generator<Temporal.PlainDate, void> {
  for (let date = from; ; date = daysAfter(date, days)) yield date;
}

function* everyMonth(
  from: Temporal.PlainDate,
  daysOf: (year: number, month: number) => readonly (Temporal.PlainDate | undefined)[],
): Generator<Temporal.PlainDate, void> {
  for (let month = from.with({ day: 1 }); month.year < 2200; month = month.add({ months: 1 })) {
    const days = daysOf(month.year, month.month).filter((date) => date !== undefined);
    yield* days.filter((date) => byDay(date, from) >= 0).sort(byDay);
  }
}

const daysFrom = (pattern: Pattern, from: Temporal.PlainDate): Generator<Temporal.PlainDate, void> => {
  switch (pattern.by) {
    case 'day':
      return everyDay(pattern.days ?? 1, from);
    case 'week':
      return everyWeek(pattern.weekdays, pattern.weeks, from);
    case 'rank':
      return everyMonth(from, (year, month) =>
        pattern.ranks.map((rank) => rankedIn(year, month, pattern.weekday, rank)),
      );
    case 'month':
      return everyMonth(from, (year, month) => {
        const first = new Temporal.PlainDate(year, month, 1);
        return pattern.days.filter((day) => day <= first.daysInMonth).map((day) => first.with({ day }));
      });
  }
};

/** Two hundred at most. */
export const recurrences = (
  pattern: Pattern,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): readonly Temporal.PlainDate[] => {
  const dates: Temporal.PlainDate[] = [];
  const last = dayKey(until);
  for (const date of daysFrom(pattern, from)) {
    if (dayKey(date) > last || dates.length >= MOST) break;
    dates.push(date);
  }
  return dates;
};
