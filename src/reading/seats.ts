// How many people: « pour 3 », « à trois », « on sera 4 », « moi et deux collègues », « x2 ». Any whole number is read:
// the core says which are too few or too many.
import { fail, ok, type Result } from '../kernel/result.ts';
import { HOUR_UNITS, MINUTE_UNITS } from './clock-words.ts';
import { withMe, withNames } from './company.ts';
import { type Counted, countAt, headAt } from './counts.ts';
import { leftover } from './leftover.ts';
import { isGlued, type Line, lineOf, past, pastAny, wordAt } from './line.ts';
import type { ReadingFailure } from './model.ts';
import { phrases } from './phrases.ts';
import { type Found, positionsFrom, type Sentence, taking } from './sentence.ts';
import { tokenize } from './tokenize.ts';
import { wordSet } from './word-set.ts';

const RANGE = new Set(['a', '-', 'ou', 'et']);
const BEFORE_COUNT = new Set(['environ', 'max', 'maximum', 'les', 'nos', 'mes', 'peut', 'etre']);

/** « 3 personnes », « 10 à 12 personnes »: the most of the two. */
const headsAt = (line: Line, at: number): Counted | undefined => {
  const first = countAt(line, at);
  if (first === undefined) return undefined;
  const to = headAt(line, first.to);
  if (to !== undefined) return { value: first.value, to };
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
  const next = wordAt(line, count.to);
  if (UNITS.has(next) || (next === ':' && isGlued(line, count.to))) return undefined;
  const isArticle = ['un', 'une'].includes(wordAt(line, at)) && /^\p{L}/u.test(next);
  return isArticle || (!ENDS.has(next) && /^\p{L}/u.test(next)) ? undefined : count;
};

const ENDS = wordSet(`
   au a avec pour dans en le de stp svp merci sil s max maximum environ et la l demain si sur du
`);

const OPENERS = phrases(`
  pour, a, on sera, on serait, on est, on sera environ, nous sommes, nous serons, nous serions, nous etions,
  on vient a, nous venons a, je viens avec, x, groupe de, un groupe de, une equipe de, equipe de,
  pour environ, pour un groupe de, pour une equipe de, pour max, pour nous, serons, sommes, on va etre,
  on devrait etre, nous devrions etre, nous allons etre, ils seront, elles seront, nombre de personnes,
  nombre de personnes :, nb de personnes, nb de personnes :, nb personnes, nb personnes :, nb pers, nb pers :,
  personnes :, personne :, places :, participants :, nombre :, pers :, personnes =, pour les, tous les,
  toutes les, on, effectif, effectif :, pour nos, on sera peut etre, on sera max, on sera maximum,
  pour au plus, jauge, jauge :
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

export const findSeats = (sentence: Sentence): Found<number> | undefined => {
  const line = lineOf(sentence);
  for (let at = 0; at < line.words.length; at += 1) {
    if (wordAt(line, at) === '') continue;
    const found =
      withMe(line, at) ??
      withNames(line, at) ??
      openedAt(line, at) ??
      fixedAt(line, at) ??
      headsAt(line, at) ??
      AFTER_X(line, at);
    if (found === undefined) continue;
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
