// When jobs run: at each minute of the clock, and soon after a command. It decides nothing else: what is done, and by which
// instance, is the database's.
import { createTask } from 'node-cron';
import type { Chat } from '../chat/adapter.ts';
import type { Log } from '../kernel/log.ts';
import type { Jobs } from './jobs.ts';

export interface Scheduler {
  /** The same chat; what was asked of it wakes the jobs. */
  attentive(chat: Chat): Chat;
  start(): Promise<void>;
  /** Waits for what is being done. */
  stop(): Promise<void>;
}

const EACH_MINUTE = '* * * * *';
/** Commands come before what follows from them, and several share one wake. */
const WAKES_AFTER_MS = 500;

export const createScheduler = (
  jobs: Jobs,
  { timeZone, log }: { readonly timeZone: string; readonly log: Log },
): Scheduler => {
  let lane = Promise.resolve();
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

  /** One thing at a time. */
  const next = (work: () => Promise<void>): Promise<void> => {
    lane = lane.then(async () => {
      if (stopped) return;
      try {
        await work();
      } catch (err) {
        log.error({ err }, 'the jobs of a moment broke');
      }
    });
    return lane;
  };

  const wakeSoon = (): void => {
    if (stopped) return;
    alarm ??= setTimeout(() => {
      alarm = undefined;
      void next(jobs.wake);
    }, WAKES_AFTER_MS);
  };

  const task = createTask(EACH_MINUTE, () => next(jobs.tick), { timezone: timeZone, noOverlap: true, name: 'jobs' });

  return {
    attentive: (chat) => ({
      ...chat,
      dispatch: async (invocation, responder) => {
        await chat.dispatch(invocation, responder);
        wakeSoon();
      },
    }),
    start: async () => {
      await task.start();
      // What came due while nobody was there.
      void next(jobs.tick);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(alarm);
      await task.destroy();
      await lane;
    },
  };
};
