import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

export const reminderJob = ({ reminders }: Core): Job => ({
  name: 'reminders',
  runs: 'claimed',
  onlyPlans: true,
  run: (place) => reminders.due(place),
});
