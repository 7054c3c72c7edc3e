// Databases on the server of the run: each made for one side of one benchmark, dropped after it.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../scripts/postgres-server.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';

export interface Databases {
  /** A migrated database of its own, by its URL. */
  create(): Promise<string>;
  /** Drops them all, and stops the server if the run started it. */
  close(): Promise<void>;
}

/** On the server of TEST_DATABASE_URL, or on one started for the run. */
export const openDatabases = async (given: string | undefined): Promise<Databases> => {
  const server = given === undefined ? await startPostgres() : { url: given, stop: async () => {} };
  const names: string[] = [];
  const onServer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    create: async () => {
      const name = `mijote_bench_${randomUUID().replaceAll('-', '')}`;
      await onServer(`CREATE DATABASE ${name} TEMPLATE template0`);
      names.push(name);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const database = await openDatabase({ url: url.href, maxConnections: 1 });
      await migrate(database);
      await database.close();
      return url.href;
    },
    close: async () => {
      for (const name of names) await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
};
