// Telling people and channels, each thing once: planned under a key, queued when due, begun before it is sent, settled once
// it is; and what stands in a channel made true again while it is live.
//
// What is guaranteed: nothing is planned twice, nothing is sent by two living instances at once, nothing that is settled is
// sent again, and what is due is sent though the process dies. Whoever dies between the platform's answer and our record of it
// leaves it *sending*: the next one looks for it on the platform before sending it again (src/jobs/saying.ts).
import type { Database } from '../../db/open.ts';
import type { Queue, QueuedJob } from '../../db/queue.ts';
import { isBefore, latest } from '../../kernel/interval.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Delivery, Dropped, Failed, MessageAt, Planned, Shown, Unsent } from './model.ts';
import type { Known } from './rows.ts';
import { outOfQuietHours } from './rules.ts';
import { leaveStale, markGone, queueStale, writeShown } from './standing.ts';
import { claimRun, insertPlanned, postpone, putBack, queueDue, settle, startSending, unsettled } from './store.ts';

interface Attempt {
  readonly delivery: Delivery;
  /** It will not be tried again. */
  readonly isLast: boolean;
  /** Something went wrong that may pass. */
  later(): Promise<void>;
}

/** One that this instance is to say, and must settle. */
export interface Saying extends Attempt {
  readonly task: 'say';
  /** Before the platform hears of it. Undefined: it is settled. `maybeSince`: it may have been told already. */
  begin(): Promise<{ readonly maybeSince: Temporal.Instant | undefined } | undefined>;
  /** `shown`: undefined when nobody knows. */
  sent(at: MessageAt, shown: Shown | undefined): Promise<void>;
  drop(reason: Dropped): Promise<void>;
  fail(reason: Failed): Promise<void>;
}

/** One that stands somewhere, and may no longer be true. */
export interface Renewal extends Attempt {
  readonly task: 'renew';
  readonly at: MessageAt;
  /** Undefined: nobody knows what it shows. */
  readonly shownHash: string | undefined;
  shows(shown: Shown): Promise<void>;
  /** It is left as it stands: it will be looked at again. */
  leave(): Promise<void>;
  gone(reason: string): Promise<void>;
}

export type Errand = Saying | Renewal;

export interface DeliveriesRoom {
  /** Whether this instance runs that occurrence of the job; of all instances, one is told so. */
  claim(job: string, due: Temporal.Instant): Promise<boolean>;
  /** Of people, moved out of the quiet hours of their place. Returns those for which it is then too late. */
  plan(planned: readonly Planned[]): Promise<readonly Unsent[]>;
  queueDue(): Promise<void>;
  /** What stands in channels of that place, and shows another revision of the agenda. */
  queueStale(placeId: string, revision: number): Promise<void>;
  /** The next of the queue, taken by nobody else; none when nothing is left to do now. */
  take(most: number): Promise<readonly Errand[]>;
  /** That this instance lives, and goes on with what it took. */
  beat(): Promise<void>;
  /** Takes back what was begun by an instance that went silent. */
  revive(): Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly queue: Queue;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
  /** Which process this is, for whoever looks into the table. */
  readonly instance: string;
}

export const createDeliveries = ({ db, queue, places, clock, instance }: Parts): DeliveriesRoom => {
  /** Of what is due then, or was. A channel wakes nobody who did not ask for it. */
  const whenTold = ({ placeId, due, to }: Planned): Temporal.Instant => {
    const place = places.get(placeId);
    const soonest = latest(due, clock.now());
    return place && 'memberId' in to ? outOfQuietHours(soonest, place) : soonest;
  };

  const attemptAt = ({ delivery, attempts }: Known, job: QueuedJob): Attempt => ({
    delivery,
    isLast: attempts >= queue.retryLimit,
    later: async () => {
      await putBack(db.prisma, delivery.id);
      await job.again();
    },
  });

  const sayingOf = (known: Known, job: QueuedJob): Saying => {
    const { delivery } = known;
    const end = async (settled: Omit<Parameters<typeof settle>[2], 'now'>) => {
      await settle(db.prisma, delivery.id, { ...settled, now: clock.now() });
      await job.done();
    };
    return {
      task: 'say',
      ...attemptAt(known, job),
      begin: async () => {
        const begun = await startSending(db.prisma, delivery.id, { instance, now: clock.now() });
        if (!begun) await job.done();
        return begun;
      },
      sent: (reference, shown) => end({ state: 'sent', reference, shown }),
      drop: (reason) => end({ state: 'dropped', reason }),
      fail: (reason) => end({ state: 'failed', reason }),
    };
  };

  const renewalOf = (known: Known, stands: NonNullable<Known['stands']>, job: QueuedJob): Renewal => ({
    task: 'renew',
    ...attemptAt(known, job),
    ...stands,
    shows: async (shown) => {
      await writeShown(db.prisma, known.delivery.id, shown);
      await job.done();
    },
    leave: async () => {
      await leaveStale(db.prisma, known.delivery.id);
      await job.done();
    },
    gone: async (reason) => {
      await markGone(db.prisma, known.delivery.id, reason);
      await job.done();
    },
  });

  /** Undefined: there is nothing to do for it now. */
  const errandOf = async (known: Known | undefined, job: QueuedJob): Promise<Errand | undefined> => {
    if (known?.stands) return renewalOf(known, known.stands, job);
    if (known) {
      // It may have been tried until the quiet hours began.
      const told = whenTold(known.delivery);
      if (!isBefore(clock.now(), told)) return sayingOf(known, job);
      await postpone(db.prisma, known.delivery.id, told);
    }
    await job.done();
    return undefined;
  };

  return {
    claim: (job, due) => claimRun(db.prisma, { job, due, instance, now: clock.now() }),

    plan: async (planned) =>
      planned.length === 0
        ? []
        : insertPlanned(
            db.prisma,
            planned.map((each) => ({ ...each, due: whenTold(each) })),
            clock.now(),
          ),

    queueDue: async () => {
      while ((await queueDue(db, queue, clock.now())) > 0);
    },

    queueStale: async (placeId, revision) => {
      while ((await queueStale(db, queue, { placeId, revision, now: clock.now() })) > 0);
    },

    take: async (most) => {
      for (let jobs = await queue.take(most); jobs.length > 0; jobs = await queue.take(most)) {
        const known = await unsettled(
          db.prisma,
          jobs.map(({ deliveryId }) => deliveryId),
        );
        const errands = await Promise.all(
          jobs.map((job) =>
            errandOf(
              known.find(({ delivery }) => delivery.id === job.deliveryId),
              job,
            ),
          ),
        );
        const left = errands.filter((errand) => errand !== undefined);
        if (left.length > 0) return left;
      }
      return [];
    },

    beat: () => queue.beat(),
    revive: () => queue.revive(),
  };
};
