// « Did you mean »: the known word nearest to one that is not, if it is near enough to be a slip.
import { distance } from 'fastest-levenshtein';
import { folded } from './written.ts';

export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  const word = folded(typed);
  const ranked = known
    .map((candidate) => ({ candidate, away: distance(word, folded(candidate)) }))
    .sort((a, b) => a.away - b.away);
  const [best] = ranked;
  const tolerance = Math.max(1, Math.floor(word.length / 2.5));
  return best !== undefined && best.away <= tolerance ? best.candidate : undefined;
};
