// A whole month, when it is asked for as such: « décembre », « en mars 2027 », « ce mois-ci », « le mois prochain ».
// A month that dates a day, or only bounds something (« le 5 décembre », « fin décembre »), is left to what reads time.
import { MONTHS, ORDINALS, SPELLED, WEEKDAYS } from './calendar-words.ts';
import { type Found, positionsFrom, type Sentence, type Token, taking } from './sentence.ts';
import { tokenize } from './tokenize.ts';

/** « mar » may be Tuesday, « sept » seven, « mai » nothing else. */
const SHORTENED = new Set(['jan', 'janv', 'fev', 'fevr', 'avr', 'juil', 'juill', 'oct', 'nov', 'dec']);

const monthNamed = (word: string): number | undefined =>
  word.length > 4 || ['mai', 'mars', 'juin', 'aout'].includes(word) || SHORTENED.has(word)
    ? MONTHS.get(word)
    : undefined;

const BEFORE = new Set(['en', 'au', 'mois', 'de', 'd', 'du', 'le', 'pour', 'sur', 'tout', 'pendant', 'durant']);
const BOUNDS = new Set([
  'fin',
  'debut',
  'mi',
  'courant',
  'jusqu',
  'avant',
  'apres',
  'depuis',
  'des',
  'partir',
  'a',
  '-',
]);
const NEXT = new Set(['prochain', 'suivant']);
const LAST = new Set(['dernier', 'passe', 'precedent']);
const THIS = new Set(['ce', 'le', 'du', 'au']);

const isDating = (word: string): boolean =>
  /^\d+$/.test(word) ||
  word === 'er' ||
  WEEKDAYS.has(word) ||
  ORDINALS.has(word) ||
  SPELLED.has(word) ||
  BOUNDS.has(word) ||
  MONTHS.has(word);

/** What stands before it, past articles and prepositions. */
const startOf = (tokens: readonly Token[], at: number): number | undefined => {
  let from = at;
  while (from > 0 && !tokens[from - 1]?.taken && BEFORE.has(tokens[from - 1]?.word ?? '')) from -= 1;
  const before = tokens[from - 1];
  return before !== undefined && !before.taken && isDating(before.word) ? undefined : from;
};

interface Read {
  readonly month: Temporal.PlainYearMonth;
  readonly from: number;
  readonly to: number;
}

const yearAt = (token: Token | undefined): number | undefined =>
  token && !token.taken && /^20\d\d$/.test(token.word) ? Number(token.word) : undefined;

/** Without a year, the next one to come, the present month included. */
const named = (tokens: readonly Token[], at: number, present: Temporal.PlainYearMonth): Read | undefined => {
  const month = monthNamed(tokens[at]?.word ?? '');
  if (month === undefined) return undefined;
  const from = startOf(tokens, at);
  if (from === undefined) return undefined;
  const written = yearAt(tokens[at + 1]);
  const year = written ?? present.year + (month < present.month ? 1 : 0);
  return { month: Temporal.PlainYearMonth.from({ year, month }), from, to: at + (written === undefined ? 1 : 2) };
};

/** « ce mois-ci », « le mois prochain »; « un mois », « 2 mois » are lengths of time. */
const relative = (tokens: readonly Token[], at: number, present: Temporal.PlainYearMonth): Read | undefined => {
  if (tokens[at]?.word !== 'mois') return undefined;
  const [before, after, next] = [tokens[at - 1]?.word ?? '', tokens[at + 1]?.word ?? '', tokens[at + 2]?.word ?? ''];
  const start = startOf(tokens, before === 'ce' ? at - 1 : at);
  if (start === undefined) return undefined;
  if (NEXT.has(after)) return { month: present.add({ months: 1 }), from: start, to: at + 2 };
  if (LAST.has(after)) return { month: present.subtract({ months: 1 }), from: start, to: at + 2 };
  if (!THIS.has(before) && at > 0 && !tokens[at - 1]?.taken) return undefined;
  if (after === '-' && next === 'ci') return { month: present, from: start, to: at + 3 };
  const isClosed = ['ci', 'entier', 'courant'].includes(after);
  return { month: present, from: start, to: at + (isClosed ? 2 : 1) };
};

export const findMonth = (
  sentence: Sentence,
  now: Temporal.ZonedDateTime,
): Found<Temporal.PlainYearMonth> | undefined => {
  const { tokens } = sentence;
  const present = now.toPlainDate().toPlainYearMonth();
  const months = tokens.flatMap(({ taken, word }, at) => (!taken && monthNamed(word) !== undefined ? [at] : []));
  // « de mars à mai »: not one month.
  if (months.length > 1) return undefined;
  const [at] = months;
  const only = at === undefined ? undefined : named(tokens, at, present);
  const read =
    only ??
    tokens
      .map((token, at) => (token.taken ? undefined : relative(tokens, at, present)))
      .find((each) => each !== undefined);
  return read && { value: read.month, sentence: taking(sentence, new Set(positionsFrom(read.from, read.to))) };
};

const NUMERIC = /^\s*(?:(20\d\d)-(\d\d?)|(\d\d?)[/.-](20\d\d))\s*$/;

/** A field of its own: also « 2026-12 » and « 12/2026 ». Undefined when it is not one month and nothing else. */
export const parseMonth = (raw: string, now: Temporal.ZonedDateTime): Temporal.PlainYearMonth | undefined => {
  const [, year, month, monthFirst, yearLast] = NUMERIC.exec(raw) ?? [];
  const [inYear, number] = [Number(year ?? yearLast), Number(month ?? monthFirst)];
  if (number >= 1 && number <= 12) return Temporal.PlainYearMonth.from({ year: inYear, month: number });
  const found = findMonth(tokenize(raw), now);
  return found?.sentence.tokens.every(({ taken }) => taken) ? found.value : undefined;
};
