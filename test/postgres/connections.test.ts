import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';

test('a connection that the server ends is replaced, and said', async () => {
  const db = await openTestDatabase({ maxConnections: 2 });
  const killer = await db.pool.connect();
  const victim = await db.pool.connect();
  const { rows } = await victim.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  victim.release();
  const warned = once(process, 'warning');
  await killer.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
  killer.release();
  const [warning] = await warned;
  expect(String(warning)).toMatch(/connection to the database was lost/);
  const answers = await Promise.all(
    [1, 2, 3].map((n) => db.prisma.$queryRaw<{ n: number }[]>`SELECT ${n}::integer AS n`),
  );
  expect(answers.flat().map(({ n }) => n)).toEqual([1, 2, 3]);
  await db.close();
});
