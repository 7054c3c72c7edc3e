// An answer of an orientation, by the question and its key: « etape idee ». Mostly carried by buttons.
import { fail, ok, type Result } from '../../kernel/result.ts';
import { typedQuestions } from '../../messages/orientation.fr.ts';
import type { Place } from '../../place/model.ts';
import { type Question, questions } from '../../place/orientation.ts';
import type { ReadingFailure } from '../../reading/model.ts';
import { folded } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';
import { startingLike } from './suggestions.ts';

export interface OrientationAnswer {
  readonly question: Question;
  readonly choice: string;
}

const print = ({ question, choice }: OrientationAnswer): string => `${typedQuestions[question]} ${choice}`;

const known = ({ orientation }: Place): readonly (OrientationAnswer & { readonly name: string })[] =>
  questions.flatMap((question) =>
    (orientation?.choices[question] ?? []).map(({ key, name }) => ({ question, choice: key, name })),
  );

/** One that the place has no more is refused: it may come from an old button, or be forged. */
const read = (raw: string, place: Place): Result<OrientationAnswer, ReadingFailure> => {
  const typed = folded(raw.trim()).replace(/\s+/g, ' ');
  const found = known(place).find((answer) => print(answer) === typed);
  return found
    ? ok({ question: found.question, choice: found.choice })
    : fail({ code: 'reading.unknown_choice', typed: raw, known: known(place).map(print) });
};

export const orientationAnswer = (summary: string): RequiredOption<OrientationAnswer> => ({
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
