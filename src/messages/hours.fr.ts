// Opening hours, in sentences.

import type { DateRange, DayRange, Hours, HoursException, WeeklyHours } from '../place/model.ts';
import type { Opening } from '../place/opening.ts';
import { day, enumerate, hours, weekday } from './words.fr.ts';

const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** « de 9 h à 12 h et de 14 h à 18 h »; nothing when there is no range. */
const ranges = (all: readonly DayRange[]): string => enumerate(all.map(({ start, end }) => hours(start, end)));

interface Run {
  readonly first: number;
  readonly last: number;
  readonly said: string;
}

/** Days in a row with the same hours are said together. */
const runs = (weekly: WeeklyHours): readonly Run[] => {
  const found: Run[] = [];
  for (const day of ISO_WEEKDAYS) {
    const said = ranges(weekly[day] ?? []);
    const previous = found.at(-1);
    if (previous?.said === said) found[found.length - 1] = { ...previous, last: day };
    else found.push({ first: day, last: day, said });
  }
  return found;
};

const days = ({ first, last }: Run): readonly string[] => {
  if (first === 1 && last === 7) return ['tous les jours'];
  if (last > first + 1) return [`du ${weekday(first)} au ${weekday(last)}`];
  return (last === first ? [first] : [first, last]).map((each) => `le ${weekday(each)}`);
};

/** « du lundi au vendredi, de 9 h à 18 h »: one sentence for each group of days. */
export const openDays = ({ weekly }: Hours): readonly string[] => {
  const open = runs(weekly).filter(({ said }) => said !== '');
  const sameHours = [...new Set(open.map(({ said }) => said))];
  return sameHours.map((said) => `${enumerate(open.filter((run) => run.said === said).flatMap(days))}, ${said}`);
};

/** « fermé le samedi et le dimanche », « fermé les jours fériés ». */
export const closedDays = ({ weekly, closedOnPublicHolidays }: Hours): readonly string[] => {
  const closed = runs(weekly).filter(({ said }) => said === '');
  return [
    ...(closed.length === 0 ? [] : [`fermé ${enumerate(closed.flatMap(days))}`]),
    closedOnPublicHolidays ? 'fermé les jours fériés' : 'ouvert les jours fériés',
  ];
};

/** « ouvert de 9 h à 18 h », « fermé, jour férié (Noël) ». */
export const openingWords = ({ ranges: open, closed }: Opening): string => {
  if (closed === undefined) return `ouvert ${ranges(open)}`;
  switch (closed.because) {
    case 'weekday':
      return 'fermé';
    case 'holiday':
      return `fermé, jour férié (${closed.name})`;
    case 'exception':
      return `fermé (${closed.reason})`;
  }
};

const COMING = 5;

const { compare } = Temporal.PlainDate;

const exceptionWords = ({ from, to, hours: open, reason }: HoursException): string => {
  const when = from.equals(to) ? `le ${day(from)}` : `du ${day(from)} au ${day(to)}`;
  return `${when}\u00a0: ${open.length === 0 ? 'fermé' : `ouvert ${ranges(open)}`} (${reason})`;
};

/** Closures and openings out of the ordinary on these days, both included: « du … au … : fermé (congés) ». */
export const exceptionsWithin = ({ exceptions }: Hours, within: DateRange): readonly string[] =>
  exceptions
    .filter(({ from, to }) => compare(within.from, to) <= 0 && compare(from, within.to) <= 0)
    .toSorted((a, b) => compare(a.from, b.from))
    .map(exceptionWords);

/** The first of those that are not over. */
export const exceptionsToCome = ({ exceptions }: Hours, today: Temporal.PlainDate): readonly string[] =>
  exceptions
    .filter(({ to }) => compare(today, to) <= 0)
    .toSorted((a, b) => compare(a.from, b.from))
    .slice(0, COMING)
    .map(exceptionWords);
