// Dates by their number: « le 12 juin », « 26/11 », « 2027-06-12 », « le 5 », « 5 du mois prochain ».

import { MONTHS, ORDINALS, WEEKDAYS } from './calendar-words.ts';
import { HEADS, HOUR_UNITS, MINUTE_UNITS, MOMENT_FAMILIES } from './clock-words.ts';
import { isGlued, type Line, past, wordAt } from './line.ts';
import { dateOf, nextDate, nextDayOfMonth } from './next-dates.ts';
import { numberAt, yearAt } from './numbers.ts';
import { dated, numericAt } from './numeric-dates.ts';
import type { Match, Present } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';

const { compare } = Temporal.PlainDate;

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
    const date = dateOf(month.year, month.month, day);
    // « le 1er du mois », on the 23rd: of the next.
    const isNext = words.length === 2 && date !== undefined && compare(date, today) < 0;
    return dated(end, isNext ? nextDayOfMonth(day, today) : date);
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
    WEEKDAYS.has(wordAt(line, said.to))
  )
    return undefined;
  const inMonth = ofMonth(line, said.day, said.to, present.today);
  // « le premier » alone is whoever comes first.
  return inMonth !== undefined || ORDINALS.has(wordAt(line, from))
    ? inMonth
    : dated(said.to, nextDayOfMonth(said.day, present.today));
};

export const dates = reader(dateRule, new Set(['le', 'du']), NUMBERS);
