// One-letter slips in words of time, never turning one French word into another: a word that exists is left alone.
import {
  MONTHS,
  ORDINALS,
  RELATIVE_DAYS,
  SHORT_WEEKDAYS,
  SPELLED,
  WEEKDAY_PLURALS,
  WEEKDAYS,
} from './calendar-words.ts';
import { HEADS, HOUR_UNITS, MINUTE_UNITS, MOMENT_FAMILIES, NOUN_MOMENTS } from './clock-words.ts';
import { letters } from './distance.ts';
import { memo } from './memo.ts';
import { FRENCH_NEIGHBOURS } from './neighbours.ts';
import { nearWords } from './slips.ts';
import { wordSet } from './word-set.ts';

const SHORTEST = 4;
const LONGEST = 14;

/** Words of the grammar besides those of its tables. */
const OTHERS = wordSet(`
  prochain prochaine semaine semaines jours journee heure heures minutes pendant durant partir jusqu jusque jusqua jusquau
  entre apres avant demie quart toute toutes chaque ouverture fermeture personnes personne places noel paques
  pentecote ascension toussaint maintenant minuit midi debut entiere complete demi dans vers pour mois dernier
  derniere weekend passe huit quinze cette jour tous avec possible cours milieu autour environ duree
`);

/** Never the outcome of a slip: too short, or too near to other words. */
const EXACT_ONLY = wordSet(`
  dans vers pour mois tous avec jour cent auj cours passe cette vend sept juil fevr janv merc demains dmain
  today second vingts matins soirs morning heur apresmid apremid apresm aprmidi tantot
`);

const exact = new Set([
  ...WEEKDAYS.keys(),
  ...WEEKDAY_PLURALS.keys(),
  ...SHORT_WEEKDAYS.keys(),
  ...MONTHS.keys(),
  ...RELATIVE_DAYS.keys(),
  ...ORDINALS.keys(),
  ...SPELLED.keys(),
  ...HOUR_UNITS,
  ...MINUTE_UNITS,
  ...MOMENT_FAMILIES.flat(),
  ...NOUN_MOMENTS,
  ...HEADS,
  ...OTHERS,
]);

export const SPELLABLE: readonly string[] = [
  ...new Set([
    ...WEEKDAYS.keys(),
    ...WEEKDAY_PLURALS.keys(),
    ...MONTHS.keys(),
    ...RELATIVE_DAYS.keys(),
    ...ORDINALS.keys(),
    ...SPELLED.keys(),
    ...MOMENT_FAMILIES.flat(),
    ...OTHERS,
  ]),
].filter((word) => word.length >= SHORTEST && !EXACT_ONLY.has(word));

const near = nearWords(SPELLABLE);

const DAY_WORDS = new Set([...WEEKDAYS.keys(), ...RELATIVE_DAYS.keys(), ...MOMENT_FAMILIES.flat()]);

const LONG_DAYS = ['mercredi', 'vendredi', 'dimanche', 'aujourdhui', 'septembre', 'novembre', 'decembre'];
const SHORTEST_TWICE = 7;

/** Two slips away from a day: too far to be read, too near to be nothing. */
export const isNearlyADay = (word: string): boolean =>
  word.length >= SHORTEST_TWICE && word.length <= LONGEST && isNearly(word);

const isNearly = memo(
  (word: string): boolean =>
    !exact.has(word) && !FRENCH_NEIGHBOURS.has(word) && LONG_DAYS.some((day) => letters(word, day) <= 2),
);

/** The word meant; the same word when it is one, or when two are as near. */
export const spelled = (word: string): string =>
  word.length < SHORTEST || word.length > LONGEST || exact.has(word) ? word : mended(word);

const mended = memo((word: string): string => {
  if (FRENCH_NEIGHBOURS.has(word)) return word;
  const candidates = near(word);
  // « demin » is nearer to what people say here than « demi ».
  const days = candidates.filter((candidate) => DAY_WORDS.has(candidate));
  const [only, another] = days.length > 0 ? days : candidates;
  return only !== undefined && another === undefined ? only : word;
});

/** A word of the grammar of time. */
export const saysTime = (word: string): boolean => exact.has(word);

/** A word of the grammar of time, or a French word near to one: never another word misspelled. */
export const isTimeWord = (word: string): boolean => exact.has(word) || FRENCH_NEIGHBOURS.has(word);
