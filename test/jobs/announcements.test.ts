// Each channel is told each thing once: over restarts, several instances, a bot that was down, and changes of clock.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AnnouncementKind } from '../../src/core/announcements/model.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type FakePlatform, fakePlatform, openRig, type Rig } from './rig.ts';

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

const staff = async (): Promise<Actor> => {
  const ana = await rig.person('slack', 'ana');
  return { ...ana, roles: new Set(['animation']) };
};

const follow = async (channel: string, ...kinds: readonly AnnouncementKind[]): Promise<void> => {
  const actor = await staff();
  for (const kind of kinds) {
    const where = { at: { platform: 'slack', workspace: 'W', channel }, name: undefined } as const;
    expect(await rig.core.announcements.follow(actor, kind, where)).toEqual({ ok: true, value: true });
  }
};

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
  await rig.core.announcements.stop(await staff(), 'agenda', {
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

/** Ten weeks from Monday 5 October 2026, over the end of summer time. */
const FIRST = Temporal.PlainDate.from('2026-10-05');
const WEEKS = 10;

interface Down {
  /** In minutes of the ten weeks. */
  readonly from: number;
  readonly lasts: number;
}

const downs = fc.array(
  fc.record({
    from: fc.nat({ max: WEEKS * 7 * 24 * 60 }),
    lasts: fc.oneof(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 180, max: 60 * 72 })),
  }),
  { minLength: 3, maxLength: 12 },
);

const minutesSince = (moment: Temporal.ZonedDateTime): number =>
  FIRST.toZonedDateTime('Europe/Paris').until(moment, { largestUnit: 'minutes' }).total('minutes');

const at = (date: Temporal.PlainDate, time: string): number =>
  minutesSince(date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: time }));

/** Of the week that begins on that Monday; its event is on Thursday at 9:30. */
const windowsOf = (monday: Temporal.PlainDate) => {
  const [wednesday, thursday] = [monday.add({ days: 2 }), monday.add({ days: 3 })];
  const before = thursday.subtract({ days: 7 });
  return [
    { lead: 'L’agenda de la semaine', from: at(monday, '08:30'), until: at(monday, '12:00') },
    { lead: 'À noter', from: at(before, '09:00'), until: at(before.add({ days: 1 }), '09:00') },
    { lead: 'Rappel', from: at(wednesday, '09:00'), until: at(wednesday, '20:00') },
    { lead: 'Cela commence', from: at(thursday, '08:30'), until: at(thursday, '09:30') },
  ];
};

/** By day of the week: a minute between two of them changes nothing but the clock. */
const MINUTES: readonly (readonly [day: number, times: readonly string[]])[] = [
  [0, ['08:29', '08:30', '08:31', '10:17', '11:59', '12:00']],
  [2, ['09:00', '10:17', '19:59', '20:00']],
  [3, ['08:30', '08:31', '09:00', '09:29', '10:17']],
  [4, ['08:59']],
];

test('over ten weeks of random downtime, each channel has each post at most once, and exactly once if the bot was up in time', async () => {
  const mondays = Array.from({ length: WEEKS }, (_, week) => FIRST.add({ days: 7 * week }));
  const moments = mondays.flatMap((monday) =>
    MINUTES.flatMap(([day, times]) => times.map((time) => ({ date: monday.add({ days: day }), time }))),
  );
  await fc.assert(
    fc.asyncProperty(downs, async (all: readonly Down[]) => {
      await db.reset();
      await rig.close();
      rig = await openRig(db, mijoteuse);
      rig.at('2026-10-04T10:00');
      await follow('C1', 'agenda', 'evenements');
      await follow('C2', 'evenements', 'agenda');
      for (const [index, monday] of mondays.entries())
        await addEvent(db, { title: `Café n° ${index}`, start: `${monday.add({ days: 3 })}T09:30` });
      const slack = fakePlatform('slack');
      let jobs = await rig.instance([slack]);
      let wasDown = false;
      const ups: number[] = [];
      for (const { date, time } of moments) {
        const minute = at(date, time);
        const isDown = all.some(({ from, lasts }) => from <= minute && minute < from + lasts);
        if (!isDown) {
          if (wasDown) jobs = await rig.instance([slack]);
          ups.push(minute);
          rig.at(`${date}T${time}`);
          await jobs.tick();
        }
        wasDown = isDown;
      }

      const posts = [...slack.posted.values()];
      const counted = mondays.flatMap((monday, index) =>
        windowsOf(monday).flatMap(({ lead, from, until }) =>
          ['C1', 'C2'].map((channel) => {
            const its = posts.filter(
              (post) => post.startsWith(`${channel}: ${lead}`) && post.includes(`Café n° ${index}`),
            );
            const wanted = ups.some((minute) => from <= minute && minute < until) ? 1 : 0;
            return { what: `${lead} ${index} in ${channel}`, times: its.length, wanted };
          }),
        ),
      );
      expect(counted.filter(({ times, wanted }) => times !== wanted)).toEqual([]);
    }),
    { numRuns: 4, seed: 20_261_005 },
  );
}, 280_000);
