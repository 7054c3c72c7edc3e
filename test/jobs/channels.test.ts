// What is said in channels: once, one thing at a time in each, many at once; and what stands there stays true.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Adapter, ChannelClosed } from '../../src/chat/adapter.ts';
import type { Planned } from '../../src/core/deliveries/model.ts';
import { insertPlanned } from '../../src/core/deliveries/store.ts';
import type { Place } from '../../src/place/model.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { smallPlace } from '../support/small-place.ts';
import { fakePlatform, fakeWorld, openRig, type Rig } from './rig.ts';

const place: Place = {
  ...smallPlace(),
  quietHours: { start: Temporal.PlainTime.from('21:00'), end: Temporal.PlainTime.from('08:00') },
};

let db: TestDatabase;
let rig: Rig;
let bookingId: number;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  await db.reset();
  rig = await openRig(db, place);
  const lea = await rig.person('slack', 'lea');
  bookingId = bookingOf(
    await rig.core.booking.book(lea, asks(place)('desks', '2026-11-26', '14:00', '16:00'), 'r1'),
  ).id;
});
afterEach(() => rig.close());
afterAll(() => db.close());

const said = (channel: string, more: Partial<Planned> = {}): Planned => ({
  placeId: place.id,
  key: `said in ${channel}`,
  to: { channel: { platform: 'slack', workspace: 'W', channel } },
  kind: 'arrival.asked',
  subjectId: bookingId,
  due: rig.now().toInstant(),
  expiresAt: rig.now().toInstant().add({ hours: 4 }),
  liveUntil: rig
    .now()
    .toInstant()
    .add({ hours: 24 * 7 }),
  ...more,
});
const plan = (...planned: readonly Planned[]) => insertPlanned(db.prisma, planned, rig.now().toInstant());
const states = async () =>
  (await db.prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ state, reason }) =>
    [state, reason].filter(Boolean).join(' '),
  );
/** Something that is announced has changed; `hour`: what is shown too. */
const agendaMoves = async (hour?: string) => {
  if (hour) await db.pool.query('UPDATE booking SET starts_at = $1', [`2026-11-26T${hour}:00+01:00`]);
  await db.pool.query(
    `INSERT INTO agenda AS known (place_id, revision) VALUES ($1, 1)
     ON CONFLICT (place_id) DO UPDATE SET revision = known.revision + 1`,
    [place.id],
  );
};
const standing = ({ posted }: { readonly posted: ReadonlyMap<string, string> }) =>
  [...posted.values()].join('\n').replaceAll('\u00a0', ' ');

test('what stands in a channel is changed once however often the agenda moved, and only when people would see it', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await plan(said('C1'));
  await jobs.tick();
  await jobs.wake();
  expect(slack.posted.size).toBe(1);
  for (const hour of ['14:30', '15:00', '15:30']) await agendaMoves(hour);
  await jobs.wake();
  expect(slack.updates()).toBe(1);
  expect(standing(slack)).toContain('15 h 30');
  await agendaMoves();
  await jobs.wake();
  await jobs.wake();
  expect(slack.updates()).toBe(1);
  rig.at('2026-11-30T11:00');
  await agendaMoves('15:45');
  await jobs.wake();
  expect(slack.updates()).toBe(1);
  expect(await states()).toEqual(['sent']);
});

test('a message that someone took away is not put back', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await plan(said('C1'));
  await jobs.tick();
  slack.posted.clear();
  for (const hour of ['14:30', '15:00']) {
    await agendaMoves(hour);
    await jobs.wake();
  }
  await plan(said('C1'));
  await jobs.tick();
  expect(slack.posted.size).toBe(0);
  expect(await states()).toEqual(['gone deleted']);
});

test.each(['channel_gone', 'channel_archived', 'not_invited', 'not_allowed', 'disconnected'] as const)(
  'where nothing can be said (%s), it is not tried again, to post or to change what stands',
  async (reason) => {
    const slack = fakePlatform('slack');
    const jobs = await rig.instance([slack]);
    slack.meets.push(new ChannelClosed(reason));
    await plan(said('C1'));
    await jobs.tick();
    expect(slack.posted.size).toBe(0);
    expect(await states()).toEqual([`failed ${reason}`]);
    expect(rig.logged.at(-1)).toBe(`a message could not be delivered ${reason} said in C1`);

    await plan(said('C2'));
    await jobs.tick();
    slack.meets.push(new ChannelClosed(reason));
    await agendaMoves('15:00');
    await jobs.tick();
    await agendaMoves('15:30');
    await jobs.tick();
    expect(slack.updates()).toBe(0);
    expect(await states()).toEqual([`failed ${reason}`, `gone ${reason}`]);
  },
);

