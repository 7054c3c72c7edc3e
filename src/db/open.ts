// The one door to the database: PostgreSQL by its URL, or PostgreSQL inside the process, behind the same client.
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { type Metrics, noMetrics } from '../kernel/metrics.ts';
import { directQueries, type Queries } from './direct.ts';
import { PrismaClient } from './generated/client.ts';
import { type Connections, openPool } from './pool.ts';
import { statementNames } from './statement-names.ts';

export type DatabaseLocation =
  | { readonly url: string; readonly maxConnections?: number }
  | { readonly dataDir: string }
  /** In memory; `from` is a dump of a data folder to begin with. */
  | { readonly memory: true; readonly from?: Blob };

export interface Database {
  readonly prisma: PrismaClient;
  /** For the statements that stand on the way of every command: each a transaction of its own. */
  readonly direct: Queries;
  readonly pool: pg.Pool;
  readonly engine: 'postgresql' | 'embedded';
  close(): Promise<void>;
}

const MAX_CONNECTIONS = 10;
const PATIENCE_MS = 10_000;

const assemble = (
  { pool, close }: Connections,
  engine: Database['engine'],
  closeEngine: () => Promise<void>,
): Database => {
  // One giver of names for both: they share the connections.
  const nameOf = statementNames();
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf });
  const prisma = new PrismaClient({
    adapter,
    // A refusal is ordinary: no reading of our own sources to decorate it.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: PATIENCE_MS, timeout: PATIENCE_MS },
  });
  return {
    prisma,
    direct: directQueries(pool, nameOf),
    pool,
    engine,
    close: async () => {
      await prisma.$disconnect();
      await close();
      await closeEngine();
    },
  };
};

/** Loaded only when it serves: whoever has a server does not carry another one in memory. */
const openEmbedded = async (
  location: Exclude<DatabaseLocation, { readonly url: string }>,
  metrics: Metrics,
): Promise<Database> => {
  const [{ openFolder, openMemory }, { openEmbeddedPool }] = await Promise.all([
    import('./embedded.ts'),
    import('./embedded-socket.ts'),
  ]);
  const { engine, close } =
    'dataDir' in location ? await openFolder(location.dataDir) : await openMemory(location.from);
  return assemble(openEmbeddedPool(engine, metrics), 'embedded', close);
};

/** Throws `DatabaseBusy` when another process holds the data folder. Does not migrate: src/db/migrate.ts does. */
export const openDatabase = async (location: DatabaseLocation, metrics: Metrics = noMetrics): Promise<Database> => {
  if (!('url' in location)) return openEmbedded(location, metrics);
  const max = location.maxConnections ?? MAX_CONNECTIONS;
  const connections = openPool({ connectionString: location.url, max, connectionTimeoutMillis: PATIENCE_MS }, metrics);
  return assemble(connections, 'postgresql', async () => {});
};
