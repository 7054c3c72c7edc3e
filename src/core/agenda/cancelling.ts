import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { Effect } from '../impact/effect.ts';
import type { EventAct } from './acts.ts';
import { cancelledLosses } from './losses.ts';
import type { Event } from './model.ts';
import { eventClaims } from './rules.ts';
import { endSeries } from './series-writing.ts';
import { cancelEvents } from './writing.ts';

type Cancelling = Extract<EventAct, { readonly act: 'event.cancel' | 'event.away' }>;

/** What they held goes back to whoever waits for it; a series of which the rest is cancelled is not written further. */
export const cancellingEffect = (
  place: Place,
  act: Cancelling,
  reached: readonly Event[],
  now: Temporal.Instant,
): Effect => {
  const ids = reached.map(({ id }) => id);
  const ends = reached.map(({ end }) => end.toInstant()).sort(Temporal.Instant.compare);
  return {
    claims: reached.flatMap((event) => eventClaims(place, event.spaceKey, event)),
    takes: undefined,
    end: ends.at(-1) ?? now,
    after: place,
    toll: async (db) => {
      const events = await cancelledLosses(db, place, ids);
      const standing = events.filter(({ event }) => event.cancelledAt === undefined);
      const [first] = reached;
      if (standing.length === 0)
        return fail(first ? { code: 'event.cancelled', event: first } : { code: 'event.not_found' });
      return ok({
        bookings: [],
        events: standing,
        occurrences: {
          possible: standing.map(({ event: { id, start, end } }) => ({ eventId: id, start, end })),
          impossible: [],
        },
      });
    },
    write: async (db, { events }, doer) => {
      await cancelEvents(
        db,
        events.map(({ event }) => event.id),
        act.reason,
        doer,
      );
      const seriesId = reached.find((event) => event.seriesId !== undefined)?.seriesId;
      if (act.act === 'event.away') return events[0]?.event.id ?? 0;
      if (act.reach !== 'one' && seriesId !== undefined) await endSeries(db, seriesId);
      return act.eventId;
    },
  };
};
