// Several of the staff answer one request at the same moment: one answer counts, and its person is told once.
import { afterAll, expect, test } from 'vitest';
import { asks, bookingOf, openDesk } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';

const desk = await openDesk(mijoteuse);
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
