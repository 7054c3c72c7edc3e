import { fail, ok } from '../../kernel/result.ts';
import { taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

const MOST = 2_147_483_647;
const SIGNS = new Set(['n', '°', 'no', 'numero', '#']);

/**
 * The number of an event, said first: « 12 », « n° 12 ». A number further on belongs to its name (« les 24 h du jeu »). The
 * core checks that the place has it: a number that comes back from a button may be forged.
 */
export const eventNumber = (summary: string): RequiredOption<number> => ({
  kind: 'event',
  summary,
  required: true,
  input: 'integer',
  completes: false,
  parse: (raw) => {
    const digits = /^\s*(?:n°\s*|#\s*)?(\d{1,10})\s*$/i.exec(raw)?.[1];
    return digits === undefined || Number(digits) > MOST
      ? fail({ code: 'reading.not_a_number', typed: raw })
      : ok(Number(digits));
  },
  find: (sentence) => {
    const { tokens } = sentence;
    const first = tokens.findIndex(({ taken }) => !taken);
    let at = first;
    while (SIGNS.has(tokens[at]?.word ?? '')) at += 1;
    const word = tokens[at]?.word ?? '';
    if (first < 0 || !/^\d{1,10}$/.test(word) || Number(word) > MOST) return ok(undefined);
    const said = new Set(Array.from({ length: at - first + 1 }, (_, index) => first + index));
    return ok({ value: Number(word), sentence: taking(sentence, said) });
  },
  print: String,
  phrase: String,
  suggest: () => [],
});
