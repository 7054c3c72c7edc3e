// Weeks and days of a month by their rank: « la première semaine de décembre », « les trois premiers jours de mars »,
// « les deux premiers lundis de décembre ». A week belongs to the month that has its Thursday.
import { WEEKDAY_PLURALS, WEEKDAYS } from './calendar-words.ts';
import { monthToCome } from './day-limits.ts';
import { type Line, past, pastAny, wordAt } from './line.ts';
import { OF_MONTH, RANK_WORDS, rankAt } from './monthly.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';
import { rankedIn } from './recurrences.ts';
import { mondayOf } from './weekday-names.ts';

const NEXT_MONTH = phrases('du mois prochain, du mois pro');
const THIS_MONTH = phrases('du mois, de ce mois, du mois en cours, de ce mois ci');

const { compare } = Temporal.PlainDate;

/** « de décembre », « du mois prochain »: the first day of the month, which has not ended. */
const monthAt = (line: Line, at: number, { today }: Present): { to: number; date: Temporal.PlainDate } | undefined => {
  const next = pastAny(line, at, NEXT_MONTH);
  if (next !== undefined) return { to: next, date: today.with({ day: 1 }).add({ months: 1 }) };
  const present = pastAny(line, at, THIS_MONTH);
  const named = ['de', 'd', 'du', 'en'].includes(wordAt(line, at)) ? monthToCome(line, at, today) : undefined;
  return named ?? (present === undefined ? undefined : { to: present, date: today.with({ day: 1 }) });
};

const lastRank = phrases('derniere');

const weekRankAt = (line: Line, at: number): { readonly rank: number; readonly to: number } | undefined => {
  const last = pastAny(line, at, lastRank);
  return last === undefined ? rankAt(line, at) : { rank: -1, to: last };
};

/** « la première semaine de décembre » */
const weekAt = (line: Line, at: number, present: Present): Match | undefined => {
  const from = wordAt(line, at) === 'la' ? at + 1 : at;
  const ranked = weekRankAt(line, from);
  if (ranked === undefined || wordAt(line, ranked.to) !== 'semaine') return undefined;
  const month = monthAt(line, ranked.to + 1, present);
  if (month === undefined) return undefined;
  const { date } = month;
  const week = (of: Temporal.PlainDate): Temporal.PlainDate | undefined => {
    const thursday = rankedIn(of.year, of.month, 4, ranked.rank);
    return thursday && mondayOf(thursday);
  };
  const monday = week(date);
  const isOver = monday !== undefined && compare(monday.add({ days: 6 }), present.today) < 0;
  const first = isOver ? date.add({ years: 1 }) : date;
  const meant = isOver ? week(first) : monday;
  return match(month.to, meant === undefined ? UNCLEAR : { is: 'week', monday: meant, within: first });
};

const FIRSTS = new Set(['premiers', 'premieres']);
const LASTS = new Set(['derniers', 'dernieres']);
const COMING = phrases('prochains jours, jours a venir, jours qui viennent, jours suivants');
const MOST = 31;

/** « les deux premiers lundis de décembre », « les 3 derniers jours du mois », « les deux prochains jours » */
const severalAt = (line: Line, at: number, present: Present): Match | undefined => {
  const from = past(line, at, ['les']) ?? at;
  const said = numberAt(line, from);
  if (said === undefined || said.value < 2 || said.value > MOST) return undefined;
  const coming = pastAny(line, said.to, COMING);
  if (coming !== undefined) {
    const { today } = present;
    return match(coming, { is: 'span', first: today.add({ days: 1 }), last: today.add({ days: said.value }) });
  }
  const word = wordAt(line, said.to);
  const sign = FIRSTS.has(word) ? 1 : LASTS.has(word) ? -1 : undefined;
  return sign && inMonthAt(line, said.to + 1, present, sign, said.value);
};

const inMonthAt = (line: Line, at: number, present: Present, sign: 1 | -1, count: number): Match | undefined => {
  const weekday = WEEKDAY_PLURALS.get(wordAt(line, at)) ?? WEEKDAYS.get(wordAt(line, at));
  const isDays = wordAt(line, at) === 'jours';
  if (weekday === undefined && !isDays) return undefined;
  const ranks = Array.from({ length: Math.min(count, 5) }, (_, index) => sign * (index + 1));
  const month = monthAt(line, at + 1, present);
  const isEach = wordAt(line, at + 1) === 'de' || wordAt(line, at + 1) === 'du';
  const each = isEach ? pastAny(line, at + 1, OF_MONTH) : undefined;
  if (weekday !== undefined && each !== undefined && (month === undefined || month.to <= each))
    return match(each, { is: 'every', pattern: { by: 'rank', ranks, weekday } });
  if (month === undefined) return weekday === undefined ? undefined : match(at + 1, UNCLEAR);
  const { date } = month;
  if (weekday === undefined) {
    const last = date.with({ day: date.daysInMonth });
    const span =
      sign === 1
        ? { first: date, last: date.with({ day: Math.min(count, last.day) }) }
        : { first: last.subtract({ days: count - 1 }), last };
    return match(month.to, { is: 'span', ...span });
  }
  const dates = ranks
    .map((rank) => rankedIn(date.year, date.month, weekday, rank))
    .filter((each) => each !== undefined);
  return match(month.to, dates.length < count ? UNCLEAR : { is: 'dates', dates: dates.sort(compare) });
};

export const rankedWeekRule: Rule = (line, at, present) => weekAt(line, at, present) ?? severalAt(line, at, present);

export const rankedWeeks = reader(rankedWeekRule, new Set(['la', 'les', 'derniere']), RANK_WORDS, NUMBERS);
