// From answers to whom one may see; and what is still to be asked. Pure.
import type { Place } from '../../place/model.ts';
import { type Choice, choiceOf, type Question, questions } from '../../place/orientation.ts';
import { type Match, namedFor, type OrientationAnswers } from '../../place/orienting.ts';
import type { OrientationDraft, Suggestion } from './model.ts';

type Oriented = Pick<Place, 'orientation' | 'partners'>;

const MOST = 3;

const suggestionOf = ({ partner, reasons }: Match): Suggestion => ({
  partner,
  because: reasons,
  isInformation: partner.link === 'developing',
});

/** Whom they named comes first, with the other reasons that there are for it. */
const askedFor = (place: Oriented, { named, answers }: OrientationDraft): readonly Suggestion[] =>
  named.flatMap((key) => {
    const partner = place.partners.find((each) => each.key === key);
    if (!partner) return [];
    const match = namedFor({ ...place, partners: [partner] }, answers)[0];
    return [
      {
        partner,
        because: [{ question: 'name' }, ...(match?.reasons ?? [])],
        isInformation: partner.link === 'developing',
      } satisfies Suggestion,
    ];
  });

/**
 * Three at most, or none: then the town's own service answers. Whom they name themselves is shown, whoever declined them
 * before is not proposed again.
 */
export const suggestionsFor = (
  place: Oriented,
  draft: OrientationDraft,
  refusers: ReadonlySet<string> = new Set(),
): readonly Suggestion[] => {
  const asked = askedFor(place, draft);
  const left = { ...place, partners: place.partners.filter(({ key }) => !refusers.has(key)) };
  const others = namedFor(left, draft.answers)
    .map(suggestionOf)
    .filter(({ partner }) => !asked.some((each) => each.partner.key === partner.key));
  return [...asked, ...others].slice(0, MOST);
};

/** The needs for which the place itself has something. */
export const metHere = ({ orientation }: Oriented, { answers }: OrientationDraft): readonly Choice[] =>
  (answers.need ?? []).flatMap((key) => {
    const need = orientation && choiceOf(orientation, 'need', key);
    return need?.here === undefined ? [] : [need];
  });

/** Several answers may be given to these: they are left on purpose. */
export const takesSeveral = (question: Question): boolean => question === 'need' || question === 'public';

/** Those that the place has answers for. */
export const askedIn = ({ orientation }: Oriented): readonly Question[] =>
  questions.filter((question) => (orientation?.choices[question].length ?? 0) > 0);

const isSettled = ({ answers, passed }: OrientationDraft, question: Question): boolean =>
  passed.includes(question) || (!takesSeveral(question) && (answers[question]?.length ?? 0) > 0);

export const nextQuestion = (place: Oriented, draft: OrientationDraft): Question | undefined =>
  askedIn(place).find((question) => !isSettled(draft, question));

export const questionBefore = (place: Oriented, question: Question): Question | undefined => {
  const asked = askedIn(place);
  return asked[asked.indexOf(question) - 1];
};

const withAnswers = (draft: OrientationDraft, question: Question, given: readonly string[]): OrientationDraft => ({
  ...draft,
  answers: { ...draft.answers, [question]: given } satisfies OrientationAnswers,
});

export const answering = (draft: OrientationDraft, question: Question, choice: string): OrientationDraft => {
  const before = (draft.answers[question] ?? []).filter((each) => each !== choice);
  return withAnswers(draft, question, takesSeveral(question) ? [...before, choice] : [choice]);
};

export const retracting = (draft: OrientationDraft, question: Question, choice: string): OrientationDraft => ({
  ...withAnswers(
    draft,
    question,
    (draft.answers[question] ?? []).filter((each) => each !== choice),
  ),
  passed: draft.passed.filter((each) => each !== question),
});

export const leaving = (draft: OrientationDraft, question: Question): OrientationDraft => ({
  ...draft,
  passed: [...draft.passed.filter((each) => each !== question), question],
});

/** Without what the place file no longer offers: it changed since they answered. */
export const stillOffered = ({ orientation }: Oriented, draft: OrientationDraft): OrientationDraft => ({
  ...draft,
  answers: Object.fromEntries(
    questions.map((question) => [
      question,
      (draft.answers[question] ?? []).filter((key) => orientation && choiceOf(orientation, question, key)),
    ]),
  ),
});

export const hasAnswered = ({ answers }: OrientationDraft): boolean =>
  Object.values(answers).some((given) => given.length > 0);

export const hasSaidAnything = (draft: OrientationDraft): boolean => draft.named.length > 0 || hasAnswered(draft);
