// What comes back, put together: weekdays become patterns, ranges and months what bounds them.
import type { Limits, Plan, Window } from './asked.ts';
import { chunksOf } from './chunks.ts';
import { all } from './counting.ts';
import type { Line } from './line.ts';
import { occasionsOf } from './occasions.ts';
import type { Pattern, Piece } from './piece.ts';
import type { PlacedPiece } from './pieces.ts';

const isPaceOnly = (piece: Piece): boolean =>
  piece.is === 'every' && piece.pattern.by === 'week' && piece.pattern.weekdays.length === 0;

const MOST_PATTERNS = 12;

/** What comes back: weekdays become patterns, ranges and months what bounds them. */
export const seriesOf = (
  line: Line,
  body: readonly PlacedPiece[],
  limits: Limits,
  said: ReadonlySet<number>,
): Plan | undefined => {
  const pieces = body.map(({ piece }) => piece);
  const everies = all(pieces, 'every');
  if (everies.length > MOST_PATTERNS) return undefined;
  const paces = everies.filter(isPaceOnly);
  const weeks = paces.map(({ pattern }) => (pattern.by === 'week' ? pattern.weeks : 1))[0];
  const windows = pieces.flatMap((piece): readonly Window[] => {
    if (piece.is === 'span') return [{ first: piece.first, last: piece.last }];
    if (piece.is === 'week')
      return [{ first: piece.monday, last: piece.monday.add({ days: 7 * (piece.weeks ?? 1) - 1 }) }];
    return piece.is === 'month'
      ? [{ first: piece.first, last: piece.first.add({ months: 1 }).subtract({ days: 1 }) }]
      : [];
  });
  const isAnchored =
    weeks !== undefined && !pieces.some((piece) => isWeekday(piece) || (piece.is === 'every' && !isPaceOnly(piece)));
  let { from } = limits;
  const kept = body.flatMap((placed): readonly PlacedPiece[] => {
    const { piece } = placed;
    // « jeudi 9h30 … tous les premiers jeudis »: said twice; a date says when it begins.
    if (piece.is === 'day' && everies.some(({ pattern }) => isOn(pattern, piece.date.dayOfWeek))) {
      if (piece.weekday === undefined) from ??= piece.date;
      return [];
    }
    if (piece.is === 'span' || piece.is === 'week' || piece.is === 'month' || isPaceOnly(piece)) return [];
    if (piece.is === 'day' && piece.weekday !== undefined)
      return [
        { ...placed, piece: { is: 'every', pattern: { by: 'week', weekdays: [piece.weekday], weeks: weeks ?? 1 } } },
      ];
    if (piece.is === 'day' && isAnchored) {
      from = piece.date;
      return [{ ...placed, piece: { is: 'every', pattern: { by: 'week', weekdays: [piece.date.dayOfWeek], weeks } } }];
    }
    if (piece.is === 'every' && piece.pattern.by === 'week' && weeks !== undefined)
      return [{ ...placed, piece: { is: 'every', pattern: { ...piece.pattern, weeks } } }];
    return [placed];
  });
  const chunks = kept.length === 0 || paces.length > 1 ? undefined : chunksOf(line, kept, said);
  const occasions = chunks && occasionsOf(chunks);
  if (chunks === undefined || occasions === undefined) return undefined;
  return { occasions, limits: { ...limits, from, windows }, isChoice: chunks.some(({ joint }) => joint === 'or') };
};

const isOn = (pattern: Pattern, weekday: number): boolean =>
  (pattern.by === 'week' && pattern.weekdays.includes(weekday)) ||
  (pattern.by === 'rank' && pattern.weekday === weekday);

const isWeekday = (piece: Piece): boolean => piece.is === 'day' && piece.weekday !== undefined;
