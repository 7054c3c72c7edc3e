// Which events an act on one of them reaches, and whether whoever asks may change them.
import type { Queries } from '../../db/direct.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { EventActFailure, EventReach } from './acts.ts';
import type { Event } from './model.ts';
import { eventNumbered } from './store.ts';
import { eventsOfSeries, ownEvents } from './writing.ts';

const { compare } = Temporal.ZonedDateTime;

/** The staff change any event; a partner those that they made or organise, and the sessions of whom they speak for. */
const isTheirs = async (db: Queries, actor: Actor, event: Event): Promise<boolean> =>
  holds(actor, 'animation') || (await ownEvents(db, [event.id], actor.memberId)).has(event.id);

/** The event, when the actor may change it. */
export const changeable = async (
  db: Queries,
  place: Place,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
  id: number,
): Promise<Result<Event, EventActFailure>> => {
  const event = await eventNumbered(db, { placeId: place.id, timeZone: place.timeZone }, id);
  if (!event) return fail({ code: 'event.not_found' });
  if (!(await isTheirs(db, actor, event))) return fail({ code: 'event.not_yours', event });
  if (event.feedKey !== undefined) return fail({ code: 'event.from_feed', event });
  if (event.cancelledAt !== undefined) return fail({ code: 'event.cancelled', event });
  if (Temporal.Instant.compare(event.end.toInstant(), now) <= 0) return fail({ code: 'event.over', event });
  return ok(event);
};

/** Those of them that stand, are not over and may be changed; the first refusal, where not one is. */
export const reachedAmong = async (
  db: Queries,
  place: Place,
  asking: { readonly actor: Actor; readonly now: Temporal.Instant },
  ids: readonly number[],
): Promise<Result<readonly Event[], EventActFailure>> => {
  const reached: Event[] = [];
  let refused: EventActFailure = { code: 'event.not_found' };
  for (const id of ids) {
    const found = await changeable(db, place, asking, id);
    if (found.ok) reached.push(found.value);
    else refused = found.error;
  }
  return reached.length > 0 ? ok(reached) : fail(refused);
};

/** Those of its series that stand and are not over; `following` begins with it. */
export const reachedBy = async (
  db: Queries,
  place: Place,
  asking: { readonly actor: Actor; readonly now: Temporal.Instant },
  { eventId, reach }: { readonly eventId: number; readonly reach: EventReach },
): Promise<Result<readonly Event[], EventActFailure>> => {
  const found = await changeable(db, place, asking, eventId);
  if (!found.ok) return found;
  const event = found.value;
  if (reach === 'one' || event.seriesId === undefined) return ok([event]);
  const scope = { placeId: place.id, timeZone: place.timeZone };
  const series = await eventsOfSeries(db, scope, event.seriesId);
  return ok(
    series.filter(
      ({ start, end, cancelledAt }) =>
        cancelledAt === undefined &&
        Temporal.Instant.compare(end.toInstant(), asking.now) > 0 &&
        (reach === 'all' || compare(event.start, start) <= 0),
    ),
  );
};
