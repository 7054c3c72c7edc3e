// Carries out what is in the queue: many messages at once, but one at a time to a person or in a channel. How fast is decided by
// the platforms, whose SDKs wait as long as they are told to.
import type { Recipient } from '../core/deliveries/model.ts';
import type { Errand } from '../core/deliveries/usecases.ts';
import { createRenewing } from './renewing.ts';
import type { PostmanParts } from './round.ts';
import { createRounds } from './rounds.ts';
import { createSaying } from './saying.ts';

export interface Postman {
  /** Until the queue has nothing left for now; whoever asks meanwhile waits for the same. */
  deliver(): Promise<void>;
  /** Takes nothing more. Waits for what is under way. */
  stop(): Promise<void>;
}

/** More than any platform takes at once: beyond that, they would only wait within. */
const MOST_AT_ONCE = 64;
/** As many as are taken from the queue at once. */
const BATCH = 16;
/** Several times within the silence that is taken for death. */
const BEAT_MS = 15_000;

const laneOf = (to: Recipient): string => JSON.stringify('memberId' in to ? to.memberId : to.channel);

export const createPostman = (parts: PostmanParts): Postman => {
  const { deliveries, log } = parts;
  const [say, renew] = [createSaying(parts), createRenewing(parts)];
  const lanes = new Map<string, Promise<void>>();
  const underWay = new Set<Promise<void>>();

  const carry = async (errand: Errand): Promise<void> => {
    try {
      await (errand.task === 'say' ? say(errand) : renew(errand));
    } catch (err) {
      // It is still in the queue, and is given to someone once nobody says that they have it.
      log.error({ reference: errand.delivery.key, err }, 'a message was left half-way');
    }
  };

  const putInLane = (errand: Errand): void => {
    const lane = laneOf(errand.delivery.to);
    const done = (lanes.get(lane) ?? Promise.resolve()).then(() => carry(errand));
    lanes.set(lane, done);
    underWay.add(done);
    void done.then(() => {
      underWay.delete(done);
      if (lanes.get(lane) === done) lanes.delete(lane);
    });
  };

  const emptyQueue = async (isStopped: () => boolean): Promise<void> => {
    while (!isStopped()) {
      while (underWay.size > MOST_AT_ONCE - BATCH) await Promise.race(underWay);
      const errands = await deliveries.take(BATCH);
      for (const errand of errands) putInLane(errand);
      if (errands.length > 0) continue;
      if (underWay.size === 0) return;
      // What failed may be tried again at once.
      await Promise.race(underWay);
    }
  };

  const beat = async (): Promise<void> => {
    try {
      await deliveries.beat();
    } catch (err) {
      log.warn({ err }, 'the queue could not be told that its messages are in good hands');
    }
  };

  const { go, stop } = createRounds(async (isStopped) => {
    const heart = setInterval(beat, BEAT_MS);
    try {
      await emptyQueue(isStopped);
      if (isStopped()) await Promise.all(underWay);
    } finally {
      clearInterval(heart);
    }
  });

  return { deliver: go, stop };
};
