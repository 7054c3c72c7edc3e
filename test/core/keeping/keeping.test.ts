// What is of no use any more is forgotten, once a day, as late as the place says; what is still of use is kept.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../../src/core/core.ts';
import { insertPlanned } from '../../../src/core/deliveries/store.ts';
import { syncResources } from '../../../src/core/ledger/store.ts';
import { openTestDatabase } from '../../support/database.ts';
import { smallPlace } from '../../support/small-place.ts';

const days = (count: number) => Temporal.Duration.from({ hours: 24 * count });
const place = {
  ...smallPlace(),
  keeping: { deliveries: days(90), requests: days(30), lines: days(365), referrals: days(180), followups: days(365) },
};

const db = await openTestDatabase();
beforeEach(() => db.reset());
afterAll(() => db.close());

const open = async () => {
  let now = Temporal.ZonedDateTime.from('2027-03-27T10:00[Europe/Paris]').toInstant();
  const core = createCore({ db, places: [place], clock: { now: () => now } });
  await syncResources(db, [place], now);
  const ago = (count: number) => now.subtract(days(count));
  return {
    core,
    ago,
    now: () => now,
    at: (local: string) => {
      now = Temporal.PlainDateTime.from(local).toZonedDateTime(place.timeZone).toInstant();
    },
  };
};

const keysLeft = async () => (await db.prisma.delivery.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key);

test('what was sent long ago is forgotten; what is live, to come, or recent is kept', async () => {
  const { core, ago, now } = await open();
  const said = (key: string) => ({
    placeId: place.id,
    key,
    to: { channel: { platform: 'slack' as const, workspace: 'W', channel: 'C1' } },
    kind: 'arrival.asked' as const,
    subjectId: 1,
    due: now(),
    expiresAt: now().add({ hours: 1 }),
  });
  await insertPlanned(db.prisma, ['live', 'old', 'recent', 'to come'].map(said), now());
  const settle = (key: string, at: Temporal.Instant, liveUntil?: Temporal.Instant) =>
    db.pool.query("UPDATE delivery SET state = 'sent', settled_at = $2, live_until = $3 WHERE key = $1", [
      key,
      at.toString(),
      liveUntil?.toString() ?? null,
    ]);
  await settle('old', ago(91));
  await settle('live', ago(91), now().add({ hours: 1 }));
  await settle('recent', ago(89));
  await db.pool.query(
    `WITH someone AS (INSERT INTO member (place_id, display_name, created_at) VALUES ($1, 'lea', $2) RETURNING id)
     INSERT INTO session_wait (place_id, partner_key, member_id, state, created_at, settled_at)
     SELECT $1, key, id, state, $2::timestamptz, settled::timestamptz FROM someone,
       (VALUES ('bge', 'left', $3), ('bge', 'taken', $4), ('urscop', 'waiting', NULL)) AS wish (key, state, settled)`,
    [place.id, ago(200).toString(), ago(91).toString(), ago(89).toString()],
  );
  expect(await core.keeping.forget(place)).toEqual({
    deliveries: 1,
    requests: 0,
    lines: 0,
    wishes: 1,
    followups: 0,
    referrals: 0,
    contacts: 0,
  });
  expect(await keysLeft()).toEqual(['live', 'recent', 'to come']);
});

test('a button that was shown again lately is kept, however old it is', async () => {
  const { core, at } = await open();
  const line = { id: 'kept', line: 'reserver coworking demain' };
  at('2026-01-05T10:00');
  await core.lines.keep(place.id, [line, { id: 'lost', line: 'reserver coworking jeudi' }]);
  at('2026-12-01T10:00');
  await core.lines.keep(place.id, [line]);
  at('2027-03-27T10:00');
  expect(await core.keeping.forget(place)).toMatchObject({ lines: 1 });
  expect(await core.lines.recall(place.id, 'kept')).toBe(line.line);
  expect(await core.lines.recall(place.id, 'lost')).toBeUndefined();
});

test('it is done once a day, from four in the morning on, also the day that has no such hour as usual', async () => {
  const { core, at } = await open();
  const done: string[] = [];
  for (const moment of [
    '2027-03-27T03:59',
    '2027-03-27T04:00',
    '2027-03-27T23:00',
    '2027-03-28T03:59',
    '2027-03-28T09:10',
  ]) {
    at(moment);
    if (await core.keeping.forget(place)) done.push(moment);
  }
  expect(done).toEqual(['2027-03-27T03:59', '2027-03-27T04:00', '2027-03-28T09:10']);
});
