// Whole numbers of any size, and what says that they count people.
import { HEADS } from './clock-words.ts';
import { isGlued, type Line, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';

export interface Counted {
  readonly value: number;
  readonly to: number;
}

const GROUPS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dizaine: 10,
    douzaine: 12,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    centaine: 100,
    millier: 1000,
    million: 1_000_000,
  }),
);
const ROUGHLY = new Set(['petite', 'bonne', 'grosse']);
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    mille: 1000,
    million: 1_000_000,
    millions: 1_000_000,
    milliard: 1_000_000_000,
    milliards: 1_000_000_000,
  }),
);

const bounded = (value: number): number => Math.min(value, Number.MAX_SAFE_INTEGER);

/** « 1 000 000 », « deux mille », « un million de », « une dizaine », « -3 ». */
export const countAt = (line: Line, at: number): Counted | undefined => {
  const isMinus =
    wordAt(line, at) === '-' && isGlued(line, at + 1) && /^\d/.test(wordAt(line, at + 1)) && !isGlued(line, at);
  const from = isMinus ? at + 1 : at;
  if (wordAt(line, from) === 'une' || wordAt(line, from) === 'un') {
    const name = ROUGHLY.has(wordAt(line, from + 1)) ? from + 2 : from + 1;
    const group = GROUPS.get(wordAt(line, name));
    if (group !== undefined) return { value: group, to: name + 1 };
  }
  if (wordAt(line, from) === 'mille') return { value: 1000, to: from + 1 };
  const said = numberAt(line, from);
  if (said === undefined) return undefined;
  let [value, to] = [said.value, said.to];
  while (said.digits > 0 && said.digits <= 3 && /^\d{3}$/.test(wordAt(line, to))) {
    value = value * 1000 + Number(wordAt(line, to));
    to += 1;
  }
  const scale = SCALES.get(wordAt(line, to));
  if (scale !== undefined) [value, to] = [value * scale, to + 1];
  return { value: bounded(value) * (isMinus ? -1 : 1), to };
};

const DE = new Set(['de', 'd', 'petite', 'petites', 'petit', 'petits', 'seule', 'seul']);

/** Past « personnes », « places assises »… and undefined when it is something else. */
export const headAt = (line: Line, at: number): number | undefined => {
  const from = DE.has(wordAt(line, at)) ? at + 1 : at;
  if (!HEADS.has(wordAt(line, from))) return undefined;
  const to = wordAt(line, from + 1) === '.' && wordAt(line, from).length < 5 ? from + 2 : from + 1;
  return pastAny(line, to, SEATED) ?? to;
};

const SEATED = phrases([
  'max',
  'maximum',
  'environ',
  'au total',
  'en tout',
  'assises',
  'et moi',
  'au plus',
  'adultes',
  'de travail',
]);
