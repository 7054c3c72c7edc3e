// Several days by their numbers, of one month that may be said once: « les 3, 4 et 10 mars », « le 24 et le 31 »,
// « jeudi 26 et vendredi 27 novembre », « les mardis 1er, 8 et 15 décembre ».

import { WEEKDAY_PLURALS, WEEKDAYS } from './calendar-words.ts';
import { HEADS, HOUR_UNITS } from './clock-words.ts';
import { countsThings, dayNumberAt } from './dates.ts';
import { monthSaidAt } from './day-bounds.ts';
import { isGlued, type Line, past, pastAny, wordAt } from './line.ts';
import { OF_MONTH } from './monthly.ts';
import { dateOf, nextDate, nextDayOfMonth } from './next-dates.ts';
import { numberAt } from './numbers.ts';
import { match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { DAY_NAMES, NUMBERS, reader } from './reader.ts';
import { weekdayAt } from './weekday-names.ts';
import { wordSet } from './word-set.ts';

interface Item {
  readonly to: number;
  readonly day: number;
  readonly weekday: number | undefined;
  /** « le 3 »: with an article or a weekday of its own, it needs no joint before it. */
  readonly isCued: boolean;
}

const ARTICLES = new Set(['le', 'les', 'l']);
const JOINTS = wordSet('et , & + puis ; ainsi');

const named = (line: Line, at: number): { readonly weekday: number; readonly to: number } | undefined => {
  const plural = WEEKDAY_PLURALS.get(wordAt(line, at));
  return plural === undefined ? weekdayAt(line, at) : { weekday: plural, to: at + 1 };
};

/** « 11 » in « 24 et 25/11 »: after the last of them. */
const numericMonthAt = (line: Line, at: number): ReturnType<typeof monthSaidAt> | undefined => {
  const said = wordAt(line, at) === '/' && isGlued(line, at) ? numberAt(line, at + 1) : undefined;
  if (said === undefined || said.digits === 0 || said.digits > 2 || said.value < 1 || said.value > 12) return undefined;
  const isLonger = wordAt(line, said.to) === '/' || HOUR_UNITS.has(wordAt(line, said.to));
  return isLonger ? undefined : { to: said.to, month: said.value, year: undefined };
};

const monthOf = (line: Line, at: number): ReturnType<typeof monthSaidAt> | undefined => {
  const named = monthSaidAt(line, at);
  return named.month === undefined ? numericMonthAt(line, at) : named;
};

const itemAt = (line: Line, at: number): Item | undefined => {
  const article = ARTICLES.has(wordAt(line, at)) ? at + 1 : at;
  const weekday = named(line, article);
  const number = weekday === undefined ? article : weekday.to;
  const from = wordAt(line, number) === 'le' ? number + 1 : number;
  const said = dayNumberAt(line, from);
  if (said === undefined || said.day < 1 || said.day > 31) return undefined;
  const isHour = wordAt(line, said.to) === '-' && isGlued(line, said.to) && isGlued(line, said.to + 1);
  if (isHour || (wordAt(line, said.to) === '/' && isGlued(line, said.to) && monthOf(line, said.to) === undefined))
    return undefined;
  return { to: said.to, day: said.day, weekday: weekday?.weekday, isCued: from > at };
};

const pastJoints = (line: Line, at: number): number => {
  let to = at;
  while (JOINTS.has(wordAt(line, to)) && to - at < 2) to += 1;
  return to;
};

const MOST_ITEMS = 16;

const itemsAt = (line: Line, at: number): readonly Item[] => {
  const items: Item[] = [];
  let cursor = at;
  while (items.length < MOST_ITEMS) {
    const item = itemAt(line, cursor);
    if (item === undefined || (items.length > 0 && cursor === items.at(-1)?.to && !item.isCued)) break;
    items.push(item);
    // A month ends the list: what follows is of another.
    if (monthOf(line, item.to) !== undefined) break;
    cursor = pastJoints(line, item.to);
  }
  return items;
};

/** The last number may count something else: « le 3 et le 4, 5 personnes ». */
const ofDays = (line: Line, items: readonly Item[]): readonly Item[] => {
  const last = items.at(-1);
  return last !== undefined && countsThings(line, last.to) && monthOf(line, last.to) === undefined
    ? ofDays(line, items.slice(0, -1))
    : items;
};

type Dates = readonly (Temporal.PlainDate | undefined)[];

const inMonth = (items: readonly Item[], month: number, year: number | undefined, { today }: Present): Dates => {
  const last = items.at(-1)?.day ?? 0;
  const end = year === undefined ? nextDate(month, last, today) : dateOf(year, month, last);
  if (end === undefined) return [undefined];
  // « lundi 30 et mardi 1er décembre »: the 30th is of the month before.
  let [before, day] = [end.with({ day: 1 }), last];
  const dates = items.toReversed().map((item) => {
    if (item.day > day) before = before.subtract({ months: 1 });
    day = item.day;
    return dateOf(before.year, before.month, day);
  });
  return dates.reverse();
};

const toCome = (items: readonly Item[], { today }: Present): Dates => {
  const dates: Temporal.PlainDate[] = [];
  for (const { day } of items) {
    const date = nextDayOfMonth(day, dates.at(-1)?.add({ days: 1 }) ?? today);
    if (date !== undefined) dates.push(date);
  }
  return dates;
};

/** « le 1er et le 3e mardi du mois » ranks weekdays. */
const isRanked = (line: Line, { to, weekday }: Item): boolean =>
  weekday === undefined && SUFFIXES.has(wordAt(line, to - 1)) && named(line, to) !== undefined;
const SUFFIXES = wordSet('er e eme ieme premier');

const NEXT_MONTH = ['du', 'mois', 'prochain'];
const COUNTING = wordSet('pour x sommes serons sera bureau salle numero');

export const dayListRule: Rule = (line, at, present) => {
  if (COUNTING.has(wordAt(line, at - 1)) && !ARTICLES.has(wordAt(line, at))) return undefined;
  const items = ofDays(line, itemsAt(line, at));
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || items.length < 2 || isRanked(line, last)) return undefined;
  const monthly = first.isCued ? pastAny(line, last.to, OF_MONTH) : undefined;
  if (
    monthly !== undefined &&
    past(line, last.to, NEXT_MONTH) === undefined &&
    items.every(({ weekday }) => weekday === undefined)
  )
    return match(monthly, { is: 'every', pattern: { by: 'month', days: items.map(({ day }) => day) } });
  const { to, month, year } = monthOf(line, last.to) ?? { to: last.to, month: undefined, year: undefined };
  const next = month === undefined ? past(line, last.to, NEXT_MONTH) : undefined;
  if (month === undefined && (!first.isCued || HEADS.has(wordAt(line, last.to)))) return undefined;
  // « jeudi 26 et vendredi 27 » are two dates, each with its own weekday: better told one by one.
  const isNamedEach = items.every(({ weekday }) => weekday !== undefined);
  if (month === undefined && isNamedEach) return undefined;
  const nextMonth = present.today.add({ months: 1 });
  const dates =
    next !== undefined
      ? inMonth(items, nextMonth.month, nextMonth.year, present)
      : month === undefined
        ? toCome(items, present)
        : inMonth(items, month, year, present);
  const known = dates.filter((date) => date !== undefined);
  const isPlural = WEEKDAY_PLURALS.has(wordAt(line, at)) || WEEKDAY_PLURALS.has(wordAt(line, at + 1));
  const agrees = known.every((date, index) => {
    const weekday = isPlural ? first.weekday : items[index]?.weekday;
    return weekday === undefined || date.dayOfWeek === weekday;
  });
  if (known.length < items.length || !agrees)
    return WEEKDAYS.has(wordAt(line, at)) && month === undefined ? undefined : match(next ?? to, UNCLEAR);
  return match(next ?? to, { is: 'dates', dates: known });
};

export const dayLists = reader(dayListRule, ARTICLES, DAY_NAMES, NUMBERS);
