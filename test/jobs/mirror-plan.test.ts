// What is written in a calendar, from what stands there: pure, and nothing more the second time.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sheet, Standing } from '../../src/chat/mirror.ts';
import { type MirrorAct, mirrorPlan } from '../../src/jobs/mirror-plan.ts';

const at = (hour: number) => Temporal.Instant.from('2026-11-23T00:00Z').add({ hours: hour });

const sheet = (eventId: number, title = `Événement ${eventId}`): Sheet => ({
  eventId,
  title,
  where: 'La Mijoteuse',
  about: [],
  how: `Numéro ${eventId}.`,
  start: at(eventId),
  end: at(eventId + 1),
});

const looks = ({ title }: Sheet): string => title;

const standing = (
  reference: string,
  of: Sheet,
  { isOurs = true, hasBegun = false, words = `… ${of.how}` } = {},
): Standing => ({ reference, isOurs, hasBegun, looks: of.title, endsWith: (how) => words.endsWith(how) });

const plan = (
  toCome: readonly Sheet[],
  there: readonly Standing[],
  { underWay = [], known = [], most = 100 }: { underWay?: Sheet[]; known?: [number, string][]; most?: number } = {},
): readonly MirrorAct[] =>
  mirrorPlan(
    { toCome, underWay },
    { standing: there, known: known.map(([eventId, reference]) => ({ eventId, reference })), most, looks },
  );

test('what is missing is made, what is as it should be is left alone', () => {
  expect(plan([sheet(1), sheet(2)], [standing('a', sheet(1))], { known: [[1, 'a']] })).toEqual([
    { act: 'create', sheet: sheet(2) },
  ]);
});

test('one that nobody wrote down is known by its last words, and written down', () => {
  expect(plan([sheet(1)], [standing('a', sheet(1))])).toEqual([{ act: 'keep', eventId: 1, reference: 'a' }]);
});

test('one whose words someone changed is known by what was written down', () => {
  expect(plan([sheet(1)], [standing('a', sheet(1, 'Autre'), { words: 'Venez' })], { known: [[1, 'a']] })).toEqual([
    { act: 'change', reference: 'a', sheet: sheet(1) },
  ]);
});

test('of two for one event, the one that was written down stays', () => {
  const there = [standing('double', sheet(1)), standing('a', sheet(1))];
  expect(plan([sheet(1)], there, { known: [[1, 'a']] })).toEqual([{ act: 'remove', reference: 'double' }]);
});

test('what is no longer to come goes, but for what goes on; what others made is theirs', () => {
  const there = [
    standing('gone', sheet(1)),
    standing('on', sheet(2), { hasBegun: true }),
    standing('theirs', sheet(3), { isOurs: false }),
  ];
  expect(plan([], there, { underWay: [sheet(2)], known: [[1, 'gone']] })).toEqual([
    { act: 'remove', reference: 'gone' },
  ]);
});

test('times that have begun there cannot be moved: such a one is made anew', () => {
  expect(plan([sheet(1, 'Déplacé')], [standing('a', sheet(1), { hasBegun: true })], { known: [[1, 'a']] })).toEqual([
    { act: 'remove', reference: 'a' },
    { act: 'create', sheet: sheet(1, 'Déplacé') },
  ]);
});

test('whatever stands there, carrying the plan out twice writes nothing the second time, and never too many', () => {
  const number = fc.integer({ min: 1, max: 8 });
  const there = fc.record({
    of: number,
    isOurs: fc.boolean(),
    hasBegun: fc.boolean(),
    isKnown: fc.boolean(),
    isSame: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(number),
      fc.array(there, { maxLength: 8 }),
      fc.integer({ min: 0, max: 8 }),
      (ids, all, spare) => {
        const toCome = ids.toSorted((a, b) => a - b).map((id) => sheet(id));
        const most = all.length + spare;
        let stands = all.map(({ of, isSame, ...how }, index) =>
          standing(String(index), isSame ? sheet(of) : sheet(of, 'Autre'), how),
        );
        let known = all.flatMap(({ of, isOurs, isKnown }, index) =>
          isOurs && isKnown ? [{ eventId: of, reference: String(index) }] : [],
        );
        for (const act of mirrorPlan({ toCome, underWay: [] }, { standing: stands, known, most, looks })) {
          if (act.act === 'keep') known = [...known.filter(({ eventId }) => eventId !== act.eventId), act];
          if (act.act === 'remove' || act.act === 'change')
            stands = stands.filter(({ reference }) => reference !== act.reference);
          if (act.act === 'change') stands = [...stands, standing(act.reference, act.sheet)];
          if (act.act === 'create') {
            const reference = `new ${act.sheet.eventId}`;
            stands = [...stands, standing(reference, act.sheet)];
            known = [
              ...known.filter(({ eventId }) => eventId !== act.sheet.eventId),
              { eventId: act.sheet.eventId, reference },
            ];
          }
          expect(stands.length).toBeLessThanOrEqual(most);
        }
        expect(mirrorPlan({ toCome, underWay: [] }, { standing: stands, known, most, looks })).toEqual([]);
        expect(stands.filter(({ isOurs }) => isOurs)).toHaveLength(
          Math.min(toCome.length, most - all.filter(({ isOurs }) => !isOurs).length),
        );
      },
    ),
  );
});
