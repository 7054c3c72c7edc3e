// The buttons that can still be pressed, by number. A number on the screen keeps its meaning until its card is replaced.
import type { Act } from './render.ts';

export interface Card {
  readonly acts: readonly Act[];
  /** Seen by everyone: nobody's press replaces it. */
  readonly isPublic: boolean;
  /** Of a message that was posted, by which its correction finds it. */
  readonly message: string | undefined;
}

/** Two digits: beyond, the oldest buttons have long scrolled away, and counting starts again. */
const LAST_NUMBER = 99;

export const lastNumber = (cards: readonly Card[]): number =>
  Math.max(0, ...cards.flatMap(({ acts }) => acts.map(({ number }) => number)));

export const nextNumber = (cards: readonly Card[]): number => {
  const last = lastNumber(cards);
  return last >= LAST_NUMBER ? 1 : last + 1;
};

/** A card takes its numbers from those that had them before. */
export const withCard = (cards: readonly Card[], card: Card): readonly Card[] => {
  const first = card.acts[0]?.number;
  if (first === undefined) return cards;
  return [...(first === 1 ? [] : cards), card];
};

export const without = (cards: readonly Card[], gone: Card | undefined): readonly Card[] =>
  cards.filter((card) => card !== gone);

export const cardOf = (
  cards: readonly Card[],
  number: number,
): { readonly card: Card; readonly act: Act } | undefined => {
  for (const card of cards) {
    const act = card.acts.find((one) => one.number === number);
    if (act) return { card, act };
  }
  return undefined;
};
