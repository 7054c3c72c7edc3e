// Initiatives: their veilleuses are asked for news of those of which there was none for long, those who follow them are told.
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import { publicCard } from '../messages/initiative.fr.ts';
import { acquaintedReply, handedReply, movedReply, silentReply } from '../messages/initiative-news.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Job } from './job.ts';

export const initiativeJob = ({ initiatives }: Core): Job => ({
  name: 'initiatives',
  runs: 'claimed',
  onlyPlans: true,
  run: (place) => initiatives.silent(place),
});

type About<Kind extends Delivery['kind']> = Delivery & { readonly kind: Kind };

type Told = About<
  'initiative.card' | 'initiative.handed' | 'initiative.silent' | 'initiative.moved' | 'initiative.known'
>;

/** Undefined: there is nothing left to say. */
export const initiativeWords = async (
  { initiatives }: Core,
  place: Place,
  delivery: Told,
): Promise<Reply | undefined> => {
  switch (delivery.kind) {
    case 'initiative.card': {
      const one = await initiatives.told(place, delivery);
      return one && publicCard(place, one);
    }
    case 'initiative.handed': {
      const one = await initiatives.told(place, delivery);
      return one && handedReply(one);
    }
    case 'initiative.silent': {
      const one = await initiatives.told(place, delivery);
      return one && silentReply(place, one);
    }
    case 'initiative.moved': {
      const moved = await initiatives.movedOf(delivery);
      return moved && movedReply(moved);
    }
    case 'initiative.known': {
      const acquainted = await initiatives.acquaintedOf(delivery);
      return acquainted && acquaintedReply(acquainted);
    }
  }
};
