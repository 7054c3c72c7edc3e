// Every way to name the equipment of a space or of a place, computed once each.
import type { Equipment, EquipmentKey, Place, Space } from '../place/model.ts';
import { isOneSlip } from './distance.ts';
import { type Line, wordAt } from './line.ts';
import { tokenize } from './tokenize.ts';

export interface Names {
  readonly byName: ReadonlyMap<string, EquipmentKey>;
  readonly mostWords: number;
}

const known = new WeakMap<Space | Place, Names>();

const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

const SMALL = new Set(['de', 'd', 'du', 'l', 'la', 'le', 'les', '-']);

const wordsOf = (name: string): readonly string[] =>
  tokenize(name)
    .tokens.map(({ word }) => singular(word))
    .filter((word) => !SMALL.has(word));

export const namesOf = (owner: Space | Place, equipment: readonly Equipment[]): Names => {
  const cached = known.get(owner);
  if (cached !== undefined) return cached;
  const said = equipment.flatMap(({ key, name, plural, aliases }) =>
    [key, name, ...(plural === undefined ? [] : [plural]), ...aliases].map((each) => [wordsOf(each), key] as const),
  );
  const byName = new Map<string, EquipmentKey>();
  for (const [words, key] of said) if (!byName.has(words.join(''))) byName.set(words.join(''), key);
  const names = { byName, mostWords: Math.max(1, ...said.map(([words]) => words.length)) };
  known.set(owner, names);
  return names;
};

export const equipmentOf = (space: Space | undefined, place: Place): readonly Equipment[] =>
  space?.equipment ?? place.spaces.flatMap((each) => each.equipment);

const SHORTEST_SLIP = 5;
const SHORTEST_START = 4;

const keyOf = ({ byName }: Names, name: string): EquipmentKey | undefined => {
  const exactly = byName.get(name);
  if (exactly !== undefined || name.length < SHORTEST_START) return exactly;
  for (const [full, key] of byName)
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
    if (!/^[\p{L}\p{N}]+$/u.test(word)) break;
    name += singular(word);
    words += 1;
    const key = keyOf(names, name);
    if (key !== undefined) longest = { key, to: cursor + 1 };
  }
  return longest;
};
