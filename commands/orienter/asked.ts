// What follows an answer: the next question, or whom to see.
import type { Call } from '../../src/chat/command.ts';
import type { OrientationDraft } from '../../src/core/orientation/model.ts';
import { askedIn, metHere, nextQuestion, questionBefore, takesSeveral } from '../../src/core/orientation/rules.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { type Opening, questionReply } from '../../src/messages/orientation.fr.ts';
import { resultReply } from '../../src/messages/orientation-result.fr.ts';
import type { Question } from '../../src/place/orientation.ts';
import type { Reply } from '../../src/reply/tree.ts';

export type Asked = Pick<Call<object>, 'actor' | 'core' | 'place'>;

export const questionOf = (
  { place }: Asked,
  draft: OrientationDraft,
  question: Question,
  opening: Opening = 'asked',
): Reply => {
  const { orientation } = place;
  if (!orientation) return refuse({ code: 'orientation.none' }, place);
  return questionReply(place, orientation, draft, {
    question,
    asked: askedIn(place),
    before: questionBefore(place, question),
    takesSeveral: takesSeveral(question),
    opening,
  });
};

export const resultOf = async ({ actor, core, place }: Asked, draft: OrientationDraft): Promise<Reply> => {
  const { orientation } = place;
  if (!orientation) return refuse({ code: 'orientation.none' }, place);
  return resultReply(place, orientation, {
    draft,
    suggestions: await core.orientation.suggestions(actor, draft),
    here: metHere(place, draft),
    first: askedIn(place)[0],
  });
};

/** The next question that was neither answered nor passed, else whom to see. */
export const nextOf = async (asked: Asked, draft: OrientationDraft, opening: Opening = 'asked'): Promise<Reply> => {
  const next = nextQuestion(asked.place, draft);
  return next === undefined ? resultOf(asked, draft) : questionOf(asked, draft, next, opening);
};
