// The pool of connections that both engines share: `pg`'s own, which keeps a connection after a refused statement and
// speaks UTC.
import { once } from 'node:events';
import pg from 'pg';
import { type Metrics, noMetrics } from '../kernel/metrics.ts';

/** A connection that the server has ended (FATAL, PANIC) or that broke must go; one that was only told no can serve again. */
const isOnlyRefused = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.severity !== 'FATAL' && error.severity !== 'PANIC';

/** `pool.query` drops its connection at any error: each full room would cost a new one. */
const queryKeepingConnections =
  (pool: pg.Pool) =>
  async (query: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onBroken = (error: Error) => {
      broken = error;
    };
    client.once('error', onBroken);
    try {
      return await client.query(query, values);
    } catch (error) {
      if (!isOnlyRefused(error)) broken ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.removeListener('error', onBroken);
      client.release(broken);
    }
  };

/** Each statement of the connection, whoever sends it: Prisma, the queue or ourselves. */
const timed = (client: pg.ClientBase, metrics: Metrics): void => {
  if (metrics === noMetrics) return;
  const query = client.query.bind(client) as (...statement: unknown[]) => unknown;
  const timing = (...statement: unknown[]): unknown => {
    const began = performance.now();
    const told = (outcome: 'ok' | 'refused') => () => metrics.queried(performance.now() - began, outcome);
    const answer = query(...statement);
    if (answer instanceof Promise) answer.then(told('ok'), told('refused'));
    return answer;
  };
  client.query = timing as pg.ClientBase['query'];
};

export interface Connections {
  readonly pool: pg.Pool;
  /** Waits for what was asked to be answered, then for each connection to be gone: `pool.end` alone does not. */
  close(): Promise<void>;
}

export const openPool = (config: pg.PoolConfig, metrics: Metrics = noMetrics): Connections => {
  const pool = new pg.Pool({
    application_name: 'mijote',
    // Prisma's adapter reads a timestamptz without looking at its offset: the session must have none.
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'");
      timed(client, metrics);
    },
    ...config,
  });
  pool.query = queryKeepingConnections(pool) as pg.Pool['query'];
  // An idle connection that the server ended (a restart) is replaced at the next query, which fails if there is no server.
  pool.on('error', ({ message }) => process.emitWarning(`a connection to the database was lost: ${message}`));

  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  const close = async () => {
    await pool.end();
    while (open.size > 0) await once(pool, 'remove');
  };
  return { pool, close };
};
