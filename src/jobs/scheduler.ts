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
  jobs: Omit<Jobs, 'only'>,
  { timeZone, log }: { readonly timeZone: string; readonly log: Log },
): Scheduler => {
  const underWay = new Set<Promise<void>>();
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (err) {
      log.error({ err }, 'the jobs of a moment broke');
    }
  };

  /** Moments may overlap: ten thousand messages take minutes, and keep nobody's reminder waiting. */
  const begin = (work: () => Promise<void>): void => {
    if (stopped) return;
    const done = guarded(work);
    underWay.add(done);
    void done.then(() => underWay.delete(done));
  };

  const wakeSoon = (): void => {
    if (stopped) return;
    alarm ??= setTimeout(() => {
      alarm = undefined;
      begin(jobs.wake);
    }, WAKES_AFTER_MS);
  };

  const task = createTask(EACH_MINUTE, () => begin(jobs.tick), { timezone: timeZone, name: 'jobs' });

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
      begin(jobs.tick);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(alarm);
      await task.destroy();
      await jobs.stop();
      await Promise.all(underWay);
    },
  };
};
