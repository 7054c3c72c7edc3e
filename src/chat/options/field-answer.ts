// One answer of those that the place lists, by its field and its key: « theme nature ». Mostly carried by buttons: one that the
// place has no more is refused, since it may come from an old button, or be forged.
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { ReadingFailure } from '../../reading/model.ts';
import { folded } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';
import { startingLike } from './suggestions.ts';

interface Answers<T> {
  readonly known: (place: Place) => readonly (T & { readonly name: string })[];
  /** As a line says it. */
  readonly print: (answer: T) => string;
}

const LABEL_CHARS = 75;

export const fieldAnswer = <T>(summary: string, { known, print }: Answers<T>): RequiredOption<T> => {
  const read = (raw: string, place: Place): Result<T, ReadingFailure> => {
    const typed = folded(raw.trim()).replace(/\s+/g, ' ');
    const found = known(place).find((answer) => print(answer) === typed);
    return found ? ok(found) : fail({ code: 'reading.unknown_choice', typed: raw, known: known(place).map(print) });
  };
  return {
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
        known(place).map((answer) => ({ label: answer.name.slice(0, LABEL_CHARS), value: print(answer) })),
      ),
  };
};
