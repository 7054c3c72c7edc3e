// What is done to the agenda, as data: what was shown is kept in a plan, and is what is done. Instants and hours are text.
import type { SpaceKey } from '../../place/model.ts';
import type { Stay } from '../booking/model.ts';
import type { Event, EventKind } from './model.ts';

/** What an event is, but for its times. A space and a location exclude each other. */
export interface EventFacts {
  readonly kind: EventKind;
  readonly title: string;
  readonly objectives: readonly string[];
  readonly description?: string | undefined;
  readonly theme?: string | undefined;
  readonly edition?: string | undefined;
  readonly spaceKey?: SpaceKey | undefined;
  readonly location?: string | undefined;
  /** Of a session by appointment, as many as it has slots: what is said here does not count. */
  readonly capacity?: number | undefined;
  /** Whose session it is. */
  readonly partnerKey?: string | undefined;
  readonly slotMinutes?: number | undefined;
}

export interface FactChanges {
  readonly set: Partial<EventFacts>;
  readonly unset: readonly ('description' | 'theme' | 'edition' | 'spaceKey' | 'location' | 'capacity')[];
}

/** Instants. */
export interface EventTimes {
  readonly start: string;
  readonly end: string;
}

/** `exact`: of one. `weekly`: of each of a series, on that weekday (ISO) of its week, at those local hours. */
export type NewEventTimes =
  | ({ readonly is: 'exact' } & EventTimes)
  | {
      readonly is: 'weekly';
      readonly weekday?: number | undefined;
      readonly start?: string | undefined;
      readonly end?: string | undefined;
    };

/** How far an act on one occurrence reaches. */
export type EventReach = 'one' | 'following' | 'all';

/** The words that are read again to write it further, and the local day up to which it is written. */
export interface EventRule {
  readonly words: string;
  readonly endless: boolean;
  readonly until: string;
}

/** `reason`: told to those whose bookings make room, or whose event is cancelled. */
export type EventAct =
  | {
      readonly act: 'event.make';
      readonly facts: EventFacts;
      readonly times: readonly EventTimes[];
      readonly rule?: EventRule | undefined;
      readonly requestId: string;
      readonly reason: string;
    }
  | {
      readonly act: 'event.change';
      readonly eventId: number;
      readonly reach: EventReach;
      readonly changes: FactChanges;
      readonly times?: NewEventTimes | undefined;
      /** Told to those who come, if it was said. */
      readonly because?: string | undefined;
      readonly reason: string;
    }
  | {
      readonly act: 'event.cancel';
      readonly eventId: number;
      readonly reach: EventReach;
      readonly reason: string | undefined;
    }
  /** A partner is away: all their sessions of that time, in one act. */
  | {
      readonly act: 'event.away';
      readonly partnerKey: string;
      readonly eventIds: readonly number[];
      readonly reason: string | undefined;
    };

/** What stands in the way of an event; a booking only where nobody is asked whether it may make room. */
export type Obstacle =
  | { readonly by: 'event'; readonly title: string }
  | { readonly by: 'closure'; readonly reason: string }
  | { readonly by: 'session' }
  | { readonly by: 'committee' }
  | { readonly by: 'booking' }
  | { readonly by: 'past' };

/** `eventId`: undefined of one that is still to be written. */
export interface EventOccurrence {
  readonly eventId: number | undefined;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

export interface ImpossibleEvent extends EventOccurrence {
  readonly because: Obstacle;
}

/** An event that people lose, whose time or place they lose, or in which they go back in line. */
export interface EventLoss {
  readonly event: Event;
  readonly happens: 'moved' | 'cancelled' | 'unseated';
  readonly memberIds: readonly number[];
}

export type EventActFailure =
  | { readonly code: 'event.not_found' }
  | { readonly code: 'event.not_yours'; readonly event: Event }
  | { readonly code: 'event.from_feed'; readonly event: Event }
  | { readonly code: 'event.cancelled'; readonly event: Event }
  | { readonly code: 'event.over'; readonly event: Event }
  | { readonly code: 'event.past'; readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }
  /** A day that is not open, said without hours. */
  | { readonly code: 'event.hours_needed'; readonly date: Temporal.PlainDate }
  | { readonly code: 'event.reason_needed'; readonly event: Event; readonly people: number }
  /** In a space of the house, and elsewhere. */
  | { readonly code: 'event.two_places' }
  | { readonly code: 'event.leased'; readonly spaceKey: SpaceKey }
  | {
      readonly code: 'event.too_many_places';
      readonly spaceKey: SpaceKey;
      readonly places: number;
      readonly most: number;
    }
  /** Shorter than one appointment. */
  | { readonly code: 'event.no_slot'; readonly minutes: number }
  /** By appointment, its places are its slots: its hours decide how many. */
  | { readonly code: 'event.places_by_slot'; readonly event: Event }
  /** So many appointments would stand outside its new hours. */
  | { readonly code: 'event.slots_lost'; readonly event: Event; readonly people: number }
  | { readonly code: 'event.too_many'; readonly count: number; readonly most: number }
  | { readonly code: 'event.nothing_to_change'; readonly event: Event }
  | {
      readonly code: 'event.space_taken';
      readonly spaceKey: SpaceKey;
      readonly start: Temporal.ZonedDateTime;
      readonly end: Temporal.ZonedDateTime;
      readonly by: Obstacle;
      /** Free as they are: nobody would have to make room. */
      readonly alternatives: readonly Stay[];
    }
  /** Of several: not one can be. */
  | { readonly code: 'event.none'; readonly impossible: readonly ImpossibleEvent[] };
