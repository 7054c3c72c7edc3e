// Links: who is asked, who is introduced, and what is said of each. Where the platform allows it both are brought into one
// conversation, which is the same however often it is asked for; who is introduced is then written once, with what is to be said.
import type { Adapter } from '../chat/adapter.ts';
import type { Core } from '../core/core.ts';
import type { Channel, Delivery } from '../core/deliveries/model.ts';
import type { LinkEnd } from '../core/links/model.ts';
import { reasonsSeen } from '../core/links/rules.ts';
import type { Log } from '../kernel/log.ts';
import { askedReply, closedReply, contactReply, outcomeReply, togetherReply } from '../messages/link.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Job } from './job.ts';

interface Parts {
  readonly core: Core;
  /** Those that this instance is connected to. */
  readonly adapters: readonly Adapter[];
  readonly log: Log;
}

/** Undefined: they share no platform that can bring them together. */
const together = async (
  adapters: readonly Adapter[],
  first: LinkEnd,
  second: LinkEnd,
): Promise<Channel | undefined> => {
  for (const adapter of adapters) {
    const { platform } = adapter;
    const theirs = second.accounts.filter((account) => account.platform === platform);
    for (const mine of first.accounts) {
      const other = theirs.find(({ workspace }) => mine.platform === platform && workspace === mine.workspace);
      const at = other && (await adapter.gather([mine, other]));
      if (at) return { platform, ...at };
    }
  }
  return undefined;
};

export const linkJob = ({ core, adapters, log }: Parts): Job => ({
  name: 'links',
  runs: 'always',
  onlyPlans: false,
  run: async (place) => {
    const { planned, agreed } = await core.links.due(place);
    for (const { id, first, second } of agreed) {
      try {
        await core.links.introduce(place, id, await together(adapters, first, second));
      } catch (err) {
        // The next moment tries again; the others, and what is to be asked, wait for nobody.
        log.warn({ job: 'links', place: place.id, err }, 'two people are introduced later');
      }
    }
    return planned;
  },
});

/** Undefined: it is no longer so. */
export const linkWords = async ({ links }: Core, place: Place, delivery: Delivery): Promise<Reply | undefined> => {
  if (delivery.kind === 'link.together' || delivery.kind === 'link.closed') {
    const link = await links.linkOf(delivery);
    if (!link) return undefined;
    if (delivery.kind === 'link.together') return togetherReply(place, link);
    return closedReply(link, (await links.told(delivery))?.mine);
  }
  const seen = await links.told(delivery);
  if (!seen) return undefined;
  switch (delivery.kind) {
    case 'link.asked':
      return askedReply(place, seen, reasonsSeen(seen));
    case 'link.contact':
      return contactReply(place, seen, reasonsSeen(seen));
    case 'link.outcome':
      return outcomeReply(seen);
    default:
      return undefined;
  }
};
