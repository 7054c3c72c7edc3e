import { fail, ok } from '../../kernel/result.ts';
import { leftover } from '../../reading/leftover.ts';
import type { RequiredOption } from '../option.ts';

const MOST_CHARS = 300;

/** What no option before it took: the purpose of a booking. Declared last. */
export const rest = (summary: string): RequiredOption<string> => ({
  kind: 'rest',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => bounded(raw.trim()),
  find: (sentence) => {
    const words = leftover(sentence);
    if (words === undefined) return ok(undefined);
    const value = bounded(words);
    return value.ok
      ? ok({
          value: value.value,
          sentence: { ...sentence, tokens: sentence.tokens.map((token) => ({ ...token, taken: true })) },
        })
      : value;
  },
  print: (text) => text,
  phrase: (text) => `— ${text}`,
  suggest: () => [],
});

const bounded = (text: string) =>
  text.length > MOST_CHARS
    ? fail({ code: 'reading.too_long', length: text.length, limit: MOST_CHARS } as const)
    : ok(text);
