// Follow-ups recalled to whoever looks after them.
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import { handedReply, reviewReply, stepReply } from '../messages/followup-notices.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Job } from './job.ts';

export const followupJob = ({ followups }: Core): Job => ({
  name: 'followups',
  runs: 'claimed',
  onlyPlans: false,
  run: async (place) => {
    await followups.forgetHeld(place.id);
    return followups.due(place);
  },
});

/** Undefined: it was closed, done, moved, or handed to someone else. */
export const followupWords = async (
  { followups }: Core,
  place: Place,
  delivery: Delivery,
): Promise<Reply | undefined> => {
  const told = await followups.told(place, delivery);
  if (!told) return undefined;
  switch (delivery.kind) {
    case 'followup.review':
      return reviewReply(place, told);
    case 'followup.step':
      return stepReply(told);
    case 'followup.handed':
      return handedReply(told);
    default:
      return undefined;
  }
};
