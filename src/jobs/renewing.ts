// One message that stands in a channel, made true again: changed only where people would see another one. What someone took
// away is not put back.
import { ChannelClosed, MessageGone } from '../chat/adapter.ts';
import type { Renewal } from '../core/deliveries/usecases.ts';
import type { PostmanParts } from './round.ts';
import { hashOf, replyOf } from './shown.ts';
import { unheard } from './words.ts';

export const createRenewing = ({ core, places, adapters, clock, log }: PostmanParts) => {
  const carry = async (renewal: Renewal): Promise<void> => {
    const { delivery, at, shownHash } = renewal;
    const place = places.get(delivery.placeId);
    const isLive = delivery.liveUntil && Temporal.Instant.compare(clock.now(), delivery.liveUntil) < 0;
    if (!place || !isLive) return renewal.leave();
    const adapter = adapters.find(({ platform }) => platform === at.platform);
    if (!adapter) return renewal.isLast ? renewal.leave() : renewal.later();
    // Asked before the words are made: what moves meanwhile is looked at again.
    const revision = await core.agenda.revision(place);
    const reply = await replyOf(core, place, delivery);
    const hash = reply ? hashOf(adapter, reply) : (shownHash ?? '');
    if (reply && hash !== shownHash) await adapter.update(at, reply);
    await renewal.shows({ revision, hash });
  };

  const gone = async (renewal: Renewal, reason: string): Promise<void> => {
    await renewal.gone(reason);
    log.info({ reference: renewal.delivery.key, place: renewal.delivery.placeId, reason }, 'a message is gone');
  };

  return async (renewal: Renewal): Promise<void> => {
    const { delivery } = renewal;
    try {
      await carry(renewal);
    } catch (error) {
      if (error instanceof MessageGone) return gone(renewal, 'deleted');
      if (error instanceof ChannelClosed) {
        await unheard(core, delivery, error.reason);
        return gone(renewal, error.reason);
      }
      log.info({ reference: delivery.key, err: error }, 'a message will be made true later');
      await (renewal.isLast ? renewal.leave() : renewal.later());
    }
  };
};
