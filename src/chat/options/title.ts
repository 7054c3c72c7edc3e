import { fail, ok } from '../../kernel/result.ts';
import type { RequiredOption } from '../option.ts';
import { rest } from './rest.ts';

const MOST_CHARS = 200;

const bounded = (text: string) =>
  text.length > MOST_CHARS
    ? fail({ code: 'reading.too_long' as const, length: text.length, limit: MOST_CHARS })
    : ok(text);

/** What is left once all else is understood is its title; what looks like a space's name in it is no mistake. */
export const title = (summary: string): RequiredOption<string> => {
  const left = rest(summary);
  return {
    ...left,
    kind: 'title',
    parse: (raw, context) => {
      const read = left.parse(raw, context);
      return read.ok ? bounded(read.value) : read;
    },
    find: (sentence, context) => {
      const found = left.find(sentence, context);
      if (!found.ok || !found.value) return found;
      const value = bounded(found.value.value);
      return value.ok ? found : value;
    },
  };
};
