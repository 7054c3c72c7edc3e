// The agenda: what happens at the place, who comes, and when something of it has changed. An event that comes back is
// several events of one series.
import type { Interval } from '../../kernel/interval.ts';
import type { SpaceKey } from '../../place/model.ts';

export const eventKinds = [
  'workshop',
  'session',
  'info_meeting',
  'gathering',
  'ess_month',
  'committee',
  'other',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** `waiting`: in line; whoever is first comes in when a place is free. */
export type Answer = 'going' | 'waiting' | 'maybe' | 'not_going';

export interface Event {
  readonly id: number;
  readonly placeId: string;
  readonly seriesId: number | undefined;
  readonly kind: EventKind;
  readonly title: string;
  readonly description: string | undefined;
  readonly theme: string | undefined;
  /** A key of the place's yearly events. */
  readonly edition: string | undefined;
  /** Keys of the place's objectives. */
  readonly objectives: readonly string[];
  /** In the place's zone. */
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly spaceKey: SpaceKey | undefined;
  /** Where it is, when it is elsewhere. */
  readonly location: string | undefined;
  /** How many may come; undefined: as many as want to. */
  readonly capacity: number | undefined;
  readonly organiserId: number | undefined;
  /** The place's feed that it was read from: it is changed there. */
  readonly feedKey: string | undefined;
  /** Whose session it is: a key of the place's partners. */
  readonly partnerKey: string | undefined;
  /** Each comes at a time of their own, for so long; undefined: all at once. */
  readonly slotMinutes: number | undefined;
  readonly cancelledAt: Temporal.Instant | undefined;
  readonly cancelledBecause: string | undefined;
  readonly sequence: number;
  readonly going: number;
  readonly waiting: number;
  readonly maybe: number;
  /** Places left; undefined: as many as want to. */
  readonly seatsLeft: number | undefined;
}

export type EventFailure = { readonly code: 'event.not_found' };

/** Which events; all that is said must hold. */
export interface EventFilter extends Interval {
  readonly kinds?: readonly EventKind[];
  /** Sessions of these partners. */
  readonly partnerKeys?: readonly string[];
  /** Words of its title, theme and description, or of its yearly event's name, whatever the accents, capitals and order. */
  readonly about?: string;
  /** Cancelled ones too. */
  readonly cancelled?: boolean;
  /** At most so many, by start. */
  readonly limit?: number;
}
