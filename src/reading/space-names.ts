// Every way to name the spaces of a place, computed once a place.
import type { Place, SpaceKey } from '../place/model.ts';
import { isOneSlip } from './distance.ts';
import { memo } from './memo.ts';
import { type NearWords, nearWords } from './slips.ts';
import { isTimeWord } from './spelling.ts';
import { tokenize } from './tokenize.ts';
import { wordSet } from './word-set.ts';

/** Said around a name, and never the name by itself. */
export const ARTICLES: ReadonlySet<string> = wordSet(`
  le la l les un une de d du des au a en dans sur pour ce cet cette notre vers - chez
`);
const GENERIC = new Set(['salle', 'espace', 'piece', 'coin', 'zone', 'lieu']);

export const SHORTEST_SLIP = 5;

export interface SpaceNames {
  /** A name with its words joined, to the space that it names. */
  readonly byName: ReadonlyMap<string, SpaceKey>;
  /** What a name may begin with: where nothing does, nothing is looked for further. */
  readonly beginnings: ReadonlySet<string>;
  /** Names one slip away; not those with a number, nor short ones. */
  readonly near: (name: string) => SpaceKey | undefined;
  /** Another word may follow this one in a name, misspelled or not. */
  readonly goesOn: (word: string) => boolean;
  readonly mostWords: number;
  /** Of a name with one letter too many. */
  readonly mostLetters: number;
}

const wordsOf = (name: string): readonly string[] =>
  tokenize(name)
    .tokens.map(({ word }) => word)
    .filter((word, index, all) => /^[\p{L}\p{N}]+$/u.test(word) && (index === all.length - 1 || !ARTICLES.has(word)));

const known = new WeakMap<Place, SpaceNames>();

/** The one space that a name is a slip for. */
const nearly =
  (byName: ReadonlyMap<string, SpaceKey>, near: NearWords) =>
  (name: string): SpaceKey | undefined => {
    if (name.length < SHORTEST_SLIP || /\d/.test(name) || isTimeWord(name)) return undefined;
    const keys = new Set(near(name).map((known) => byName.get(known)));
    const [only] = keys;
    return keys.size === 1 ? only : undefined;
  };

const compute = ({ spaces }: Place): SpaceNames => {
  const byName = new Map<string, SpaceKey>();
  const add = (words: readonly string[], key: SpaceKey) => {
    const name = words.join('');
    if (name !== '' && !byName.has(name)) byName.set(name, key);
  };
  const said = spaces.map(({ key, name, nameWithArticle, aliases }) => ({
    key,
    names: [key, name, nameWithArticle, ...aliases].map(wordsOf),
  }));
  for (const { key, names } of said) for (const words of names) add(words, key);
  // « espace de travail » is also « salle de travail », unless another space is called so.
  for (const { key, names } of said) {
    for (const words of names) {
      const [head = ''] = words;
      if (words.length < 2 || !GENERIC.has(head)) continue;
      for (const generic of ['salle', 'espace']) add([generic, ...words.slice(1)], key);
    }
  }
  for (const { key, names } of said) {
    const short = names.filter((words) => words.length === 1 && !GENERIC.has(words[0] ?? ''));
    for (const words of short) for (const generic of ['salle', 'espace']) add([generic, ...words], key);
  }
  const beginnings = new Set([...byName.keys()].flatMap((name) => Array.from(name, (_, at) => name.slice(0, at + 1))));
  const heads = new Set(said.flatMap(({ names }) => names.flatMap((words) => words.slice(0, 1))));
  for (const generic of GENERIC) heads.add(generic);
  const spellable = [...byName.keys()].filter((name) => name.length >= SHORTEST_SLIP && !/\d/.test(name));
  return {
    byName,
    beginnings,
    goesOn: memo((word) => beginnings.has(word) || [...heads].some((head) => isOneSlip(word, head))),
    near: memo(nearly(byName, nearWords(spellable))),
    mostLetters: Math.max(0, ...spellable.map(({ length }) => length)) + 1,
    mostWords: Math.max(1, ...said.flatMap(({ names }) => names.map(({ length }) => length + 2))),
  };
};

export const spaceNames = (place: Place): SpaceNames => {
  const found = known.get(place) ?? compute(place);
  known.set(place, found);
  return found;
};
