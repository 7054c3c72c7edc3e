// Words of a text, and phrases that are heard in any of their forms: feminine, plural, with or without accents.
import { folded } from './tokenize.ts';

export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{Cf}]+|\p{Nd}+/gu)].map(({ index, 0: typed }) => ({
    word: folded(typed),
    start: index,
    end: index + typed.length,
  }));

/** Feminine and plural, written as French writes them. */
const formsOf = (word: string): readonly string[] => {
  if (word.length < 4) return [word, `${word}s`];
  const feminines = [`${word}e`];
  if (word.endsWith('n') || word.endsWith('t')) feminines.push(`${word}${word.at(-1)}e`);
  if (word.endsWith('f')) feminines.push(`${word.slice(0, -1)}ve`);
  if (word.endsWith('eux')) feminines.push(`${word.slice(0, -1)}se`);
  if (word.endsWith('eur')) feminines.push(`${word.slice(0, -1)}se`);
  if (word.endsWith('er')) feminines.push(`${word.slice(0, -2)}ere`);
  if (word.endsWith('c')) feminines.push(`${word.slice(0, -1)}que`);
  if (word.endsWith('s')) feminines.push(`${word}se`);
  const plurals = word.endsWith('al') ? [`${word.slice(0, -2)}aux`] : [];
  return [word, ...feminines, ...plurals, ...[word, ...feminines].map((form) => `${form}s`)];
};

export interface Pattern<K> {
  readonly kind: K;
  readonly words: readonly ReadonlySet<string>[];
}

export const patternOf = <K>(kind: K, phrase: string): Pattern<K> => ({
  kind,
  words: phrase.split(' ').map((word) => new Set(formsOf(word))),
});

export const byFirstWord = <K>(patterns: readonly Pattern<K>[]): ReadonlyMap<string, readonly Pattern<K>[]> => {
  const index = new Map<string, Pattern<K>[]>();
  for (const pattern of patterns)
    for (const form of pattern.words[0] ?? []) index.set(form, [...(index.get(form) ?? []), pattern]);
  return index;
};

/** The longest of those that are said there. */
export const saidAt = <K>(
  patterns: ReadonlyMap<string, readonly Pattern<K>[]>,
  words: readonly Word[],
  at: number,
): Pattern<K> | undefined =>
  patterns
    .get(words[at]?.word ?? '')
    ?.filter(({ words: wanted }) => wanted.every((forms, ahead) => forms.has(words[at + ahead]?.word ?? '')))
    .sort((a, b) => b.words.length - a.words.length)[0];
