// Where an initiative is, by the names of the place file, slips and lost spaces included: « val daran ».
import { namedDistricts } from '../place/districts.ts';
import type { Choice } from '../place/orientation.ts';
import { letters } from './distance.ts';
import { phraseOf, type Word } from './spoken.ts';
import { wordSet } from './word-set.ts';

export interface DistrictSaid {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Said before a name: they go with it. */
const BEFORE = wordSet('a au aux du de des d la le les l dans en sur quartier quartiers secteur cote residence cite');

const SHORTEST_SLIP = 6;

const isName = (typed: string, name: string): boolean =>
  typed === name || (name.length >= SHORTEST_SLIP && letters(typed, name) <= Math.floor(name.length / SHORTEST_SLIP));

/** The words joined, so that a space too many or too few is no slip. */
const endOf = (words: readonly Word[], from: number, name: readonly string[]): number | undefined => {
  const joined = name.join('');
  const lengths = [name.length, name.length - 1, name.length + 1].filter((length) => length > 0);
  for (const length of lengths) {
    const typed = words.slice(from, from + length);
    if (typed.length === length && isName(typed.map(({ word }) => word).join(''), joined)) return from + length;
  }
  return undefined;
};

const withBefore = (words: readonly Word[], from: number): number => {
  let start = from;
  while (start > 0 && words[start]?.afterBreak === '' && BEFORE.has(words[start - 1]?.word ?? '')) start -= 1;
  return start;
};

/** Every place where one is named. */
export const districtsIn = (words: readonly Word[], districts: readonly Choice[]): readonly DistrictSaid[] => {
  const names = namedDistricts(districts).flatMap(({ key, name, words: said }) =>
    [name, ...said].map((each) => ({ key, name: phraseOf(each) })),
  );
  const found: DistrictSaid[] = [];
  for (let at = 0; at < words.length; ) {
    const here = names.flatMap(({ key, name }) => {
      const to = endOf(words, at, name);
      return to === undefined ? [] : [{ key, from: withBefore(words, at), to }];
    });
    const [longest] = here.sort((a, b) => b.to - a.to);
    if (longest) found.push(longest);
    at = longest?.to ?? at + 1;
  }
  return found;
};
