// Of several instances, one listens: Discord's gateway tells every connection of a bot everything. Another takes over when
// the first one ends, or loses the database that says whose turn it is. Speaking needs no turn.
import type { Log } from '../../kernel/log.ts';
import type { Held, Turn } from '../../kernel/turn.ts';

export interface Listening {
  close(): Promise<void>;
}

export interface Shifts {
  /** Rejects when it is our turn, and listening cannot begin. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly turn: Turn;
  readonly listen: () => Promise<Listening>;
  readonly log: Log;
  readonly everyMs?: number;
}

/** How soon another instance notices that the turn is free. */
const EVERY_MS = 5_000;

export const createShifts = ({ turn, listen, log, everyMs = EVERY_MS }: Parts): Shifts => {
  let alarm: NodeJS.Timeout | undefined;
  let current: { readonly held: Held; readonly listening: Listening } | undefined;
  let isStopped = false;

  const begin = async (): Promise<boolean> => {
    const held = await turn.take();
    if (!held) return false;
    try {
      current = { held, listening: await listen() };
    } catch (error) {
      await held.giveBack();
      throw error;
    }
    void held.lost.then(() => lose());
    return true;
  };

  const end = async (): Promise<void> => {
    const ending = current;
    current = undefined;
    await ending?.listening.close();
    // Only then: two that listen would both answer.
    await ending?.held.giveBack();
  };

  const wait = (): void => {
    if (isStopped) return;
    alarm = setTimeout(async () => {
      try {
        if (await begin()) {
          log.info({ platform: 'discord' }, 'this instance listens now');
          return isStopped ? await end() : undefined;
        }
      } catch (err) {
        log.error({ platform: 'discord', err }, 'this instance could not begin to listen');
      }
      wait();
    }, everyMs).unref();
  };

  const lose = async (): Promise<void> => {
    if (isStopped) return;
    log.warn({ platform: 'discord' }, 'this instance can no longer say that it alone listens, and stops');
    await end();
    wait();
  };

  return {
    start: async () => {
      if (await begin()) return;
      log.info(
        { platform: 'discord' },
        'another instance listens: this one speaks, and takes over when the other ends',
      );
      wait();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(alarm);
      await end();
    },
  };
};
