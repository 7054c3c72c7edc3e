import type { Core } from '../core/core.ts';
import type { Job } from './job.ts';

/** The names of guests are forgotten once they are of no use. */
export const guestJob = ({ staff }: Core): Job => ({
  name: 'guests',
  runs: 'claimed',
  onlyPlans: false,
  run: async (place) => {
    await staff.guests.forget(place.id);
    return [];
  },
});
