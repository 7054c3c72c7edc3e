import { afterAll, expect, test } from 'vitest';
import { createWatch } from '../../../src/core/watch/usecases.ts';
import { openTestDatabase } from '../../support/database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

test('what waits to be said is counted by state; what is not due yet is apart, and what is settled is not counted', async () => {
  const clock = { now: () => Temporal.Instant.from('2026-11-23T09:00Z') };
  const watch = createWatch({ db, clock });
  expect(await watch.waiting()).toEqual({ planned: 0, due: 0, queued: 0, sending: 0, stale: 0 });
  const plan = (key: string, state: string, due: string) =>
    db.pool.query(
      `INSERT INTO delivery (place_id, key, kind, subject_id, due, expires_at, state, created_at, platform, workspace, channel)
       VALUES ('a', $1, 'test', 1, $2::timestamptz, $2::timestamptz + interval '1 hour', $3, now(), 'slack', 'T1', 'C1')`,
      [key, due, state],
    );
  await plan('later', 'pending', '2026-11-24T09:00Z');
  await plan('now', 'pending', '2026-11-23T08:59Z');
  await plan('there', 'queued', '2026-11-23T08:59Z');
  await plan('done', 'sent', '2026-11-23T08:00Z');
  expect(await watch.waiting()).toMatchObject({ planned: 1, due: 1, queued: 1, sending: 0 });
});
