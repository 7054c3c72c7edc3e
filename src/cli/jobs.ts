// What is done without being asked: the queue is opened, and the jobs are given the adapters that serve. Loaded only by who
// serves.
import { randomUUID } from 'node:crypto';
import type { Adapter } from '../chat/adapter.ts';
import type { Homes } from '../chat/home.ts';
import type { AgendaMirror } from '../chat/mirror.ts';
import type { Core } from '../core/core.ts';
import { createDeliveries } from '../core/deliveries/usecases.ts';
import type { Database } from '../db/open.ts';
import { openQueue, type Patience } from '../db/queue.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { createScheduler, type Scheduler } from '../jobs/scheduler.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import type { Place } from '../place/model.ts';

export interface Work {
  readonly jobs: Jobs;
  close(): Promise<void>;
}

export interface WorkParts {
  readonly db: Database;
  readonly core: Core;
  readonly places: readonly Place[];
  readonly clock: Clock;
  readonly log: Log;
  /** Looked at each time: one may be connected later. */
  readonly adapters: readonly Adapter[];
  /** What some of them have besides: a page for each person, a calendar of their own. */
  readonly homes?: readonly Homes[];
  readonly mirrors?: readonly AgendaMirror[];
  readonly patience?: Patience;
}

export const openWork = async ({
  db,
  core,
  places,
  clock,
  log,
  adapters,
  homes = [],
  mirrors = [],
  patience,
}: WorkParts): Promise<Work> => {
  const queue = await openQueue(db, {
    onError: (err) => log.error({ err }, 'the queue broke'),
    ...(patience && { patience }),
  });
  const byId = new Map(places.map((place) => [place.id, place]));
  const deliveries = createDeliveries({ db, queue, places: byId, clock, instance: randomUUID() });
  return {
    jobs: createJobs({ core, deliveries, places: byId, adapters, homes, mirrors, clock, log }),
    close: () => queue.close(),
  };
};

export interface Employed {
  readonly scheduler: Scheduler;
  /** Those that the jobs tell people through: to be filled as they connect. */
  readonly adapters: Adapter[];
  readonly homes: Homes[];
  readonly mirrors: AgendaMirror[];
  close(): Promise<void>;
}

/** The jobs, and the clock that drives them once it is started. */
export const employ = async (parts: Omit<WorkParts, 'adapters' | 'homes' | 'mirrors'>): Promise<Employed> => {
  const surfaces = { adapters: [] as Adapter[], homes: [] as Homes[], mirrors: [] as AgendaMirror[] };
  const { places, log } = parts;
  const work = await openWork({ ...parts, ...surfaces });
  const scheduler = createScheduler(work.jobs, { timeZone: places[0]?.timeZone ?? 'UTC', log });
  const close = async () => {
    await scheduler.stop();
    await work.close();
  };
  return { scheduler, ...surfaces, close };
};
