// Lists of phrases, found by their first word.

export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases by their first word, the longest first. As text they are separated by commas. */
export const phrases = (all: string | readonly string[]): Phrases => {
  const list = typeof all === 'string' ? all.trim().split(/,\s*/) : all;
  const split = list.map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length);
  return Map.groupBy(split, ([first = '']) => first);
};
