// Which of a list of words differ from one typed by a single slip, without comparing with them all: such words share what
// remains of them once a letter is left out.
import { isOneSlip } from './distance.ts';

export type NearWords = (typed: string) => readonly string[];

const withoutOneLetter = (word: string): readonly string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

export const nearWords = (words: Iterable<string>): NearWords => {
  const byRemains = new Map<string, string[]>();
  let longest = 0;
  for (const word of words) {
    longest = Math.max(longest, word.length);
    for (const key of [word, ...withoutOneLetter(word)]) byRemains.set(key, [...(byRemains.get(key) ?? []), word]);
  }
  return (typed) => {
    if (typed.length > longest + 1) return [];
    const near = new Set<string>();
    for (const key of [typed, ...withoutOneLetter(typed)]) {
      for (const candidate of byRemains.get(key) ?? []) if (isOneSlip(typed, candidate)) near.add(candidate);
    }
    return [...near];
  };
};
