// Waiting for a place that is taken: who is in line, and who is being offered it.
import type { BookingRequest, Stay, WantedEquipment } from '../booking/model.ts';

export type WaitState = 'waiting' | 'offered' | 'taken' | 'passed' | 'expired' | 'left' | 'stale';

export interface Wait extends Stay {
  readonly id: number;
  readonly memberId: number;
  readonly people: number;
  readonly equipment: readonly WantedEquipment[];
  readonly purpose: string | undefined;
  /** The booking that taking it would move; undefined: it would be another one. */
  readonly bookingId: number | undefined;
  readonly state: WaitState;
  /** Until when an offer stands; undefined until its person is told of it. */
  readonly expiresAt: Temporal.Instant | undefined;
  /** How many wait for the same space at the same time, and came before. */
  readonly ahead: number;
}

/** `bookingId`: one of theirs, which keeps its times until these are taken. */
export interface WaitRequest extends BookingRequest {
  readonly bookingId?: number | undefined;
}

export type WaitFailure =
  | { readonly code: 'waitlist.not_found' }
  /** Not now: they are in line. */
  | { readonly code: 'waitlist.not_offered'; readonly wait: Wait }
  /** It was offered, and is no longer: its time is over, or they gave it up. */
  | { readonly code: 'waitlist.over'; readonly wait: Wait };
