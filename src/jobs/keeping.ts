import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

/** Asked at each minute, done once a day. */
export const keepingJob = ({ keeping }: Core): Job => ({
  name: 'keeping',
  runs: 'claimed',
  onlyPlans: false,
  run: async (place) => {
    await keeping.forget(place);
    return [];
  },
});
