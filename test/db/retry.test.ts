import { afterAll, expect, test } from 'vitest';
import { retrying } from '../../src/db/retry.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const raising = (sqlState: string) =>
  db.prisma.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${sqlState}'; END $$`);

/** Work that the server ends `failures` times before it succeeds. */
const endedBy = (sqlState: string, failures: number) => {
  let attempts = 0;
  const work = async () => {
    attempts += 1;
    if (attempts <= failures) await raising(sqlState);
    return `done at attempt ${attempts}`;
  };
  return { work, attempts: () => attempts };
};

test.each(['40001', '40P01'])('what the server ended for a conflict is tried again: %s', async (sqlState) => {
  expect(await retrying(endedBy(sqlState, 3).work)).toBe('done at attempt 4');
});

test('the sixth conflict is thrown', async () => {
  const { work, attempts } = endedBy('40001', 99);
  await expect(retrying(work)).rejects.toThrow();
  expect(attempts()).toBe(6);
});

test.each(['MJ001', '23505'])('any other error is thrown at once: %s', async (sqlState) => {
  const { work, attempts } = endedBy(sqlState, 1);
  await expect(retrying(work)).rejects.toThrow(sqlState);
  expect(attempts()).toBe(1);
});

test('a conflict that an interactive transaction reports is one too', async () => {
  let attempts = 0;
  const work = () =>
    db.prisma.$transaction(async (tx) => {
      attempts += 1;
      if (attempts === 1)
        await tx.$executeRawUnsafe("DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$");
      return tx.$queryRaw<{ n: number }[]>`SELECT 1 AS n`;
    });
  expect(await retrying(work)).toEqual([{ n: 1 }]);
});

test('a conflict that a deferred trigger meets at COMMIT is one too', async () => {
  await db.pool.query(`
    CREATE TABLE late (n integer);
    CREATE SEQUENCE late_attempts;
    CREATE FUNCTION late_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('late_attempts') = 1 THEN RAISE EXCEPTION 'no' USING ERRCODE = '40P01'; END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER late_conflict AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION late_conflict()`);
  const work = () => db.prisma.$transaction((tx) => tx.$executeRaw`INSERT INTO late VALUES (1)`);
  try {
    expect(await retrying(work)).toBe(1);
    expect((await db.pool.query('SELECT n FROM late')).rowCount).toBe(1);
  } finally {
    await db.pool.query('DROP TABLE late; DROP FUNCTION late_conflict; DROP SEQUENCE late_attempts');
  }
});
