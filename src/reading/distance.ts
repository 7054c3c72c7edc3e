// How far apart two words are, in letters.
import { distance } from 'fastest-levenshtein';

const isOneSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** A letter missing, too many, wrong, or two neighbours swapped. */
export const isOneSlip = (a: string, b: string): boolean =>
  a !== b && Math.abs(a.length - b.length) <= 1 && (isOneSwap(a, b) || distance(a, b) === 1);

/** Levenshtein's, a swap counting for one when it is all that differs. */
export const letters = (a: string, b: string): number => (isOneSlip(a, b) ? 1 : distance(a, b));
