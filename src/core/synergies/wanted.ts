// From what someone looks for to what is asked of the index: each word by its beginning, or whatever the place file takes for
// the same (a synonym, a code whose words it is). Pure.
import type { Code, InitiativeRules } from '../../place/initiatives.ts';
import type { Choice } from '../../place/orientation.ts';
import { folded } from '../../place/written.ts';
import { token } from './tiers.ts';

/** All of the parts must be found; of a part, any alternative. */
export interface WantedPart {
  /** For `to_tsquery`, whose dictionary makes stems of it: « jardin:* | potager:* ». */
  readonly words: string;
  /** Tokens of codes, for the index as it stands. */
  readonly codes: readonly string[];
}

export interface Vocabulary {
  readonly rules: Pick<InitiativeRules, 'needs' | 'themes' | 'stages' | 'synonyms'>;
  readonly districts: readonly Choice[];
}

const SMALL = new Set(
  'a au aux avec ce ces d dans de des du en et l la le les ou par pour qu que s sur un une vers chez qui'.split(' '),
);

const SURE_CHARS = 3;

/** In the singular where the dictionary leaves the plural, as `singular_words` has it in the database. */
const indexed = (word: string): string => word.replace(/([aiou])s$/, '$1').replace(/(jeu|lieu|feu|voeu)x$/, '$1');

/** A short word is that word, a longer one the beginning of what is looked for. */
const term = (word: string): string => (word.length <= SURE_CHARS ? word : `${indexed(word)}:*`);

const phrase = (words: readonly string[]): string => `(${words.map(term).join(' <-> ')})`;

const singular = (word: string): string => indexed(word).replace(/(?<=.{3})[sx]$/, '');

const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !SMALL.has(word));

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => singular(word) === singular(other[at] ?? ''));

const named = (codes: readonly (Pick<Code, 'key' | 'name' | 'words'> | Choice)[], words: readonly string[]) =>
  codes.filter((code) => [code.name, ...code.words].some((each) => isSame(wordsOf(each), words)));

/** « local » is said in words, by the code of a need or of an offer, or by « salle ». */
const partFor = (words: readonly string[], { rules, districts }: Vocabulary): WantedPart => {
  const groups = rules.synonyms.filter((group) => group.some((each) => isSame(wordsOf(each), words)));
  const others = groups.flat().map(wordsOf);
  return {
    words: [words, ...others].map(phrase).join(' | '),
    codes: [
      ...named(rules.needs, words).flatMap(({ key }) => [token(`#need ${key}`), token(`#offer ${key}`)]),
      // By its name or its key: its words are what it holds, each of them less than the whole.
      ...rules.themes
        .filter(({ key, name }) => [key, name].some((each) => isSame(wordsOf(each), words)))
        .map(({ key }) => token(`#theme ${key}`)),
      ...named(districts, words).map(({ key }) => token(`#district ${key}`)),
    ],
  };
};

const isKnown = (words: readonly string[], { rules, districts }: Vocabulary): boolean =>
  [
    ...rules.synonyms.flat(),
    ...[rules.needs, rules.themes, districts].flat().flatMap(({ name, words: own }) => [name, ...own]),
  ].some((each) => isSame(wordsOf(each), words));

const LONGEST = 4;

/** The longest name that begins there: « garde d’enfants » before « garde ». */
const reachOf = (words: readonly string[], from: number, vocabulary: Vocabulary): number => {
  for (let length = Math.min(LONGEST, words.length - from); length > 1; length -= 1)
    if (isKnown(words.slice(from, from + length), vocabulary)) return length;
  return 1;
};

/** Empty when the words say nothing to look for. */
export const wantedParts = (typed: string, vocabulary: Vocabulary): readonly WantedPart[] => {
  const words = wordsOf(typed);
  const parts: WantedPart[] = [];
  for (let at = 0; at < words.length; ) {
    const reach = reachOf(words, at, vocabulary);
    parts.push(partFor(words.slice(at, at + reach), vocabulary));
    at += reach;
  }
  return parts;
};
