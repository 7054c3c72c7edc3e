import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

/** Also right after a command: whoever gives up a slot makes room for someone who asked for an earlier one. */
export const appointmentJob = ({ appointments }: Core): Job => ({
  name: 'appointments',
  runs: 'always',
  onlyPlans: false,
  run: (place) => appointments.due(place),
});
