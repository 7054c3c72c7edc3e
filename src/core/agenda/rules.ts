// What an event is, and becomes. Pure.
import { agendaOf } from '../../place/agenda.ts';
import { type Place, type SpaceKey, spaceOf } from '../../place/model.ts';
import { openIntervals } from '../../place/opening.ts';
import type { Claim } from '../ledger/model.ts';
import { claimsOf } from '../ledger/rules.ts';
import { atTimes } from '../series/rules.ts';
import type {
  EventActFailure,
  EventFacts,
  EventOccurrence,
  FactChanges,
  ImpossibleEvent,
  NewEventTimes,
} from './acts.ts';
import type { Event } from './model.ts';

/** As many as are read, written and changed at once. */
export const MOST_EVENTS = 60;

interface Times {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

const { compare } = Temporal.ZonedDateTime;

export const factsOf = (event: Event): EventFacts => {
  const { kind, title, objectives, description, theme, edition, spaceKey, location, capacity } = event;
  const { partnerKey, slotMinutes } = event;
  return {
    kind,
    title,
    objectives,
    description,
    theme,
    edition,
    spaceKey,
    location,
    capacity,
    partnerKey,
    slotMinutes,
  };
};

/** The theme that the place file gives to that year's edition. */
export const themeOf = (place: Place, edition: string | undefined, year: number): string | undefined =>
  place.eventSeries.find(({ key }) => key === edition)?.editions.find((each) => each.year === year)?.theme;

/** What the programme's objectives are of an event of which nothing was said. */
export const objectivesOf = (place: Place, kind: EventFacts['kind']): readonly string[] =>
  agendaOf(place).objectivesByKind[kind] ?? [];

/** Going to a space is leaving where it was, and the other way round. */
export const withChanges = (facts: EventFacts, { set, unset }: FactChanges): EventFacts => {
  const changed = { ...facts, ...Object.fromEntries(unset.map((name) => [name, undefined])), ...set };
  if (set.spaceKey !== undefined) return { ...changed, location: undefined };
  return set.location === undefined ? changed : { ...changed, spaceKey: undefined };
};

const timeIn = (text: string | undefined) => (text === undefined ? undefined : Temporal.PlainTime.from(text));

/** Each keeps what is not said: its day, its hours, its length. */
export const timesAfter = ({ start, end }: Times, times: NewEventTimes | undefined): Times => {
  if (times === undefined) return { start, end };
  if (times.is === 'exact') {
    const at = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(start.timeZoneId);
    return { start: at(times.start), end: at(times.end) };
  }
  const from = timeIn(times.start);
  const hours = from && { start: from, end: timeIn(times.end) };
  const next = atTimes({ spaceKey: '', start, end }, { weekday: times.weekday, hours });
  // « 22 h – 1 h » ends on the next day.
  return compare(next.start, next.end) < 0 ? next : { ...next, end: next.end.add({ days: 1 }) };
};

export const isSameTimes = (a: Times, b: Times): boolean =>
  compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;

/** Whole, with what is inside it and the time that it needs before and after; of no space, nothing. */
export const eventClaims = (place: Place, spaceKey: string | undefined, { start, end }: Times): readonly Claim[] => {
  const space = spaceKey === undefined ? undefined : spaceOf(place, spaceKey);
  return space ? claimsOf(place, space, { start: start.toInstant(), end: end.toInstant() }, { whole: true }, []) : [];
};

export const collides = (one: readonly Claim[], other: readonly Claim[]): boolean =>
  one.some((a) =>
    other.some(
      (b) =>
        a.resourceKey === b.resourceKey &&
        Temporal.Instant.compare(a.start, b.end) < 0 &&
        Temporal.Instant.compare(b.start, a.end) < 0,
    ),
  );

/** What the house would never hold, whenever it is. */
export const whyNotHeld = (
  place: Place,
  { spaceKey, capacity, slotMinutes }: EventFacts,
): EventActFailure | undefined => {
  // By appointment, its places are times: people come one after another.
  if (slotMinutes !== undefined && capacity === 0) return { code: 'event.no_slot', minutes: slotMinutes };
  const space = spaceKey === undefined ? undefined : spaceOf(place, spaceKey);
  if (!space) return undefined;
  const { use } = space;
  if (use.by === 'lease') return { code: 'event.leased', spaceKey: space.key };
  const most = use.by === 'seat' ? use.capacitySeats : use.capacityPeople;
  return slotMinutes === undefined && capacity !== undefined && most !== undefined && capacity > most
    ? { code: 'event.too_many_places', spaceKey: space.key, places: capacity, most }
    : undefined;
};

/** In a space of the house, at least in part while it is closed: the staff may, and is told. */
export const isOutsideHours = (
  place: Place,
  { spaceKey, start, end }: Pick<Event, 'spaceKey' | 'start' | 'end'>,
): boolean => {
  const space = spaceKey === undefined ? undefined : spaceOf(place, spaceKey);
  return (
    space !== undefined &&
    !openIntervals(place, space, start.toPlainDate()).some(
      (open) => compare(open.start, start) <= 0 && compare(end, open.end) <= 0,
    )
  );
};

interface Sorted {
  readonly possible: readonly EventOccurrence[];
  readonly impossible: readonly ImpossibleEvent[];
}

/** Of one alone, why it can't be; of several, when not one can. */
export const refusalOf = (
  { possible, impossible }: Sorted,
  spaceKey: SpaceKey | undefined,
): EventActFailure | undefined => {
  const [first] = impossible;
  if (possible.length > 0 || !first) return undefined;
  const { start, end, because } = first;
  if (impossible.length > 1) return { code: 'event.none', impossible };
  if (because.by === 'past') return { code: 'event.past', start, end };
  return spaceKey === undefined
    ? { code: 'event.none', impossible }
    : { code: 'event.space_taken', spaceKey, start, end, by: because, alternatives: [] };
};
