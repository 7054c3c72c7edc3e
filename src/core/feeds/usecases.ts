// Partners' calendars in the agenda. Who asks their servers and reads their answers is given (src/feeds): the core only
// knows what they say.
import type { Database } from '../../db/open.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Feed } from '../../place/feeds.ts';
import type { Place } from '../../place/model.ts';
import type { Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { staffChannels } from '../deliveries/staff-channels.ts';
import type { FeedEvent, FeedProblem, Remembered } from './model.ts';
import { failureOf, forgetFeeds, keepAnswer, mergeEvents, nowFailing, takeTurn } from './store.ts';

/** `remembered`: to be kept for the next question. */
export type Answered = Result<{ readonly remembered: Remembered; readonly events: readonly FeedEvent[] }, FeedProblem>;

export type AskFeed = (feed: Feed, remembered: Remembered, window: Interval) => Promise<Answered>;

export interface FeedsRoom {
  /** Reads those that were not read within the hour. Returns what the staff is to be told: what broke, once until it is mended. */
  refresh(place: Place, ask: AskFeed): Promise<readonly Planned[]>;
  /** What is wrong with a feed, by the number in a delivery; undefined when it is well again, or gone. */
  failure(place: Place, id: number): Promise<{ readonly feed: Feed; readonly problem: FeedProblem } | undefined>;
}

/** How far ahead partners' events are read. */
const MONTHS_AHEAD = 6;
const TOLD_WITHIN = { hours: 24 };

export const createFeeds = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): FeedsRoom => {
  const staffIs = (place: Place, id: number, now: Temporal.Instant): readonly Planned[] => {
    const due = outOfQuietHours(now, place);
    return staffChannels(place).map((channel) => ({
      placeId: place.id,
      key: `feed ${id} broken since ${now} ${channel.platform}`,
      to: { channel },
      kind: 'feed.broken' as const,
      subjectId: id,
      due,
      expiresAt: due.add(TOLD_WITHIN),
    }));
  };

  const refreshOne = async (place: Place, feed: Feed, ask: AskFeed): Promise<readonly Planned[]> => {
    const now = clock.now();
    const turn = { placeId: place.id, feed, now };
    const remembered = await takeTurn(db.prisma, turn);
    if (!remembered) return [];
    const end = now.toZonedDateTimeISO(place.timeZone).add({ months: MONTHS_AHEAD }).toInstant();
    const answered = await ask(feed, remembered, { start: now, end });
    if (!answered.ok) {
      const fresh = await nowFailing(db.prisma, turn, answered.error);
      return fresh ? staffIs(place, fresh.id, now) : [];
    }
    const { events } = answered.value;
    await db.prisma.$transaction(async (tx) => {
      await mergeEvents(tx, turn, events, { start: now, end });
      await keepAnswer(tx, turn, answered.value.remembered);
    });
    return [];
  };

  return {
    refresh: async (place, ask) => {
      const feeds = place.feeds ?? [];
      await forgetFeeds(
        db.prisma,
        place.id,
        feeds.map(({ key }) => key),
        clock.now(),
      );
      const told: Planned[] = [];
      for (const feed of feeds) told.push(...(await refreshOne(place, feed, ask)));
      return told;
    },

    failure: async (place, id) => {
      const failed = await failureOf(db.prisma, place.id, id);
      const feed = place.feeds?.find(({ key }) => key === failed?.key);
      return failed && feed && { feed, problem: failed.problem };
    },
  };
};
