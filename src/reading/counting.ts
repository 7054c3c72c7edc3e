// Which pieces of a sentence count, and those of one kind among them.
import type { Piece } from './piece.ts';

export type Kind = Piece['is'];
export type PieceOf<K extends Kind> = Extract<Piece, { readonly is: K }>;

export const all = <K extends Kind>(pieces: readonly Piece[], is: K): readonly PieceOf<K>[] =>
  pieces.filter((piece): piece is PieceOf<K> => piece.is === is);

const isDayed = (piece: Piece): boolean =>
  (piece.is === 'day' && piece.weak !== true) || piece.is === 'soon' || piece.is === 'exact';

const HOURLY = new Set<Kind>(['at', 'hours', 'range', 'from', 'until', 'soon', 'exact']);

const isWeak = (piece: Piece): boolean =>
  (piece.is === 'day' || piece.is === 'unclear' || piece.is === 'moment') && piece.weak === true;

/** Without those that only count when nothing else says a day, or, for a moment, the hours. */
export const counting = (pieces: readonly Piece[]): readonly Piece[] => {
  if (!pieces.some(isDayed)) return pieces;
  const isTimed = pieces.some((piece) => HOURLY.has(piece.is) || (piece.is === 'moment' && !isWeak(piece)));
  return pieces.filter((piece) => !isWeak(piece) || (piece.is === 'moment' && !isTimed));
};

export const isSaid = (pieces: readonly Piece[], is: Kind): boolean => pieces.some((piece) => piece.is === is);
