// From an hour of one day to an hour of another: « du mardi 9h au jeudi 12h », « de demain 14h à vendredi midi ».
import { clockAt } from './clock.ts';
import { BOUND_WORDS, type DayBound, dayBoundAt } from './day-bounds.ts';
import { endsOf } from './day-spans.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { momentRule } from './moments.ts';
import { phrases } from './phrases.ts';
import { match, type Present, type Rule, type StretchEnd, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';

const OPENERS = phrases('du, de, d, depuis, depuis le, a partir de, a partir du, de le, entre');
const LINKS = phrases('au, a, a l, jusqu au, jusqu a, jusque, jusqua, jusquau, et jusqu au, et jusqu a, et');
const HOURLY = phrases('a, a partir de, des, vers, jusqu a, le');

interface Said {
  readonly to: number;
  readonly clock: number | undefined;
  readonly part: readonly [start: number, end: number] | undefined;
}

/** « 9h », « à midi », « matin »: what is said of the day that ends before `at`. */
const hourAt = (line: Line, at: number, present: Present): Said | undefined => {
  const from = pastAny(line, at, HOURLY) ?? at;
  const clock = clockAt(line, from);
  if (typeof clock?.at === 'number') return { to: clock.to, clock: clock.at, part: undefined };
  const moment = momentRule(line, at, present);
  const [piece, another] = moment?.pieces ?? [];
  return moment !== undefined && piece?.is === 'moment' && another === undefined
    ? { to: moment.to, clock: undefined, part: [piece.start, piece.end] }
    : undefined;
};

const endOf = (date: Temporal.PlainDate, said: Said | undefined, which: 0 | 1): StretchEnd => ({
  date,
  clock: said?.clock,
  part: said?.part?.[which],
});

/** « de mardi 9h à 12h » is one day: what follows « à » there is an hour. */
const lastAt = (line: Line, at: number, present: Present): DayBound | undefined =>
  clockAt(line, at) === undefined ? dayBoundAt(line, at, present) : undefined;

export const dayStretchRule: Rule = (line, at, present) => {
  const opener = pastAny(line, at, OPENERS);
  if (opener === undefined && !BOUND_WORDS.has(wordAt(line, at))) return undefined;
  const from = dayBoundAt(line, opener ?? at, present);
  const start = from && hourAt(line, from.to, present);
  const link = start && pastAny(line, start.to, LINKS);
  if (from === undefined || start === undefined || link === undefined) return undefined;
  if ((wordAt(line, start.to) === 'et') !== (wordAt(line, at) === 'entre')) return undefined;
  const to = lastAt(line, link, present);
  const end = to && hourAt(line, to.to, present);
  if (to === undefined || (to.weekday ?? to.month ?? to.date) === undefined) return undefined;
  // « mardi matin et jeudi » are two days; « mardi 9h à jeudi », whose other end?
  if (end === undefined && opener === undefined) return undefined;
  const [first, last] = endsOf(from, to, present);
  if (first === undefined || last === undefined || Temporal.PlainDate.compare(first, last) >= 0)
    return match(end?.to ?? to.to, UNCLEAR);
  return match(end?.to ?? to.to, { is: 'stretch', first: endOf(first, start, 0), last: endOf(last, end, 1) });
};

export const dayStretches = reader(dayStretchRule, OPENERS, BOUND_WORDS);
