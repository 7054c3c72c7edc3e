// A rule and the words that it may begin with: at each word of a sentence only those that can apply are tried.
import type { Place } from '../place/model.ts';
import { SHORT_WEEKDAYS, SPELLED, WEEKDAY_PLURALS, WEEKDAYS } from './calendar-words.ts';
import { wordAt } from './line.ts';
import type { Rule } from './piece.ts';

export interface Reader {
  readonly rule: Rule;
  /** A rule also applies to numbers in digits. */
  readonly numbers: boolean;
  /** Lower case, without accents, as the rules see them. */
  words(place: Place): Iterable<string>;
}

type Words = { keys(): Iterable<string> };

/** In letters. */
export const NUMBERS = new Set([...SPELLED.keys(), 'premier']);
export const DAY_NAMES = new Set([...WEEKDAYS.keys(), ...WEEKDAY_PLURALS.keys(), ...SHORT_WEEKDAYS.keys()]);

/** With NUMBERS among the words, numbers in digits are meant too. */
export const reader = (rule: Rule, ...starts: readonly Words[]): Reader => {
  const words = new Set(starts.flatMap((start) => [...start.keys()]));
  return { rule, numbers: starts.includes(NUMBERS), words: () => words };
};

/** That the place names things by. */
export const placeReader = (rule: Rule, wordsOf: (place: Place) => Iterable<string>): Reader => ({
  rule,
  numbers: false,
  words: wordsOf,
});

interface Index {
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  readonly ofNumbers: readonly Rule[];
}

const NONE: readonly Rule[] = [];

const indexOf = (readers: readonly Reader[], place: Place): Index => {
  const byWord = new Map<string, Rule[]>();
  for (const { rule, words } of readers)
    for (const word of new Set(words(place))) byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  return { byWord, ofNumbers: readers.filter(({ numbers }) => numbers).map(({ rule }) => rule) };
};

/** In the order of the readers. */
export const rulesFor = (readers: readonly Reader[]) => {
  const indexes = new WeakMap<Place, Index>();
  return (place: Place) => {
    const index = indexes.get(place) ?? indexOf(readers, place);
    indexes.set(place, index);
    return (...[line, at]: Parameters<typeof wordAt>): readonly Rule[] => {
      const word = wordAt(line, at);
      const first = word.charCodeAt(0);
      return first >= 48 && first <= 57 ? index.ofNumbers : (index.byWord.get(word) ?? NONE);
    };
  };
};
