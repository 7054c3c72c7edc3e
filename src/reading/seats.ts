// How many people: « pour 3 », « à trois », « on sera 4 », « moi et deux collègues », « x2 ». Any whole number is read:
// the core says which are too few or too many.
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Place, Space } from '../place/model.ts';
import { HOUR_UNITS, MINUTE_UNITS } from './clock-words.ts';
import { andMe, withMe, withNames } from './company.ts';
import { type Counted, countAt, headAt } from './counts.ts';
import { countsNothing } from './courtesies.ts';
import { allNames, countsEquipment } from './equipment-names.ts';
import { leftover } from './leftover.ts';
import { isGlued, type Line, lineOf, past, pastAny, wordAt } from './line.ts';
import type { ReadingFailure } from './model.ts';
import { phrases } from './phrases.ts';
import { type Found, positionsFrom, type Sentence, taking } from './sentence.ts';
import { tokenize } from './tokenize.ts';
import { wordSet } from './word-set.ts';

const RANGE = new Set(['a', '-', '/', 'ou', 'et']);
/** « 3 adultes, 2 enfants » */
const YOUNG = new Set(['enfant', 'enfants', 'ado', 'ados', 'bebe', 'bebes']);
const BEFORE_COUNT = new Set(['environ', 'max', 'maximum', 'les', 'nos', 'mes', 'peut', 'etre']);

/** « 3 personnes », « 10 à 12 personnes »: the most of the two. */
const headsAt = (line: Line, at: number): Counted | undefined => {
  const first = countAt(line, at);
  if (first === undefined) return undefined;
  const to = headAt(line, first.to);
  if (to !== undefined) {
    // « 2 adultes et 1 enfant »
    const joint = wordAt(line, to);
    const more = joint === 'et' || joint === ',' ? countAt(line, to + 1) : undefined;
    const isMore = more !== undefined && (joint === 'et' || YOUNG.has(wordAt(line, more.to)));
    const end = isMore ? headAt(line, more.to) : undefined;
    return more && end !== undefined ? { value: first.value + more.value, to: end } : { value: first.value, to };
  }
  const second = RANGE.has(wordAt(line, first.to)) ? countAt(line, first.to + 1) : undefined;
  const end = second && headAt(line, second.to);
  return second && end !== undefined ? { value: Math.max(first.value, second.value), to: end } : undefined;
};

const UNITS = new Set([
  ...HOUR_UNITS,
  ...MINUTE_UNITS,
  'jours',
  'jour',
  'semaines',
  'mois',
  'ans',
  'euros',
  '€',
  '%',
  'eme',
  '/',
  'm',
  'km',
  'fois',
  'er',
  'ordinateurs',
  'ordinateur',
  'ordis',
  'tables',
  'seances',
  'ateliers',
]);

/** A number of people with no word for them: what follows must not be what it counts. */
const barely = (line: Line, at: number): Counted | undefined => {
  const heads = headsAt(line, at);
  if (heads !== undefined) return heads;
  const count = countAt(line, at);
  if (count === undefined) return undefined;
  const range = rangeAt(line, count);
  if (range !== undefined) return range;
  const next = wordAt(line, count.to);
  if (UNITS.has(next) || (next === ':' && isGlued(line, count.to))) return undefined;
  const isArticle = ['un', 'une'].includes(wordAt(line, at)) && /^\p{L}/u.test(next);
  return isArticle || (!ENDS.has(next) && /^\p{L}/u.test(next)) ? undefined : count;
};

/** « 7 à 8 », « 5 ou 6 »: the most of the two, where nothing says that it is anything else. */
const rangeAt = (line: Line, first: Counted): Counted | undefined => {
  const second = RANGE.has(wordAt(line, first.to)) ? countAt(line, first.to + 1) : undefined;
  const next = second && wordAt(line, second.to);
  const isPlain = next !== undefined && !UNITS.has(next) && next !== ':' && countsNothing(next);
  return second && isPlain && second.value > first.value && second.value - first.value <= Math.max(2, first.value / 2)
    ? second
    : undefined;
};

const ENDS = wordSet(`
   au a avec pour dans en le de stp svp merci sil s max maximum environ et la l demain si sur du
`);

const OPENERS = phrases(`
  pour, pr, a, on sera, on serait, on est, on sera environ, nous sommes, nous serons, nous serions, nous etions,
  on vient a, nous venons a, je viens avec, x, groupe de, un groupe de, une equipe de, equipe de,
  pour environ, pour un groupe de, pour une equipe de, pour max, pour nous, serons, sommes, on va etre,
  on devrait etre, nous devrions etre, nous allons etre, ils seront, elles seront, nombre de personnes,
  nombre de personnes :, nb de personnes, nb de personnes :, nb personnes, nb personnes :, nb pers, nb pers :,
  personnes :, personne :, places :, participants :, nombre :, pers :, personnes =, pour les, tous les,
  toutes les, on, effectif, effectif :, pour nos, on sera peut etre, on sera max, on sera maximum,
  pour au plus, jauge, jauge :, nous, nous sommes un groupe de, nous serons un groupe de, on est un groupe de,
  on sera un groupe de, on est une equipe de, on sera a peu pres, on sera entre, nous serons entre
`);

