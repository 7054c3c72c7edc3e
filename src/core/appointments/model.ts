// Seeing a partner: a session of the agenda, and in it a slot of one's own; or the wish to be told of an earlier one.
import type { Event, EventFailure } from '../agenda/model.ts';
import type { Slot } from '../agenda/slots.ts';
import type { PartnersFailure } from '../partners/model.ts';
import type { SignupFailure } from '../signups/model.ts';

/** A session to come, as one person sees it. By seat, it has no slots. */
export interface Session {
  readonly event: Event;
  /** Those that they can have, by start. */
  readonly free: readonly Slot[];
  /** Theirs. */
  readonly own: Slot | undefined;
}

/** One slot of a session: someone's, or one that could be. */
export interface Appointment {
  readonly event: Event;
  readonly slot: Slot;
}

export interface Made extends Appointment {
  /** `same`: it was theirs already. */
  readonly done: 'made' | 'moved' | 'same';
}

/** Which slot: by its hour, of the session’s day; undefined: none was said. */
export interface Asked {
  readonly eventId: number;
  readonly hour: Temporal.PlainTime;
}

export type SessionWaitState = 'waiting' | 'offered' | 'taken' | 'passed' | 'expired' | 'left';

/** `offered`: kept for them, until `expiresAt` once they are told. */
export interface SessionWait {
  readonly id: number;
  readonly memberId: number;
  readonly partnerKey: string;
  readonly state: SessionWaitState;
  readonly offered: Appointment | undefined;
  readonly expiresAt: Temporal.Instant | undefined;
}

/** What is told of an offer, beside what they have. */
export interface Offer {
  readonly wait: SessionWait;
  readonly offered: Appointment;
  readonly own: Appointment | undefined;
}

/** `others`: the nearest slots that they could have. */
export type AppointmentFailure =
  | EventFailure
  | Extract<PartnersFailure, { readonly code: 'partners.unknown' | 'partners.developing' }>
  | Extract<SignupFailure, { readonly code: 'signup.cancelled' | 'signup.elsewhere' }>
  /** All come at once: one signs up to it. */
  | { readonly code: 'appointment.by_seat'; readonly event: Event }
  | { readonly code: 'appointment.begun'; readonly event: Event; readonly others: readonly Appointment[] }
  | { readonly code: 'appointment.no_such_slot'; readonly event: Event; readonly others: readonly Appointment[] }
  | {
      readonly code: 'appointment.taken';
      readonly event: Event;
      readonly slot: Slot;
      readonly others: readonly Appointment[];
    }
  /** One at a time with a partner: this one can be moved. */
  | { readonly code: 'appointment.already'; readonly own: Appointment; readonly wanted: Appointment }
  | { readonly code: 'appointment.not_found' }
  | { readonly code: 'session_wait.not_found' }
  /** They are in line: nothing is kept for them now. */
  | { readonly code: 'session_wait.not_offered' }
  | { readonly code: 'session_wait.over' };
