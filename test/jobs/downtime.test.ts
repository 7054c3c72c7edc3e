// Ten weeks in which the bot is down now and then, at random: what each channel is told all the same.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { fakePlatform, followIn, openRig, type Rig } from './rig.ts';

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
      await followIn(rig, 'C1', ['agenda', 'evenements']);
      await followIn(rig, 'C2', ['evenements', 'agenda']);
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
