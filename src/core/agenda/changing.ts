// Changing an event, or several of a series: where each goes, who makes room there, and who is told.
import type { Queries } from '../../db/direct.ts';
import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { displace } from '../closures/store.ts';
import type { Effect } from '../impact/effect.ts';
import type { Claim } from '../ledger/model.ts';
import type { EventAct, EventActFailure, EventFacts, EventLoss, EventOccurrence, ImpossibleEvent } from './acts.ts';
import { lossOf, unseated } from './losses.ts';
import type { Event } from './model.ts';
import { makingRoom, roomFor } from './room.ts';
import {
  collides,
  eventClaims,
  factsOf,
  isSameTimes,
  refusalOf,
  themeOf,
  timesAfter,
  whyNotHeld,
  withChanges,
} from './rules.ts';
import { changeSeries } from './series-writing.ts';
import { withSlots } from './slots.ts';
import { slotsLost } from './slots-store.ts';
import { emptyEvents, eventsNumbered, lockEvents, noteMoves, tellTriggers, updateEvent } from './writing.ts';

type Changing = Extract<EventAct, { readonly act: 'event.change' }>;

interface Next {
  readonly event: Event;
  readonly facts: EventFacts;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  /** Other times, or elsewhere. */
  readonly moves: boolean;
  readonly claims: readonly Claim[];
}

const nextOf = (place: Place, event: Event, { changes, times }: Changing): Next => {
  const before = factsOf(event);
  const changed = withChanges(before, changes);
  const { start, end } = timesAfter(event, times);
  const isNewEdition = changes.set.edition !== undefined && changes.set.theme === undefined;
  const theme = isNewEdition ? (themeOf(place, changed.edition, start.year) ?? changed.theme) : changed.theme;
  const facts = withSlots({ ...changed, theme }, { start, end });
  const moves =
    !isSameTimes({ start, end }, event) || facts.spaceKey !== before.spaceKey || facts.location !== before.location;
  return { event, facts, start, end, moves, claims: moves ? eventClaims(place, facts.spaceKey, { start, end }) : [] };
};

const isChanged = ({ event, facts, moves }: Next): boolean =>
  moves || JSON.stringify(facts) !== JSON.stringify(factsOf(event));

/** By appointment: how many may come follows from its hours, and nobody loses their time by a change of them. */
const whyNotBySlot = async (
  db: Queries,
  { event, start, end }: Next,
  { changes: { set } }: Changing,
): Promise<EventActFailure | undefined> => {
  if (event.slotMinutes === undefined) return undefined;
  if (set.capacity !== undefined && set.capacity !== event.capacity) return { code: 'event.places_by_slot', event };
  const people = await slotsLost(db, event, { start, end });
  return people > 0 ? { code: 'event.slots_lost', event, people } : undefined;
};

/** `reached`: those that it changes, by start, as they were before anything was locked. */
export const changingEffect = (
  place: Place,
  act: Changing,
  reached: readonly Event[],
  now: Temporal.Instant,
): Effect => {
  const ids = reached.map(({ id }) => id);
  const scope = { placeId: place.id, timeZone: place.timeZone };
  const next = reached.map((event) => nextOf(place, event, act));
  const taken = next.flatMap(({ claims }) => claims);
  const held = reached.flatMap((event) => eventClaims(place, event.spaceKey, event));
  const isPast = ({ start, event }: Next) =>
    !isSameTimes({ start, end: event.end }, event) && Temporal.Instant.compare(start.toInstant(), now) <= 0;

  const lossesOf = async (db: Queries, { event, facts, moves }: Next): Promise<readonly EventLoss[]> => {
    const moved = moves ? [await lossOf(db, event, 'moved')] : [];
    const { capacity } = facts;
    return capacity === undefined || event.going <= capacity ? moved : [...moved, await unseated(db, event, capacity)];
  };

  const toll: Effect['toll'] = async (db) => {
    await lockEvents(db, ids);
    const current = (await eventsNumbered(db, scope, ids)).filter(({ cancelledAt }) => cancelledAt === undefined);
    const [first] = current;
    if (!first) return fail({ code: 'event.not_found' });
    const moving = new Set(ids);
    const possible: EventOccurrence[] = [];
    const impossible: ImpossibleEvent[] = [];
    const events: EventLoss[] = [];
    const bookingIds = new Set<number>();
    const kept: Claim[] = [];
    let changed = false;
    for (const each of current.map((event) => nextOf(place, event, act))) {
      const { event, facts, start, end, claims } = each;
      const bySlot = await whyNotBySlot(db, each, act);
      if (bySlot) return fail(bySlot);
      if (!isChanged(each)) continue;
      changed = true;
      const broken = whyNotHeld(place, facts);
      if (broken) return fail(broken);
      const { obstacle, bookingIds: displaced } = await roomFor(db, place, claims, moving);
      const because = isPast(each)
        ? ({ by: 'past' } as const)
        : (obstacle ?? (collides(claims, kept) ? { by: 'event' as const, title: facts.title } : undefined));
      if (because) {
        impossible.push({ eventId: event.id, start, end, because });
        kept.push(...eventClaims(place, event.spaceKey, event));
        continue;
      }
      possible.push({ eventId: event.id, start, end });
      kept.push(...claims);
      events.push(...(await lossesOf(db, each)));
      for (const id of displaced) bookingIds.add(id);
    }
    if (!changed) return fail({ code: 'event.nothing_to_change', event: first });
    const refused = refusalOf({ possible, impossible }, current.length === 1 ? next[0]?.facts.spaceKey : undefined);
    if (refused) return fail(refused);
    return ok({
      bookings: [...bookingIds].map((bookingId) => ({ bookingId, loses: 'booking' as const })),
      events,
      occurrences: { possible, impossible },
    });
  };

  const write: Effect['write'] = async (db, { occurrences }, doer) => {
    const doable = new Set((occurrences?.possible ?? []).map(({ eventId }) => eventId));
    const current = await eventsNumbered(db, scope, ids);
    const changes = current.filter(({ id }) => doable.has(id)).map((event) => nextOf(place, event, act));
    await tellTriggers(db, doer.at);
    await displace(
      db,
      await makingRoom(
        db,
        place,
        changes.flatMap(({ claims }) => claims),
      ),
      doer,
      act.reason,
    );
    const movedIds = changes.filter(({ moves }) => moves).map(({ event }) => event.id);
    await emptyEvents(db, movedIds);
    for (const { event, facts, start, end, moves, claims } of changes)
      await updateEvent(db, event.id, { facts, start, end, claims: moves ? claims : undefined }, doer);
    if (act.because !== undefined) await noteMoves(db, movedIds, act.because);
    const last = changes.at(-1);
    if (act.reach !== 'one' && last?.event.seriesId !== undefined) {
      const { is: _, ...hours } = act.times ?? { is: undefined };
      await changeSeries(db, last.event.seriesId, { facts: last.facts, hours: act.times && hours });
    }
    return act.eventId;
  };

  const end = [...next.map((each) => each.end.toInstant()), ...reached.map((event) => event.end.toInstant())];
  return {
    claims: [...held, ...taken],
    takes: { as: 'event', claims: taken },
    end: end.sort(Temporal.Instant.compare).at(-1) ?? now,
    after: place,
    toll,
    write,
  };
};
