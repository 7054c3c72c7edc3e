// Dates by their number: « le 12 juin », « 26/11 », « 2027-06-12 », « le 5 », « 5 du mois prochain ».

import { MONTHS, ORDINALS } from './calendar-words.ts';
import { HEADS, HOUR_UNITS, MINUTE_UNITS, MOMENT_FAMILIES } from './clock-words.ts';
import { isCourteous } from './courtesies.ts';
import { isGlued, type Line, past, wordAt } from './line.ts';
import { numberAt, yearAt } from './numbers.ts';
import { type Match, match, type Present, UNCLEAR } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';

const { compare } = Temporal.PlainDate;

/** Undefined: no such day. */
export const dateOf = (year: number, month: number, day: number): Temporal.PlainDate | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2199) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  return date.day === day ? date : undefined;
};

const LEAP_CYCLE = 8;

/** The next such day, today included; a 29 February waits for its year. */
export const nextDate = (month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  for (let year = today.year; year <= today.year + LEAP_CYCLE; year += 1) {
    const date = dateOf(year, month, day);
    if (date !== undefined && compare(date, today) >= 0) return date;
  }
  return undefined;
};

/** The next month's such day, today included: « le 31 » skips the months that have none. */
export const nextDayOfMonth = (day: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  for (let ahead = 0; ahead <= 3; ahead += 1) {
    const month = today.with({ day: 1 }).add({ months: ahead });
    const date = dateOf(month.year, month.month, day);
    if (date !== undefined && compare(date, today) >= 0) return date;
  }
  return undefined;
};

const dated = (to: number, date: Temporal.PlainDate | undefined): Match =>
  date === undefined ? match(to, UNCLEAR) : match(to, { is: 'day', date, others: [] });

const fullYear = (value: number, digits: number): number | undefined =>
  digits === 4 ? value : digits === 2 ? 2000 + value : undefined;

const SEPARATORS = new Set(['/', '-', '.']);

/** Of numbers alone: « 26/11 », « 26/11/2026 », « 26-11-26 », « 2026-11-26 ». */
const numericAt = (line: Line, at: number, { today }: Present, isCued: boolean): Match | undefined => {
  const [first, second, third] = [numberAt(line, at), numberAt(line, at + 2), numberAt(line, at + 4)];
  const sign = wordAt(line, at + 1);
  if (!first?.digits || !second?.digits || !SEPARATORS.has(sign) || !isGlued(line, at + 1) || !isGlued(line, at + 2))
    return undefined;
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
  // « jeudi 14-16 » is no day and month: hours, maybe.
  if (sign !== '/' && second.value > 12) return undefined;
  return dated(second.to, nextDate(second.value, first.value, today));
};

/** « 24.11 » is a date; « ubuntu 24.04 » a version. */
const isAfterNoNoun = (line: Line, at: number): boolean => {
  const before = wordAt(line, at - 1);
  return !/^\p{L}/u.test(before) || isCourteous(before);
};

const MONTHS_LATER: readonly (readonly [words: readonly string[], months: number])[] = [
  [['du', 'mois', 'prochain'], 1],
  [['du', 'mois', 'pro'], 1],
  [['de', 'ce', 'mois'], 0],
  [['du', 'mois'], 0],
  [['courant'], 0],
];

const ofMonth = (line: Line, day: number, to: number, today: Temporal.PlainDate): Match | undefined => {
  for (const [words, months] of MONTHS_LATER) {
    const end = past(line, to, words);
    if (end === undefined) continue;
    const month = today.with({ day: 1 }).add({ months });
    return dated(end, dateOf(month.year, month.month, day));
  }
  return undefined;
};

const DAY_SUFFIXES = new Set(['er', 'ier', 'eme', 'e']);

interface DayNumber {
  readonly day: number;
  readonly to: number;
}

/** « 12 », « 1er », « premier », « vingt-cinq ». */
export const dayNumberAt = (line: Line, at: number): DayNumber | undefined => {
  if (wordAt(line, at) === 'premier') return { day: 1, to: at + 1 };
  const said = numberAt(line, at);
  if (said === undefined || said.digits > 2 || wordAt(line, at) === 'une') return undefined;
  const isOrdinal = DAY_SUFFIXES.has(wordAt(line, said.to)) && isGlued(line, said.to);
  return { day: said.value, to: isOrdinal ? said.to + 1 : said.to };
};

