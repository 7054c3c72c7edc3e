// Dates of numbers alone: « 26/11 », « 26-11-2026 », « 24.11 », « 1er/12 », « 2026-11-26 ».
import { WEEKDAYS } from './calendar-words.ts';
import { HEADS, HOUR_UNITS } from './clock-words.ts';
import { isCourteous } from './courtesies.ts';
import { isGlued, type Line, wordAt } from './line.ts';
import { dateOf, nextDate } from './next-dates.ts';
import { numberAt } from './numbers.ts';
import { type Match, match, type Present, UNCLEAR } from './piece.ts';

/** No such day is asked again. */
export const dated = (to: number, date: Temporal.PlainDate | undefined): Match =>
  date === undefined ? match(to, UNCLEAR) : match(to, { is: 'day', date, others: [] });

const fullYear = (value: number, digits: number): number | undefined =>
  digits === 4 ? value : digits === 2 ? 2000 + value : undefined;

const SEPARATORS = new Set(['/', '-', '.']);

/** « 26 11 2026 » */
const spacedAt = (line: Line, at: number): Match | undefined => {
  if (!/^20\d\d$/.test(wordAt(line, at + 2))) return undefined;
  const [day, month] = [wordAt(line, at), wordAt(line, at + 1)];
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month)) return undefined;
  return dated(at + 3, dateOf(Number(wordAt(line, at + 2)), Number(month), Number(day)));
};

/** « 26 / 11 / 2026 », « jeudi 26 / 11 » */
const spacedOutAt = (line: Line, at: number, { today }: Present, isCued: boolean): Match | undefined => {
  const [day, month] = [Number(wordAt(line, at)), Number(wordAt(line, at + 2))];
  const year = wordAt(line, at + 3) === '/' ? numberAt(line, at + 4) : undefined;
  if (year?.digits === 4) return dated(year.to, dateOf(year.value, month, day));
  const isDated = isCued || WEEKDAYS.has(wordAt(line, at - 1));
  const isHour = HOUR_UNITS.has(wordAt(line, at + 3)) || wordAt(line, at + 3) === ':';
  return isDated && !isHour && month <= 12 ? dated(at + 3, nextDate(month, day, today)) : undefined;
};

/** « 1er/12 » */
const firstAt = (line: Line, at: number, { today }: Present): Match | undefined => {
  if (wordAt(line, at) !== '1' || wordAt(line, at + 1) !== 'er' || wordAt(line, at + 2) !== '/') return undefined;
  const month = numberAt(line, at + 3);
  if (!month?.digits || month.digits > 2 || !isGlued(line, at + 3)) return undefined;
  const year = wordAt(line, month.to) === '/' ? numberAt(line, month.to + 1) : undefined;
  if (year === undefined) return dated(month.to, nextDate(month.value, 1, today));
  return dated(year.to, dateOf(fullYear(year.value, year.digits) ?? 0, month.value, 1));
};

/** Of numbers alone: « 26/11 », « 26/11/2026 », « 26-11-26 », « 2026-11-26 ». */
export const numericAt = (line: Line, at: number, present: Present, isCued: boolean): Match | undefined => {
  const spaced = spacedAt(line, at) ?? firstAt(line, at, present);
  if (spaced !== undefined) return spaced;
  const { today } = present;
  const [first, second, third] = [numberAt(line, at), numberAt(line, at + 2), numberAt(line, at + 4)];
  const sign = wordAt(line, at + 1);
  if (!first?.digits || !second?.digits || !SEPARATORS.has(sign)) return undefined;
  if (!isGlued(line, at + 1) || !isGlued(line, at + 2))
    return sign === '/' ? spacedOutAt(line, at, present, isCued) : undefined;
  const hasThird = wordAt(line, at + 3) === sign && isGlued(line, at + 3) && isGlued(line, at + 4);
  if (hasThird && third?.digits) {
    if (first.digits === 4) return dated(third.to, dateOf(first.value, second.value, third.value));
    const year = fullYear(third.value, third.digits);
    return year === undefined || first.digits > 2
      ? match(third.to, UNCLEAR)
      : dated(third.to, dateOf(year, second.value, first.value));
  }
  const isPointed = sign === '.' && second.digits === 2 && isAfterNoNoun(line, at);
  if (first.digits > 2 || second.digits > 2 || (sign !== '/' && !isCued && !isPointed)) return undefined;
  const after = wordAt(line, second.to);
  const isHour = HOUR_UNITS.has(after) && wordAt(line, second.to + 1) !== ':';
  const isFraction = after === 'd' && HOUR_UNITS.has(wordAt(line, second.to + 1));
  const isMeasure = isHour || isFraction || HEADS.has(after) || (after === ':' && isGlued(line, second.to));
  if (isMeasure || (sign === '/' && wordAt(line, second.to) === 'journee')) return undefined;
  // « jeudi 14-16 » is no day and month: hours, maybe; « demain 12/14 » too.
  const isHours = first.value >= 7 && first.value < second.value && second.value <= 22;
  if (second.value > 12 && (sign !== '/' || isHours)) return undefined;
  return dated(second.to, nextDate(second.value, first.value, today));
};

/** « 24.11 » is a date; « ubuntu 24.04 » a version. */
const isAfterNoNoun = (line: Line, at: number): boolean => {
  const before = wordAt(line, at - 1);
  return !/^\p{L}/u.test(before) || isCourteous(before);
};
