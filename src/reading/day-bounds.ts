// One end of a range of days, or one of a list: « jeudi », « le 3 », « mardi 1er décembre », « 24/11 », « demain », « Noël ».
// Its month may be said by the other end only.
import { MONTHS } from './calendar-words.ts';
import { countsThings, dateAt, dayNumberAt } from './dates.ts';
import { FEAST_WORDS, feastRule } from './feasts.ts';
import { isGlued, type Line, past, wordAt } from './line.ts';
import { yearAt } from './numbers.ts';
import type { Match, Present } from './piece.ts';
import { DAY_NAMES } from './reader.ts';
import { NAMED_DAY_WORDS, namedDayRule } from './relative-days.ts';
import { weekdayAt } from './weekday-names.ts';
import { weekdayRule } from './weekdays.ts';

export interface DayBound {
  readonly to: number;
  readonly weekday: number | undefined;
  /** Of a month that is said elsewhere, or of the next one. */
  readonly day: number | undefined;
  readonly month: number | undefined;
  readonly year: number | undefined;
  /** Known whatever is said elsewhere. */
  readonly date: Temporal.PlainDate | undefined;
}

const ARTICLES = new Set(['le', 'l', 'la', 'ce']);
/** What the end of a range may begin with, besides numbers. */
export const BOUND_WORDS: ReadonlySet<string> = new Set([
  ...ARTICLES,
  ...DAY_NAMES,
  ...FEAST_WORDS,
  ...NAMED_DAY_WORDS,
]);

const NOTHING = { weekday: undefined, day: undefined, month: undefined, year: undefined, date: undefined };

const dated = (found: Match | undefined): DayBound | undefined => {
  const [piece, another] = found?.pieces ?? [];
  return found !== undefined && piece?.is === 'day' && another === undefined
    ? { ...NOTHING, to: found.to, date: piece.date }
    : undefined;
};

interface MonthSaid {
  readonly to: number;
  readonly month: number | undefined;
  readonly year: number | undefined;
}

/** « décembre », « de déc. 2026 »; nothing is no month. */
export const monthSaidAt = (line: Line, at: number): MonthSaid => {
  const from = wordAt(line, at) === 'de' || wordAt(line, at) === 'd' ? at + 1 : at;
  const month = MONTHS.get(wordAt(line, from));
  if (month === undefined) return { to: at, month: undefined, year: undefined };
  const isShortened = wordAt(line, from + 1) === '.' && isGlued(line, from + 1) && wordAt(line, from).length < 5;
  const to = isShortened ? from + 2 : from + 1;
  const year = yearAt(line, to);
  return year !== undefined ? { to: year.to, month, year: year.value } : { to, month, year: undefined };
};

const hasSign = (line: Line, at: number): boolean =>
  ['/', '.', '-'].includes(wordAt(line, at)) && isGlued(line, at) && isGlued(line, at + 1);

/** `at` is after the weekday, if there is one. */
const numberedAt = (line: Line, at: number, present: Present, weekday: number | undefined): DayBound | undefined => {
  const from = ARTICLES.has(wordAt(line, at)) ? at + 1 : at;
  const isNumeric = /^\d+$/.test(wordAt(line, from)) && hasSign(line, from + 1) && wordAt(line, from + 1) !== '-';
  const isIso = /^\d{4}$/.test(wordAt(line, from)) && wordAt(line, from + 1) === '-';
  const numeric = isNumeric || isIso ? dated(dateAt(line, from, present, true)) : undefined;
  if (numeric !== undefined) return { ...numeric, weekday };
  const said = dayNumberAt(line, from);
  if (said === undefined || said.day < 1 || said.day > 31) return undefined;
  const named = monthSaidAt(line, said.to);
  if (named.month === undefined && countsThings(line, said.to)) return undefined;
  return { ...NOTHING, ...named, weekday, day: said.day };
};

/** Several rules ask for the same one: it is found once a line. */
const found = new WeakMap<Line, Map<number, DayBound | undefined>>();

/** An end of a range, or one of a list. A number alone is one too: what is around says whether it is a day. */
export const dayBoundAt = (line: Line, at: number, present: Present): DayBound | undefined => {
  const known = found.get(line) ?? new Map<number, DayBound | undefined>();
  if (known.has(at)) return known.get(at);
  const bound = boundAt(line, at, present);
  found.set(line, known.set(at, bound));
  return bound;
};

const boundAt = (line: Line, at: number, present: Present): DayBound | undefined => {
  const from = ARTICLES.has(wordAt(line, at)) ? at + 1 : at;
  const named = dated(feastRule(line, from, present)) ?? dated(namedDayRule(line, from, present));
  if (named !== undefined) return named;
  const weekday = weekdayAt(line, from);
  if (weekday === undefined) return numberedAt(line, from, present, undefined);
  const comma = wordAt(line, weekday.to) === ',' ? weekday.to + 1 : weekday.to;
  const numbered = numberedAt(line, comma, present, weekday.weekday);
  if (numbered !== undefined) return numbered;
  // « vendredi prochain » is a date already.
  const whole = weekdayRule(line, from, present);
  const [piece] = whole?.pieces ?? [];
  if (whole !== undefined && piece?.is === 'day' && piece.weekday === undefined)
    return { ...NOTHING, to: whole.to, weekday: weekday.weekday, date: piece.date };
  return { ...NOTHING, to: weekday.to, weekday: weekday.weekday };
};

const INCLUDED = new Set(['inclus', 'compris', 'inclusivement', 'inclue', 'incluse']);

/** « du 3 au 5 inclus »: the last day always is. */
export const pastIncluded = (line: Line, at: number): number =>
  INCLUDED.has(wordAt(line, at)) ? at + 1 : (past(line, at, ['y', 'compris']) ?? at);