test('a platform that is down delays the truth, and does not lose it', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await plan(said('C1'));
  await jobs.tick();
  await agendaMoves('15:00');
  slack.meets.push('failure', 'failure', 'failure');
  await jobs.wake();
  expect(standing(slack)).toContain('14 h');
  await jobs.wake();
  expect(standing(slack)).toContain('15 h');
  expect(await states()).toEqual(['sent']);
});

test('what is found after a crash says what was true then, and is made true', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await plan(said('C1'));
  slack.meets.push('loss');
  await jobs.tick();
  await agendaMoves('15:00');
  await jobs.wake();
  expect([slack.posted.size, slack.updates()]).toEqual([1, 1]);
  expect(standing(slack)).toContain('15 h');
});

test('a channel is told in the quiet hours, for it wakes nobody; a person waits for their end', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  rig.at('2026-11-23T22:00');
  const night = { due: rig.now().toInstant(), expiresAt: rig.now().toInstant().add({ hours: 12 }) };
  await plan(said('C1', night));
  await jobs.tick();
  expect([slack.posted.size, slack.told.length]).toEqual([1, 0]);
});

/** Each message takes that long; who was at work at once, in all and in one channel. */
const slowly = (slack: ReturnType<typeof fakePlatform>, milliseconds: number) => {
  const atWork: string[] = [];
  const most = { inAll: 0, inOne: 0 };
  const post: Adapter['post'] = async (channel, reply, mark) => {
    atWork.push(channel.channel);
    most.inAll = Math.max(most.inAll, atWork.length);
    most.inOne = Math.max(most.inOne, atWork.filter((each) => each === channel.channel).length);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    atWork.splice(atWork.indexOf(channel.channel), 1);
    return slack.post(channel, reply, mark);
  };
  return { most, adapter: { ...slack, post } };
};

test('many channels are told at once, each of them one thing at a time, and nobody is forgotten', async () => {
  const slack = fakePlatform('slack');
  const { most, adapter } = slowly(slack, 30);
  const jobs = await rig.instance([adapter]);
  const channels = Array.from({ length: 150 }, (_, index) => `C${index}`);
  await plan(...channels.map((channel) => said(channel)), ...[1, 2, 3].map((n) => said('C7', { key: `more ${n}` })));
  await jobs.tick();
  expect(slack.posted.size).toBe(153);
  expect(most.inOne).toBe(1);
  expect(most.inAll).toBeGreaterThan(20);
  expect(most.inAll).toBeLessThanOrEqual(64);
});

test('whoever asks while much is being said waits for it, and what came due meanwhile is said too', async () => {
  const slack = fakePlatform('slack');
  const { adapter } = slowly(slack, 30);
  const jobs = await rig.instance([adapter]);
  await plan(...Array.from({ length: 100 }, (_, index) => said(`C${index}`)));
  const first = jobs.tick();
  while (slack.posted.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await plan(said('C200'));
  await jobs.wake();
  await first;
  expect(slack.posted.size).toBe(101);
});

test('whoever comes late with older words does not have the last one', async () => {
  const world = fakeWorld();
  const [slow, quick] = [fakePlatform('slack', world), fakePlatform('slack', world)];
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const update: Adapter['update'] = async (message, reply) => {
    begun.resolve();
    await held.promise;
    return slow.update(message, reply);
  };
  const [late, other] = [await rig.instance([{ ...slow, update }]), await rig.instance([quick])];
  await plan(said('C1'));
  await other.tick();
  await agendaMoves('14:30');
  const lateWork = late.wake();
  await begun.promise;
  await agendaMoves('15:30');
  await rig.silence();
  await other.tick();
  expect(standing(world)).toContain('15 h 30');
  held.resolve();
  await lateWork;
  expect(standing(world)).toContain('14 h 30');
  await other.wake();
  expect(standing(world)).toContain('15 h 30');
});

test('once it is to stop, it takes nothing more; what it began is finished, and the rest is left to another', async () => {
  const slack = fakePlatform('slack');
  const { adapter } = slowly(slack, 50);
  const [first, second] = [await rig.instance([adapter]), await rig.instance([slack])];
  await plan(...Array.from({ length: 200 }, (_, index) => said(`C${index}`)));
  const working = first.tick();
  while (slack.posted.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await first.stop();
  await working;
  const finished = slack.posted.size;
  expect(finished).toBeLessThan(200);
  expect((await states()).filter((state) => state === 'sending')).toEqual([]);
  await second.tick();
  expect(slack.posted.size).toBe(200);
});
