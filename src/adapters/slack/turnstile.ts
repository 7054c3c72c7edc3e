// What is said unasked waits as long as Slack tells it to: all of it, since Slack counts for the whole workspace; and apart from
// the answers to people, who do not wait behind ten thousand messages.
import { setTimeout as pause } from 'node:timers/promises';

/** How many seconds Slack asks to wait; undefined: the call failed for another reason. */
type SecondsAsked = (error: unknown) => number | undefined;

export type Turnstile = <T>(call: () => Promise<T>) => Promise<T>;

/** What is refused for its rate was not done: it is the one call that may be repeated. */
export const createTurnstile = (secondsAsked: SecondsAsked): Turnstile => {
  let [closedAt, opensAt] = [0, 0];

  const waitFor = (seconds: number, begun: number): void => {
    const now = performance.now();
    // Calls that were under way when it closed hear the same refusal: they do not make the wait begin anew.
    const from = begun < closedAt ? closedAt : now;
    if (from === now) closedAt = now;
    opensAt = Math.max(opensAt, from + seconds * 1000);
  };

  return async (call) => {
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
};
