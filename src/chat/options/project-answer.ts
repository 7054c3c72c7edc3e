// One code of a project's sheet, by its field and its key: « theme nature ». Mostly carried by buttons.

import type { CodeAnswer } from '../../core/projects/model.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { typedFields } from '../../messages/project.fr.ts';
import type { Place } from '../../place/model.ts';
import { codeFields, codesOf } from '../../place/sheet-codes.ts';
import type { ReadingFailure } from '../../reading/model.ts';
import { folded } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';
import { startingLike } from './suggestions.ts';

const print = ({ field, key }: CodeAnswer): string => `${typedFields[field]} ${key}`;

const known = (place: Place): readonly (CodeAnswer & { readonly name: string })[] =>
  codeFields.flatMap((field) => codesOf(place, field).map(({ key, name }) => ({ field, key, name })));

const read = (raw: string, place: Place): Result<CodeAnswer, ReadingFailure> => {
  const typed = folded(raw.trim()).replace(/\s+/g, ' ');
  const found = known(place).find((answer) => print(answer) === typed);
  return found
    ? ok({ field: found.field, key: found.key })
    : fail({ code: 'reading.unknown_choice', typed: raw, known: known(place).map(print) });
};

export const projectAnswer = (summary: string): RequiredOption<CodeAnswer> => ({
  kind: 'text',
  summary,
  required: true,
  input: 'text',
  completes: true,
  parse: (raw, { place }) => read(raw, place),
  find: (sentence, { place }) => {
    const left = sentence.tokens.filter(({ taken }) => !taken);
    const [first, last] = [left[0], left.at(-1)];
    if (!first || !last) return ok(undefined);
    const found = read(sentence.text.slice(first.start, last.end), place);
    if (!found.ok) return found;
    const tokens = sentence.tokens.map((token) => ({ ...token, taken: true }));
    return ok({ value: found.value, sentence: { ...sentence, tokens } });
  },
  print,
  phrase: print,
  suggest: (raw, { place }) =>
    startingLike(
      raw,
      known(place).map((answer) => ({ label: answer.name.slice(0, 75), value: print(answer) })),
    ),
});
