import { ok } from '../../kernel/result.ts';
import type { RequiredOption } from '../option.ts';

const MOST_CHARS = 60;

const withoutSlash = (words: string): string => words.trim().replace(/^\/+/, '').slice(0, MOST_CHARS);

/** The name of a command, known or not: /aide answers to both. */
export const commandName = (summary: string): RequiredOption<string> => ({
  kind: 'command',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => ok(withoutSlash(raw)),
  // Every word as it stands: « réserver » is a command here, not a way of speaking.
  find: (sentence) => {
    const words = sentence.tokens.flatMap(({ taken, word }) => (taken ? [] : [word])).join(' ');
    const tokens = sentence.tokens.map((token) => ({ ...token, taken: true }));
    return ok(words === '' ? undefined : { value: withoutSlash(words), sentence: { ...sentence, tokens } });
  },
  print: (name) => name,
  phrase: (name) => name,
  suggest: () => [],
});
