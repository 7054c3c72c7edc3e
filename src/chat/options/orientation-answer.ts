// An answer of an orientation, by the question and its key: « etape idee ». Mostly carried by buttons.
import { typedQuestions } from '../../messages/orientation.fr.ts';
import { type Question, questions } from '../../place/orientation.ts';
import type { RequiredOption } from '../option.ts';
import { fieldAnswer } from './field-answer.ts';

export interface OrientationAnswer {
  readonly question: Question;
  readonly choice: string;
}

export const orientationAnswer = (summary: string): RequiredOption<OrientationAnswer> =>
  fieldAnswer<OrientationAnswer>(summary, {
    known: ({ orientation }) =>
      questions.flatMap((question) =>
        (orientation?.choices[question] ?? []).map(({ key, name }) => ({ question, choice: key, name })),
      ),
    print: ({ question, choice }) => `${typedQuestions[question]} ${choice}`,
  });