const UNITS = new Set([
  ...HOUR_UNITS,
  ...MINUTE_UNITS,
  ...HEADS,
  'ans',
  'an',
  'jours',
  'semaines',
  'mois',
  'euros',
  '€',
  '%',
  'm',
  'fois',
  'eme',
  'e',
]);

/** The number that ends before `to` counts something: people, hours, years. */
export const countsThings = (line: Line, to: number): boolean =>
  UNITS.has(wordAt(line, to)) || (wordAt(line, to) === ':' && isGlued(line, to + 1));

const monthAt = (line: Line, at: number): { readonly month: number; readonly to: number } | undefined => {
  const from = wordAt(line, at) === 'de' || wordAt(line, at) === '-' ? at + 1 : at;
  const month = MONTHS.get(wordAt(line, from));
  if (month === undefined) return undefined;
  return {
    month,
    to:
      wordAt(line, from + 1) === '.' && isGlued(line, from + 1) && wordAt(line, from).length < 5 ? from + 2 : from + 1,
  };
};

/** « 12 juin », « 12 juin 2027 », « 12 juin prochain ». */
const namedAt = (line: Line, at: number, { today }: Present): Match | undefined => {
  const said = dayNumberAt(line, at);
  const named = said && monthAt(line, said.to);
  if (said === undefined || named === undefined) return undefined;
  const whole = yearAt(line, named.to);
  if (whole !== undefined) return dated(whole.to, dateOf(whole.value, named.month, said.day));
  const year = numberAt(line, named.to);
  const isShortYear = year?.digits === 2 && year.value >= today.year % 100 && year.value <= (today.year % 100) + 2;
  if (isShortYear && !countsThings(line, year.to) && !startsHours(line, year.to))
    return dated(year.to, dateOf(2000 + year.value, named.month, said.day));
  const next = nextDate(named.month, said.day, today);
  const after = wordAt(line, named.to);
  if (after === 'dernier' || after === 'passe')
    return dated(named.to + 1, next && dateOf(next.year - 1, named.month, said.day));
  return dated(after === 'prochain' ? named.to + 1 : named.to, next);
};

/** « 12-16h » begins with an hour, not a day. */
const startsHours = (line: Line, to: number): boolean =>
  (wordAt(line, to) === '-' || wordAt(line, to) === '/') &&
  isGlued(line, to) &&
  isGlued(line, to + 1) &&
  numberAt(line, to + 1) !== undefined;

/** A whole date. `isCued`: a weekday or « le » before it, so that « 26-11 » can be one. */
export const dateAt = (line: Line, at: number, present: Present, isCued: boolean): Match | undefined =>
  numericAt(line, at, present, isCued) ?? namedAt(line, at, present);

/** « la matinée du 3 » */
const OF_A_DAY = new Set([...MOMENT_FAMILIES.flat(), 'journee']);

/** « le 5 », « le 12/06 », « 12 juin 2027 », « le 5 du mois prochain ». */
export const dateRule = (line: Line, at: number, present: Present): Match | undefined => {
  const isCued = wordAt(line, at) === 'le' || (wordAt(line, at) === 'du' && OF_A_DAY.has(wordAt(line, at - 1)));
  const from = isCued ? at + 1 : at;
  const whole = dateAt(line, from, present, isCued || wordAt(line, at - 1) === 'au');
  if (whole !== undefined || !isCued) return whole;
  const said = dayNumberAt(line, from);
  if (
    said === undefined ||
    countsThings(line, said.to) ||
    startsHours(line, said.to) ||
    ORDINALS.has(wordAt(line, from))
  )
    return undefined;
  return ofMonth(line, said.day, said.to, present.today) ?? dated(said.to, nextDayOfMonth(said.day, present.today));
};

export const dates = reader(dateRule, new Set(['le', 'du']), NUMBERS);
