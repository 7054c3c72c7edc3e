// What is told without being asked, when things go wrong: late, refused, interrupted, or several instances at once.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Place } from '../../src/place/model.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { smallPlace } from '../support/small-place.ts';
import { fakePlatform, fakeWorld, openRig, type Rig } from './rig.ts';

const place: Place = {
  ...smallPlace(),
  reminders: { dayBeforeAt: Temporal.PlainTime.from('17:00'), before: Temporal.Duration.from({ hours: 1 }) },
  quietHours: { start: Temporal.PlainTime.from('21:00'), end: Temporal.PlainTime.from('08:00') },
};
const ask = asks(place);

let db: TestDatabase;
let rig: Rig;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  await db.reset();
  rig = await openRig(db, place);
});
afterEach(() => rig.close());
afterAll(() => db.close());

/** Thursday 26 November, 14:00 to 16:00. */
const thursday = (from = '14:00', to = '16:00') => ask('desks', '2026-11-26', from, to);
const statesOf = async () =>
  (await db.prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ state, reason }) =>
    [state, reason].filter(Boolean).join(' '),
  );

test('a booking that is moved takes its reminders with it', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  const lea = await rig.person('slack', 'lea');
  const { id } = bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  const friday = ask('desks', '2026-11-27', '10:00', '11:00');
  const nothing = { spaceKey: undefined, people: undefined, equipment: undefined, purpose: undefined };
  await rig.core.booking.change(lea, id, { ...nothing, when: friday }, 'r2');
  rig.at('2026-11-25T17:00');
  await jobs.tick();
  expect(slack.told).toEqual([]);
  rig.at('2026-11-26T17:00');
  await jobs.tick();
  expect(slack.told).toHaveLength(1);
});

test('a booking that is cancelled, or made after the moment, is not recalled', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  const [lea, karim] = [await rig.person('slack', 'lea'), await rig.person('slack', 'karim')];
  const { id } = bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  await rig.core.booking.cancel(lea, id, 'r2');
  rig.at('2026-11-25T17:30');
  await rig.core.booking.book(karim, thursday(), 'r3');
  rig.at('2026-11-25T17:31');
  await jobs.tick();
  expect(await statesOf()).toEqual([]);
});

test('a tick that was missed is made up while it is of use; after that it is dropped, and the log says which', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  const lea = await rig.person('slack', 'lea');
  const { id } = bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  rig.at('2026-11-26T14:05');
  await jobs.tick();
  expect(slack.told).toEqual([]);
  expect(await statesOf()).toEqual(['dropped too_late', 'dropped too_late']);
  expect(rig.logged).toEqual(
    [
      `a message was dropped too_late reminder.before booking ${id} 2026-11-26T13:00:00Z`,
      `a message was dropped too_late reminder.day_before booking ${id} 2026-11-26T13:00:00Z`,
    ].sort((a, b) => (a < b ? -1 : 1)),
  );
  await jobs.tick();
  expect(rig.logged).toHaveLength(2);
});

test('in the quiet hours nobody is told: it waits for their end, or is dropped where that is too late', async () => {
  const early = {
    ...place,
    hours: {
      ...place.hours,
      weekly: { 4: [{ start: Temporal.PlainTime.from('06:00'), end: Temporal.PlainTime.from('18:00') }] },
    },
  };
  const slack = fakePlatform('slack');
  const night = await openRig(db, early);
  const jobs = await night.instance([slack]);
  const [lea, karim] = [await night.person('slack', 'lea'), await night.person('slack', 'karim')];
  bookingOf(await night.core.booking.book(lea, thursday('08:30', '10:00'), 'r1'));
  bookingOf(await night.core.booking.book(karim, thursday('07:30', '10:00'), 'r2'));
  night.at('2026-11-25T22:00');
  await jobs.tick();
  expect(slack.told).toEqual([]);
  night.at('2026-11-26T07:45');
  await jobs.tick();
  expect(slack.told).toEqual([]);
  night.at('2026-11-26T08:00');
  await jobs.tick();
  expect(slack.told).toHaveLength(1);
  expect(slack.told[0]).toContain('lea');
  await night.close();
});

