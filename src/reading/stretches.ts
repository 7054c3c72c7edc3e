// « du mardi 14h au jeudi 12h » as occasions: the end of a day, the whole days between, the beginning of another.
import { NO_LIMITS, type Plan } from './asked.ts';
import { joined } from './exceptions.ts';
import type { Piece } from './piece.ts';
import type { WishedTime } from './wish.ts';

/** « du mardi 14h au jeudi 12h »: nothing else is said of time. */
export const stretchOf = (pieces: readonly Piece[]): Plan | undefined => {
  const [piece, another] = pieces;
  if (piece?.is !== 'stretch' || another !== undefined) return undefined;
  const { first, last } = piece;
  const between = { first: first.date.add({ days: 1 }), last: last.date.subtract({ days: 1 }) };
  const start: WishedTime =
    first.clock === undefined
      ? { is: 'part', start: first.part ?? 0, end: DAY }
      : { is: 'hours', start: first.clock, end: 'closing' };
  const end: WishedTime =
    last.clock === undefined
      ? { is: 'part', start: 0, end: last.part ?? DAY }
      : { is: 'hours', start: 'opening', end: last.clock };
  return {
    occasions: [
      { days: [{ is: 'run', first: first.date, last: first.date }], time: start },
      { days: [{ is: 'run', ...between }], time: { is: 'whole-day' } },
      { days: [{ is: 'run', first: last.date, last: last.date }], time: end },
    ],
    limits: { ...NO_LIMITS, exception: joined([]) },
    isChoice: false,
  };
};
const DAY = 24 * 60;
