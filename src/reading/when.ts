// When: the words of time in a sentence, the whole of a field, and back to words.

import { fail, ok, type Result } from '../kernel/result.ts';
import type { Place, Space } from '../place/model.ts';
import { isDayPiece, jointsIn } from './chunks.ts';
import { counting, isSaid } from './counting.ts';
import { expand } from './expand.ts';
import { glued, isResidue } from './glue.ts';
import { leftover } from './leftover.ts';
import { type Line, lineOf, wordAt } from './line.ts';
import type { ReadingFailure, Slot, WhenReading } from './model.ts';
import type { Piece } from './piece.ts';
import { type PlacedPiece, piecesOf } from './pieces.ts';
import { planOf } from './plan.ts';
import { resolve, soonest, UNREAD } from './resolve.ts';
import { type Scene, sceneOf } from './scene.ts';
import { type Found, positionsFrom, type Sentence, taking } from './sentence.ts';
import { tokenize } from './tokenize.ts';
import { wishedTime, wishOf } from './wish.ts';

interface WhenContext {
  readonly place: Place;
  readonly space: Space | undefined;
  readonly now: Temporal.Instant;
}

/** Undefined: nothing is said of time. 'unclear': something is, that names no single slot. */
export const findWhen = (sentence: Sentence, context: WhenContext): Found<WhenReading> | undefined => {
  const line = lineOf(sentence);
  const scene = sceneOf(context);
  const placed = piecesOf(line, { place: context.place, now: scene.present, today: scene.today });
  const kept = counting(placed, (at) => wordAt(line, at));
  if (kept.length === 0) return undefined;
  const said = new Set(kept.flatMap(({ from, to }) => positionsFrom(from, to)));
  const value = isResidue(line, said, kept) ? UNREAD : readingOf(scene, line, kept, said);
  const joints = value.slots.length > 1 ? jointsIn(line, kept) : [];
  return { value, sentence: taking(sentence, glued(line, new Set([...said, ...joints]))) };
};

const SEVERAL = new Set<Piece['is']>([
  'dates',
  'span',
  'stretch',
  'parity',
  'month',
  'every',
  'month',
  'from-day',
  'until-day',
  'lasting',
  'times',
  'except',
  'asap',
]);

/** Sixty slots, each with its day and its hours, and more: nobody says as much of one request. */
const MOST_PIECES = 150;

/** One slot if everything agrees on one, else several. */
const readingOf = (scene: Scene, line: Line, kept: readonly PlacedPiece[], said: ReadonlySet<number>): WhenReading => {
  const pieces = kept.map(({ piece }) => piece);
  if (isSaid(pieces, 'unclear') || pieces.length > MOST_PIECES) return UNREAD;
  const wish = pieces.some(({ is }) => SEVERAL.has(is)) ? undefined : wishOf(pieces);
  if (wish !== undefined) return resolve(scene, wish);
  if (isSaid(pieces, 'asap')) {
    const timed = pieces.filter(({ is }) => is !== 'asap');
    if (timed.some(isDayPiece)) return soonestOn(scene, timed);
    const time = wishedTime(timed, true);
    return time === undefined ? UNREAD : soonest(scene, time);
  }
  const plan = planOf(line, kept, said);
  return plan === undefined ? UNREAD : expand(scene, plan);
};

/** « demain dès que possible »: what is open of that day. */
const soonestOn = (scene: Scene, pieces: readonly Piece[]): WhenReading => {
  const wish = wishOf(pieces);
  const day = wish && resolve(scene, wish);
  return day === undefined || day.problem !== undefined ? UNREAD : { ...UNREAD, alternatives: day.slots, asap: true };
};

/** A field of its own: every word must have been understood. « Dès que possible » is: it has no slot, and alternatives. */
export const parseWhen = (raw: string, context: WhenContext): Result<WhenReading, ReadingFailure> => {
  const found = findWhen(tokenize(raw), context);
  const isUnderstood =
    found !== undefined &&
    (found.value.problem !== 'unclear' || found.value.asap === true) &&
    leftover(found.sentence) === undefined;
  return isUnderstood ? ok(found.value) : fail({ code: 'reading.unclear_time', typed: raw });
};

const clock = ({ hour, minute }: Temporal.ZonedDateTime): string =>
  minute === 0 ? `${hour}h` : `${hour}h${String(minute).padStart(2, '0')}`;

const isPlain = (time: Temporal.ZonedDateTime): boolean =>
  time.toPlainDateTime().toZonedDateTime(time.timeZoneId).equals(time);

/**
 * The fewest words that read back as the same slot, whatever the present and the space. A bare day is its date alone: it
 * is then the opening of whatever space is asked, and today what remains of it.
 */
export const printWhen = ({ start, end, span }: Slot): string => {
  const date = start.toPlainDate();
  if (span === 'day') return date.toString();
  const isNextMidnight = end.toPlainDate().equals(date.add({ days: 1 })) && end.hour === 0 && end.minute === 0;
  const sameDay =
    end.toPlainDate().equals(date) && Temporal.PlainTime.compare(start.toPlainTime(), end.toPlainTime()) < 0;
  if ((sameDay || isNextMidnight) && isPlain(start) && isPlain(end))
    return `${date} ${clock(start)}-${isNextMidnight ? '24h' : clock(end)}`;
  const minutes = start.until(end).total('minutes');
  // The offset only where an hour comes twice.
  const offset = isPlain(start) ? 'never' : 'auto';
  return `${start.toString({ smallestUnit: 'minute', timeZoneName: 'never', offset })} ${minutes}mn`;
};
