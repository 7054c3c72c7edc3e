// What comes back once a month: « le premier mardi du mois », « le 5 de chaque mois », « tous les mois, le dernier jeudi ».

import { MONTHS, ORDINALS, WEEKDAY_PLURALS, WEEKDAYS } from './calendar-words.ts';
import { dayNumberAt } from './dates.ts';
import { type Line, past, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Pattern, type Rule, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';
import { wordSet } from './word-set.ts';

const every = (to: number, pattern: Pattern): Match => match(to, { is: 'every', pattern });

const SUFFIXES = wordSet('er ers e eme emes nd ieme iemes ere');

export const rankAt = (line: Line, at: number): { readonly rank: number; readonly to: number } | undefined => {
  const word = wordAt(line, at);
  const known = ORDINALS.get(word) ?? ORDINALS.get(word.replace(/s$/, ''));
  if (known !== undefined) return { rank: known, to: at + 1 };
  const said = numberAt(line, at);
  const isOrdinal = said?.digits === 1 && SUFFIXES.has(wordAt(line, said.to));
  return isOrdinal && said.value <= 5 ? { rank: said.value, to: said.to + 1 } : undefined;
};

export const RANK_WORDS: ReadonlySet<string> = new Set([...ORDINALS.keys()].flatMap((word) => [word, `${word}s`]));

export const OF_MONTH = phrases(`
  du mois, de chaque mois, de tous les mois, tous les mois, chaque mois, par mois, des mois, de ts les mois, du mois en cours
`);
const OF_ONE_MONTH = phrases('du mois prochain, du mois pro, du mois dernier');
const OF_NAMED_MONTH = phrases('du mois de, du mois d, de, d');

/** « le premier mardi de décembre » is a day. */
const isOfOneMonth = (line: Line, at: number): boolean => {
  const named = pastAny(line, at, OF_NAMED_MONTH);
  return pastAny(line, at, OF_ONE_MONTH) !== undefined || (named !== undefined && MONTHS.has(wordAt(line, named)));
};
const MONTHLY = phrases('tous les mois, chaque mois, une fois par mois, mensuellement');

export const isMonthly = (line: Line, at: number): boolean => pastAny(line, at, MONTHLY) !== undefined;

const MOST_RANKS = 5;

/** `at`: the first rank. « premier et troisième mardi du mois » */
export const rankedAt = (line: Line, at: number, isMonthly: boolean): Match | undefined => {
  const ranks: number[] = [];
  let cursor = at;
  for (
    let found = rankAt(line, cursor);
    found !== undefined && ranks.length < MOST_RANKS;
    found = rankAt(line, cursor)
  ) {
    ranks.push(found.rank);
    const joint = wordAt(line, found.to) === 'et' || wordAt(line, found.to) === ',' ? found.to + 1 : found.to;
    cursor = joint > found.to && (wordAt(line, joint) === 'le' || wordAt(line, joint) === 'les') ? joint + 1 : joint;
    if (joint === found.to) break;
  }
  const weekday = WEEKDAY_PLURALS.get(wordAt(line, cursor)) ?? WEEKDAYS.get(wordAt(line, cursor));
  if (ranks.length === 0 || weekday === undefined || isOfOneMonth(line, cursor + 1)) return undefined;
  const to = pastAny(line, cursor + 1, OF_MONTH) ?? (isMonthly || ranks.length > 1 ? cursor + 1 : undefined);
  return to === undefined ? undefined : every(to, { by: 'rank', ranks, weekday });
};

/** « le 5 de chaque mois », « tous les 5 du mois » */
export const monthDayAt = (line: Line, at: number, isEach: boolean): Match | undefined => {
  const said = dayNumberAt(line, at);
  if (said === undefined || said.day < 1 || said.day > 31) return undefined;
  const of = pastAny(line, said.to, isEach ? OF_MONTH : EACH_MONTH);
  return of === undefined ? undefined : every(of, { by: 'month', days: [said.day] });
};
const EACH_MONTH = phrases('de chaque mois, de tous les mois, chaque mois, tous les mois');

/** « tous les mois, le premier mardi » */
export const monthlyRule: Rule = (line, at) => {
  const monthly = pastAny(line, at, MONTHLY);
  if (monthly === undefined) return undefined;
  const from = wordAt(line, monthly) === ',' ? monthly + 1 : monthly;
  const article = past(line, from, ['le']) ?? from;
  return rankedAt(line, article, true) ?? monthDayAtEnd(line, article) ?? match(monthly, UNCLEAR);
};

const monthDayAtEnd = (line: Line, at: number): Match | undefined => {
  const said = wordAt(line, at - 1) === 'le' ? dayNumberAt(line, at) : undefined;
  return said && said.day >= 1 && said.day <= 31 ? every(said.to, { by: 'month', days: [said.day] }) : undefined;
};

export const monthly = reader(monthlyRule, MONTHLY);
