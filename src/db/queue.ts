// The queue of what is to be delivered: pg-boss, over the pool of the house, on both engines. It is what several instances
// share, what tries again and waits longer each time, and what gives the work of one that died to another. It has no timer of
// its own here: whoever owns the clock asks (src/jobs).
import { fromPrisma, PgBoss } from 'pg-boss';
import type { Prisma } from './generated/client.ts';
import type { Database } from './open.ts';

export interface QueuedJob {
  readonly deliveryId: number;
  /** No other attempt follows this one. */
  readonly isLast: boolean;
  /** It will not come back. */
  done(): Promise<void>;
  /** It comes back later, unless it was the last attempt. */
  again(): Promise<void>;
}

export interface Queue {
  /** In the transaction that makes them due: they are there if it stands. */
  put(tx: Prisma.TransactionClient, deliveryIds: readonly number[]): Promise<void>;
  /** The next one, given to one taker among all instances; undefined when there is none for now. */
  take(): Promise<QueuedJob | undefined>;
  /** Gives to others what was taken by someone who went silent. */
  revive(): Promise<void>;
  close(): Promise<void>;
}

export interface Patience {
  readonly retryLimit: number;
  /** Before the second attempt; twice that before the third, and so on. */
  readonly retrySeconds: number;
  /** After so long without a word, whoever took a job is taken for dead. */
  readonly silenceSeconds: number;
}

const NAME = 'delivery';
const LONGEST_PAUSE_S = 600;
export const patience: Patience = { retryLimit: 10, retrySeconds: 20, silenceSeconds: 600 };

/** pg-boss sends several statements at once, with BEGIN and COMMIT among them: one that fails leaves no transaction open. */
const statementsOf = ({ pool }: Pick<Database, 'pool'>) => ({
  executeSql: async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
    const client = await pool.connect();
    try {
      return await client.query(text, values);
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },
});

/** Makes its tables, or brings them up to date, when they are not. */
export const openQueue = async (
  database: Pick<Database, 'pool' | 'engine'>,
  {
    onError,
    patience: { retryLimit, retrySeconds, silenceSeconds } = patience,
  }: {
    readonly onError: (error: Error) => void;
    readonly patience?: Patience;
  },
): Promise<Queue> => {
  const boss = new PgBoss({
    db: statementsOf(database),
    backend: database.engine === 'embedded' ? 'pglite' : 'postgres',
    supervise: false,
    schedule: false,
    monitorIntervalSeconds: 1,
    registerInstance: false,
    reindex: false,
  });
  boss.on('error', onError);
  await boss.start();
  const options = {
    retryLimit,
    retryDelay: retrySeconds,
    ...(retrySeconds > 0 && { retryBackoff: true, retryDelayMax: LONGEST_PAUSE_S }),
    expireInSeconds: silenceSeconds,
    deleteAfterSeconds: 24 * 60 * 60,
  };
  await boss.createQueue(NAME, options);

  return {
    put: async (tx, deliveryIds) => {
      const jobs = deliveryIds.map((deliveryId) => ({ data: { deliveryId }, ...options }));
      if (jobs.length > 0) await boss.insert(NAME, jobs, { db: fromPrisma(tx) });
    },
    take: async () => {
      const [job] = await boss.fetch<{ readonly deliveryId: number }>(NAME, { includeMetadata: true });
      if (!job) return undefined;
      // Of this attempt: one that was given to another in the meantime is theirs.
      const attempt = { id: job.id, retryCount: job.retryCount };
      return {
        deliveryId: job.data.deliveryId,
        isLast: job.retryCount >= job.retryLimit,
        done: async () => {
          await boss.complete(NAME, attempt);
        },
        again: async () => {
          await boss.fail(NAME, attempt);
        },
      };
    },
    revive: () => boss.supervise(NAME),
    close: () => boss.stop({ graceful: false, close: false }),
  };
};
