import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

export const arrivalJob = ({ arrivals }: Core): Job => ({
  name: 'arrivals',
  runs: 'claimed',
  onlyPlans: false,
  run: (place) => arrivals.due(place),
});
