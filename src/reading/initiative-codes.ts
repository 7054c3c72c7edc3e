// Codes of the place file that a sentence says, by their words: the longest phrase first, each word once.
import type { Code } from '../place/initiatives.ts';
import { memo } from './memo.ts';
import { pastPhrase, phraseOf, type Word } from './spoken.ts';

export interface Said {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const split = memo(phraseOf);

/** What is said between two positions, in order; of two that begin together, the longest. */
export const codesIn = (
  words: readonly Word[],
  codes: readonly Pick<Code, 'key' | 'words'>[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Said[] => {
  const phrases = codes.flatMap(({ key, words: said }) => said.map((each) => ({ key, phrase: split(each) })));
  const found: Said[] = [];
  for (let at = from; at < to; ) {
    const longest = phrases
      .flatMap(({ key, phrase }) => {
        const end = pastPhrase(words, at, phrase);
        return end === undefined || end > to ? [] : [{ key, from: at, to: end }];
      })
      .reduce<Said | undefined>((best, each) => (best === undefined || each.to > best.to ? each : best), undefined);
    if (longest) found.push(longest);
    at = longest?.to ?? at + 1;
  }
  return found;
};

export const keysOf = (said: readonly Said[]): readonly string[] => [...new Set(said.map(({ key }) => key))];

/** The one that says most. */
export const longestOf = (said: readonly Said[]): string | undefined =>
  said.reduce<Said | undefined>(
    (best, each) => (best === undefined || each.to - each.from > best.to - best.from ? each : best),
    undefined,
  )?.key;
