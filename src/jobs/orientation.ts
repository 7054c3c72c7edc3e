import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

/** Answers are forgotten after a day, and those who were contacted after a month. */
export const orientationJob = ({ orientation }: Core): Job => ({
  name: 'orientation',
  runs: 'claimed',
  onlyPlans: false,
  run: async (place) => {
    await orientation.forget(place.id);
    return [];
  },
});
