// Which of a list of words differ from one typed by a single slip, without comparing with them all: such words share what
// remains of them once a letter is left out.
import { isOneSlip } from './distance.ts';

export type NearWords = (typed: string) => readonly string[];

const NONE: readonly string[] = [];

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
    const near: string[] = [];
    if (typed.length > longest + 1) return near;
    for (let at = -1; at < typed.length; at += 1) {
      const remains = at < 0 ? typed : typed.slice(0, at) + typed.slice(at + 1);
      for (const candidate of byRemains.get(remains) ?? NONE) {
        if (!near.includes(candidate) && isOneSlip(typed, candidate)) near.push(candidate);
      }
    }
    return near;
  };
};
