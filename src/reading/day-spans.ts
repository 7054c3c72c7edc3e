// From one day to another: « du 3 au 5 mars », « de lundi à mercredi », « lun-ven », « du 30/11 au 04/12 ».

import { BOUND_WORDS, type DayBound, dayBoundAt, pastIncluded } from './day-bounds.ts';
import { isGlued, type Line, pastAny, wordAt } from './line.ts';
import { dateOf, nextDate, nextDayOfMonth } from './next-dates.ts';
import { phrases } from './phrases.ts';
import { match, type Piece, type Present, type Rule, UNCLEAR } from './piece.ts';
import { DAY_NAMES, NUMBERS, reader } from './reader.ts';
import { nextWeekday } from './weekday-names.ts';

const { compare } = Temporal.PlainDate;

const OPENERS = phrases(`
  du, de, d, entre, entre le, from, des, des le, depuis, depuis le, a partir de, a partir du, a compter du, de le, de la
`);
const LINKS = phrases(`
  au, a, a l, jusqu au, jusqu a, jusque, jusqu, jusqua, jusquau, et jusqu a, et jusqu au, -, - >, >, .., ..., …, ~, to, a la
`);
const BETWEEN = phrases(['et', 'et le', 'a', 'au']);

const MOST_DAYS = 732;

/** The last such day not after `date`. */
const lastBefore = (date: Temporal.PlainDate, { day, month, weekday }: DayBound): Temporal.PlainDate | undefined => {
  if (day === undefined)
    return weekday === undefined ? undefined : nextWeekday(date.subtract({ weeks: 1, days: 1 }), weekday);
  for (let back = 0; back <= 12; back += 1) {
    const at = date.with({ day: 1 }).subtract({ months: back });
    const found = month === undefined || at.month === month ? dateOf(at.year, at.month, day) : undefined;
    if (found !== undefined && compare(found, date) <= 0) return found;
  }
  return undefined;
};

/** The first such day not before `date`. */
const firstFrom = (date: Temporal.PlainDate, { day, month, weekday }: DayBound): Temporal.PlainDate | undefined => {
  if (day === undefined) return weekday === undefined ? undefined : nextWeekday(date.subtract({ days: 1 }), weekday);
  return month === undefined ? nextDayOfMonth(day, date) : nextDate(month, day, date);
};

const knownDate = ({ date, day, month, year }: DayBound): Temporal.PlainDate | undefined =>
  date ?? (day !== undefined && month !== undefined && year !== undefined ? dateOf(year, month, day) : undefined);

const isWeekdayOnly = ({ weekday, day, date }: DayBound): boolean =>
  weekday !== undefined && day === undefined && date === undefined;

type Ends = readonly [first: Temporal.PlainDate | undefined, last: Temporal.PlainDate | undefined];

/** Both ends as dates: what one says of the month or the week holds for the other. */
export const endsOf = (from: DayBound, to: DayBound, { today }: Present): Ends => {
  const [first, last] = [knownDate(from), knownDate(to)];
  const tomorrow = today.add({ days: 1 });
  if (first !== undefined) return [first, last ?? firstFrom(first, to)];
  if (last !== undefined) {
    // « du mardi au jeudi de la semaine prochaine » is in that week; « de jeudi au 5 décembre » begins this Thursday.
    const isInItsWeek = isWeekdayOnly(from) && to.weekday === undefined;
    return [isInItsWeek ? firstFrom(tomorrow, from) : lastBefore(last, from), last];
  }
  if (isWeekdayOnly(from)) {
    const start = firstFrom(tomorrow, from);
    return [start, start && firstFrom(isWeekdayOnly(to) ? start.add({ days: 1 }) : start, to)];
  }
  if (to.month !== undefined) {
    const end = firstFrom(today, to);
    return [end && lastBefore(end, from), end];
  }
  const start = firstFrom(today, from);
  return [start, start && firstFrom(start, to)];
};

const agrees = (date: Temporal.PlainDate | undefined, { weekday }: DayBound): boolean =>
  weekday === undefined || date?.dayOfWeek === weekday;

