import { fail, ok } from '../../kernel/result.ts';
import { taking } from '../../reading/sentence.ts';
import { folded, tokenize } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

/** One of a few words, each with its label. */
export const choice = <T extends string>(summary: string, labels: Readonly<Record<T, string>>): RequiredOption<T> => {
  const known = Object.keys(labels) as T[];
  const meant = (word: string): T | undefined => known.find((value) => folded(value) === word);
  return {
    kind: 'choice',
    summary,
    required: true,
    input: 'choice',
    completes: true,
    parse: (raw) => {
      const value = meant(tokenize(raw).tokens[0]?.word ?? '');
      return value === undefined ? fail({ code: 'reading.unknown_choice', typed: raw, known }) : ok(value);
    },
    find: (sentence) => {
      const at = sentence.tokens.findIndex(({ taken, word }) => !taken && meant(word) !== undefined);
      const value = meant(sentence.tokens[at]?.word ?? '');
      return ok(value && { value, sentence: taking(sentence, new Set([at])) });
    },
    print: (value) => value,
    phrase: (value) => value,
    suggest: () => known.map((value) => ({ label: labels[value], value })),
  };
};
