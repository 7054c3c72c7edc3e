import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

/** Also right after a command: whoever gives up a place makes room for someone who waits. */
export const waitlistJob = ({ waitlist }: Core): Job => ({
  name: 'waitlist',
  runs: 'always',
  onlyPlans: false,
  run: (place) => waitlist.due(place),
});
