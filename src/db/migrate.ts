// Applies prisma/migrations in order, as `prisma migrate deploy` would and side by side with it: same table, same
// checksums, same advisory lock. Written here because Prisma's own engine is downloaded at run time, and knows nothing
// of the embedded database.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const PRISMA_LOCK = 72707369;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** An applied migration that is no longer what was applied, or one that was left half-way: nothing is safe to apply on top. */
export class MigrationMismatch extends Error {
  readonly migration: string;
  readonly reason: 'changed' | 'unfinished';

  constructor(migration: string, reason: 'changed' | 'unfinished') {
    super(
      reason === 'changed'
        ? `migration ${migration} was applied and has been changed since: write a new migration instead`
        : `migration ${migration} was begun by Prisma and not finished: resolve it with "prisma migrate resolve" first`,
    );
    this.name = 'MigrationMismatch';
    this.migration = migration;
    this.reason = reason;
  }
}

const OURS = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

export const migrationsIn = (folder: string = OURS): readonly Migration[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(`${folder}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

// As Prisma's engine creates it.
const CREATE_JOURNAL = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

interface JournalRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
}

const isApplied = (migration: Migration, journal: readonly JournalRow[]): boolean => {
  const row = journal.find(({ migration_name }) => migration_name === migration.name);
  if (row === undefined) return false;
  if (row.finished_at === null) throw new MigrationMismatch(migration.name, 'unfinished');
  if (row.checksum !== migration.checksum) throw new MigrationMismatch(migration.name, 'changed');
  return true;
};

const apply = async (client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
};

/** Whether each migration of this program stands in the database, as it is here. */
export const isUpToDate = async (
  { pool }: { readonly pool: pg.Pool },
  migrations: readonly Migration[] = migrationsIn(),
): Promise<boolean> => {
  const { rows } = await pool.query<JournalRow>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return migrations.every((migration) => isApplied(migration, rows));
};

/** Returns the names of those it applied: none when the database was up to date. */
export const migrate = async (
  { pool }: { readonly pool: pg.Pool },
  migrations: readonly Migration[] = migrationsIn(),
): Promise<readonly string[]> => {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(CREATE_JOURNAL);
    const { rows } = await client.query<JournalRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const pending = migrations.filter((migration) => !isApplied(migration, rows));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]);
    client.release();
  }
};