const spanPiece = (from: DayBound, to: DayBound, present: Present): Piece => {
  const [first, last] = endsOf(from, to, present);
  const isRight =
    first !== undefined && last !== undefined && compare(first, last) <= 0 && agrees(first, from) && agrees(last, to);
  if (!isRight || first.until(last).days > MOST_DAYS) return UNCLEAR;
  const weekdays = [from.weekday ?? 0, to.weekday ?? 0] as const;
  return { is: 'span', first, last, ...(isWeekdayOnly(from) && isWeekdayOnly(to) ? { weekdays } : {}) };
};

const isBareNumber = ({ weekday, month, date }: DayBound): boolean =>
  weekday === undefined && month === undefined && date === undefined;

const SURE_OPENERS = new Set(['du', 'depuis']);

/** « de 14 à 16 » are hours, « du 14 au 16 » days; « 26/11 - 28/11 » too, « 10/12 » is one day. */
const isOfDays = (
  line: Line,
  at: number,
  opener: number | undefined,
  from: DayBound,
  to: DayBound,
  link: number,
): boolean => {
  const isSureOpener =
    opener !== undefined && (SURE_OPENERS.has(wordAt(line, at)) || wordAt(line, opener - 1) === 'le');
  if (isBareNumber(to)) {
    const isDay = from.month !== undefined || from.date !== undefined || from.day !== undefined;
    const isLinkSaid = wordAt(line, link) === 'au' || wordAt(line, link + 1) === 'au';
    return isDay && isLinkSaid && (isSureOpener || !isBareNumber(from));
  }
  if (!isBareNumber(from)) return opener !== undefined || !isJoinedByDash(line, link) || isDashed(from, to);
  // « 3-5 mars », « du 3 au 5 mars », but not « pour 3 - jeudi ».
  return (
    (to.month !== undefined || to.date !== undefined) &&
    (isSureOpener ||
      (isGlued(line, link) && to.date === undefined) ||
      wordAt(line, link) === 'au' ||
      wordAt(line, link) === 'a')
  );
};

const isJoinedByDash = (line: Line, link: number): boolean => wordAt(line, link) === '-';

/** « lundi-mercredi », « 24/11-26/11 »: two of one kind. */
const isDashed = (from: DayBound, to: DayBound): boolean =>
  (isWeekdayOnly(from) && isWeekdayOnly(to)) || (from.weekday === undefined) === (to.weekday === undefined);

const LISTING = new Set(['et', ',', '&', '+']);

/** « le jeudi jusqu’au 18 », « mardi et jeudi jusqu’au 18 »: each week; « jeudi jusqu’au 18 » is a range. */
const isRepeated = (line: Line, at: number): boolean =>
  wordAt(line, at) === 'le' ||
  wordAt(line, at - 1) === 'le' ||
  (LISTING.has(wordAt(line, at - 1)) && DAY_NAMES.has(wordAt(line, at - 2)));

const COUNTING = new Set(['pour', 'x', 'sommes', 'serons', 'sera', 'bureau', 'salle']);

export const daySpanRule: Rule = (line, at, present) => {
  const opener = pastAny(line, at, OPENERS);
  const from = dayBoundAt(line, opener ?? at, present);
  if (from === undefined || (opener === undefined && COUNTING.has(wordAt(line, at - 1)))) return undefined;
  const start = pastIncluded(line, from.to);
  const links = wordAt(line, at) === 'entre' ? BETWEEN : LINKS;
  const link = pastAny(line, start, links);
  const to = link === undefined ? undefined : dayBoundAt(line, link, present);
  if (to === undefined || !isOfDays(line, at, opener, from, to, start)) return undefined;
  const isUntil = wordAt(line, start).startsWith('jusqu') || wordAt(line, start + 1).startsWith('jusqu');
  if (opener === undefined && isUntil && isWeekdayOnly(from) && isRepeated(line, at)) return undefined;
  return match(pastIncluded(line, to.to), spanPiece(from, to, present));
};

export const daySpans = reader(daySpanRule, OPENERS, BOUND_WORDS, NUMBERS);
