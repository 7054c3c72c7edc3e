// Who loses what, when an event is cancelled, moved, or has fewer places.
import type { Queries } from '../../db/direct.ts';
import type { Place } from '../../place/model.ts';
import { speakerIds } from '../partners/store.ts';
import type { EventLoss } from './acts.ts';
import type { Event } from './model.ts';
import { eventsNumbered, lockEvents, signedUp } from './writing.ts';

/** Whose it is: whoever organises it; of a partner's session, all who speak for that partner. */
const holders = async (db: Queries, { placeId, organiserId, partnerKey }: Event): Promise<readonly number[]> => {
  if (partnerKey !== undefined) return speakerIds(db, placeId, partnerKey);
  return organiserId === undefined ? [] : [organiserId];
};

/** To whom it matters: those who signed up, and those whose it is. */
const concerned = async (db: Queries, event: Event): Promise<readonly number[]> => {
  const people = (await signedUp(db, event.id)).map(({ memberId }) => memberId);
  return [...new Set([...people, ...(await holders(db, event))])];
};

/** Of an event that is cancelled or moved. */
export const lossOf = async (db: Queries, event: Event, happens: 'moved' | 'cancelled'): Promise<EventLoss> => ({
  event,
  happens,
  memberIds: await concerned(db, event),
});

/** Those who answered last go back in line. */
export const unseated = async (db: Queries, event: Event, places: number): Promise<EventLoss> => {
  const going = (await signedUp(db, event.id)).filter((each) => each.going);
  return { event, happens: 'unseated', memberIds: going.slice(places).map(({ memberId }) => memberId) };
};

/** Locked: nobody signs up meanwhile. */
export const cancelledLosses = async (
  db: Queries,
  place: Place,
  ids: readonly number[],
): Promise<readonly EventLoss[]> => {
  if (ids.length === 0) return [];
  await lockEvents(db, ids);
  const events = await eventsNumbered(db, { placeId: place.id, timeZone: place.timeZone }, ids);
  const losses: EventLoss[] = [];
  for (const event of events) losses.push(await lossOf(db, event, 'cancelled'));
  return losses;
};
