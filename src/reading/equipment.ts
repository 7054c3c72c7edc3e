// What equipment is asked for: « avec un ordinateur », « besoin du vidéoproj et de 2 ordis ».
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Place, Space } from '../place/model.ts';
import { allNames, equipmentOf, type Names, namedAt, ownNames } from './equipment-names.ts';
import { leftover } from './leftover.ts';
import { type Line, lineOf, pastAny, wordAt } from './line.ts';
import type { ReadingFailure, WantedEquipment } from './model.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Found, positionsFrom, type Sentence, taking } from './sentence.ts';
import { tokenize } from './tokenize.ts';
import { wordSet } from './word-set.ts';

const CUES = phrases(`
  avec, et avec, besoin de, besoin d, besoin du, besoin des, il me faut, il nous faut, il faut, il faudrait,
  il me faudrait, plus, +, sans, materiel, materiel :, equipement :, equipement, ainsi que, et, j ai besoin de,
  j ai besoin d, j ai besoin du, j ai besoin des, on a besoin de, on a besoin du, nous avons besoin de,
  nous avons besoin du, j aurai besoin de, j aurai besoin d, j aurai besoin du, j aurai besoin des, j aurais besoin de,
  j aurais besoin d, j aurais besoin du, nous aurons besoin de, nous aurons besoin d, nous aurons besoin du,
  nous aurions besoin de, nous aurions besoin d, nous aurions besoin du, on aura besoin de, on aura besoin d,
  on aura besoin du, on aurait besoin de, on aurait besoin d, on aurait besoin du, utiliser, utilisation du, utilisation de, acces a, acces au
`);
const ARTICLES = wordSet(`
  un une le la l les des du de d notre votre aussi si possible
`);

interface Wanted extends WantedEquipment {
  readonly to: number;
}

/** « ordinateur x2 », « ordinateurs : 2 », « 2 x ordinateur » */
const timesAt = (line: Line, at: number): ReturnType<typeof numberAt> =>
  wordAt(line, at) === 'x' || wordAt(line, at) === ':' ? numberAt(line, at + 1) : undefined;

/** « un ordinateur », « 2 ordis », « le vidéoprojecteur ». */
const wantedAt = (line: Line, at: number, names: Names): Wanted | undefined => {
  let cursor = at;
  while (ARTICLES.has(wordAt(line, cursor)) && wordAt(line, cursor) !== 'un' && wordAt(line, cursor) !== 'une')
    cursor += 1;
  const count = numberAt(line, cursor);
  const from = count?.to ?? cursor;
  const named = namedAt(line, count !== undefined && wordAt(line, from) === 'x' ? from + 1 : from, names);
  const times = named && count === undefined ? timesAt(line, named.to) : undefined;
  const wanted = Math.min((count ?? times)?.value ?? 1, Number.MAX_SAFE_INTEGER);
  return named && { key: named.key, to: times?.to ?? named.to, count: wanted };
};

/** « réserver un ordi » asks for it as « avec un ordi » does; « atelier ordinateur » does not. */
const isEdge = (line: Line, at: number): boolean => {
  const word = wordAt(line, at);
  return !/^[\p{L}\p{N}]/u.test(word) || ASKING.has(word);
};
const ASKING = wordSet(
  'avoir emprunter louer reserver reserve reservez prendre prends voudrais aimerais souhaite veux utiliser prefere il faudrait faut',
);

/** Where equipment may be named from `at` on: after a cue, or on its own between what is taken. */
const startAt = (line: Line, at: number, names: Names): number | undefined => {
  const cued = wordAt(line, at) === ',' ? at + 1 : pastAny(line, at, CUES);
  if (cued !== undefined) return cued;
  const wanted = isEdge(line, at - 1) && wordAt(line, at) !== '' ? wantedAt(line, at, names) : undefined;
  if (wanted === undefined) return undefined;
  const isListed = wordAt(line, wanted.to) === 'et' || wantedAt(line, wanted.to, names) !== undefined;
  return isListed || isEdge(line, wanted.to) ? at : undefined;
};

const added = (wanted: readonly WantedEquipment[], { key, count }: WantedEquipment): readonly WantedEquipment[] =>
  wanted.some((each) => each.key === key)
    ? wanted.map((each) => (each.key === key ? { key, count: each.count + count } : each))
    : [...wanted, { key, count }];

/** « pas besoin d’ordinateur », « sans ordinateur » */
const isRefused = (line: Line, at: number): boolean => wordAt(line, at - 1) === 'pas' || wordAt(line, at) === 'sans';

const collect = (sentence: Sentence, names: Names): Found<readonly WantedEquipment[]> | undefined => {
  const line = lineOf(sentence);
  const taken = new Set<number>();
  let wanted: readonly WantedEquipment[] = [];
  let at = 0;
  while (at < line.words.length) {
    const from = wordAt(line, at) === '' ? undefined : startAt(line, at, names);
    const found = from === undefined ? undefined : wantedAt(line, from, names);
    if (found === undefined) {
      at += 1;
      continue;
    }
    const isWanted = !isRefused(line, at);
    if (isWanted) wanted = added(wanted, found);
    else if (wordAt(line, at) !== 'sans') taken.add(at - 1);
    for (const position of positionsFrom(at, found.to)) taken.add(position);
    at = found.to;
  }
  return taken.size === 0 ? undefined : { value: wanted, sentence: taking(sentence, taken) };
};

/** Anything that the place has, even if not in that space: the core says that it is not there. */
export const findEquipment = (
  sentence: Sentence,
  space: Space | undefined,
  place: Place,
): Found<readonly WantedEquipment[]> | undefined => collect(sentence, allNames(space, place));

/** A field of its own: names of what that space has, and nothing else. */
export const parseEquipment = (
  raw: string,
  space: Space | undefined,
  place: Place,
): Result<readonly WantedEquipment[], ReadingFailure> => {
  const found = collect(tokenize(raw), ownNames(space, place));
  if (found !== undefined && leftover(found.sentence) === undefined) return ok(found.value);
  return fail({
    code: 'reading.unknown_equipment',
    typed: raw,
    known: equipmentOf(space, place).map(({ name }) => name),
  });
};

/** « 2 ordinateurs fixes et 1 vidéoprojecteur »: read back by both doors. */
export const printEquipment = (wanted: readonly WantedEquipment[], place: Place): string =>
  wanted
    .map(({ key, count }) => {
      const found = equipmentOf(undefined, place).find((each) => each.key === key);
      return `${count} ${(count > 1 ? found?.plural : undefined) ?? found?.name ?? key}`;
    })
    .join(' et ');
