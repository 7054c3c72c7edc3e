import { fail, ok } from '../../kernel/result.ts';
import type { RequiredOption } from '../option.ts';

const MOST = 2_147_483_647;

/** The number of a booking. The core checks whose it is: a number that comes back from a button may be forged. */
export const bookingNumber = (summary: string): RequiredOption<number> => ({
  kind: 'booking',
  summary,
  required: true,
  input: 'integer',
  completes: false,
  parse: (raw) => {
    const digits = /^\s*(?:n°\s*)?(\d{1,10})\s*$/i.exec(raw)?.[1];
    return digits === undefined || Number(digits) > MOST
      ? fail({ code: 'reading.not_a_number', typed: raw })
      : ok(Number(digits));
  },
  find: (sentence) => {
    const index = sentence.tokens.findIndex(
      ({ taken, word }) => !taken && /^\d{1,10}$/.test(word) && Number(word) <= MOST,
    );
    const found = sentence.tokens[index];
    if (!found) return ok(undefined);
    const tokens = sentence.tokens.map((token, position) => (position === index ? { ...token, taken: true } : token));
    return ok({ value: Number(found.word), sentence: { ...sentence, tokens } });
  },
  print: String,
  phrase: String,
  suggest: () => [],
});
