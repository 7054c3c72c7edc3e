// The only clock. Everything else receives `now` or a Clock.

export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that shows `instant` now and then advances at the normal pace (the `--at` option of the command line). */
export const clockStartingAt = (instant: Temporal.Instant): Clock => {
  const offset = Temporal.Now.instant().until(instant);
  return { now: () => Temporal.Now.instant().add(offset) };
};
