// Which sheets are worth weighing, as queries of the one index that they stand in: each tier is what a better match must have,
// from the best to the least, so that however many there are, those that weigh most are among the first of their tier. Pure.
import type { Audience, Sheet } from './model.ts';

type Wanted = Pick<Sheet, 'needs' | 'offers' | 'theme' | 'district'>;

/** Quoted: a code is one token, whatever it holds. */
export const token = (words: string): string => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const anyOf = (parts: readonly string[]): string | undefined => (parts.length === 0 ? undefined : parts.join(' | '));

const pairsOf = (parts: readonly string[]): readonly string[] =>
  parts.flatMap((one, at) => parts.slice(at + 1).map((other) => `${one} & ${other}`));

/** Undefined when one of them is: what is not known can't be asked for. */
const allOf = (...parts: readonly (string | undefined)[]): readonly string[] =>
  parts.some((part) => part === undefined) ? [] : [parts.map((part) => `(${part})`).join(' & ')];

/** Beyond these, a long text would ask for every pair of its words. */
const MOST_WORDS = 8;

/** `stems`: of its words, those of the title first. */
export const tiersOf = (
  { needs, offers, theme, district }: Wanted,
  stems: readonly string[],
  { placeId, audience }: { readonly placeId: string; readonly audience: Audience },
): readonly string[] => {
  const met = [...needs.map((code) => token(`#offer ${code}`)), ...offers.map((code) => token(`#need ${code}`))];
  const [one, two] = [anyOf(met), anyOf(pairsOf(met))];
  const sameTheme = theme === undefined ? undefined : token(`#theme ${theme}`);
  const sameDistrict = district === undefined ? undefined : token(`#district ${district}`);
  const words = stems.slice(0, MOST_WORDS).map(token);
  const open = token(`#open ${placeId} ${audience}`);
  return [
    ...allOf(two, sameDistrict, sameTheme),
    ...allOf(one, sameDistrict, sameTheme),
    ...allOf(two, sameTheme),
    ...allOf(two, sameDistrict),
    ...allOf(one, sameTheme),
    ...allOf(one, sameDistrict),
    ...allOf(two),
    ...allOf(anyOf(pairsOf(words))),
    ...allOf(sameDistrict, sameTheme),
    ...allOf(one),
  ].map((tier) => `${open} & ${tier}`);
};

/** Where one that says the same may be: the same words, or the same theme in the same district. */
export const alikeTiers = (
  { theme, district }: Pick<Wanted, 'theme' | 'district'>,
  titleStems: readonly string[],
  summaryStems: readonly string[],
): readonly string[] => {
  const title = titleStems.slice(0, MOST_WORDS).map(token);
  const words = [...title, ...summaryStems.map(token)].slice(0, MOST_WORDS);
  const sameTheme = theme === undefined ? undefined : token(`#theme ${theme}`);
  const sameDistrict = district === undefined ? undefined : token(`#district ${district}`);
  return [
    ...allOf(anyOf(title), sameDistrict),
    ...allOf(anyOf(title), sameTheme),
    ...allOf(anyOf(pairsOf(words))),
    ...allOf(sameDistrict, sameTheme),
    ...allOf(anyOf(title)),
  ];
};
