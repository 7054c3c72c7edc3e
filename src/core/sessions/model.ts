// A partner's sessions, from the partner's side: who comes, at what time, and who came.
import type { EventRule } from '../agenda/acts.ts';
import type { Event, EventFailure } from '../agenda/model.ts';
import type { Slot } from '../agenda/slots.ts';
import type { PartnersFailure } from '../partners/model.ts';

/** What a partner says of someone who was to come; `to_come`: nothing, as before. */
export const marks = ['came', 'excused', 'absent', 'to_come'] as const;

export type Mark = (typeof marks)[number];

export type Attendance = Mark | 'cancelled_by_structure';

/** By appointment when it has slots; else by seat. */
export interface Shape {
  readonly kind: Extract<Event['kind'], 'session' | 'info_meeting'>;
  readonly slotMinutes: number | undefined;
  readonly capacity: number | undefined;
}

export interface NewSession {
  readonly partnerKey: string;
  readonly shape: Shape;
  readonly title: string;
  readonly spaceKey: string | undefined;
  readonly location: string | undefined;
  readonly times: readonly { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }[];
  readonly rule: EventRule | undefined;
  readonly reason: string;
}

export interface Absence {
  readonly partnerKey: string;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  /** Told to everyone who was to come. */
  readonly reason: string | undefined;
}

export interface Visitor {
  readonly memberId: number;
  readonly name: string;
  /** None where all come at once. */
  readonly slot: Slot | undefined;
  readonly attendance: Attendance;
  /** They had an appointment, and gave it up themselves. */
  readonly gaveUp: boolean;
  readonly mayMark: boolean;
}

/** One session, with names: for its partner and the staff. */
export interface Sheet {
  readonly event: Event;
  readonly visitors: readonly Visitor[];
  readonly free: readonly Slot[];
}

export type SessionsFailure =
  | EventFailure
  | PartnersFailure
  | { readonly code: 'sessions.no_partner' }
  /** By appointment and by seat at once. */
  | { readonly code: 'sessions.two_shapes' }
  | { readonly code: 'sessions.none'; readonly partnerKey: string; readonly absence: Pick<Absence, 'start' | 'end'> }
  | { readonly code: 'sessions.reason_needed'; readonly partnerKey: string; readonly people: number }
  | { readonly code: 'sessions.not_coming'; readonly event: Event; readonly typed: string }
  | { readonly code: 'sessions.namesakes'; readonly event: Event; readonly names: readonly string[] }
  | { readonly code: 'sessions.not_begun'; readonly event: Event; readonly start: Temporal.ZonedDateTime }
  | { readonly code: 'sessions.closed'; readonly event: Event }
  | { readonly code: 'sessions.cancelled'; readonly event: Event };
