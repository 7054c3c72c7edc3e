// The work of a moment: each job plans what people are to be told, what is due goes into the queue, as does what stands in a
// channel and is no longer true, and the queue is carried out, beside people's pages and the platforms' own calendars. Two
// instances that do it at the same moment do it once.
import type { Planned } from '../core/deliveries/model.ts';
import { announcementJobs, stoppedJob } from './announcements.ts';
import { appointmentJob } from './appointments.ts';
import { approvalJob } from './approvals.ts';
import { arrivalJob } from './arrivals.ts';
import { editionJob, eventSeriesJob } from './events.ts';
import { feedJob } from './feeds.ts';
import { followupJob } from './followups.ts';
import { guestJob } from './guests.ts';
import { createHomeKeeping, type HomeParts, unopenedHomesJob } from './homes.ts';
import { initiativeJob } from './initiatives.ts';
import type { Job } from './job.ts';
import { keepingJob } from './keeping.ts';
import { linkJob } from './links.ts';
import { createMirroring, type MirroringParts, mirrorJob } from './mirroring.ts';
import { orientationJob } from './orientation.ts';
import { createPostman } from './postman.ts';
import { referralJob } from './referrals.ts';
import { reminderJob } from './reminders.ts';
import { logUnsent, type PostmanParts } from './round.ts';
import { eventReminderJob, promotionJob } from './signups.ts';
import { waitlistJob } from './waitlist.ts';

export interface Jobs {
  /** The work of the minute that it is. */
  tick(): Promise<void>;
  /** What a command may just have made necessary. */
  wake(): Promise<void>;
  /** The work of one of them, by its name, whatever the minute. */
  only(name: string): Promise<void>;
  /** Begins nothing more. Waits for what is under way. */
  stop(): Promise<void>;
}

export const jobsOf = (parts: Pick<PostmanParts, 'core' | 'adapters' | 'log'>): readonly Job[] => {
  const { core } = parts;
  return [
    approvalJob(parts),
    guestJob(core),
    keepingJob(core),
    orientationJob(core),
    followupJob(core),
    referralJob(core),
    feedJob(core),
    reminderJob(core),
    arrivalJob(core),
    waitlistJob(core),
    appointmentJob(core),
    promotionJob(core),
    eventReminderJob(core),
    eventSeriesJob(core),
    editionJob(core),
    linkJob(parts),
    ...announcementJobs(core),
    stoppedJob(core),
    initiativeJob(core),
    mirrorJob(core),
    unopenedHomesJob(core),
  ];
};

export type JobsParts = PostmanParts & HomeParts & MirroringParts;

export const createJobs = (parts: JobsParts): Jobs => {
  const { core, deliveries, places, clock, log } = parts;
  const postman = createPostman(parts);
  const [homes, mirroring] = [createHomeKeeping(parts), createMirroring(parts)];
  const jobs = jobsOf(parts);

  /** One that breaks does not keep the others from being done; the next tick does it again. */
  const run = async (job: Job): Promise<readonly Planned[]> => {
    const planned: Planned[] = [];
    for (const place of places.values()) {
      try {
        planned.push(...(await job.run(place)));
      } catch (err) {
        log.error({ job: job.name, place: place.id, err }, 'a job broke');
      }
    }
    return planned;
  };

  const queue = async (due: readonly Job[]): Promise<void> => {
    for (const job of due) {
      for (const unsent of await deliveries.plan(await run(job))) logUnsent(log, unsent);
    }
    await deliveries.queueDue();
    for (const place of places.values()) await deliveries.queueStale(place.id, await core.agenda.revision(place));
  };

  const isDue = async (job: Job): Promise<boolean> =>
    job.runs === 'always' ||
    deliveries.claim(job.name, clock.now().round({ smallestUnit: 'minute', roundingMode: 'floor' }));

  let lane = Promise.resolve();

  /** One moment after the other; what is carried out may take longer than a minute, and keeps no moment from coming. */
  const work = async (prepare: () => Promise<void>): Promise<void> => {
    const prepared = lane.then(prepare);
    // Whoever asked hears of what broke; the next moment comes all the same.
    lane = prepared.catch(() => {});
    await prepared;
    await Promise.all([postman.deliver(), homes.go(), mirroring.go()]);
  };

  return {
    tick: () =>
      work(async () => {
        await deliveries.revive();
        const due: Job[] = [];
        for (const job of jobs) if (await isDue(job)) due.push(job);
        await queue(due);
      }),
    wake: () => work(() => queue(jobs.filter(({ runs }) => runs === 'always'))),
    only: async (name) => {
      await queue(jobs.filter((job) => job.name === name));
      // Where nothing is connected it waits, and is not given up.
      if (parts.adapters.length > 0) await postman.deliver();
    },
    stop: async () => {
      await Promise.all([postman.stop(), homes.stop(), mirroring.stop()]);
    },
  };
};
