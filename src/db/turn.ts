// A turn that a PostgreSQL advisory lock decides: it is a connection's, and ends with it, however the process that held it ends.
import type pg from 'pg';
import { alone, type Held, type Turn } from '../kernel/turn.ts';
import type { Database } from './open.ts';

/** How often its holder makes sure of it: a line that is cut in silence is noticed by nobody else. */
const BEAT_MS = 5_000;
const PATIENCE_MS = 5_000;

/** The server, too, gives up within half a minute a line that is cut in silence: another instance may then have the turn. */
const WATCHED = 'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3';

const within = async (milliseconds: number, work: Promise<unknown>): Promise<void> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the database does not answer')), milliseconds);
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

const hold = (client: pg.PoolClient, beatMs: number): Held => {
  const lost = Promise.withResolvers<void>();
  let isOver = false;
  let heart: NodeJS.Timeout | undefined;

  const end = (broken: boolean): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(heart);
    client.removeListener('error', onBroken);
    // Ended rather than put back among the others: the lock goes with it.
    client.release(true);
    if (broken) lost.resolve();
  };
  const onBroken = (): void => end(true);
  const beat = async (): Promise<void> => {
    try {
      await within(PATIENCE_MS, client.query('SELECT 1'));
      if (!isOver) heart = setTimeout(beat, beatMs).unref();
    } catch {
      // Whatever the reason, nobody can say any more that it is ours.
      end(true);
    }
  };
  client.on('error', onBroken);
  heart = setTimeout(beat, beatMs).unref();
  return { lost: lost.promise, giveBack: async () => end(false) };
};

/** An embedded database has one process: it is always its turn. */
export const turnOf = ({ pool, engine }: Pick<Database, 'pool' | 'engine'>, name: string, beatMs = BEAT_MS): Turn => {
  if (engine === 'embedded') return alone;
  return {
    take: async () => {
      const client = await pool.connect();
      try {
        await client.query(WATCHED);
        const { rows } = await client.query<{ is_mine: boolean }>(
          'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS is_mine',
          [`mijote ${name}`],
        );
        if (rows[0]?.is_mine) return hold(client, beatMs);
        client.release();
        return undefined;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
  };
};
