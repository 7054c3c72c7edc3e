// Whether two people noted the same initiative. Pure: weights and threshold are ours, and measured on pairs written by hand
// (test/core/synergies).
import { folded } from '../../place/written.ts';
import { type Stems, tellingStems, wordLikeness } from './likeness.ts';

/** One that is about to be noted, or one that was. */
export interface Noted {
  readonly title: string;
  readonly theme: string | undefined;
  readonly district: string | undefined;
  readonly stems: Stems;
}

const TITLE = 0.55;
const WORDS = 0.15;
const THEME = 0.15;
const DISTRICT = 0.15;
/** Of two districts, the same words are two initiatives. */
const ELSEWHERE = -0.3;
const UNKNOWN = 0.5;

/** From here on it is worth asking. */
export const LIKELY = 0.65;

/** Words that a code says already: the district’s own. */
const without = (stems: readonly string[], district: string | undefined): readonly string[] => {
  const said = new Set(folded(district ?? '').split(' '));
  return stems.filter((stem) => !said.has(stem));
};

/** From 0 to 1: how many of the words of both are in both. */
const inBoth = (one: readonly string[], other: readonly string[]): number => {
  const [mine, theirs] = [new Set(one), new Set(other)];
  if (mine.size + theirs.size === 0) return 0;
  return (2 * mine.intersection(theirs).size) / (mine.size + theirs.size);
};

/** Each name of a group by the first one: « potager » is « jardin ». Folded words. */
const renamed = (title: string, synonyms: readonly (readonly string[])[]): readonly string[] =>
  synonyms
    .flatMap(([first = '', ...rest]) => rest.map((each) => [folded(each), folded(first)] as const))
    .reduce((words, [from, to]) => ` ${words} `.replaceAll(` ${from} `, ` ${to} `).trim(), folded(title))
    .split(' ');

const agreement = (one: string | undefined, other: string | undefined, weight: number, apart: number): number => {
  if (one === undefined || other === undefined) return weight * UNKNOWN;
  return one === other ? weight : apart;
};

/** `letters`: how alike the titles are, letter by letter. From 0 to 1. */
export const duplicateScore = (
  noted: Noted,
  known: Noted,
  letters: number,
  synonyms: readonly (readonly string[])[],
): number => {
  const district = known.district ?? noted.district;
  const [mine, theirs] = [noted, known].map(({ stems }) => without(tellingStems(stems.title), district));
  const [named, other] = [noted, known].map(({ title }) => without(tellingStems(renamed(title, synonyms)), district));
  const titles = Math.max(letters, inBoth(mine ?? [], theirs ?? []), inBoth(named ?? [], other ?? []));
  const score =
    TITLE * titles +
    WORDS * wordLikeness(noted.stems, known.stems) +
    agreement(noted.theme, known.theme, THEME, 0) +
    agreement(noted.district, known.district, DISTRICT, ELSEWHERE);
  return Math.max(0, score);
};
