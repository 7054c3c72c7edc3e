// Which pieces of a sentence count, and those of one kind among them.
import type { Piece } from './piece.ts';
import type { PlacedPiece } from './pieces.ts';

export type Kind = Piece['is'];
export type PieceOf<K extends Kind> = Extract<Piece, { readonly is: K }>;

export const all = <K extends Kind>(pieces: readonly Piece[], is: K): readonly PieceOf<K>[] =>
  pieces.filter((piece): piece is PieceOf<K> => piece.is === is);

export const isSaid = (pieces: readonly Piece[], is: Kind): boolean => pieces.some((piece) => piece.is === is);

const DAYED = new Set<Kind>(['soon', 'exact', 'dates', 'every', 'stretch']);

const isDayed = (piece: Piece): boolean => (piece.is === 'day' && piece.weak !== true) || DAYED.has(piece.is);

const HOURLY = new Set<Kind>(['at', 'hours', 'range', 'from', 'until', 'soon', 'exact']);

const isWeak = (piece: Piece): boolean =>
  (piece.is === 'day' || piece.is === 'unclear' || piece.is === 'moment') && piece.weak === true;

const WEEK_DAYS = 7;

const isLong = (piece: Piece): boolean =>
  (piece.is === 'lasting' && piece.duration.days === 0) ||
  piece.is === 'times' ||
  piece.is === 'parity' ||
  (piece.is === 'week' && piece.weeks !== undefined) ||
  (piece.is === 'except' && piece.exception.holidays.length > 0) ||
  (piece.is === 'span' && piece.weekdays === undefined && piece.first.until(piece.last).days > WEEK_DAYS);

/** Something comes back: it is said so, or a weekday is said with how long or how often. */
export const isSeriesSaid = (placed: readonly PlacedPiece[], wordAt: (at: number) => string): boolean => {
  if (placed.some(({ piece }) => piece.is === 'every')) return true;
  const weekdays = placed.filter(({ piece }) => piece.is === 'day' && piece.weekday !== undefined);
  const [weekday] = weekdays;
  // « dès lundi, pendant deux semaines » begins on Monday, and does not come back on Mondays.
  if (weekday === undefined || wordAt(weekday.from - 1) === 'des') return false;
  if (placed.some(({ piece }) => isLong(piece))) return true;
  if (!placed.some(({ piece }) => piece.is === 'until-day') || placed.some(({ piece }) => piece.is === 'from-day'))
    return false;
  // « le jeudi jusqu’au 18 », « jeudi matin jusqu’au 18 »; « jeudi jusqu’à samedi » is a range.
  const isTimed = placed.some(({ piece }) => HOURLY.has(piece.is) || piece.is === 'moment');
  return weekdays.length > 1 || isTimed || wordAt(weekday.from - 1) === 'le';
};

/** Without those that only count when nothing else says a day, or, for a moment, the hours; or when nothing comes back. */
export const counting = (placed: readonly PlacedPiece[], wordAt: (at: number) => string): readonly PlacedPiece[] => {
  if (!placed.some(({ piece }) => isDayed(piece))) return placed;
  const isTimed = placed.some(({ piece }) => HOURLY.has(piece.is) || (piece.is === 'moment' && !isWeak(piece)));
  const isMonthKept = isSeriesSaid(placed, wordAt);
  return placed.filter(({ piece }) => {
    if (piece.is === 'month') return isMonthKept || piece.sure === true;
    return !isWeak(piece) || (piece.is === 'moment' && !isTimed);
  });
};
