// What is left out of several days: « sauf le 24 et le 31 », « sauf le mercredi », « hors vacances scolaires ».

import { WEEKDAY_PLURALS } from './calendar-words.ts';
import { dayBoundAt } from './day-bounds.ts';
import { boundDate, lastOf, monthToCome } from './day-limits.ts';
import { dayListRule } from './day-lists.ts';
import { daySpanRule } from './day-spans.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { momentRule } from './moments.ts';
import { phrases } from './phrases.ts';
import { type Exception, match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';
import { schoolHolidaysAt } from './school.ts';

const OPENERS = phrases(`
  sauf, excepte, hors, hormis, a part, mais pas, a l exception de, a l exception du, a l exception des, en dehors de,
  en dehors des, except, mais pas pendant, sauf pendant, hors periode de, hors periodes de, mais pas durant, sans, sauf durant
`);
const PUBLIC = phrases('jours feries, les jours feries, jour ferie, feries, les feries');
const JOINTS = phrases('et, ni, et pas, et hors, et sauf, &, ou');

/** « sauf le 1er jusqu’au 22 » is without the 1st, until the 22nd. */
const SPANNING = new Set(['du', 'de', 'entre']);

interface Left {
  readonly to: number;
  readonly exception: Exception;
}

const IN_MONTH = new Set(['en', 'au']);

const NOTHING: Exception = { dates: [], monthDays: [], weekdays: [], holidays: [] };

const listed = (line: Line, at: number, present: Present): Left | undefined => {
  const list =
    dayListRule(line, at, present) ?? (SPANNING.has(wordAt(line, at)) ? daySpanRule(line, at, present) : undefined);
  const [piece] = list?.pieces ?? [];
  if (list === undefined) return undefined;
  if (piece?.is === 'span')
    return { to: list.to, exception: { ...NOTHING, holidays: [{ from: piece.first, to: piece.last }] } };
  if (piece?.is !== 'dates') return undefined;
  // Without a month they are days of whatever month the series is in.
  const isOfAMonth = /^\p{L}{3,}$/u.test(wordAt(line, list.to - 1));
  return isOfAMonth
    ? { to: list.to, exception: { ...NOTHING, dates: piece.dates } }
    : { to: list.to, exception: { ...NOTHING, monthDays: piece.dates.map(({ day }) => day) } };
};

/** « sauf en décembre » */
const monthLeftAt = (line: Line, at: number, { today }: Present): Left | undefined => {
  const from = IN_MONTH.has(wordAt(line, at)) ? at + 1 : at;
  const said =
    wordAt(line, from).length > 3 || wordAt(line, from) === 'mai' ? monthToCome(line, from, today) : undefined;
  return said && { to: said.to, exception: { ...NOTHING, holidays: [{ from: said.date, to: lastOf(said.date) }] } };
};

const leftAt = (line: Line, at: number, present: Present): Left | undefined => {
  const school = schoolHolidaysAt(line, at, present.place);
  if (school !== undefined) return { to: school.to, exception: { ...NOTHING, holidays: school.holidays } };
  const publicHolidays = pastAny(line, at, PUBLIC);
  if (publicHolidays !== undefined) return { to: publicHolidays, exception: NOTHING };
  const whole = monthLeftAt(line, at, present);
  if (whole !== undefined) return whole;
  const article = ['les', 'le', 'la'].includes(wordAt(line, at)) ? at + 1 : at;
  const plural = WEEKDAY_PLURALS.get(wordAt(line, article));
  if (plural !== undefined) return { to: article + 1, exception: { ...NOTHING, weekdays: [plural] } };
  const list = listed(line, at, present);
  if (list !== undefined) return list;
  const bound = dayBoundAt(line, at, present);
  if (bound === undefined) return undefined;
  const { to, date, day, month, weekday } = bound;
  if (date === undefined && day === undefined && weekday !== undefined)
    return { to, exception: { ...NOTHING, weekdays: [weekday] } };
  if (date === undefined && day !== undefined && month === undefined)
    return { to, exception: { ...NOTHING, monthDays: [day] } };
  const known = boundDate(bound, present.today);
  return known && { to, exception: { ...NOTHING, dates: [known] } };
};

export const joined = (all: readonly Exception[]): Exception => ({
  dates: all.flatMap(({ dates }) => dates),
  monthDays: all.flatMap(({ monthDays }) => monthDays),
  weekdays: all.flatMap(({ weekdays }) => weekdays),
  holidays: all.flatMap(({ holidays }) => holidays),
});

export const exceptRule: Rule = (line, at, present) => {
  const opener = pastAny(line, at, OPENERS);
  let left = opener === undefined ? undefined : leftAt(line, opener, present);
  if (left === undefined) return undefined;
  const all: Exception[] = [];
  let to = left.to;
  while (left !== undefined) {
    all.push(left.exception);
    to = left.to;
    // « sauf jeudi après-midi »: what is left of Thursday, then?
    if (momentRule(line, to, present) !== undefined) return match(to, UNCLEAR);
    const joint =
      wordAt(line, to) === ',' && /^(?:le|les)$/.test(wordAt(line, to + 1)) ? to + 1 : pastAny(line, to, JOINTS);
    left = joint === undefined ? undefined : leftAt(line, joint, present);
  }
  return match(to, { is: 'except', exception: joined(all) });
};

export const exceptions = reader(exceptRule, OPENERS);