const ALONE = phrases(`
  pour moi seul, pour moi seule, pour moi tout seul, pour moi toute seule, pour moi, pour ma pomme, tout seul,
  toute seule, seul, seule, solo, en solo, je serai seul, je serai seule, je suis seul, je suis seule,
  juste moi, que moi, rien que moi, perso, pour une personne, pour une seule personne, pour un
`);
const PAIRS = phrases(['en binome', 'en duo', 'a deux', 'tous les deux', 'toutes les deux', 'en couple']);

const openedAt = (line: Line, at: number): Counted | undefined => {
  for (const words of OPENERS.get(wordAt(line, at)) ?? []) {
    const from = past(line, at, words);
    const start = from !== undefined && BEFORE_COUNT.has(wordAt(line, from)) ? from + 1 : from;
    const count = start === undefined ? undefined : barely(line, start);
    if (
      count !== undefined &&
      !(words.length === 1 && words[0] === 'on' && count.to === (start ?? 0) + 1 && count.value < 2)
    )
      return count;
  }
  return undefined;
};

const GATHERINGS = wordSet('reunion reunions atelier repas formation rencontre dejeuner seance stage visite cours');

/** « réunion de 12 »: what gathers is part of the purpose. */
const groupAt = (line: Line, at: number): Counted | undefined => {
  if (wordAt(line, at) !== 'de' || !GATHERINGS.has(wordAt(line, at - 1))) return undefined;
  const count = countAt(line, at + 1);
  const isPlain = count !== undefined && !UNITS.has(wordAt(line, count.to)) && countsNothing(wordAt(line, count.to));
  return isPlain && count.value > 1 ? count : undefined;
};

const AFTER_X = (line: Line, at: number): Counted | undefined =>
  /^\d+$/.test(wordAt(line, at)) &&
  wordAt(line, at + 1) === 'x' &&
  isGlued(line, at + 1) &&
  !/^\d/.test(wordAt(line, at + 2))
    ? { value: Number(wordAt(line, at)), to: at + 2 }
    : undefined;

const fixedAt = (line: Line, at: number): Counted | undefined => {
  const pair = pastAny(line, at, PAIRS);
  if (pair !== undefined) return { value: 2, to: pair };
  const alone = pastAny(line, at, ALONE);
  const isOne = alone !== undefined && !(wordAt(line, alone - 1) === 'un' && wordAt(line, alone) !== '');
  return isOne ? { value: 1, to: alone } : undefined;
};

const GLUE = wordSet('pour a de entre environ ( avec soit , : les');

/** « un bureau pour 2 »: the people are said after. */
const ONE_PIECE = phrases('un bureau, une table, un poste, une place, une salle, un siege');

interface Somewhere {
  readonly space: Space | undefined;
  readonly place: Place;
}

/** Where the place is known, what it has is not counted for people. */
export const findSeats = (sentence: Sentence, somewhere?: Somewhere): Found<number> | undefined => {
  const line = lineOf(sentence);
  const names = somewhere && allNames(somewhere.space, somewhere.place);
  const isWithMe = line.words.includes('moi');
  for (let at = 0; at < line.words.length; at += 1) {
    if (wordAt(line, at) === '') continue;
    const piece = pastAny(line, at, ONE_PIECE);
    if (piece !== undefined && wordAt(line, piece) === 'pour' && openedAt(line, piece) !== undefined) continue;
    const found =
      (isWithMe ? andMe(line, at) : undefined) ??
      withMe(line, at) ??
      withNames(line, at) ??
      openedAt(line, at) ??
      groupAt(line, at) ??
      fixedAt(line, at) ??
      headsAt(line, at) ??
      AFTER_X(line, at);
    if (found === undefined || (names !== undefined && countsEquipment(line, at, found.to, names))) continue;
    const from = GLUE.has(wordAt(line, at - 1)) ? at - 1 : at;
    const to = wordAt(line, found.to) === ')' ? found.to + 1 : found.to;
    return { value: found.value, sentence: taking(sentence, new Set(positionsFrom(from, to))) };
  }
  return undefined;
};

/** A field of its own: « 3 », « trois », « 3 personnes ». */
export const parseSeats = (raw: string): Result<number, ReadingFailure> => {
  const sentence = tokenize(raw);
  const line = lineOf(sentence);
  const alone = countAt(line, 0);
  if (alone !== undefined && alone.to === line.words.length) return ok(alone.value);
  const found = findSeats(sentence);
  return found !== undefined && leftover(found.sentence) === undefined
    ? ok(found.value)
    : fail({ code: 'reading.not_a_number', typed: raw });
};
