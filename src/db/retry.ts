// Two transactions that cannot be put one after the other: the server ends one, which has only to be tried again.
import { setTimeout as wait } from 'node:timers/promises';
import { serverError } from './refusal.ts';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 5;

const isConflict = (error: unknown): boolean => {
  // A conflict found at COMMIT comes as P2034 without the server's words.
  if (error instanceof Error && 'code' in error && error.code === 'P2034') return true;
  const code = serverError(error)?.code;
  return code === '40001' || code === '40P01';
};

/** `work` must be a whole transaction: it starts again from nothing. After six conflicts the last one is thrown. */
export const retrying = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
      await wait(FIRST_PAUSE_MS * 2 ** attempt * Math.random());
    }
  }
};
