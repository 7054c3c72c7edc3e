// A series in one line, from the days that it is made of: « tous les mardis de 9 h à 12 h 30, jusqu’au … ». What moved or
// was cancelled is then said as it is now.
import type { Stay } from '../core/booking/model.ts';
import { count, day, enumerate, hours, weekday } from './words.fr.ts';

type Times = Pick<Stay, 'start' | 'end'>;

const weeksBetween = (stays: readonly Times[]): readonly number[] =>
  stays
    .slice(1)
    .map(({ start }, index) => (stays[index]?.start ?? start).toPlainDate().until(start.toPlainDate()).days / 7);

/** « tous les mardis », « un mardi sur deux »; where weeks are missing, « le mardi » alone. */
const daysWords = (stays: readonly Times[]): string => {
  const weekdays = [...new Set(stays.map(({ start }) => start.dayOfWeek))].sort((a, b) => a - b);
  const [only] = weekdays;
  if (weekdays.length > 1 || only === undefined) return `les ${enumerate(weekdays.map((each) => `${weekday(each)}s`))}`;
  const gaps = new Set(weeksBetween(stays));
  if (gaps.size !== 1) return `le ${weekday(only)}`;
  if (gaps.has(1)) return `tous les ${weekday(only)}s`;
  return gaps.has(2) ? `un ${weekday(only)} sur deux` : `le ${weekday(only)}`;
};

/** By start. Undefined of one alone, and of what has no rhythm: other hours from one to the next, a weekday that comes once. */
export const rhythm = (stays: readonly Times[]): string | undefined => {
  const [first, last] = [stays[0], stays.at(-1)];
  if (!first || !last || stays.length < 2) return undefined;
  const clocks = new Set(stays.map(({ start, end }) => hours(start, end)));
  const weekdays = Map.groupBy(stays, ({ start }) => start.dayOfWeek);
  if (clocks.size > 1 || [...weekdays.values()].some(({ length }) => length < 2)) return undefined;
  return `${daysWords(stays)} ${hours(first.start, first.end)}, jusqu’au ${day(last.start)}`;
};

/** « 4 séances ». */
export const sessions = (length: number): string => count(length, 'séance', 'séances');

/** Its rhythm; else how many they are, and until when. */
export const rhythmOrCount = (stays: readonly Times[]): string => {
  const last = stays.at(-1);
  return rhythm(stays) ?? `${sessions(stays.length)}${last ? `, jusqu’au ${day(last.start)}` : ''}`;
};
