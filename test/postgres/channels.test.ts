// Several processes on one PostgreSQL, for ten weeks: each channel gets each week's message once, whatever the clocks do.
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { Planned } from '../../src/core/deliveries/model.ts';
import { insertPlanned } from '../../src/core/deliveries/store.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { fakePlatform, fakeWorld, openRig, type Rig } from '../jobs/rig.ts';
import { openTestDatabase } from '../support/database.ts';
import { smallPlace } from '../support/small-place.ts';

const place = smallPlace();
const channels = Array.from({ length: 12 }, (_, index) => `C${index}`);

const db = await openTestDatabase({ maxConnections: 20 });
afterAll(() => db.close());

let rig: Rig;
let bookingId: number;
beforeEach(async () => {
  await db.reset();
  rig = await openRig(db, place);
  const lea = await rig.person('slack', 'lea');
  bookingId = bookingOf(
    await rig.core.booking.book(lea, asks(place)('desks', '2026-11-26', '14:00', '16:00'), 'r1'),
  ).id;
});
afterEach(() => rig.close());

/** What is due by now of each week's message: Monday 8:30 on the wall, until noon. */
const dueNow = (): readonly Planned[] => {
  const now = rig.now();
  const monday = now.toPlainDate().subtract({ days: now.dayOfWeek - 1 });
  const at = (plainTime: string) => monday.toZonedDateTime({ timeZone: place.timeZone, plainTime }).toInstant();
  if (Temporal.Instant.compare(now.toInstant(), at('08:30')) < 0) return [];
  return channels.map((channel) => ({
    placeId: place.id,
    key: `week ${monday} in ${channel}`,
    to: { channel: { platform: 'slack', workspace: 'W', channel } },
    kind: 'arrival.asked',
    subjectId: bookingId,
    due: at('08:30'),
    expiresAt: at('12:00'),
    liveUntil: at('12:00').add({ hours: 24 * 7 }),
  }));
};

const openInstances = async () => {
  const world = fakeWorld();
  const platforms = [fakePlatform('slack', world), fakePlatform('slack', world)];
  const instances = await Promise.all(platforms.map((platform) => rig.instance([platform])));
  return { world, platforms, instances };
};

const minuteOf = async (instances: readonly Jobs[], local: string) => {
  rig.at(local);
  await Promise.all(
    instances.map(async (jobs) => {
      await insertPlanned(db.prisma, dueNow(), rig.now().toInstant());
      await Promise.all([jobs.tick(), jobs.wake()]);
    }),
  );
};

const countOf = ({ posted }: ReturnType<typeof fakeWorld>) => {
  const counts = new Map<string, number>();
  for (const words of posted.values()) {
    const channel = words.split(':')[0] ?? '';
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return counts;
};

test.each([
  ['the change to winter', '2026-10-05'],
  ['the change to summer', '2027-03-01'],
])(
  'two instances, ten weeks over %s: each channel gets each week once',
  async (_, first) => {
    const { world, platforms, instances } = await openInstances();
    for (let week = 0; week < 10; week += 1) {
      const monday = Temporal.PlainDate.from(first).add({ weeks: week });
      // The clock jumps back after the message, and forward; and one instance meets a platform that loses words.
      platforms[week % 2]?.meets.push('loss');
      for (const minute of ['08:29', '08:30', '08:31', '08:29', '08:30', '11:00', '08:45'])
        await minuteOf(instances, `${monday}T${minute}`);
      await minuteOf(instances, `${monday.add({ days: 6 })}T23:59`);
    }
    expect(countOf(world)).toEqual(new Map(channels.map((channel) => [channel, 10])));
    expect(await db.prisma.delivery.groupBy({ by: ['state'], _count: true })).toEqual([
      { state: 'sent', _count: 10 * channels.length },
    ]);
  },
  120_000,
);

test('nobody is there on Monday at 8:30: at 9:10 it is said, on Tuesday it is dropped', async () => {
  const { world, instances } = await openInstances();
  await minuteOf(instances, '2026-11-30T09:10');
  expect(countOf(world)).toEqual(new Map(channels.map((channel) => [channel, 1])));
  await minuteOf(instances, '2026-12-08T08:30');
  expect(countOf(world)).toEqual(new Map(channels.map((channel) => [channel, 1])));
  const states = await db.prisma.delivery.groupBy({ by: ['state', 'reason'], _count: true, orderBy: { state: 'asc' } });
  expect(states).toEqual([
    { state: 'dropped', reason: 'too_late', _count: channels.length },
    { state: 'sent', reason: null, _count: channels.length },
  ]);
});

test('what stands is changed by one of the instances, once for each move that shows', async () => {
  const { platforms, instances } = await openInstances();
  await minuteOf(instances, '2026-11-30T08:30');
  for (const hour of ['14:15', '14:30', '14:45']) {
    await db.pool.query('UPDATE booking SET starts_at = $1', [`2026-11-26T${hour}:00+01:00`]);
    await db.pool.query(
      `INSERT INTO agenda AS known (place_id, revision) VALUES ($1, 1)
       ON CONFLICT (place_id) DO UPDATE SET revision = known.revision + 1`,
      [place.id],
    );
    await Promise.all(instances.map((jobs) => jobs.wake()));
  }
  const updates = platforms.reduce((sum, platform) => sum + platform.updates(), 0);
  expect(updates).toBe(3 * channels.length);
});
