// Which space is named in a sentence, or is near to what was typed.
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Place, SpaceKey } from '../place/model.ts';
import { HEADS, HOUR_UNITS } from './clock-words.ts';
import { isCourteous } from './courtesies.ts';
import { isOneSlip, letters } from './distance.ts';
import { leftover } from './leftover.ts';
import type { ReadingFailure } from './model.ts';
import { type Found, positionsFrom, type Sentence, taking } from './sentence.ts';
import { ARTICLES, SHORTEST_SLIP, type SpaceNames, spaceNames } from './space-names.ts';
import { isTimeWord } from './spelling.ts';
import { tokenize } from './tokenize.ts';

const INSIDE = new Set(['-', 'de', 'd', 'du', 'l', 'la', 'le', 'des']);

interface Candidate {
  readonly key: SpaceKey;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  /** « dans la cuisine », « salle de réunion »: said as a place, not as a subject. */
  readonly isPlaced: boolean;
}

const HEAD = new Set(['salle', 'espace']);
const PLACING = new Set(['dans', 'en', 'au', 'a', 'le', 'la', 'l', 'reserver', 'reserve', 'dispo']);

const isPlaced = ({ tokens }: Sentence, from: number): boolean => {
  const [word, before] = [tokens[from]?.word ?? '', tokens[from - 1]];
  return HEAD.has(word) || (before !== undefined && PLACING.has(before.word) && tokens[from - 2]?.word !== 'de');
};

/** « bureau 2 personnes » is two people. */
const countsOn = ({ tokens }: Sentence, to: number): boolean => {
  const [last, next] = [tokens[to - 1]?.word ?? '', tokens[to]?.word ?? ''];
  return /^\d+$/.test(last) && (HEADS.has(next) || HOUR_UNITS.has(next) || next === ':' || next === '/');
};

/** « salle de réu » */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['reu', 'reunion'],
  ['reus', 'reunion'],
  ['conf', 'conference'],
  ['conv', 'convivialite'],
  ['expr', 'expression'],
]);

/** No slip for a name begins with a word of time or of politeness, unless names do. */
const isOtherWord = (word: string): boolean => !GENERIC.has(word) && (isTimeWord(word) || isCourteous(word));

const NONE: readonly Candidate[] = [];

const candidatesAt = (sentence: Sentence, names: SpaceNames, at: number, exactly: boolean): readonly Candidate[] => {
  const { tokens } = sentence;
  const first = tokens[at]?.word ?? '';
  if (exactly && !names.beginnings.has(SHORTENED.get(first) ?? first)) return NONE;
  const found: Candidate[] = [];
  let [name, words] = ['', 0];
  for (let cursor = at; cursor < tokens.length && words < names.mostWords; cursor += 1) {
    const token = tokens[cursor];
    if (token === undefined || token.taken || token.word === '') break;
    if (words > 0 && INSIDE.has(token.word)) continue;
    if (!/^[\p{L}\p{N}]+$/u.test(token.word) || (words === 0 && ARTICLES.has(token.word))) break;
    name += SHORTENED.get(token.word) ?? token.word;
    words += 1;
    if (exactly && !names.beginnings.has(name)) break;
    if (!exactly && (name.length > names.mostLetters || (words === 1 && isOtherWord(token.word)))) break;
    const key = exactly ? names.byName.get(name) : names.near(name);
    const to = cursor + 1;
    if (key !== undefined && !countsOn(sentence, to))
      found.push({
        key,
        from: at,
        to,

        length: name.length,
        isPlaced: isPlaced(sentence, at),
      });
    if (!exactly && words === 1 && !names.goesOn(token.word)) break;
  }
  return found;
};

/** Those said as a place, then the first; of two at one position the longer. */
const better = (a: Candidate, b: Candidate): number =>
  Number(b.isPlaced) - Number(a.isPlaced) || a.from - b.from || b.length - a.length;

const GENERIC = new Set(['salle', 'espace', 'piece', 'lieu', 'coin']);
const SPELLED_GENERIC = ['salle', 'espace'];

const isGeneric = (word: string): boolean =>
  GENERIC.has(word) || (word.length >= SHORTEST_SLIP && SPELLED_GENERIC.some((each) => isOneSlip(word, each)));

/** The name with what leads to it: « dans la salle de ». */
const withLead = ({ tokens }: Sentence, { from, to }: Candidate): ReadonlySet<number> => {
  let start = from;
  for (let before = from - 1; before >= 0; before -= 1) {
    const token = tokens[before];
    if (token === undefined || token.taken || !(ARTICLES.has(token.word) || isGeneric(token.word))) break;
    start = before;
  }
  return new Set(positionsFrom(start, to));
};

export const findSpace = (sentence: Sentence, place: Place): Found<SpaceKey> | undefined => {
  const names = spaceNames(place);
  const candidates = (exactly: boolean) =>
    sentence.tokens.flatMap((_, at) => candidatesAt(sentence, names, at, exactly));
  const exact = candidates(true).sort(better);
  const first = exact[0] ?? candidates(false).sort(better)[0];
  // « la grande salle d’expression »: the longer of two that share words.
  const best = first && exact.find(({ from, to }) => from > first.from && from < first.to && to > first.to);
  const said = best === undefined || first === undefined ? first : { ...best, from: first.from };
  return said && { value: said.key, sentence: taking(sentence, withLead(sentence, said)) };
};

/** « Vouliez-vous dire »: best first, none that is not near. */
export const nearestSpaces = (typed: string, place: Place): readonly SpaceKey[] => {
  const words = tokenize(typed).tokens.map(({ word }) => word);
  const name = words.filter((word) => !ARTICLES.has(word) && /^[\p{L}\p{N}]+$/u.test(word)).join('');
  const most = Math.max(1, Math.floor(name.length / 3));
  const nearest = new Map<SpaceKey, number>();
  if (name.length < 3 || name.length > 40) return [];
  for (const [known, key] of spaceNames(place).byName) {
    const isBegun = name.length >= 4 && known.startsWith(name);
    const away = isBegun ? 1 : letters(name, known);
    if (away <= most) nearest.set(key, Math.min(away, nearest.get(key) ?? away));
  }
  return [...nearest].sort(([, a], [, b]) => a - b).map(([key]) => key);
};

/** A field of its own: a name of a space, and nothing else. */
export const parseSpace = (raw: string, place: Place): Result<SpaceKey, ReadingFailure> => {
  const key = raw.trim();
  if (place.spaces.some((space) => space.key === key)) return ok(key);
  const found = findSpace(tokenize(raw), place);
  if (found !== undefined && leftover(found.sentence) === undefined) return ok(found.value);
  return fail({ code: 'reading.unknown_space', typed: raw, suggestions: nearestSpaces(raw, place) });
};