test('a person is told where they last spoke; where private messages are refused, elsewhere', async () => {
  const [slack, discord] = [fakePlatform('slack'), fakePlatform('discord')];
  const jobs = await rig.instance([slack, discord]);
  const lea = await rig.person('slack', 'lea');
  bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  rig.at('2026-11-24T10:00');
  await rig.alsoOn(lea, 'discord', '42');
  rig.at('2026-11-25T17:00');
  await jobs.tick();
  expect([slack.told.length, discord.told.length]).toEqual([0, 1]);

  discord.meets.push('refusal');
  rig.at('2026-11-26T13:00');
  await jobs.tick();
  expect([slack.told.length, discord.told.length]).toEqual([1, 1]);
  expect(await statesOf()).toEqual(['sent', 'sent']);

  rig.at('2026-11-26T13:01');
  await rig.person('slack', 'lea');
  expect((await rig.core.people.identitiesOf(lea.memberId)).map(({ platform }) => platform)).toEqual([
    'slack',
    'discord',
  ]);
});

test('refused everywhere, it fails at once, and is logged without a name', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  const lea = await rig.person('slack', 'lea');
  const { id } = bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  slack.meets.push('refusal');
  rig.at('2026-11-25T17:00');
  await jobs.tick();
  expect(await statesOf()).toEqual(['failed unreachable']);
  expect(rig.logged.at(-1)).toBe(
    `a message could not be delivered unreachable reminder.day_before booking ${id} 2026-11-26T13:00:00Z`,
  );
});

test('a platform that is down is tried again; one that stays down is given up', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  const lea = await rig.person('slack', 'lea');
  bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  slack.meets.push('failure', 'failure');
  rig.at('2026-11-25T17:00');
  await jobs.tick();
  expect(slack.told).toHaveLength(1);
  slack.meets.push('failure', 'failure', 'failure');
  rig.at('2026-11-26T13:00');
  await jobs.tick();
  expect(slack.told).toHaveLength(1);
  expect(await statesOf()).toEqual(['sent', 'failed given_up']);
});

test('a process dies before the platform heard of a message: another one sends it, once the first is taken for dead', async () => {
  const [first, second] = [fakePlatform('slack'), fakePlatform('slack')];
  const [dying, other] = [await rig.instance([first]), await rig.instance([second])];
  const lea = await rig.person('slack', 'lea');
  bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  first.meets.push('death');
  rig.at('2026-11-25T17:00');
  void dying.tick();
  while (first.told.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await statesOf()).toEqual(['sending']);
  rig.at('2026-11-25T17:01');
  await other.tick();
  expect(second.told).toEqual([]);
  await rig.silence();
  rig.at('2026-11-25T17:02');
  await other.tick();
  expect(second.told).toHaveLength(1);
  expect(await statesOf()).toEqual(['sent']);
});

test('a process dies after the platform took a message: another one finds it there, and does not send it again', async () => {
  const world = fakeWorld();
  const [first, second] = [fakePlatform('slack', world), fakePlatform('slack', world)];
  const [dying, other] = [await rig.instance([first]), await rig.instance([second])];
  const lea = await rig.person('slack', 'lea');
  bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  first.meets.push('death');
  rig.at('2026-11-25T17:00');
  void dying.tick();
  while (first.told.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await rig.silence();
  rig.at('2026-11-25T17:02');
  await other.tick();
  expect(second.told).toEqual([]);
  expect(await statesOf()).toEqual(['sent']);
  const [{ reference } = { reference: null }] = await db.prisma.delivery.findMany();
  expect(reference).toMatchObject({ platform: 'slack', channel: 'lea', message: '1' });
});

test('the line is cut after the platform took a message: it is looked for before it is sent again', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  const lea = await rig.person('slack', 'lea');
  bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  slack.meets.push('loss');
  rig.at('2026-11-25T17:00');
  await jobs.tick();
  expect(slack.told).toHaveLength(1);
  expect(await statesOf()).toEqual(['sent']);
});

test('an instance that is not connected to where a person is leaves them to another', async () => {
  const [slack, discord] = [fakePlatform('slack'), fakePlatform('discord')];
  const patience = { retryLimit: 5, retrySeconds: 1, silenceSeconds: 600 };
  const [here, there] = [await rig.instance([slack], patience), await rig.instance([discord], patience)];
  const lea = await rig.person('discord', '42');
  bookingOf(await rig.core.booking.book(lea, thursday(), 'r1'));
  rig.at('2026-11-25T17:00');
  await here.tick();
  expect(await statesOf()).toEqual(['queued']);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  await there.tick();
  expect(discord.told).toHaveLength(1);
});
