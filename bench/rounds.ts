// Two sides measured in turn (A B A B), so that what else the machine does weighs on both alike.

export interface Pair<T> {
  readonly house: T;
  readonly floor: T;
}

/** `round` counts from 1; round 0 warms both sides up and is not kept. */
export const alternately = async <T>(
  rounds: number,
  house: (round: number) => Promise<T>,
  floor: (round: number) => Promise<T>,
): Promise<readonly Pair<T>[]> => {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { house: await house(round), floor: await floor(round) };
    if (round > 0) pairs.push(pair);
  }
  return pairs;
};

/** Runs each task once, so many at a time, and says how long each took, in milliseconds. */
export const inParallel = async <T>(
  tasks: readonly T[],
  atOnce: number,
  work: (task: T) => Promise<unknown>,
): Promise<{ readonly seconds: number; readonly latencies: readonly number[] }> => {
  const waiting = tasks.values();
  const latencies: number[] = [];
  const worker = async (): Promise<void> => {
    for (const task of waiting) {
      const began = performance.now();
      await work(task);
      latencies.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { seconds: (performance.now() - began) / 1000, latencies };
};
