// What bounds several days: « jusqu’au 18 décembre », « jusqu’à fin juin », « à partir du 5 janvier », « pendant 4 semaines »,
// « 6 fois ».

import { MONTHS, UNITS_OF_DAYS, UNITS_OF_WEEKS } from './calendar-words.ts';
import { type DayBound, dayBoundAt, pastIncluded } from './day-bounds.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { dateOf, nextDate, nextDayOfMonth } from './next-dates.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';
import { nextOf, schoolHolidaysAt } from './school.ts';
import { mondayOf, nextWeekday } from './weekday-names.ts';

/** The first such day from that one on. */
export const boundDate = (bound: DayBound, from: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  const { date, day, month, year, weekday } = bound;
  if (date !== undefined) return date;
  if (day === undefined) return weekday === undefined ? undefined : nextWeekday(from, weekday);
  if (month === undefined) return nextDayOfMonth(day, from);
  return year === undefined ? nextDate(month, day, from) : dateOf(year, month, day);
};

interface Said {
  readonly to: number;
  readonly date: Temporal.PlainDate;
}

export const lastOf = (month: Temporal.PlainDate): Temporal.PlainDate => month.with({ day: month.daysInMonth });

/** The next such month that has not ended, by its first day. */
export const monthToCome = (line: Line, at: number, today: Temporal.PlainDate): Said | undefined => {
  const from = wordAt(line, at) === 'du' && wordAt(line, at + 1) === 'mois' ? at + 2 : at;
  const cursor = ['de', 'd'].includes(wordAt(line, from)) ? from + 1 : from;
  const month = MONTHS.get(wordAt(line, cursor));
  if (month === undefined) return undefined;
  const said = numberAt(line, cursor + 1);
  const year = said?.digits === 4 ? said.value : today.month > month ? today.year + 1 : today.year;
  const date = dateOf(year, month, 1);
  return date && { to: said?.digits === 4 ? said.to : cursor + 1, date };
};

const ENDS = phrases(
  'fin, la fin de, la fin du mois de, la fin du mois d, fin du mois de, fin de, la fin, fin de mois de',
);
const MIDDLES = phrases('mi, la mi, le milieu de, milieu');
const MONTH_END = phrases('fin du mois, la fin du mois, fin de mois, la fin de mois');
const YEAR_END = phrases('fin de l annee, la fin de l annee, fin d annee, la fin d annee, la fin de cette annee');
const SCHOOL_END = phrases(`
  la fin de l annee scolaire, fin de l annee scolaire, fin d annee scolaire, l ete, les grandes vacances, grandes vacances
`);
const WEEK_END = phrases('la fin de la semaine, fin de semaine, fin de la semaine');

/** « fin juin », « mi-janvier », « la fin de l’année », « vacances »: the last day that counts. */
const lastDayAt = (line: Line, at: number, { today, place }: Present): Said | undefined => {
  const school = pastAny(line, at, SCHOOL_END);
  const summer = place.schoolHolidays.find(
    ({ from }) => from.month === 7 && Temporal.PlainDate.compare(from, today) > 0,
  );
  if (school !== undefined && summer !== undefined) return { to: school, date: summer.from.subtract({ days: 1 }) };
  const year = pastAny(line, at, YEAR_END);
  if (year !== undefined) return { to: year, date: today.with({ month: 12, day: 31 }) };
  const ending = pastAny(line, at, ENDS);
  const month = ending === undefined ? undefined : monthToCome(line, ending, today);
  if (month !== undefined) return { to: month.to, date: lastOf(month.date) };
  const monthEnd = pastAny(line, at, MONTH_END);
  if (monthEnd !== undefined) return { to: monthEnd, date: lastOf(today) };
  const weekEnd = pastAny(line, at, WEEK_END);
  if (weekEnd !== undefined) return { to: weekEnd, date: mondayOf(today).add({ days: 6 }) };
  const middle = pastAny(line, at, MIDDLES);
  const middled =
    middle === undefined ? undefined : monthToCome(line, wordAt(line, middle) === '-' ? middle + 1 : middle, today);
  if (middled !== undefined) return { to: middled.to, date: middled.date.with({ day: 15 }) };
  const holidays = schoolHolidaysAt(line, at, place);
  const next = holidays && nextOf(holidays.holidays, today);
  return holidays && next && { to: holidays.to, date: next.from.subtract({ days: 1 }) };
};

const UNTIL = phrases(`
  jusqu a, jusqu au, jusqu aux, jusqu, jusque, jusqua, jusquau, jusquaux, jusqu en, jusqu a la, jusque fin, till, until,
  et jusqu a, et jusqu au, jusques, jusque en, jusqua la
`);
const UNTIL_A_NUMBER = new Set(['au', 'jusquau', 'le']);

