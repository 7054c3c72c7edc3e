// A sentence as the rules of time see it: one word a token, slips mended, what is taken or marked out of reach.

import type { Phrases } from './phrases.ts';
import type { Sentence, Token } from './sentence.ts';
import { spelled } from './spelling.ts';

export interface Line {
  readonly tokens: readonly Token[];
  /** Parallel to the tokens; '' where nothing may be read. */
  readonly words: readonly string[];
}

export const lineOf = ({ tokens }: Sentence): Line => ({
  tokens,
  words: tokens.map(({ taken, word }) => (taken ? '' : spelled(word))),
});

export const wordAt = ({ words }: Line, at: number): string => words[at] ?? '';

/** No space before this token. */
export const isGlued = ({ tokens }: Line, at: number): boolean => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && before.end === token.start;
};

const isHyphen = (word: string): boolean => word === '-';

/** Past these words, said in a row (a hyphen between two of them does not count); undefined when they are not there. */
export const past = (line: Line, at: number, words: readonly string[]): number | undefined => {
  let cursor = at;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (index > 0 && isHyphen(wordAt(line, cursor)) && !isHyphen(word)) cursor += 1;
    if (wordAt(line, cursor) !== word) return undefined;
    cursor += 1;
  }
  return cursor;
};

/** Past the longest of these phrases that is said here. */
export const pastAny = (line: Line, at: number, known: Phrases): number | undefined => {
  const all = known.get(wordAt(line, at));
  if (all === undefined) return undefined;
  const next = wordAt(line, at + 1);
  for (const words of all) {
    // The second word rules most of them out.
    const second = words[1];
    if (second !== undefined && second !== next && next !== '-') continue;
    const to = past(line, at, words);
    if (to !== undefined) return to;
  }
  return undefined;
};
