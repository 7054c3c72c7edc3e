import { fail, ok } from '../../kernel/result.ts';
import { taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

const MOST = 2_147_483_647;

/** Which version of a thing a card showed, « v3 »: carried by its buttons, so that who acts late is told. */
export const seenVersion = (summary: string): RequiredOption<number> => ({
  kind: 'aside',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => {
    const digits = /^\s*v?(\d{1,10})\s*$/i.exec(raw)?.[1];
    return digits === undefined || Number(digits) > MOST
      ? fail({ code: 'reading.not_a_number', typed: raw })
      : ok(Number(digits));
  },
  find: (sentence) => {
    const { tokens } = sentence;
    const at = tokens.findIndex(({ word, taken, end }, index) => {
      const next = tokens[index + 1];
      return word === 'v' && !taken && next?.start === end && /^\d{1,10}$/.test(next.word) && Number(next.word) <= MOST;
    });
    return ok(
      at < 0 ? undefined : { value: Number(tokens[at + 1]?.word), sentence: taking(sentence, new Set([at, at + 1])) },
    );
  },
  print: String,
  phrase: (version) => `v${version}`,
  suggest: () => [],
});
