// The names of the moments of a place's day; the place says when each begins and ends.
import type { Moment, Place } from '../place/model.ts';
import { MOMENT_FAMILIES } from './clock-words.ts';
import { isGlued, type Line, wordAt } from './line.ts';
import { spelled } from './spelling.ts';
import { folded } from './tokenize.ts';

/** Minutes since midnight. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

const joined = (words: string): string => folded(words).replace(/[^a-z0-9]/g, '');

const minutesOf = (time: Temporal.PlainTime): number => time.hour * 60 + time.minute;

/** The place's own spellings, and those that everyone shares with one of them. */
const spellings = (moment: Moment): readonly string[] => {
  const own = moment.words.map(joined);
  const family = MOMENT_FAMILIES.find((words) => words.some((word) => own.includes(word)));
  return [...own, ...(family ?? [])];
};

const known = new WeakMap<Place, ReadonlyMap<string, Part>>();

const partsOf = (place: Place): ReadonlyMap<string, Part> => {
  const found = known.get(place);
  if (found !== undefined) return found;
  const parts = new Map(
    place.moments.flatMap((moment) =>
      spellings(moment).map((word) => [word, { start: minutesOf(moment.start), end: minutesOf(moment.end) }] as const),
    ),
  );
  known.set(place, parts);
  return parts;
};

const MOST_WORDS = 4;

/** « après-mdi »: what a hyphen makes one word is mended as one. */
const spelledAsOne = (line: Line, at: number, name: string): string =>
  wordAt(line, at - 1) === '-' && isGlued(line, at) && isGlued(line, at - 1) ? spelled(name) : name;

/** The longest name of a moment that is said here, its words written in one or apart. */
export const momentAt = (
  line: Line,
  at: number,
  place: Place,
): { readonly part: Part; readonly word: string; readonly to: number } | undefined => {
  const parts = partsOf(place);
  let longest: { readonly part: Part; readonly word: string; readonly to: number } | undefined;
  let name = '';
  let words = 0;
  for (let to = at; words < MOST_WORDS; to += 1) {
    const word = wordAt(line, to);
    if (word === '' || (word === '-' && words === 0)) break;
    if (word === '-') continue;
    if (!/^[a-z0-9]+$/.test(word)) break;
    name = name === 'apres' ? spelledAsOne(line, to, name + word) : name + word;
    words += 1;
    const part = parts.get(name);
    if (part !== undefined) longest = { part, word: name, to: to + 1 };
  }
  return longest;
};

/** What a name of a moment may begin with: any first part of it, for it may be written in several words. */
export const momentStarts = (place: Place): Iterable<string> =>
  [...partsOf(place).keys(), ...SHARED].flatMap((name) => Array.from(name, (_, at) => name.slice(0, at + 1)));

const SHARED = new Set(MOMENT_FAMILIES.flat());

/** A moment that everyone knows, and that this place does not name. */
export const isUnknownMoment = (line: Line, at: number, place: Place): boolean => {
  const word = wordAt(line, at);
  return SHARED.has(word) && word !== 'midi' && !partsOf(place).has(word);
};
