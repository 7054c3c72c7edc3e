// The decision, as a table. What the law asks of all: a purpose beyond sharing profits, a democratic governance, profits
// for the activity. Of a form that it does not name, it also asks for social usefulness, and that its statutes say so:
// that is for people to read.
import { type Answer, type Answers, type Assessment, type Question, questions, type Verdict } from './model.ts';

interface Row {
  readonly when: Readonly<Partial<Record<Question, Exclude<Answer, 'unknown'>>>>;
  readonly verdict: Exclude<Verdict, 'to_check'>;
}

/** The first row that holds decides; where none does, it is to be checked. */
const decisions: readonly Row[] = [
  { when: { purpose: 'no' }, verdict: 'outside' },
  { when: { governance: 'no' }, verdict: 'outside' },
  { when: { profits: 'no' }, verdict: 'outside' },
  { when: { form: 'no', usefulness: 'no' }, verdict: 'outside' },
  { when: { form: 'yes', purpose: 'yes', governance: 'yes', profits: 'yes' }, verdict: 'within' },
];

const asks = (row: Row, question: Question): boolean => row.when[question] !== undefined;

const holds = (row: Row, answers: Answers): boolean =>
  questions.every((question) => !asks(row, question) || row.when[question] === answers[question]);

export const verdictOf = (answers: Answers): Verdict =>
  decisions.find((row) => holds(row, answers))?.verdict ?? 'to_check';

/** Every way in which what is not known could turn out. */
const completions = (answers: Answers): readonly Answers[] => {
  const open = questions.find((question) => answers[question] === 'unknown');
  return open === undefined
    ? [answers]
    : [...completions({ ...answers, [open]: 'yes' }), ...completions({ ...answers, [open]: 'no' })];
};

/** Whether another answer to this question could still change the verdict. */
const matters = (answers: Answers, question: Question): boolean =>
  completions(answers).some(
    (complete) => verdictOf({ ...complete, [question]: 'yes' }) !== verdictOf({ ...complete, [question]: 'no' }),
  );

const decisive = (answers: Answers, verdict: Verdict): readonly Question[] => {
  switch (verdict) {
    case 'outside': {
      const rows = decisions.filter((row) => row.verdict === verdict && holds(row, answers));
      return questions.filter((question) => rows.some((row) => asks(row, question)));
    }
    case 'within':
      return questions.filter((question) => answers[question] === 'yes');
    case 'to_check':
      return questions.filter((question) => answers[question] === 'no' && matters(answers, question));
  }
};

export const assess = (answers: Answers): Assessment => {
  const verdict = verdictOf(answers);
  return {
    verdict,
    because: decisive(answers, verdict),
    open:
      verdict === 'to_check'
        ? questions.filter((question) => answers[question] === 'unknown' && matters(answers, question))
        : [],
  };
};
