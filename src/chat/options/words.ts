import { fail, ok } from '../../kernel/result.ts';
import type { RequiredOption } from '../option.ts';

const MOST_CHARS = 80;

/** No control character, no mark that turns the direction of writing: stored and shown safely. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const bounded = (text: string, limit: number) =>
  text.length > limit ? fail({ code: 'reading.too_long', length: text.length, limit } as const) : ok(text);

/** All that no option before it took, word for word: names, whose « les » and « pour » are no courtesies. Declared last. */
export const words = (summary: string, mostChars = MOST_CHARS): RequiredOption<string> => ({
  kind: 'name',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => bounded(clean(raw), mostChars),
  find: (sentence) => {
    const { text, tokens } = sentence;
    const runs: { start: number; end: number }[] = [];
    let last: { start: number; end: number } | undefined;
    for (const token of tokens) {
      if (token.taken) last = undefined;
      else if (last) last.end = token.end;
      else {
        last = { start: token.start, end: token.end };
        runs.push(last);
      }
    }
    // What ends it may be no word: « 30 m² », a smile.
    if (last) last.end = text.length;
    const said = clean(runs.map(({ start, end }) => text.slice(start, end)).join(' '));
    if (said === '') return ok(undefined);
    const value = bounded(said, mostChars);
    return value.ok
      ? ok({
          value: value.value,
          sentence: { ...sentence, tokens: tokens.map((token) => ({ ...token, taken: true })) },
        })
      : value;
  },
  print: (name) => name,
  // Marked, so that no other option hears a word of it.
  phrase: (name) => `— ${name}`,
  suggest: () => [],
});
