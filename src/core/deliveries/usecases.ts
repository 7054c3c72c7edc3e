// Telling people, each thing once: planned under a key, queued when due, begun before it is sent, settled once it is.
//
// What is guaranteed: nothing is planned twice, nothing is sent by two instances at once, nothing that is settled is sent
// again, and what is due is sent though the process dies. What is not: if it dies after the platform took the message and
// before that is written, the message is sent a second time, minutes later, unless it is too late by then. The other choice
// would lose it; neither platform can be asked « did you get this one? » of a private message by a key of ours.
import type { Database } from '../../db/open.ts';
import type { Queue, QueuedJob } from '../../db/queue.ts';
import { isBefore, latest } from '../../kernel/interval.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Delivery, Dropped, Failed, Planned, Unsent } from './model.ts';
import { outOfQuietHours } from './rules.ts';
import { claimRun, insertPlanned, postpone, putBack, queueDue, type Settled, settle, startSending } from './store.ts';

/** One that this instance has begun to send, and must settle. */
export interface Sending {
  readonly delivery: Delivery;
  /** It will not be tried again. */
  readonly isLast: boolean;
  sent(reference: object): Promise<void>;
  drop(reason: Dropped): Promise<void>;
  fail(reason: Failed): Promise<void>;
  /** Something went wrong that may pass. */
  later(): Promise<void>;
}

export interface DeliveriesRoom {
  /** Whether this instance runs that occurrence of the job; of all instances, one is told so. */
  claim(job: string, due: Temporal.Instant): Promise<boolean>;
  /** Moved out of the quiet hours of their place. Returns those for which it is then too late. */
  plan(planned: readonly Planned[]): Promise<readonly Unsent[]>;
  queueDue(): Promise<number>;
  /** The next of the queue; undefined when nothing is left to do now. */
  begin(): Promise<Sending | undefined>;
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
  /** Of what is due then, or was. */
  const whenTold = ({ placeId, due }: Planned): Temporal.Instant => {
    const place = places.get(placeId);
    const soonest = latest(due, clock.now());
    return place ? outOfQuietHours(soonest, place) : soonest;
  };

  const sendingOf = (delivery: Delivery, job: QueuedJob): Sending => {
    const end = async (settled: Omit<Settled, 'now'>) => {
      await settle(db.prisma, delivery.id, { ...settled, now: clock.now() });
      await job.done();
    };
    return {
      delivery,
      isLast: job.isLast,
      sent: (reference) => end({ state: 'sent', reference }),
      drop: (reason) => end({ state: 'dropped', reason }),
      fail: (reason) => end({ state: 'failed', reason }),
      later: async () => {
        await putBack(db.prisma, delivery.id);
        await job.again();
      },
    };
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

    queueDue: () => queueDue(db, queue, clock.now()),

    begin: async () => {
      for (let job = await queue.take(); job; job = await queue.take()) {
        const delivery = await startSending(db.prisma, job.deliveryId, { instance, now: clock.now() });
        // It may have been tried until the quiet hours began.
        const told = delivery && whenTold(delivery);
        if (delivery && told && !isBefore(clock.now(), told)) return sendingOf(delivery, job);
        if (delivery && told) await postpone(db.prisma, delivery.id, told);
        await job.done();
      }
      return undefined;
    },

    revive: () => queue.revive(),
  };
};
