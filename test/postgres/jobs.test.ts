// Several processes on one PostgreSQL, at the same minute: each reminder leaves once.
import { afterAll, expect, test } from 'vitest';
import type { Place } from '../../src/place/model.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { fakePlatform, openRig } from '../jobs/rig.ts';
import { openTestDatabase } from '../support/database.ts';
import { smallPlace } from '../support/small-place.ts';

/** Several times what an instance takes from the queue at once, so that the others find some left. */
const PEOPLE = 60;

const small = smallPlace();
const place: Place = {
  ...small,
  spaces: small.spaces.map((space) =>
    space.use.by === 'seat' ? { ...space, use: { ...space.use, capacitySeats: PEOPLE } } : space,
  ),
  reminders: { dayBeforeAt: Temporal.PlainTime.from('17:00'), before: Temporal.Duration.from({ hours: 1 }) },
};

const db = await openTestDatabase({ maxConnections: 20 });
afterAll(() => db.close());

test('four instances that tick at the same instant, minute after minute, tell each person twice: the day before, and an hour before', async () => {
  const rig = await openRig(db, place);
  const platforms = Array.from({ length: 4 }, () => fakePlatform('slack'));
  // They may all make the queue's tables at once.
  const instances = await Promise.all(platforms.map((platform) => rig.instance([platform])));
  const people = Array.from({ length: PEOPLE }, (_, index) => `p${index}`);
  for (const name of people) {
    const actor = await rig.person('slack', name);
    bookingOf(await rig.core.booking.book(actor, asks(place)('desks', '2026-11-26', '14:00', '16:00'), name));
  }
  for (const minute of ['2026-11-25T17:00', '2026-11-25T17:01', '2026-11-26T13:00', '2026-11-26T13:01']) {
    rig.at(minute);
    await Promise.all(instances.flatMap((jobs) => [jobs.tick(), jobs.wake()]));
  }
  const told = platforms.flatMap((platform) => platform.told.map((line) => line.split(':')[0] ?? ''));
  expect(told.sort()).toEqual(people.flatMap((name) => [name, name]).sort());
  // The work was shared: it is a queue, not a leader.
  expect(platforms.filter((platform) => platform.told.length > 0).length).toBeGreaterThan(1);
  const states = await db.prisma.delivery.groupBy({ by: ['state'], _count: true });
  expect(states).toEqual([{ state: 'sent', _count: 2 * PEOPLE }]);
  expect(await db.prisma.jobRun.count({ where: { job: 'reminders' } })).toBe(4);
  await rig.close();
});
