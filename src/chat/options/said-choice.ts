// One of a few answers that people name in more than one word.
import { fail, ok } from '../../kernel/result.ts';
import { type Sentence, taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

interface Answers<T extends string> {
  /** As people name them. */
  readonly said: readonly (readonly [words: string, value: T])[];
  /** As a line carries them; each is among what is said. */
  readonly written: Readonly<Record<T, string>>;
  readonly labels: Readonly<Record<T, string>>;
}

export const saidChoice = <T extends string>(
  summary: string,
  { said, written, labels }: Answers<T>,
): RequiredOption<T> => {
  // The longest first: « agenda » begins « agenda de la semaine ».
  const patterns = said
    .map(([words, value]) => ({ value, words: tokenize(words).tokens.map(({ word }) => word) }))
    .sort((a, b) => b.words.length - a.words.length);
  const known = Object.keys(written) as T[];
  const foundIn = ({ tokens }: Sentence) => {
    for (let at = 0; at < tokens.length; at += 1) {
      const found = patterns.find(({ words }) =>
        words.every((word, index) => tokens[at + index]?.word === word && tokens[at + index]?.taken === false),
      );
      if (found) return { value: found.value, positions: found.words.map((_, index) => at + index) };
    }
    return undefined;
  };
  return {
    kind: 'choice',
    summary,
    required: true,
    input: 'choice',
    completes: true,
    parse: (raw) => {
      const found = foundIn(tokenize(raw));
      return found
        ? ok(found.value)
        : fail({ code: 'reading.unknown_choice', typed: raw, known: known.map((value) => written[value]) });
    },
    find: (sentence) => {
      const found = foundIn(sentence);
      return ok(found && { value: found.value, sentence: taking(sentence, new Set(found.positions)) });
    },
    print: (value) => written[value],
    phrase: (value) => written[value],
    suggest: () => known.map((value) => ({ label: labels[value], value: written[value] })),
  };
};
