// Where a person can be reached, in a field or anywhere in a sentence: « 06 12 34 56 78 », « lea@exemple.fr ».
import { fail, ok } from '../../kernel/result.ts';
import { contactDetailsIn } from '../../reading/contact-details.ts';
import { taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

type Detail = 'phone' | 'email';

/** What may stand before it, and says no more. */
const ANNOUNCED = new Set(['telephone', 'tel', 'portable', 'courriel', 'mail', 'email', ':', '.']);

const MOST_CHARS = 100;

export const contactDetail = (summary: string, detail: Detail): RequiredOption<string> => {
  const firstIn = (text: string) => contactDetailsIn(text).find(({ kind }) => kind === detail);
  return {
    kind: 'text',
    summary,
    required: true,
    input: 'text',
    completes: false,
    parse: (raw) => {
      const typed = raw.trim();
      const found = firstIn(typed);
      const isWhole = found?.start === 0 && found.end === typed.length && typed.length <= MOST_CHARS;
      if (isWhole) return ok(typed);
      return fail({ code: detail === 'phone' ? 'reading.not_a_phone' : 'reading.not_an_email', typed });
    },
    find: (sentence) => {
      const { text, tokens } = sentence;
      // What follows a dash is someone's words, whatever is in them.
      const found = contactDetailsIn(text).find(
        ({ kind, start, end }) =>
          kind === detail &&
          tokens.some((token) => token.start >= start && token.end <= end) &&
          tokens.every((token) => token.end <= start || token.start >= end || (!token.taken && token.word !== '')),
      );
      if (!found) return ok(undefined);
      const said = tokens.flatMap((token, at) => (token.start >= found.start && token.end <= found.end ? [at] : []));
      let before = (said[0] ?? 0) - 1;
      while (ANNOUNCED.has(tokens[before]?.word ?? '') && tokens[before]?.taken === false) {
        said.push(before);
        before -= 1;
      }
      return ok({ value: text.slice(found.start, found.end), sentence: taking(sentence, new Set(said)) });
    },
    print: (value) => value,
    phrase: (value) => value,
    suggest: () => [],
  };
};
