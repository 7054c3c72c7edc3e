// What is shown is what happens: whatever is booked, whatever is closed or broken.
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { StaffAct } from '../../../src/core/impact/model.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { overbooked } from '../../support/ledger.ts';
import { asks, openDesk } from '../booking/desk.ts';

const desk = await openDesk(mijoteuse);
const ask = asks(mijoteuse);
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const DATE = '2026-11-26';
const at = (hour: number) =>
  Temporal.PlainDate.from(DATE)
    .toZonedDateTime({ timeZone: mijoteuse.timeZone, plainTime: new Temporal.PlainTime(hour) })
    .toInstant()
    .toString();

const hours = fc.tuple(fc.integer({ min: 9, max: 16 }), fc.integer({ min: 1, max: 2 }));
const booking = fc.record({
  space: fc.constantFrom('coworking', 'expression', 'cuisine'),
  hours,
  people: fc.integer({ min: 1, max: 4 }),
  computers: fc.integer({ min: 0, max: 2 }),
});
const act: fc.Arbitrary<StaffAct> = fc.oneof(
  fc
    .record({ space: fc.constantFrom('coworking', 'expression', 'convivialite'), hours })
    .map(
      ({ space, hours: [from, length] }) =>
        ({ act: 'close', spaceKeys: [space], start: at(from), end: at(from + length), reason: 'x' }) as const,
    ),
  fc.record({ units: fc.integer({ min: 1, max: 2 }), hours }).map(
    ({ units, hours: [from, length] }) =>
      ({
        act: 'break',
        spaceKey: 'coworking',
        equipmentKey: 'ordinateur',
        units,
        start: at(from),
        end: at(from + length),
        reason: 'x',
      }) as const,
  ),
);

const state = async () => {
  const rows = await desk.db.prisma.booking.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, sequence: true, cancelledAt: true },
  });
  return new Map(rows.map(({ id, sequence, cancelledAt }) => [id, `${sequence} ${cancelledAt === null}`]));
};

test('the bookings that are touched are those that were shown, no more and no less, and each of them is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(booking, { maxLength: 8 }), act, async (bookings, wanted) => {
      await desk.reset();
      const ana = await desk.person('ana', 'animation');
      for (const [
        index,
        {
          space,
          hours: [from, length],
          people,
          computers,
        },
      ] of bookings.entries()) {
        const equipment = space === 'coworking' ? [{ key: 'ordinateur', count: computers }] : [];
        const request = ask(space, DATE, `${from}:00`, `${from + length}:00`, { people, equipment });
        await desk.core.booking.book(await desk.person(`p${index}`), request, `r${index}`);
      }
      const before = await state();
      const proposed = await desk.core.staff.impact.propose(ana, wanted);
      if (!proposed.ok) throw new Error(proposed.error.code);
      expect(await state()).toEqual(before);
      const shown = proposed.value.touched.map(({ bookingId }) => bookingId).sort((a, b) => a - b);

      const done = await desk.core.staff.impact.confirm(ana, proposed.value.planId);
      expect(done).toMatchObject({ ok: true, value: { kind: 'carried', touched: shown.length } });
      const after = await state();
      expect([...after.keys()].filter((id) => after.get(id) !== before.get(id))).toEqual(shown);
      const told = await desk.db.prisma.delivery.findMany({ orderBy: { subjectId: 'asc' } });
      expect(told.map(({ subjectId }) => subjectId)).toEqual(shown);
      expect(await overbooked(desk.db.prisma)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('every alternative that is shown can be had once the act is done', async () => {
  const [ana, karim] = [await desk.person('ana', 'animation'), await desk.person('karim')];
  await desk.core.booking.book(karim, ask('coworking', DATE, '14:00', '16:00'), 'a');
  const closing: StaffAct = { act: 'close', spaceKeys: ['coworking'], start: at(13), end: at(18), reason: 'x' };
  const proposed = await desk.core.staff.impact.propose(ana, closing);
  if (!proposed.ok) throw new Error(proposed.error.code);
  const alternatives = proposed.value.touched[0]?.alternatives ?? [];
  expect(alternatives).toHaveLength(3);
  await desk.core.staff.impact.confirm(ana, proposed.value.planId);
  for (const [index, stay] of alternatives.entries()) {
    const outcome = await desk.core.booking.book(
      karim,
      { ...ask('coworking', DATE, '9:00', '10:00'), ...stay },
      `b${index}`,
    );
    expect(outcome.ok).toBe(true);
    if (outcome.ok && outcome.value.kind === 'booked')
      await desk.core.booking.cancel(karim, outcome.value.booking.id, `c${index}`);
  }
});
