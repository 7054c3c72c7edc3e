// Whether a project seems to belong: a readable table, and what holds for every one of the 3^5 combinations.
import { describe, expect, it, test } from 'vitest';
import { type Answer, type Answers, type Question, questions, type Verdict } from '../../../src/core/ess/model.ts';
import { assess, verdictOf } from '../../../src/core/ess/rules.ts';

const LETTERS: Readonly<Record<string, Answer>> = { y: 'yes', n: 'no', '?': 'unknown' };

/** `yy?ny`: form, purpose, governance, profits, usefulness. */
const answersIn = (letters: string): Answers => {
  const at = (index: number): Answer => LETTERS[letters[index] ?? ''] ?? 'unknown';
  return { form: at(0), purpose: at(1), governance: at(2), profits: at(3), usefulness: at(4) };
};

const every = [...Array(3 ** 5).keys()].map((number) =>
  answersIn([...number.toString(3).padStart(5, '0')].map((digit) => 'yn?'[Number(digit)]).join('')),
);

const ANSWERS: readonly Answer[] = ['no', 'unknown', 'yes'];
const VERDICTS: readonly Verdict[] = ['outside', 'to_check', 'within'];
const rank = (answers: Answers): number => VERDICTS.indexOf(verdictOf(answers));

describe('form, purpose, governance, profits, usefulness', () => {
  it.each([
    ['yyyyy', 'within', 'an association that helps its neighbours'],
    ['yyyyn', 'within', 'a cooperative of craftspeople: usefulness is asked of companies alone'],
    ['yyyy?', 'within', 'a mutual that never asked itself about usefulness'],
    ['nyyyy', 'to_check', 'a company that respects all: are its statutes written so?'],
    ['?yyyy', 'to_check', 'all is there but the form'],
    ['yy?yy', 'to_check', 'an association that does not know yet how it will decide'],
    ['yyy?y', 'to_check', 'a cooperative that did not decide what profits are for'],
    ['nyyy?', 'to_check', 'a company that may be useful to society'],
    ['?yyyn', 'to_check', 'no usefulness: it depends on the form'],
    ['?????', 'to_check', 'an idea, nothing more'],
    ['yn???', 'outside', 'an association made to share profits'],
    ['yynyy', 'outside', 'an association where one person decides all'],
    ['yyyny', 'outside', 'a cooperative that gives its profits away to its shareholders'],
    ['nyyyn', 'outside', 'a company without social usefulness'],
    ['n???n', 'outside', 'the same, whatever the rest'],
    ['nnnnn', 'outside', 'a company like any other'],
  ])('%s is %s: %s', (letters, verdict) => {
    expect(verdictOf(answersIn(letters))).toBe(verdict);
  });

  it.each([
    ['yyyyy', ['form', 'purpose', 'governance', 'profits', 'usefulness'], []],
    ['yyyyn', ['form', 'purpose', 'governance', 'profits'], []],
    ['nyyyy', ['form'], []],
    ['nyyy?', ['form'], ['usefulness']],
    ['?yyyn', ['usefulness'], ['form']],
    ['yy??n', [], ['governance', 'profits']],
    ['?????', [], ['form', 'purpose', 'governance', 'profits', 'usefulness']],
    ['ynyn?', ['purpose', 'profits'], []],
    ['nyyyn', ['form', 'usefulness'], []],
    ['nnyyy', ['purpose'], []],
  ] as const)('%s is because of %j, and %j are open', (letters, because, open) => {
    expect(assess(answersIn(letters))).toMatchObject({ because, open });
  });
});

describe('of all 243 combinations', () => {
  test('there are as many', () => expect(new Set(every.map((answers) => JSON.stringify(answers))).size).toBe(243));

  test('answering better never worsens the verdict', () => {
    for (const answers of every)
      for (const question of questions) {
        const better = ANSWERS.slice(ANSWERS.indexOf(answers[question]) + 1);
        for (const answer of better)
          expect(rank({ ...answers, [question]: answer })).toBeGreaterThanOrEqual(rank(answers));
      }
  });

  test('what is not known decides nothing: the verdict is that of both answers, or it is to be checked', () => {
    const both = (answers: Answers, question: Question) =>
      (['yes', 'no'] as const).map((answer) => verdictOf({ ...answers, [question]: answer }));
    for (const answers of every)
      for (const question of questions.filter((each) => answers[each] === 'unknown')) {
        const [yes, no] = both(answers, question);
        expect(verdictOf(answers)).toBe(yes === no ? yes : 'to_check');
      }
  });

  test('every verdict has its reasons: answers, or questions that are open', () => {
    for (const answers of every) {
      const { because, open } = assess(answers);
      expect([...because, ...open].length).toBeGreaterThan(0);
      for (const question of because) expect(answers[question]).not.toBe('unknown');
      for (const question of open) expect(answers[question]).toBe('unknown');
    }
  });

  test('nobody is outside who did not say no', () => {
    for (const answers of every.filter((each) => verdictOf(each) === 'outside'))
      expect(assess(answers).because.every((question) => answers[question] === 'no')).toBe(true);
  });

  test('another answer to a question that is open, or that keeps it to be checked, can change the verdict', () => {
    for (const answers of every.filter((each) => verdictOf(each) === 'to_check')) {
      const known = questions.filter((question) => answers[question] === 'unknown');
      const { open } = assess(answers);
      for (const question of known.filter((each) => !open.includes(each)))
        expect(verdictOf({ ...answers, [question]: 'yes' })).toBe(verdictOf({ ...answers, [question]: 'no' }));
    }
  });
});
