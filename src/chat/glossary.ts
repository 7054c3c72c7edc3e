// A word looked up in a list, as people say it: « c’est quoi une SCOP ? », « cooperatve », « le mois de l’ESS ».
import { isPunctuation } from '../reading/courtesies.ts';
import { isOneSlip, letters } from '../reading/distance.ts';
import { tokenize } from '../reading/tokenize.ts';

interface Named {
  /** All that it is called, the first being its name. */
  readonly names: readonly string[];
}

type LookedUp<T> =
  | { readonly found: T }
  /** Best first; empty when nothing is near. */
  | { readonly near: readonly T[] };

const MOST = 3;
/** Of shorter names a slip makes another word. */
const SLIPS_FROM = 4;

/** Said around a word, and inside some of them: never what tells two words apart. */
const SMALL = new Set(
  'a au aux c ca ce cela d de definition des dire du en es est et explique expliquer ici kesako kezako l la le les me moi mot n ou par pour qu que quel quelle quoi s signifie stp svp t une un veut vous y'.split(
    ' ',
  ),
);

const wordsOf = (text: string): readonly string[] =>
  tokenize(text).tokens.flatMap(({ word }) => (word === '' || isPunctuation(word) || SMALL.has(word) ? [] : [word]));

const holds = (typed: readonly string[], name: readonly string[]): boolean =>
  name.length > 0 && typed.some((_, at) => name.every((word, ahead) => typed[at + ahead] === word));

/** Nothing is left once the small words are gone: no word was asked for. */
export const namesNothing = (typed: string): boolean => wordsOf(typed).length === 0;

export const lookUp = <T extends Named>(entries: readonly T[], typed: string): LookedUp<T> => {
  const words = wordsOf(typed);
  const said = words.join(' ');
  const known = entries.flatMap((entry) =>
    entry.names.map((name) => ({ entry, words: wordsOf(name), name: wordsOf(name).join(' ') })),
  );

  const exact = known.find(({ name }) => name === said);
  if (exact) return { found: exact.entry };

  const slips = new Set(
    known.filter(({ name }) => name.length >= SLIPS_FROM && isOneSlip(said, name)).map(({ entry }) => entry),
  );
  const [slip, ...otherSlips] = slips;
  if (slip && otherSlips.length === 0) return { found: slip };

  const [held] = known.filter((each) => holds(words, each.words)).sort((a, b) => b.name.length - a.name.length);
  if (held) return { found: held.entry };

  const near = known
    .map(({ entry, name }) => ({ entry, far: letters(said, name), most: Math.max(1, Math.floor(name.length / 3)) }))
    .filter(({ far, most }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .map(({ entry }) => entry);
  return { near: [...new Set(near)].slice(0, MOST) };
};