export const untilDayRule: Rule = (line, at, present) => {
  const opener = pastAny(line, at, UNTIL);
  if (opener === undefined) return undefined;
  for (const from of wordAt(line, opener - 1) === 'la' || wordAt(line, opener - 1) === 'fin'
    ? [opener - 1, opener]
    : [opener]) {
    const last =
      lastDayAt(line, from, present) ?? (isInMonth(line, opener) ? wholeMonth(line, from, present) : undefined);
    if (last !== undefined) return match(pastIncluded(line, last.to), { is: 'until-day', date: last.date });
  }
  const bound = dayBoundAt(line, opener, present);
  const isNumber =
    bound !== undefined && bound.weekday === undefined && bound.month === undefined && bound.date === undefined;
  if (
    bound === undefined ||
    (isNumber && !UNTIL_A_NUMBER.has(wordAt(line, opener - 1)) && wordAt(line, opener) !== 'le')
  )
    return undefined;
  const date = boundDate(bound, present.today);
  const monthDay = isNumber && bound.day !== undefined ? { monthDay: bound.day } : {};
  return match(pastIncluded(line, bound.to), date === undefined ? UNCLEAR : { is: 'until-day', date, ...monthDay });
};

const isInMonth = (line: Line, opener: number): boolean => MONTHS.has(wordAt(line, opener));

const wholeMonth = (line: Line, at: number, { today }: Present): Said | undefined => {
  const month = monthToCome(line, at, today);
  return month && { to: month.to, date: lastOf(month.date) };
};

const FROM = phrases(`
  a partir de, a partir du, a partir, a compter du, a compter de, a partir de la, a partir de l, en commencant le, des le,
  debut le, a partir d, des
`);
const FROM_A_NUMBER = new Set(['du', 'le']);
const NEXT_WEEK = phrases('semaine prochaine, semaine pro, sem prochaine');

/** « à partir du 5 janvier »; « dès demain matin » is tomorrow morning. */
export const fromDayRule: Rule = (line, at, present) => {
  const opener = pastAny(line, at, FROM);
  if (opener === undefined) return undefined;
  const week = pastAny(line, opener, NEXT_WEEK);
  if (week !== undefined) return match(week, { is: 'from-day', date: mondayOf(present.today).add({ weeks: 1 }) });
  const isPlainDes = wordAt(line, at) === 'des' && opener === at + 1;
  const month = isInMonth(line, opener) ? monthToCome(line, opener, present.today) : undefined;
  if (month !== undefined) return match(month.to, { is: 'from-day', date: month.date });
  const bound = isPlainDes ? undefined : dayBoundAt(line, opener, present);
  const isNumber =
    bound !== undefined && bound.weekday === undefined && bound.month === undefined && bound.date === undefined;
  if (bound === undefined || (isNumber && !FROM_A_NUMBER.has(wordAt(line, opener - 1)))) return undefined;
  const date = boundDate(bound, present.today);
  return match(bound.to, date === undefined ? UNCLEAR : { is: 'from-day', date });
};

const LASTING = phrases('pendant, durant, pour, sur, pdt, pendant encore');
const TIMES = new Set(['fois', 'seances', 'occurrences', 'sessions', 'rendez']);
/** « deux fois par semaine, le mardi et le jeudi » */
const WEEKLY = phrases('fois par semaine, fois la semaine, fois chaque semaine');
const RATES = phrases('fois par mois, fois par jour, fois par an');
const IN_A_ROW = phrases('de suite, d affilee, consecutifs, consecutives, a la suite, durant');
const MOST = 1000;

/** « pendant 4 semaines », « 3 jours de suite », « 6 fois ». */
export const lastingRule: Rule = (line, at) => {
  const opener = pastAny(line, at, LASTING);
  const said = numberAt(line, opener ?? at);
  if (said === undefined || said.value > MOST) return undefined;
  const unit = wordAt(line, said.to);
  if (TIMES.has(unit)) {
    const weekly = pastAny(line, said.to, WEEKLY);
    if (weekly !== undefined) return match(weekly, { is: 'every', pattern: { by: 'week', weekdays: [], weeks: 1 } });
    const rate = pastAny(line, said.to, RATES);
    if (rate !== undefined) return match(rate, { is: 'unclear', weak: true });
    const to = pastAny(line, said.to + 1, IN_A_ROW) ?? said.to + 1;
    return said.value < 2 ? undefined : match(to, { is: 'times', times: said.value });
  }
  const duration = UNITS_OF_WEEKS.has(unit)
    ? { weeks: said.value }
    : unit === 'mois'
      ? { months: said.value }
      : UNITS_OF_DAYS.has(unit) && said.value > 1
        ? { days: said.value }
        : undefined;
  if (duration === undefined || said.value < 1) return undefined;
  // « un projet de 3 mois »: of what, nobody knows.
  if (opener === undefined && !('days' in duration)) return match(said.to + 1, UNCLEAR);
  return match(pastAny(line, said.to + 1, IN_A_ROW) ?? said.to + 1, {
    is: 'lasting',
    duration: Temporal.Duration.from(duration),
  });
};

export const lastDays = reader(untilDayRule, UNTIL);
export const firstDays = reader(fromDayRule, FROM);
export const lasting = reader(lastingRule, LASTING, NUMBERS);
