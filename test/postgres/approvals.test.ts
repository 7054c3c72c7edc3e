// Several of the staff answer one request at the same moment: one answer counts, and its person is told once.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { asks, bookingOf, openDesk } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';

const desk = await openDesk(mijoteuse);
beforeEach(() => desk.reset());
afterAll(() => desk[Symbol.asyncDispose]());

test('of six answers at once, one counts', async () => {
  const karim = await desk.person('karim');
  const request = asks(mijoteuse)('convivialite', '2026-11-24', '9:00', '11:00');
  const { id } = bookingOf(await desk.core.booking.book(karim, request, 'a'));
  const staff = await Promise.all(Array.from({ length: 6 }, (_, index) => desk.person(`staff ${index}`, 'animation')));
  const { approvals } = desk.core.staff;
  const outcomes = await Promise.all(
    staff.map((each, index) => (index % 2 === 0 ? approvals.accept(each, id) : approvals.refuse(each, id, 'non'))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.flatMap((each) => (each.ok ? [] : [each.error.code]))).toEqual(Array(5).fill('approval.answered'));
  expect(await desk.db.prisma.delivery.count()).toBe(1);
  const [booking] = await desk.db.prisma.booking.findMany({ select: { cancelledAt: true } });
  const refused = await desk.db.prisma.approval.count({ where: { answer: 'refused' } });
  expect(booking?.cancelledAt !== null).toBe(refused === 1);
});

test('of six answers to a series, one counts for all of its days, whichever of them each names', async () => {
  const karim = await desk.person('karim');
  const asked = ['2026-11-24', '2026-12-01', '2026-12-08'].map((date) =>
    asks(mijoteuse)('convivialite', date, '9:00', '11:00'),
  );
  const outcome = await desk.core.series.book(
    karim,
    { spaceKey: 'convivialite', occurrences: asked, people: 1, equipment: [], purpose: undefined },
    'series',
  );
  const ids = outcome.ok ? outcome.value.bookings.map(({ id }) => id) : [];
  const staff = await Promise.all(Array.from({ length: 6 }, (_, index) => desk.person(`staff ${index}`, 'animation')));
  const { approvals } = desk.core.staff;
  const outcomes = await Promise.all(
    staff.map((each, index) => {
      const id = ids[index % ids.length] ?? 0;
      return index % 2 === 0 ? approvals.accept(each, id) : approvals.refuse(each, id, 'non');
    }),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const answers = await desk.db.prisma.approval.groupBy({ by: ['answer'], _count: true });
  expect(answers.map(({ _count }) => _count)).toEqual([3]);
  expect(await desk.db.prisma.delivery.count()).toBe(1);
});
