// The pieces of a sentence cut where it lists: at « et », at a comma, before a second day. Each chunk says days, hours or both.
import type { PieceOf } from './counting.ts';
import { type Line, wordAt } from './line.ts';
import type { Piece } from './piece.ts';
import type { PlacedPiece } from './pieces.ts';
import { wordSet } from './word-set.ts';

export type DayPiece = PieceOf<'day' | 'dates' | 'span' | 'week' | 'every' | 'exact'>;

/** What stands before a chunk. */
export type Joint = 'none' | 'comma' | 'and' | 'or';

export interface Chunk {
  readonly days: readonly DayPiece[];
  readonly times: readonly Piece[];
  /** « le matin, mardi et jeudi »: the hours hold for the days after. */
  readonly isTimeFirst: boolean;
  readonly joint: Joint;
}

const DAY_KINDS = new Set<Piece['is']>(['day', 'dates', 'span', 'week', 'every', 'exact']);

export const isDayPiece = (piece: Piece): piece is DayPiece => DAY_KINDS.has(piece.is);

const ANDS = wordSet('et puis + & plus ainsi aussi idem egalement');
const COMMAS = wordSet(', ; / : . ( )');
const ORS = wordSet('ou sinon voire soit');
/** Between two pieces they would make a range of them that no rule could read. */
const RANGES = wordSet('au jusqu jusque jusqua - > a que qu');

const between = (line: Line, from: number, to: number, said: ReadonlySet<number>): readonly string[] =>
  line.words.slice(from, to).filter((word, index) => word !== '' && !said.has(from + index));

/** 'range': they are the ends of something that was not understood. */
const jointOf = (words: readonly string[], isBeforeDay: boolean): Joint | 'range' => {
  if (words.some((word) => ORS.has(word))) return 'or';
  if (words.some((word) => ANDS.has(word))) return 'and';
  if (isBeforeDay && words.some((word) => RANGES.has(word))) return 'range';
  return words.some((word) => COMMAS.has(word)) ? 'comma' : 'none';
};

const isWeekday = (piece: DayPiece): boolean => piece.is === 'day' && piece.weekday !== undefined;

/** Said of one same day: « jeudi … le 3 décembre »; or a week and a day of it. */
const isSameDay = (chunk: Chunk, piece: DayPiece): boolean =>
  chunk.days.every((day) => {
    if (day.is !== 'day' || piece.is !== 'day') return false;
    if (day.date.equals(piece.date)) return true;
    if (day.inWeek === true || piece.inWeek === true) return isWeekday(day) || isWeekday(piece);
    const [weekday, date] = day.weekday === undefined ? [piece.weekday, day.date] : [day.weekday, piece.date];
    return weekday === date.dayOfWeek && (day.weekday === undefined || piece.weekday === undefined);
  });

const isListed = (piece: DayPiece): boolean => isWeekday(piece) || piece.is === 'every' || piece.is === 'exact';

/** With nothing between them: a new chunk, the same one, or a contradiction. */
const unjoined = (chunk: Chunk, piece: Piece): 'new' | 'same' | 'contradiction' => {
  // « 9h-12h 14h-17h »
  if (piece.is === 'range' && chunk.times.some(({ is }) => is === 'range')) return 'new';
  if (!isDayPiece(piece) || chunk.days.length === 0) return 'same';
  if (isSameDay(chunk, piece)) return 'same';
  const isPlain = chunk.days.every(isListed) && isListed(piece);
  return isPlain || (chunk.times.length > 0 && !chunk.isTimeFirst) ? 'new' : 'contradiction';
};

const chunkOf = (piece: Piece, joint: Joint): Chunk =>
  isDayPiece(piece)
    ? { days: [piece], times: [], isTimeFirst: false, joint }
    : { days: [], times: [piece], isTimeFirst: true, joint };

const withPiece = (chunk: Chunk, piece: Piece): Chunk =>
  isDayPiece(piece) ? { ...chunk, days: [...chunk.days, piece] } : { ...chunk, times: [...chunk.times, piece] };

/** `placed`: what says days and hours, in order. Undefined when two neighbours contradict one another. */
export const chunksOf = (
  line: Line,
  placed: readonly PlacedPiece[],
  said: ReadonlySet<number>,
): readonly Chunk[] | undefined => {
  const chunks: Chunk[] = [];
  for (const [index, { piece, from }] of placed.entries()) {
    const last = chunks.at(-1);
    const before = placed[index - 1];
    if (last === undefined || before === undefined) {
      chunks.push(chunkOf(piece, 'none'));
      continue;
    }
    const joint = before.to > from ? 'none' : jointOf(between(line, before.to, from, said), isDayPiece(piece));
    if (joint === 'range') return undefined;
    const how = joint === 'none' ? unjoined(last, piece) : 'new';
    if (how === 'contradiction') return undefined;
    if (how === 'new') chunks.push(chunkOf(piece, joint));
    else chunks.splice(-1, 1, withPiece(last, piece));
  }
  return chunks;
};

/** Every word between two pieces that joins them: said with them. */
export const jointsIn = (line: Line, placed: readonly PlacedPiece[]): readonly number[] =>
  placed.slice(1).flatMap(({ from }, index) => {
    const to = placed[index]?.to ?? from;
    const positions = Array.from({ length: Math.max(0, from - to) }, (_, step) => to + step);
    const isJoined = positions.every((at) => {
      const word = wordAt(line, at);
      return ANDS.has(word) || COMMAS.has(word) || ORS.has(word) || SMALL.has(word);
    });
    return isJoined ? positions : [];
  });
const SMALL = wordSet('le la l les de d du des a au en bien ensuite encore pour');
