// Requests being answered, so that stopping waits for them.

/** Below what a service manager waits before it kills: what is not answered by then is given up. */
const PATIENCE_MS = 4_000;

export interface InFlight {
  /** Does nothing once draining: what comes then was not accepted. */
  run(work: () => Promise<void>): void;
  drain(): Promise<void>;
}

export const inFlight = (): InFlight => {
  const working = new Set<Promise<void>>();
  let draining = false;
  return {
    run: (work) => {
      if (draining) return;
      const done = work().finally(() => working.delete(done));
      working.add(done);
    },
    drain: async () => {
      draining = true;
      const enough = Promise.withResolvers<void>();
      const timer = setTimeout(enough.resolve, PATIENCE_MS);
      await Promise.race([Promise.all(working), enough.promise]);
      clearTimeout(timer);
    },
  };
};
