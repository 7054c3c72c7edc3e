// What is weighed, and how three are chosen: properties that hold whatever the points are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Likeness, Sheet, Synergy } from '../../../src/core/synergies/model.ts';
import { closestOf, LEAST_SCORE, reasonsFor, scoreOf, type Weighed } from '../../../src/core/synergies/rules.ts';
import { codes } from './settled.ts';

const NEEDS = ['local', 'benevoles', 'materiel', 'competences', 'terrain'];
const codesOf = fc.subarray(NEEDS);
const weighed: fc.Arbitrary<Weighed> = fc.record({
  needs: codesOf,
  offers: codesOf,
  theme: fc.constantFrom(undefined, 'nature', 'mobilite'),
  district: fc.constantFrom(undefined, 'nord', 'sud'),
  stage: fc.constantFrom(undefined, ...codes.stages),
});
const likeness: fc.Arbitrary<Likeness> = fc.record({
  titles: fc.double({ min: 0, max: 1, noNaN: true }),
  words: fc.double({ min: 0, max: 1, noNaN: true }),
});

const score = (first: Weighed, second: Weighed, alike: Likeness): number =>
  scoreOf(reasonsFor(first, second, alike, codes));

describe('what is weighed', () => {
  test('weighs the same from either side', () =>
    fc.assert(fc.property(weighed, weighed, likeness, (a, b, alike) => score(a, b, alike) === score(b, a, alike))));

  test('is never less because one more need is met', () =>
    fc.assert(
      fc.property(weighed, weighed, likeness, fc.constantFrom(...NEEDS), (a, b, alike, code) => {
        const more = { ...b, offers: [...new Set([...b.offers, code])] };
        // Of a theme and a district in common, what is met decides which says more: four points.
        return score(a, more, alike) >= score(a, b, alike) - 4;
      }),
    ));

  test('comes heaviest first, and says nothing that weighs nothing', () =>
    fc.assert(
      fc.property(weighed, weighed, likeness, (a, b, alike) => {
        const points = reasonsFor(a, b, alike, codes).map((reason) => reason.points);
        expect(points).toEqual(points.toSorted((one, other) => other - one));
        expect(points.every((each) => each > 0)).toBe(true);
      }),
    ));

  test('a need met weighs more than a theme or a district in common', () => {
    const alone = { needs: ['local'], offers: [], theme: undefined, district: undefined, stage: undefined };
    const none = { titles: 0, words: 0 };
    const met = score(alone, { ...alone, needs: [], offers: ['local'] }, none);
    for (const common of [{ theme: 'nature' }, { district: 'nord' }])
      expect(met).toBeGreaterThan(score({ ...alone, ...common }, { ...alone, ...common }, none));
  });

  test('tools are not the same thing in two themes, unless their words are alike; a room is', () => {
    const asking = (need: string): Weighed => ({
      needs: [need],
      offers: [],
      theme: 'nature',
      district: undefined,
      stage: undefined,
    });
    const giving = (need: string): Weighed => ({ ...asking(need), needs: [], offers: [need], theme: 'mobilite' });
    const far = { titles: 0, words: 0 };
    expect(score(asking('materiel'), giving('materiel'), far)).toBeLessThan(LEAST_SCORE);
    expect(score(asking('local'), giving('local'), far)).toBeGreaterThanOrEqual(LEAST_SCORE);
    expect(score(asking('materiel'), giving('materiel'), { titles: 0, words: 0.5 })).toBeGreaterThanOrEqual(
      LEAST_SCORE,
    );
  });
});

describe('how three are chosen', () => {
  const sheet = (id: number): Sheet => ({
    kind: 'initiative',
    id,
    number: id,
    title: `${id}`,
    theme: undefined,
    district: undefined,
    stage: undefined,
    needs: [],
    offers: [],
    newsAt: Temporal.Instant.fromEpochMilliseconds(id),
  });
  const meeting = (id: number, code: string, points: number): Synergy => ({
    sheet: sheet(id),
    score: points,
    reasons: [{ because: 'need_met', codes: [code], points: 30 }],
  });
  const chosen = (...synergies: readonly Synergy[]) => closestOf(synergies, 3).map((each) => each.sheet.id);

  test('the heaviest first; of equals, the one of which there was news last', () =>
    expect(chosen(meeting(1, 'a', 40), meeting(2, 'b', 50), meeting(3, 'c', 40))).toEqual([2, 3, 1]));

  test('one that meets a need that none does yet comes before another answer to the same', () =>
    expect(chosen(meeting(1, 'a', 50), meeting(2, 'a', 49), meeting(3, 'a', 48), meeting(4, 'b', 42))).toEqual([
      1, 4, 2,
    ]));

  test('three at most, none that is hardly worth telling, and none twice', () => {
    expect(chosen(meeting(1, 'a', LEAST_SCORE - 1))).toEqual([]);
    expect(chosen(...[1, 2, 3, 4, 5].map((id) => meeting(id, 'a', 40)))).toHaveLength(3);
    expect(closestOf([], 3)).toEqual([]);
  });
});
