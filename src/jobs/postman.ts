// Carries what is in the queue to people: where they last spoke, else where else they are known.
import { type Adapter, Unreachable } from '../chat/adapter.ts';
import { shortenCommands } from '../chat/shorten.ts';
import type { Core } from '../core/core.ts';
import type { Recipient, Unsent } from '../core/deliveries/model.ts';
import type { DeliveriesRoom, Sending } from '../core/deliveries/usecases.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import { unheard, wordsOf } from './words.ts';

export interface PostmanParts {
  readonly core: Core;
  readonly deliveries: DeliveriesRoom;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  /** Those that this instance is connected to. */
  readonly adapters: readonly Adapter[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Nothing personal: the key says what it was, and of when. */
export const logUnsent = (log: Log, { key, placeId, reason }: Unsent): void => {
  const facts = { reference: key, place: placeId, reason };
  // Too late, or without object: as it should be. Out of reach: someone may want to know.
  if (reason === 'too_late' || reason === 'moot') log.info(facts, 'a message was dropped');
  else log.warn(facts, 'a message could not be delivered');
};

/** `elsewhere`: another instance may reach them. */
type Told = { readonly at: object } | 'unreachable' | 'elsewhere';

export const createPostman = ({ core, deliveries, places, adapters, clock, log }: PostmanParts) => {
  const tell = async (to: Recipient, reply: Reply): Promise<Told> => {
    if ('channel' in to) {
      const adapter = adapters.find(({ platform }) => platform === to.channel.platform);
      if (!adapter) return 'elsewhere';
      return { at: { platform: adapter.platform, ...(await adapter.post(to.channel, reply)) } };
    }
    const identities = await core.people.identitiesOf(to.memberId);
    const reachable = identities.flatMap((identity) => {
      const adapter = adapters.find(({ platform }) => platform === identity.platform);
      return adapter ? [{ adapter, identity }] : [];
    });
    for (const { adapter, identity } of reachable) {
      try {
        const at = await adapter.tell({ workspace: identity.workspace, userId: identity.userId }, reply);
        return { at: { platform: adapter.platform, ...at } };
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        log.info({ platform: adapter.platform, err: error }, 'a person is told elsewhere, or not at all');
      }
    }
    return reachable.length === identities.length ? 'unreachable' : 'elsewhere';
  };

  const unsent = async (sending: Sending, reason: Unsent['reason']): Promise<void> => {
    const { key, placeId } = sending.delivery;
    if (reason === 'too_late' || reason === 'moot') await sending.drop(reason);
    else {
      await unheard(core, sending.delivery);
      await sending.fail(reason);
    }
    logUnsent(log, { key, placeId, reason });
  };

  const retry = async (sending: Sending, err?: unknown): Promise<void> => {
    if (sending.isLast) return unsent(sending, 'given_up');
    log.info({ reference: sending.delivery.key, err }, 'a message will be tried again');
    await sending.later();
  };

  const carry = async (sending: Sending): Promise<void> => {
    const { delivery } = sending;
    if (Temporal.Instant.compare(clock.now(), delivery.expiresAt) >= 0) return unsent(sending, 'too_late');
    const place = places.get(delivery.placeId);
    const reply = place && (await wordsOf(core, place, delivery));
    if (!reply) return unsent(sending, 'moot');
    const told = await tell(delivery.to, await shortenCommands(reply, delivery.placeId, core.lines));
    if (told === 'unreachable') return unsent(sending, 'unreachable');
    if (told === 'elsewhere') return retry(sending);
    await sending.sent(told.at);
  };

  return {
    /** Until the queue has nothing left for now. One at a time: the platforms count what is said to a person. */
    deliver: async (): Promise<void> => {
      for (let sending = await deliveries.begin(); sending; sending = await deliveries.begin()) {
        try {
          await carry(sending);
        } catch (error) {
          await retry(sending, error);
        }
      }
    },
  };
};
