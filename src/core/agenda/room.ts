// Whether an event can have its space: bookings, and what is held for those who wait, make room for it; anything else
// stands in its way.
import type { Queries } from '../../db/direct.ts';
import type { Place } from '../../place/model.ts';
import { closuresFrom } from '../closures/store.ts';
import type { Claim, Holder } from '../ledger/model.ts';
import { holdersOf } from '../ledger/store.ts';
import type { Obstacle } from './acts.ts';
import { eventNumbered } from './store.ts';

export interface Room {
  /** Undefined: there is none. */
  readonly obstacle: Obstacle | undefined;
  /** Those that would make room. */
  readonly bookingIds: readonly number[];
}

const obstacleOf = async (db: Queries, place: Place, { kind, sourceId }: Holder): Promise<Obstacle | undefined> => {
  switch (kind) {
    case 'event': {
      const event = await eventNumbered(db, { placeId: place.id, timeZone: place.timeZone }, sourceId);
      return { by: 'event', title: event?.title ?? '' };
    }
    case 'closure': {
      const closures = await closuresFrom(db, place.id, Temporal.Instant.fromEpochMilliseconds(0));
      return { by: 'closure', reason: closures.find(({ id }) => id === sourceId)?.reason ?? '' };
    }
    case 'session':
    case 'committee':
      return { by: kind };
    case 'booking':
    case 'hold':
    case 'maintenance':
      return undefined;
  }
};

/** `except`: events that are moving, whose own hold is not in their way. */
export const roomFor = async (
  db: Queries,
  place: Place,
  claims: readonly Claim[],
  except: ReadonlySet<number>,
): Promise<Room> => {
  const holders = claims.length === 0 ? [] : await holdersOf(db, place.id, claims);
  const others = holders.filter(({ kind, sourceId }) => kind !== 'event' || !except.has(sourceId));
  for (const holder of others) {
    const obstacle = await obstacleOf(db, place, holder);
    if (obstacle) return { obstacle, bookingIds: [] };
  }
  return {
    obstacle: undefined,
    bookingIds: others.flatMap(({ kind, sourceId }) => (kind === 'booking' ? [sourceId] : [])),
  };
};

/** Bookings and what is held for those who wait, of all these claims. */
export const makingRoom = async (db: Queries, place: Place, claims: readonly Claim[]): Promise<readonly Holder[]> => {
  if (claims.length === 0) return [];
  const holders = await holdersOf(db, place.id, claims);
  return holders.filter(({ kind }) => kind === 'booking' || kind === 'hold');
};
