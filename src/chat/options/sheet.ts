// The number of an initiative or a project: « I-042 », « p7 ». The core checks who may see it: it may be forged.

import type { SheetKind } from '../../core/synergies/model.ts';
import { fail, ok } from '../../kernel/result.ts';
import { sheetNumber } from '../../messages/sheet-words.fr.ts';
import { type Sentence, taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

export interface NumberedSheet {
  readonly kind: SheetKind;
  readonly number: number;
}

const KINDS: Readonly<Record<string, SheetKind>> = { i: 'initiative', p: 'project' };
const PATTERN = /(?<![\p{L}\p{N}])([ip])\s?[-‐‑–]?\s?(\d{1,9})(?![\p{L}\p{N}])/giu;

const sheetOf = ([, letter = '', digits = '']: RegExpMatchArray): NumberedSheet | undefined => {
  const kind = KINDS[letter.toLowerCase()];
  return kind && { kind, number: Number(digits) };
};

/** Where it is said, if none of its words is something else's. */
const foundIn = ({ text, tokens }: Sentence, kinds: readonly SheetKind[]) => {
  for (const match of text.matchAll(PATTERN)) {
    const value = sheetOf(match);
    const [start, end] = [match.index, match.index + match[0].length];
    const positions = tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []));
    const isFree =
      positions.length > 0 && positions.every((at) => tokens[at]?.taken === false && tokens[at].word !== '');
    if (value && kinds.includes(value.kind) && isFree) return { value, positions };
  }
  return undefined;
};

export const sheet = (
  summary: string,
  kinds: readonly SheetKind[] = ['initiative', 'project'],
): RequiredOption<NumberedSheet> => ({
  // One kind alone is a number, and stands in a form's fixed part.
  kind: kinds.length === 1 ? 'event' : 'text',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => {
    const [only] = kinds;
    const digits = kinds.length === 1 ? /^\s*0*(\d{1,9})\s*$/.exec(raw)?.[1] : undefined;
    if (only && digits !== undefined) return ok({ kind: only, number: Number(digits) });
    const match = [...raw.trim().matchAll(PATTERN)].find(([whole]) => whole === raw.trim());
    const value = match && sheetOf(match);
    return value && kinds.includes(value.kind) ? ok(value) : fail({ code: 'reading.not_a_number', typed: raw });
  },
  find: (sentence) => {
    const [only] = kinds;
    const at = sentence.tokens.findIndex(({ taken }) => !taken);
    const word = sentence.tokens[at]?.word ?? '';
    // A bare number said first is that of the only kind: « 42 I-017 ».
    if (only && kinds.length === 1 && /^\d{1,9}$/.test(word))
      return ok({ value: { kind: only, number: Number(word) }, sentence: taking(sentence, new Set([at])) });
    const found = foundIn(sentence, kinds);
    return ok(found && { value: found.value, sentence: taking(sentence, new Set(found.positions)) });
  },
  print: ({ kind, number }) => sheetNumber(kind, number),
  phrase: ({ kind, number }) => sheetNumber(kind, number),
  suggest: () => [],
});
