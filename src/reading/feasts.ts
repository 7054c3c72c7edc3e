// Days that have a name: « à Noël », « le lundi de Pâques », « le jour de l’An ». The next one to come.

import { holidaysOf } from '../place/holidays.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';

type OfYear = (year: number) => Temporal.PlainDate | undefined;

const publicHoliday =
  (key: string, days = 0): OfYear =>
  (year) =>
    holidaysOf(year)
      .find((holiday) => holiday.key === key)
      ?.date.add({ days });

const fixed =
  (month: number, day: number): OfYear =>
  (year) =>
    new Temporal.PlainDate(year, month, day);

interface Feast {
  readonly names: ReturnType<typeof phrases>;
  readonly of: OfYear;
  /** The name alone may be part of a purpose (« repas de Noël »). */
  readonly weak: boolean;
}

const feast = (names: readonly string[], of: OfYear, weak = false): Feast => ({ names: phrases(names), of, weak });

const FEASTS: readonly Feast[] = [
  feast(['reveillon de noel'], fixed(12, 24)),
  feast(['jour de noel'], publicHoliday('christmas')),
  feast(['noel'], publicHoliday('christmas'), true),
  feast(
    [
      'reveillon du nouvel an',
      'reveillon du jour de l an',
      'reveillon de la saint sylvestre',
      'saint sylvestre',
      'st sylvestre',
    ],
    fixed(12, 31),
  ),
  feast(['jour de l an', 'premier de l an', 'jour du nouvel an', 'nouvel an'], publicHoliday('new-year')),
  feast(['dimanche de paques'], publicHoliday('easter-monday', -1)),
  feast(['lundi de paques'], publicHoliday('easter-monday')),
  feast(['vendredi saint'], publicHoliday('easter-monday', -3)),
  feast(['mardi gras'], publicHoliday('easter-monday', -48)),
  feast(['paques'], publicHoliday('easter-monday', -1), true),
  feast(['jeudi de l ascension', 'jour de l ascension'], publicHoliday('ascension')),
  feast(['ascension'], publicHoliday('ascension'), true),
  feast(['dimanche de pentecote', 'dimanche de la pentecote'], publicHoliday('whit-monday', -1)),
  feast(['lundi de pentecote', 'lundi de la pentecote'], publicHoliday('whit-monday')),
  feast(['pentecote'], publicHoliday('whit-monday', -1), true),
  feast(['jour de la fete du travail', 'fete du travail', 'fete des travailleurs'], publicHoliday('labour-day')),
  feast(['fete de la victoire', 'victoire 1945', 'victoire de 1945', 'victoire 45'], publicHoliday('victory-1945')),
  feast(['fete nationale'], publicHoliday('national-day')),
  feast(['jour de l assomption'], publicHoliday('assumption')),
  feast(['assomption'], publicHoliday('assumption'), true),
  feast(['jour de la toussaint'], publicHoliday('all-saints')),
  feast(['toussaint'], publicHoliday('all-saints'), true),
  feast(['armistice', 'jour de l armistice'], publicHoliday('armistice'), true),
  feast(['saint valentin', 'st valentin'], fixed(2, 14), true),
  feast(['fete de la musique'], fixed(6, 21), true),
];

const OF = new Set(['de', 'd', 'du', 'des', 'vacances', 'fete', 'marche', 'conges', 'pont']);

/** « vacances de la Toussaint »: a name of something else. */
const belongsToNoun = (line: Line, at: number): boolean => {
  const before = wordAt(line, at - 1);
  return OF.has(before === 'la' || before === 'l' ? wordAt(line, at - 2) : before);
};

/** By the first word of their names, in order. */
const BY_WORD: ReadonlyMap<string, readonly Feast[]> = new Map(
  [...new Set(FEASTS.flatMap(({ names }) => [...names.keys()]))].map((word) => [
    word,
    FEASTS.filter(({ names }) => names.has(word)),
  ]),
);

export const FEAST_WORDS: Iterable<string> = BY_WORD.keys();

/** `isSure`: a day is awaited here, so that « Noël » is no part of a name. */
export const feastAt = (line: Line, at: number, { today }: Present, isSure: boolean): Match | undefined => {
  for (const { names, of, weak } of BY_WORD.get(wordAt(line, at)) ?? []) {
    const to = pastAny(line, at, names);
    if (to === undefined) continue;
    if (weak && !isSure && belongsToNoun(line, at)) return undefined;
    const said = numberAt(line, to);
    const isYear = said?.digits === 4;
    const years = isYear ? [said.value] : [today.year, today.year + 1];
    const date = years
      .map((year) => (year >= 1900 && year < 2200 ? of(year) : undefined))
      .find((each) => each !== undefined && (isYear || Temporal.PlainDate.compare(each, today) >= 0));
    const end = isYear ? said.to : to;
    return date === undefined
      ? match(end, UNCLEAR)
      : match(end, { is: 'day', date, others: [], ...(weak ? { weak } : {}) });
  }
  return undefined;
};

export const feastRule: Rule = (line, at, present) => feastAt(line, at, present, false);

export const feasts = reader(feastRule, BY_WORD);
