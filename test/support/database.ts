// A migrated database for a test file. In memory, from a dump made once and kept under node_modules/.cache; or, when
// TEST_DATABASE_URL is set, a database of its own on that server: the same tests then run on PostgreSQL.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { openMemory } from '../../src/db/embedded.ts';
import { openEmbeddedPool } from '../../src/db/embedded-socket.ts';
import { migrate, migrationsIn } from '../../src/db/migrate.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { openQueue } from '../../src/db/queue.ts';
import type { Metrics } from '../../src/kernel/metrics.ts';

export interface TestDatabase extends Database {
  /** Empties every table and starts its numbers again from 1. */
  reset(): Promise<void>;
}

interface Wishes {
  readonly maxConnections?: number;
  /** Before any migration: on PostgreSQL an empty database, in memory a fresh cluster. */
  readonly empty?: boolean;
  readonly metrics?: Metrics;
}

const { TEST_DATABASE_URL } = process.env;

const NODE_MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Another migration or another engine is another template. */
const templateKey = (): string => {
  const hash = createHash('sha256');
  for (const { name, checksum } of migrationsIn()) hash.update(`${name} ${checksum}\n`);
  for (const each of ['@electric-sql/pglite', 'pg-boss'])
    hash.update(readFileSync(`${NODE_MODULES}${each}/package.json`));
  hash.update(furnished.toString()).update(NO_QUEUE);
  return hash.digest('hex').slice(0, 12);
};

const NO_QUEUE = 'SELECT pgboss.delete_queue(name) FROM pgboss.queue';

/** Our tables, and those of the queue; the queue itself is made by each test, with its own patience. */
const furnished = async (database: Pick<Database, 'pool' | 'engine'>): Promise<void> => {
  await migrate(database);
  const queue = await openQueue(database, {
    onError: (error) => {
      throw error;
    },
  });
  await queue.close();
  await database.pool.query(NO_QUEUE);
};

const makeDump = async (file: string, migrated: boolean): Promise<void> => {
  const { engine, close: closeEngine } = await openMemory(undefined);
  if (migrated) {
    const { pool, close } = openEmbeddedPool(engine);
    await furnished({ pool, engine: 'embedded' });
    await close();
  }
  const dump = await engine.dumpDataDir('none');
  await closeEngine();
  // Test files start at once, and each may be the one that makes it: it appears whole.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
  renameSync(unfinished, file);
};

const dumped = async (migrated: boolean): Promise<Blob> => {
  const folder = `${NODE_MODULES}.cache/mijote`;
  mkdirSync(folder, { recursive: true });
  const kind = migrated ? 'migrated' : 'empty';
  const name = `${kind}-${templateKey()}.tar`;
  const file = `${folder}/${name}`;
  if (!existsSync(file)) {
    const outdated = readdirSync(folder).filter((other) => other.startsWith(`${kind}-`) && other.endsWith('.tar'));
    await makeDump(file, migrated);
    for (const other of outdated) if (other !== name) rmSync(`${folder}/${other}`, { force: true });
  }
  // Read at once: a blob of a file that another process makes anew can no longer be read.
  return new Blob([readFileSync(file)]);
};

const onServer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: TEST_DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const urlOf = (database: string): string => {
  const url = new URL(TEST_DATABASE_URL ?? '');
  url.pathname = `/${database}`;
  return url.href;
};

const TEMPLATE_LOCK = 51746213;

/** One process makes the template while the others wait; a template can't be copied while someone is connected to it. */
const serverTemplate = (): Promise<string> =>
  onServer(async (client) => {
    const name = `mijote_template_${templateKey()}`;
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${name}_unfinished`);
      const unfinished = await openDatabase({ url: urlOf(`${name}_unfinished`) });
      await furnished(unfinished);
      await unfinished.close();
      await client.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
    }
    return name;
  });

const openOnServer = async ({ maxConnections = 10, empty = false, metrics }: Wishes): Promise<Database> => {
  const template = empty ? 'template0' : await serverTemplate();
  const name = `mijote_test_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const database = await openDatabase({ url: urlOf(name), maxConnections }, metrics);
  return {
    ...database,
    close: async () => {
      await database.close();
      await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
};

/**
 * Everything is emptied, and numbers begin again. Truncating each table costs fifteen times as much as deleting the few rows
 * that a test wrote; what became big is truncated all the same, or its dead rows would be read by whoever comes next.
 */
const EMPTY = `DO $$
DECLARE
  one record;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR one IN SELECT tablename AS name, pg_relation_size(quote_ident(tablename)::regclass) AS bytes FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  LOOP
    IF one.bytes > 1000000 THEN EXECUTE format('TRUNCATE %I CASCADE', one.name);
    ELSIF one.bytes > 0 THEN EXECUTE format('DELETE FROM %I', one.name);
    END IF;
  END LOOP;
  PERFORM setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL;
END $$`;

/** Those that a file of this worker is done with, emptied: they serve the next ones. Opening one costs half a second. */
const idle: TestDatabase[] = [];

const openAnother = async (wishes: Wishes): Promise<TestDatabase> => {
  const database =
    TEST_DATABASE_URL === undefined
      ? await openDatabase({ memory: true, from: await dumped(wishes.empty !== true) }, wishes.metrics)
      : await openOnServer(wishes);
  return {
    ...database,
    reset: async () => {
      await database.pool.query(EMPTY);
    },
  };
};

export const openTestDatabase = async (wishes: Wishes = {}): Promise<TestDatabase> => {
  if (TEST_DATABASE_URL !== undefined || Object.keys(wishes).length > 0) return openAnother(wishes);
  const database = idle.pop() ?? (await openAnother(wishes));
  return {
    ...database,
    close: async () => {
      await database.pool.query(NO_QUEUE);
      await database.reset();
      idle.push(database);
    },
  };
};

/** Makes a data folder as the program left it, migrated and empty, without the seconds of a first start. */
export const seedDataFolder = async (dataDir: string): Promise<void> => {
  const engine = await PGlite.create({ dataDir: `${dataDir}/postgresql`, loadDataDir: await dumped(true) });
  await engine.close();
};
