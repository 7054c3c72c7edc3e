// Every way to name the equipment of a space or of a place, computed once each.
import type { Equipment, EquipmentKey, Place, Space } from '../place/model.ts';
import { isOneSlip } from './distance.ts';
import { type Line, wordAt } from './line.ts';
import { tokenize } from './tokenize.ts';

export interface Names {
  readonly byName: ReadonlyMap<string, EquipmentKey>;
  /** Those of one word: they may be cut short (« vidéoproj ») or misspelled. */
  readonly single: ReadonlyMap<string, EquipmentKey>;
  readonly mostWords: number;
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

const SMALL = new Set(['de', 'd', 'du', 'l', 'la', 'le', 'les', '-']);

const wordsOf = (name: string): readonly string[] =>
  tokenize(name)
    .tokens.map(({ word }) => singular(word))
    .filter((word) => !SMALL.has(word));

const namesIn = (equipment: readonly Equipment[]): Names => {
  const said = equipment.flatMap(({ key, name, plural, aliases }) =>
    [key, name, ...(plural === undefined ? [] : [plural]), ...aliases].map((each) => [wordsOf(each), key] as const),
  );
  const byName = new Map<string, EquipmentKey>();
  const single = new Map<string, EquipmentKey>();
  for (const [words, key] of said) {
    const name = words.join('');
    if (byName.has(name)) continue;
    byName.set(name, key);
    if (words.length === 1) single.set(name, key);
  }
  return { byName, single, mostWords: Math.max(1, ...said.map(([words]) => words.length)) };
};

export const equipmentOf = (space: Space | undefined, place: Place): readonly Equipment[] =>
  space?.equipment ?? place.spaces.flatMap((each) => each.equipment);

const own = new WeakMap<Space | Place, Names>();
const within = new WeakMap<Space | Place, Names>();

/** What the space has; without a space, what the place has. */
export const ownNames = (space: Space | undefined, place: Place): Names => {
  const names = own.get(space ?? place) ?? namesIn(equipmentOf(space, place));
  own.set(space ?? place, names);
  return names;
};

/** All that the place has: the space's own first, where two spaces have the same. */
export const allNames = (space: Space | undefined, place: Place): Names => {
  const names = within.get(space ?? place) ?? namesIn([...(space?.equipment ?? []), ...equipmentOf(undefined, place)]);
  within.set(space ?? place, names);
  return names;
};

const SHORTEST_SLIP = 5;
const SHORTEST_START = 4;

const keyOf = ({ byName, single }: Names, name: string): EquipmentKey | undefined => {
  const exactly = byName.get(name);
  if (exactly !== undefined || name.length < SHORTEST_START) return exactly;
  for (const [full, key] of single)
    if (full.startsWith(name) || (name.length >= SHORTEST_SLIP && isOneSlip(name, full))) return key;
  return undefined;
};

interface Named {
  readonly key: EquipmentKey;
  readonly to: number;
}

/** The longest name that is said here. */
export const namedAt = (line: Line, at: number, names: Names): Named | undefined => {
  let [name, words] = ['', 0];
  let longest: Named | undefined;
  for (let cursor = at; words < names.mostWords; cursor += 1) {
    const word = line.tokens[cursor]?.word ?? '';
    if (wordAt(line, cursor) === '') break;
    if (words > 0 && SMALL.has(word)) continue;
    // « ordinateur x2 »
    if (!/^[\p{L}\p{N}]+$/u.test(word) || (words > 0 && word === 'x')) break;
    name += singular(word);
    words += 1;
    const key = keyOf(names, name);
    if (key !== undefined) longest = { key, to: cursor + 1 };
  }
  return longest;
};

/** « un poste informatique » and « ordinateur x2 » count what the place has, not who comes. */
export const countsEquipment = (line: Line, at: number, to: number, names: Names): boolean => {
  const isTimes = wordAt(line, at) === 'x' || wordAt(line, at) === ':' || wordAt(line, at + 1) === 'x';
  const before = isTimes ? [3, 2, 1].some((words) => namedAt(line, at - words, names)?.to === at) : false;
  return before || [at, at + 1, at + 2].some((from) => from <= to && (namedAt(line, from, names)?.to ?? 0) >= to);
};
