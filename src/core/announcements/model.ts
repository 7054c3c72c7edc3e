// What channels are told of the agenda: a channel follows kinds of announcements, each kind leaves at its moments.
import type { Place } from '../../place/model.ts';
import type { Event } from '../agenda/model.ts';
import type { Closure } from '../closures/model.ts';
import type { Channel, ChannelTrouble } from '../deliveries/model.ts';
import type { SheetNumber } from '../synergies/model.ts';

/** As people type them; each is also the name of its job. */
export const announcementKinds = ['agenda', 'aujourdhui', 'evenements', 'mois-ess', 'veilleuses'] as const;

export type AnnouncementKind = (typeof announcementKinds)[number];

export const isAnnouncementKind = (name: string): name is AnnouncementKind =>
  announcementKinds.some((kind) => kind === name);

/** The three times at which an event is announced. */
export type EventMoment = 'announced.event_in_week' | 'announced.event_tomorrow' | 'announced.event_soon';

/** What is delivered; those of an event say which event, the others are made of their moment alone. */
export type AnnouncedKind =
  | 'announced.agenda'
  | 'announced.aujourdhui'
  | 'announced.mois_ess'
  | 'announced.veilleuses'
  | EventMoment;

/** Where something was said, as the platform names it. */
export interface Where {
  readonly at: Channel;
  readonly name: string | undefined;
}

export interface Subscription extends Where {
  readonly id: number;
  readonly kind: AnnouncementKind;
  /** Why nothing can be said there any more, and since when. */
  readonly stopped: { readonly because: ChannelTrouble; readonly at: Temporal.Instant } | undefined;
}

/** What the subscriptions of one person in one channel have in common, once nothing can be said there. */
export interface Stopped extends Where {
  readonly kinds: readonly AnnouncementKind[];
  readonly because: ChannelTrouble;
}

/** One time at which a kind is due, for all the channels that follow it. */
export interface Occurrence {
  readonly kind: AnnouncementKind;
  readonly announced: AnnouncedKind;
  /** Of the event; else none. */
  readonly eventId: number | undefined;
  /** What is announced, and of when: the delivery's key begins with it. */
  readonly key: string;
  readonly due: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly liveUntil: Temporal.Instant;
}

export interface EventOccurrence extends Occurrence {
  readonly announced: EventMoment;
}

export interface Period {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** What an announcement of some days says, as of the moment when it was due: what was cancelled since is still said. */
export interface Programme {
  /** With its hours of now. */
  readonly place: Place;
  readonly period: Period;
  readonly events: readonly Event[];
  /** Those that were in the period when it was announced, and are no longer. */
  readonly movedAway: readonly { readonly event: Event; readonly start: Temporal.ZonedDateTime }[];
  readonly closures: readonly Closure[];
  /** Where the agenda stands on the web; undefined when the house has no public address. */
  readonly address: string | undefined;
}

/** An initiative, by what may be said of it in a channel of the team. */
export interface DigestLine {
  readonly number: number;
  readonly title: string;
  /** Empty: it is not known. */
  readonly district: string;
}

/** What the veilleuses are told of a week. */
export interface Digest {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly noted: readonly DigestLine[];
  /** Without news for so long, and nobody has said that they sleep. */
  readonly silent: readonly DigestLine[];
  readonly silentFor: Temporal.Duration;
  readonly links: readonly { readonly first: Named; readonly second: Named }[];
}

type Named = SheetNumber & { readonly title: string };

export interface AnnouncedEvent {
  readonly place: Place;
  readonly event: Event;
  /** It was announced for another day. */
  readonly isMoved: boolean;
}
