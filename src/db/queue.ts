// The queue of what is to be delivered: pg-boss, over the pool of the house, on both engines. It is what several instances
// share, what tries again and waits longer each time, and what gives the work of one that died to another. It has no timer of
// its own here: whoever owns the clock asks (src/jobs).
import { fromPrisma, type JobAttempt, PgBoss } from 'pg-boss';
import type { Prisma } from './generated/client.ts';
import type { Database } from './open.ts';

export interface QueuedJob {
  readonly deliveryId: number;
  /** It will not come back. */
  done(): Promise<void>;
  /** It comes back later. */
  again(): Promise<void>;
}

/** What is more urgent is taken first: nobody's reminder waits behind ten thousand channels. */
export type Urgency = 'person' | 'channel' | 'renewal';

export interface Queue {
  /** How often something may go wrong before it is given up: who takes it counts, since whoever dies counts nothing. */
  readonly retryLimit: number;
  /** In the transaction that makes them due: they are there if it stands. */
  put(tx: Prisma.TransactionClient, deliveryIds: readonly number[], urgency: Urgency): Promise<void>;
  /** The next ones, each given to one taker among all instances; none when there is none for now. */
  take(most: number): Promise<readonly QueuedJob[]>;
  /** That whoever took what is not done yet is alive: to be said several times within the silence that is taken for death. */
  beat(): Promise<void>;
  /** Gives to others what was taken by someone who went silent. */
  revive(): Promise<void>;
  close(): Promise<void>;
}

export interface Patience {
  readonly retryLimit: number;
  /** Before the second attempt; twice that before the third, and so on. */
  readonly retrySeconds: number;
  /** After so long without a beat, whoever took a job is taken for dead. At least 10. */
  readonly silenceSeconds: number;
}

const NAME = 'delivery';
const LONGEST_PAUSE_S = 600;
export const patience: Patience = { retryLimit: 10, retrySeconds: 20, silenceSeconds: 60 };
/** Of processes that held it: it is not lost for their sake. */
const MOST_DEATHS = 10_000;
/** However alive: a platform does not make one wait so long for one message. */
const LONGEST_ATTEMPT_S = 3600;
const PRIORITIES: Readonly<Record<Urgency, number>> = { person: 2, channel: 1, renewal: 0 };

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
    retryLimit: MOST_DEATHS,
    retryDelay: retrySeconds,
    ...(retrySeconds > 0 && { retryBackoff: true, retryDelayMax: LONGEST_PAUSE_S }),
    expireInSeconds: LONGEST_ATTEMPT_S,
    heartbeatSeconds: silenceSeconds,
    deleteAfterSeconds: 24 * 60 * 60,
  };
  await boss.createQueue(NAME, options);
  const inHand = new Set<JobAttempt>();

  return {
    retryLimit,
    put: async (tx, deliveryIds, urgency) => {
      const jobs = deliveryIds.map((deliveryId) => ({
        data: { deliveryId },
        priority: PRIORITIES[urgency],
        ...options,
      }));
      if (jobs.length > 0) await boss.insert(NAME, jobs, { db: fromPrisma(tx) });
    },
    take: async (most) => {
      const jobs = await boss.fetch<{ readonly deliveryId: number }>(NAME, { batchSize: most, includeMetadata: true });
      // Which ones were chosen by urgency; they come in no order.
      jobs.sort((a, b) => b.priority - a.priority || a.data.deliveryId - b.data.deliveryId);
      return jobs.map((job) => {
        // Of this attempt: one that was given to another in the meantime is theirs.
        const attempt = { id: job.id, retryCount: job.retryCount };
        inHand.add(attempt);
        return {
          deliveryId: job.data.deliveryId,
          done: async () => {
            inHand.delete(attempt);
            await boss.complete(NAME, attempt);
          },
          again: async () => {
            inHand.delete(attempt);
            await boss.fail(NAME, attempt);
          },
        };
      });
    },
    beat: async () => {
      if (inHand.size > 0) await boss.touch(NAME, [...inHand]);
    },
    revive: () => boss.supervise(NAME),
    close: () => boss.stop({ graceful: false, close: false }),
  };
};
