import { createHash } from 'node:crypto';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type Migration, MigrationMismatch, migrate, migrationsIn } from '../../src/db/migrate.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase({ empty: true });
afterAll(() => db.close());
afterEach(async () => {
  await db.pool.query('DROP SCHEMA public CASCADE');
  await db.pool.query('CREATE SCHEMA public');
});

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

const first = migration('0001_first', 'CREATE TABLE one (id integer); CREATE TABLE two (id integer);');
const second = migration('0002_second', 'INSERT INTO one VALUES (1);');

interface JournalRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
  readonly applied_steps_count: number;
}

const journal = async () => {
  const { rows } = await db.pool.query<JournalRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count
     FROM _prisma_migrations ORDER BY migration_name`,
  );
  return rows;
};

describe('the migrator', () => {
  test('applies what is new, in order, and nothing twice', async () => {
    expect(await migrate(db, [first])).toEqual(['0001_first']);
    expect(await migrate(db, [first, second])).toEqual(['0002_second']);
    expect(await migrate(db, [first, second])).toEqual([]);
    expect((await db.pool.query('SELECT * FROM one')).rows).toEqual([{ id: 1 }]);
  });

  test('writes the journal that Prisma would', async () => {
    await migrate(db, [first]);
    expect(await journal()).toEqual([
      { migration_name: '0001_first', checksum: first.checksum, finished: true, applied_steps_count: 1 },
    ]);
  });

  test('two at once apply each migration once', async () => {
    const applied = await Promise.all([migrate(db, [first, second]), migrate(db, [first, second])]);
    expect(applied.flat().sort()).toEqual(['0001_first', '0002_second']);
    expect((await db.pool.query('SELECT * FROM one')).rows).toHaveLength(1);
  });

  test('a migration that fails leaves nothing of itself, keeps those before it, and lets the next try', async () => {
    const broken = migration('0002_second', 'CREATE TABLE three (id integer); SELECT 1 / 0;');
    await expect(migrate(db, [first, broken])).rejects.toThrow('division by zero');
    expect((await db.pool.query("SELECT to_regclass('three') AS three")).rows).toEqual([{ three: null }]);
    expect((await journal()).map((row) => row.migration_name)).toEqual(['0001_first']);
    expect(await migrate(db, [first, second])).toEqual(['0002_second']);
  });

  test('refuses, in words, a migration that was changed after it was applied', async () => {
    await migrate(db, [first]);
    const changed = migration('0001_first', `${first.sql} -- a comment`);
    await expect(migrate(db, [changed, second])).rejects.toThrow(new MigrationMismatch('0001_first', 'changed'));
    expect((await journal()).map((row) => row.migration_name)).toEqual(['0001_first']);
  });

  test('refuses to go on from what Prisma left half-way, and goes on once it was rolled back', async () => {
    await migrate(db, []);
    await db.pool.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', $1, '0001_first')",
      [first.checksum],
    );
    await expect(migrate(db, [first])).rejects.toThrow('prisma migrate resolve');
    await db.pool.query('UPDATE _prisma_migrations SET rolled_back_at = now()');
    expect(await migrate(db, [first])).toEqual(['0001_first']);
  });

  test('reads our own from prisma/migrations, in the order of their numbers', async () => {
    const names = migrationsIn().map(({ name }) => name);
    expect(names[0]).toBe('0001_ledger');
    expect(names).toEqual([...names].sort());
    expect(await migrate(db)).toEqual(names);
  });

  test('initiatives and projects that were there before the matcher are found by it', async () => {
    const all = migrationsIn();
    await migrate(
      db,
      all.filter(({ name }) => name < '0028'),
    );
    await db.pool.query(
      `INSERT INTO initiative (place_id, number, title, needs, created_at, news_at, request_id)
       VALUES ('p', 1, 'Café réparation', '{local}', now(), now(), 'x'), ('p', 2, 'Café', '{}', now(), now(), 'y')`,
    );
    await db.pool.query('UPDATE initiative SET merged_into = 1 WHERE number = 2');
    await migrate(db, all);
    const { rows } = await db.pool.query(
      `SELECT number, plain_title, terms @@ '''#need local''' AS wants FROM synergy_sheet`,
    );
    expect(rows).toEqual([{ number: 1, plain_title: 'cafe reparation', wants: true }]);
  });
});
