import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

/** Also right after a command: whoever gives up a place makes room for someone who waits. */
export const promotionJob = ({ signups }: Core): Job => ({
  name: 'promotions',
  runs: 'always',
  onlyPlans: true,
  run: (place) => signups.promoted(place),
});

export const eventReminderJob = ({ signups }: Core): Job => ({
  name: 'event_reminders',
  runs: 'claimed',
  onlyPlans: true,
  run: (place) => signups.reminders(place),
});
