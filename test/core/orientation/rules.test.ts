import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY } from '../../../src/core/orientation/model.ts';
import { stillOffered, suggestionsFor } from '../../../src/core/orientation/rules.ts';
import { conditions, questions } from '../../../src/place/orientation.ts';
import { answersReaching } from '../../../src/place/orientation-reach.ts';
import { matchesOf, type OrientationAnswers } from '../../../src/place/orienting.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { cases } from './cases.ts';

const { orientation } = mijoteuse;
if (!orientation) throw new Error('La Mijoteuse orients');
const rules = orientation;

const named = (answers: OrientationAnswers, partners: readonly string[] = []) =>
  suggestionsFor(mijoteuse, { ...EMPTY, answers, named: partners });
const keysOf = (answers: OrientationAnswers) => named(answers).map(({ partner }) => partner.key);

describe('a profile leads to', () => {
  test.each(cases)('$profile → $expects', ({ answers, expects, never }) => {
    const keys = keysOf(answers);
    expect(keys).toEqual(expect.arrayContaining([...expects]));
    expect(keys.filter((key) => never.includes(key))).toEqual([]);
    if (expects.length === 0) expect(keys).toEqual([]);
  });

  test('at least sixty profiles are written, and each partner is expected by one and refused by another', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    for (const { key } of mijoteuse.partners) {
      expect(
        cases.some(({ expects }) => expects.includes(key)),
        key,
      ).toBe(true);
      expect(
        cases.some(({ never }) => never.includes(key)),
        key,
      ).toBe(true);
    }
  });
});

test.each(mijoteuse.partners.map((partner) => [partner.name, partner] as const))(
  '%s is reached, and these are answers by which',
  (_, partner) => {
    const answers = answersReaching({ ...mijoteuse, orientation: rules }, partner);
    expect(answers).toBeDefined();
    expect(keysOf(answers ?? {})).toContain(partner.key);
  },
);

const answersArbitrary: fc.Arbitrary<OrientationAnswers> = fc.record(
  Object.fromEntries(
    questions.map((question) => {
      const keys = rules.choices[question].map(({ key }) => key);
      const several = question === 'need' || question === 'public';
      return [question, fc.subarray(keys, { maxLength: several ? keys.length : 1 })];
    }),
  ),
);

describe('whatever is answered', () => {
  test('nobody to three, each once, each for a reason that is true', () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const found = named(answers);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found.map(({ partner }) => partner.key)).size).toBe(found.length);
        for (const { partner, because, isInformation } of found) {
          expect(because.length).toBeGreaterThan(0);
          expect(isInformation).toBe(partner.link === 'developing');
          for (const reason of because) {
            if (reason.question === 'name') throw new Error('nobody was named');
            const { question, choice } = reason;
            expect(answers[question]).toContain(choice);
            expect(partner.orientation?.offers.some((offer) => offer[question].includes(choice))).toBe(true);
          }
        }
      }),
    );
  });

  test('skipping a question removes no partner for which another answer speaks', () => {
    fc.assert(
      fc.property(answersArbitrary, fc.constantFrom(...questions), (answers, skipped) => {
        const left = { ...answers, [skipped]: [] };
        const still = matchesOf(mijoteuse, left).map(({ partner }) => partner.key);
        for (const { partner, reasons } of matchesOf(mijoteuse, answers))
          if (reasons.some(({ question }) => question !== skipped)) expect(still).toContain(partner.key);
      }),
    );
  });

  test('who one is takes no partner away', () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const without = keysOf({ ...answers, public: [] });
        expect(keysOf(answers)).toEqual(expect.arrayContaining(without));
      }),
    );
  });

  test('whose link is being developed comes after the others', () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const last = named(answers).map(({ isInformation }) => isInformation);
        expect(last).toEqual(last.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});

test('whom one named comes first, for that reason', () => {
  const [first] = named({ need: ['financement'] }, ['france-travail']);
  expect(first).toMatchObject({
    partner: { key: 'france-travail' },
    because: [{ question: 'name' }],
    isInformation: true,
  });
});

describe('an exclusion', () => {
  const [first] = mijoteuse.partners;
  if (!first) throw new Error('La Mijoteuse has partners');
  const none = { need: [], stage: [], form: [], field: [] };
  const partner = {
    ...first,
    orientation: {
      contact: undefined,
      offers: [{ ...none, need: ['suivi', 'formation'], public: [], source: undefined }],
      exclusions: [{ ...none, need: ['suivi'], form: ['association'] }],
    },
  };
  const keys = (answers: OrientationAnswers) => matchesOf({ orientation: rules, partners: [partner] }, answers).length;

  test.each([
    ['all that it names is answered', { need: ['suivi'], form: ['association'] }, 0],
    ['a question of it was skipped', { need: ['suivi'] }, 1],
    ['another answer was given to one', { need: ['suivi'], form: ['cooperative'] }, 1],
    ['one of several needs is not of it', { need: ['suivi', 'formation'], form: ['association'] }, 1],
  ] as const)('when %s', (_, answers, expected) => expect(keys(answers)).toBe(expected));
});

test('an answer that the place no longer offers is as if it had not been given', () => {
  const draft = { ...EMPTY, answers: { need: ['suivi', 'gone'], form: ['gone'] } };
  expect(stillOffered(mijoteuse, draft).answers).toMatchObject({ need: ['suivi'], form: [] });
});

test('« je ne sais pas » rules nobody out', () => {
  const form = ['ne-sait-pas'];
  const keys = matchesOf(mijoteuse, { need: ['statut'], form }).map(({ partner }) => partner.key);
  expect(keys).toEqual(matchesOf(mijoteuse, { need: ['statut'] }).map(({ partner }) => partner.key));
});

test('no offer asks who one is', () => {
  for (const { orientation: own } of mijoteuse.partners)
    for (const offer of own?.offers ?? []) expect(conditions.some((each) => offer[each].length > 0)).toBe(true);
});
