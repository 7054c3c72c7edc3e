// Each channel is told each thing once: over restarts, several instances, a bot that was down, and changes of clock.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AnnouncementKind } from '../../src/core/announcements/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type FakePlatform, fakePlatform, followIn, openRig, type Rig, staffOf } from './rig.ts';

let db: TestDatabase;
let rig: Rig;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  await db.reset();
  rig = await openRig(db, mijoteuse);
});
afterEach(() => rig.close());
afterAll(() => db.close());

const follow = (channel: string, ...kinds: readonly AnnouncementKind[]): Promise<void> => followIn(rig, channel, kinds);

/** The first lines of what stands, in the order in which it was said. */
const said = ({ posted }: FakePlatform): readonly string[] =>
  [...posted.values()].map((post) => (post.split('\n')[0] ?? '').replaceAll('\u00a0', ' '));

const WEEK_OF_30 = 'C1: L’agenda de la semaine, du lundi 30 novembre au dimanche 6 décembre 2026';

test('two instances at the same minute, each twice: one post in each channel', async () => {
  const slack = fakePlatform('slack');
  const [one, other] = [await rig.instance([slack]), await rig.instance([slack])];
  await follow('C1', 'agenda');
  await follow('C2', 'agenda');
  rig.at('2026-11-30T08:30');
  await Promise.all([one.tick(), other.tick()]);
  rig.at('2026-11-30T08:31');
  await Promise.all([one.tick(), other.tick()]);
  expect([...said(slack)].sort()).toEqual([WEEK_OF_30, WEEK_OF_30.replace('C1', 'C2')]);
});

test('down on Monday at 8:30 and back at 9:10, it is posted; back on Tuesday, it is dropped, and the log says so once', async () => {
  const slack = fakePlatform('slack');
  await follow('C1', 'agenda');
  rig.at('2026-11-30T09:10');
  await (await rig.instance([slack])).tick();
  expect(said(slack)).toEqual([WEEK_OF_30]);

  rig.at('2026-12-08T09:10');
  const back = await rig.instance([slack]);
  await back.tick();
  rig.at('2026-12-08T09:11');
  await back.tick();
  expect(said(slack)).toEqual([WEEK_OF_30]);
  expect(rig.logged.filter((line) => line.includes('agenda'))).toEqual([
    'a message was dropped too_late agenda 2026-12-07 slack/W/C1',
  ]);
});

test.each([
  ['into summer time', '2027-03-22', '2027-03-29', '06:30'],
  ['out of it', '2026-10-19', '2026-10-26', '07:30'],
])(
  'the week after the clock goes %s, it leaves at half past eight on the clocks of the place',
  async (_, before, monday, utc) => {
    const slack = fakePlatform('slack');
    const jobs = await rig.instance([slack]);
    rig.at(`${before}T10:00`);
    await follow('C1', 'agenda');
    rig.at(`${monday}T08:29`);
    await jobs.tick();
    expect(said(slack)).toEqual([]);
    rig.at(`${monday}T08:30`);
    expect(rig.now().toInstant().toString()).toBe(`${monday}T${utc}:00Z`);
    await jobs.tick();
    expect(said(slack)).toHaveLength(1);
    const [{ live_until: until } = { live_until: undefined }] = (
      await db.pool.query<{ live_until: Date }>('SELECT live_until FROM delivery')
    ).rows;
    const sunday = Temporal.PlainDate.from(monday).add({ days: 7 }).toZonedDateTime('Europe/Paris');
    expect(until?.getTime()).toBe(sunday.epochMilliseconds);
  },
);

test('a clock that jumps back says nothing twice, and one that jumps forward loses what is still of use', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await follow('C1', 'agenda');
  for (const moment of ['2026-11-30T08:30', '2026-11-30T08:10', '2026-11-30T08:30', '2026-12-07T11:59']) {
    rig.at(moment);
    await jobs.tick();
  }
  expect(said(slack)).toHaveLength(2);
});

test('whoever follows after it was due is not owed it; whoever has stopped before it leaves is not told', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  rig.at('2026-11-30T08:31');
  await follow('C1', 'agenda');
  await jobs.tick();
  expect(said(slack)).toEqual([]);

  rig.at('2026-12-07T08:30');
  slack.meets.push('failure');
  const patient = await rig.instance([slack], { retryLimit: 5, retrySeconds: 1, silenceSeconds: 600 });
  await patient.tick();
  await rig.core.announcements.stop(await staffOf(rig), 'agenda', {
    at: { platform: 'slack', workspace: 'W', channel: 'C1' },
    name: undefined,
  });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  await patient.tick();
  expect(said(slack)).toEqual([]);
  const { rows } = await db.pool.query('SELECT state, reason FROM delivery');
  expect(rows).toEqual([{ state: 'dropped', reason: 'moot' }]);
});

test('a workspace that has gone to another place is told nothing more', async () => {
  const slack = fakePlatform('slack');
  await follow('C1', 'agenda');
  await rig.close();
  rig = await openRig(db, { ...mijoteuse, workspaces: { slack: ['T9'], discord: [] } });
  rig.at('2026-11-30T08:30');
  await (await rig.instance([slack])).tick();
  expect(said(slack)).toEqual([]);
});

test('what people see changes once for all that moved meanwhile, and not at all for what they do not see', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await follow('C1', 'agenda');
  await addEvent(db, { start: '2026-12-03T09:30', capacity: 3 });
  rig.at('2026-11-30T08:30');
  await jobs.tick();
  const lea = await rig.person('slack', 'lea');
  const karim = await rig.person('slack', 'karim');
  await rig.core.signups.answer(lea, 1, 'maybe');
  await jobs.wake();
  expect(slack.updates()).toBe(0);
  await rig.core.signups.answer(lea, 1, 'going');
  await rig.core.signups.answer(karim, 1, 'going');
  await jobs.wake();
  await jobs.wake();
  expect(slack.updates()).toBe(1);
  expect([...slack.posted.values()].join()).toContain('1\u00a0place restante');
});

test('ten thousand channels would read the agenda once: what is announced is kept until the agenda moves', async () => {
  await addEvent(db, { start: '2026-12-03T09:30' });
  const due = Temporal.Instant.from('2026-11-30T07:30:00Z');
  const ask = () => rig.core.announcements.programme(mijoteuse, 'agenda', due);
  const [first, second] = await Promise.all([ask(), ask()]);
  expect(await ask()).toBe(second);
  expect(first.events).toHaveLength(1);
  await addEvent(db, { title: 'Un autre', start: '2026-12-04T09:30' });
  expect((await ask()).events).toHaveLength(2);
});
