// What is said unasked waits as long as Slack tells it to: all of it, since Slack counts for the whole workspace; and apart from
// the answers to people, who do not wait behind ten thousand messages.
import { setTimeout as pause } from 'node:timers/promises';

/** How many seconds Slack asks to wait; undefined: the call failed for another reason. */
type SecondsAsked = (error: unknown) => number | undefined;

export type Turnstile = <T>(call: () => Promise<T>) => Promise<T>;

/** More than Slack takes of one app; few enough that a refusal is not heard by many at once. */
const MOST_AT_ONCE = 12;

/** What is refused for its rate was not done: it is the one call that may be repeated. */
export const createTurnstile = (secondsAsked: SecondsAsked): Turnstile => {
  const waiting: (() => void)[] = [];
  let within = 0;
  let [closedAt, opensAt] = [0, 0];

  const enter = async (): Promise<void> => {
    if (within < MOST_AT_ONCE) within += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };

  /** Whoever waits longest takes the place. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else within -= 1;
  };

  const waitFor = (seconds: number, begun: number): void => {
    const now = performance.now();
    // Calls that were under way when it closed hear the same refusal: they do not make the wait begin anew.
    const from = begun < closedAt ? closedAt : now;
    if (from === now) closedAt = now;
    opensAt = Math.max(opensAt, from + seconds * 1000);
  };

  const allowed = async <T>(call: () => Promise<T>): Promise<T> => {
    for (;;) {
      for (let wait = opensAt - performance.now(); wait > 0; wait = opensAt - performance.now()) await pause(wait);
      const begun = performance.now();
      try {
        return await call();
      } catch (error) {
        const seconds = secondsAsked(error);
        if (seconds === undefined) throw error;
        waitFor(seconds, begun);
      }
    }
  };

  return async (call) => {
    await enter();
    try {
      return await allowed(call);
    } finally {
      leave();
    }
  };
};
