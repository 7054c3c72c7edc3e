// One message, said once: to a person where they last spoke, else where else they are known; or in a channel.
//
// Whoever takes over a message that someone else began to send asks the platform first whether it has it. What that does not
// close, and how small it is, stands in ARCHITECTURE.md (« What is not guaranteed »).
import {
  type Adapter,
  ChannelClosed,
  type ChannelRef,
  MessageGone,
  type PersonRef,
  Unreachable,
} from '../chat/adapter.ts';
import type { Dropped, Failed, MessageAt, Recipient, Shown } from '../core/deliveries/model.ts';
import { markOf } from '../core/deliveries/rules.ts';
import type { Saying } from '../core/deliveries/usecases.ts';
import type { Reply } from '../reply/tree.ts';
import { logUnsent, type PostmanParts } from './round.ts';
import { hashOf, replyOf } from './shown.ts';
import { unheard } from './words.ts';

interface Door {
  readonly adapter: Adapter;
  readonly where: ChannelRef | PersonRef;
}

/** Where it may be said; `all`: another instance would know of no other door. */
interface Doors {
  readonly open: readonly Door[];
  readonly all: boolean;
}

const say = ({ adapter, where }: Door, reply: Reply, mark: string) =>
  'channel' in where ? adapter.post(where, reply, mark) : adapter.tell(where, reply, mark);

export const createSaying = ({ core, places, adapters, clock, log }: PostmanParts) => {
  const doorsTo = async (to: Recipient): Promise<Doors> => {
    const wanted =
      'channel' in to
        ? [{ platform: to.channel.platform, where: to.channel }]
        : (await core.people.identitiesOf(to.memberId)).map(({ platform, workspace, userId }) => ({
            platform,
            where: { workspace, userId },
          }));
    const open = wanted.flatMap(({ platform, where }) => {
      const adapter = adapters.find((each) => each.platform === platform);
      return adapter ? [{ adapter, where }] : [];
    });
    return { open, all: open.length === wanted.length };
  };

  const unsent = async (saying: Saying, reason: Dropped | Failed): Promise<void> => {
    const { key, placeId } = saying.delivery;
    if (reason === 'too_late' || reason === 'moot') await saying.drop(reason);
    else {
      await unheard(core, saying.delivery, reason);
      await saying.fail(reason);
    }
    logUnsent(log, { key, placeId, reason });
  };

  const retry = async (saying: Saying, err?: unknown): Promise<void> => {
    if (saying.isLast) return unsent(saying, 'given_up');
    log.info({ reference: saying.delivery.key, err }, 'a message will be tried again');
    await saying.later();
  };

  /** At the first door that opens; undefined: at none. */
  const atSomeDoor = async (
    doors: readonly Door[],
    act: (door: Door) => Promise<MessageAt | undefined>,
  ): Promise<MessageAt | undefined> => {
    for (const door of doors) {
      try {
        const at = await act(door);
        if (at) return at;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        log.info({ platform: door.adapter.platform, err: error }, 'a person is told elsewhere, or not at all');
      }
    }
    return undefined;
  };

  const carry = async (saying: Saying): Promise<void> => {
    const { delivery } = saying;
    if (Temporal.Instant.compare(clock.now(), delivery.expiresAt) >= 0) return unsent(saying, 'too_late');
    const place = places.get(delivery.placeId);
    // Asked before the words are made: what moves meanwhile is looked at again.
    const revision = place && delivery.liveUntil && (await core.agenda.revision(place));
    const reply = place && (await replyOf(core, place, delivery));
    if (!reply) return unsent(saying, 'moot');
    const { open, all } = await doorsTo(delivery.to);
    if (open.length === 0) return all ? unsent(saying, 'unreachable') : retry(saying);

    const begun = await saying.begin();
    if (!begun) return;
    const mark = markOf(delivery);
    const { maybeSince: since } = begun;
    if (since) {
      const found = await atSomeDoor(open, async ({ adapter, where }) => {
        const at = await adapter.seek(where, { mark, reply, since });
        return at && { platform: adapter.platform, ...at };
      });
      // It says what was true when it was sent.
      if (found) return saying.sent(found, undefined);
      // It may be where this instance cannot look.
      if (!all) return retry(saying);
    }
    let shown: Shown | undefined;
    const at = await atSomeDoor(open, async (door) => {
      const said = await say(door, reply, mark);
      if (revision !== undefined && !since) shown = { revision, hash: hashOf(door.adapter, reply) };
      return { platform: door.adapter.platform, ...said };
    });
    if (at) return saying.sent(at, shown);
    return all ? unsent(saying, 'unreachable') : retry(saying);
  };

  return async (saying: Saying): Promise<void> => {
    try {
      await carry(saying);
    } catch (error) {
      if (error instanceof ChannelClosed) return unsent(saying, error.reason);
      // Sent, and taken away by someone since: it is not said twice.
      if (error instanceof MessageGone) return unsent(saying, 'moot');
      await retry(saying, error);
    }
  };
};
