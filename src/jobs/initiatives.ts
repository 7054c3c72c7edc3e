// Initiatives: their veilleuses are asked for news of those of which there was none for long.
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import { handedReply, publicCard, silentReply } from '../messages/initiative.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Job } from './job.ts';

export const initiativeJob = ({ initiatives }: Core): Job => ({
  name: 'initiatives',
  runs: 'claimed',
  onlyPlans: true,
  run: (place) => initiatives.silent(place),
});

/** Undefined: there is nothing left to say. */
export const initiativeWords = async (
  { initiatives }: Core,
  place: Place,
  delivery: Delivery & { readonly kind: 'initiative.card' | 'initiative.handed' | 'initiative.silent' },
): Promise<Reply | undefined> => {
  const one = await initiatives.told(place, delivery);
  if (!one) return undefined;
  switch (delivery.kind) {
    case 'initiative.card':
      return publicCard(place, one);
    case 'initiative.handed':
      return handedReply(one);
    case 'initiative.silent':
      return silentReply(place, one);
  }
};
