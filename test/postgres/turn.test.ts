// Of several instances on one PostgreSQL, one has its turn; another takes over when it ends, however it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { turnOf } from '../../src/db/turn.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase({ maxConnections: 12 });
afterAll(() => db.close());

const lockPids = async () => {
  const { rows } = await db.pool.query<{ pid: number }>(
    "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  return rows.map(({ pid }) => pid);
};

test('of eight who want it, one has it; given back, another has it; each thing has its own turn', async () => {
  const turns = await Promise.all(Array.from({ length: 8 }, () => turnOf(db, 'a').take()));
  const [held] = turns.filter((each) => each !== undefined);
  expect(turns.filter((each) => each !== undefined)).toHaveLength(1);
  const other = await turnOf(db, 'b').take();
  expect(other).toBeDefined();
  await other?.giveBack();
  await held?.giveBack();
  await expect.poll(lockPids).toEqual([]);
  const next = await turnOf(db, 'a').take();
  expect(next).toBeDefined();
  await next?.giveBack();
});

test('whoever loses the database knows that it is no longer theirs', async () => {
  const held = await turnOf(db, 'c', 50).take();
  let isLost = false;
  void held?.lost.then(() => {
    isLost = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isLost).toBe(false);
  const [pid] = await lockPids();
  await db.pool.query('SELECT pg_terminate_backend($1)', [pid]);
  await expect.poll(() => isLost).toBe(true);
  const next = await turnOf(db, 'c').take();
  expect(next).toBeDefined();
  await next?.giveBack();
});

test('kill -9 of its holder frees it at once', async () => {
  const { pool } = db;
  const script = `
    import { openDatabase } from './src/db/open.ts';
    import { turnOf } from './src/db/turn.ts';
    const db = await openDatabase({ url: process.argv[1] });
    const held = await turnOf(db, 'd').take();
    process.stdout.write(held ? 'held' : 'refused');
    setInterval(() => {}, 1000);`;
  const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${rows[0]?.name}`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, url.href], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('held');
  expect(await turnOf(db, 'd').take()).toBeUndefined();
  child.kill('SIGKILL');
  let next = await turnOf(db, 'd').take();
  await expect
    .poll(
      async () => {
        next ??= await turnOf(db, 'd').take();
        return next !== undefined;
      },
      { timeout: 5_000 },
    )
    .toBe(true);
  await next?.giveBack();
});
