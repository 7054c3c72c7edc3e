// Bookings that want someone's agreement: the slot is held meanwhile. Those of a series that were asked for together are
// one request.
import type { Role } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';

export type Answer = 'accepted' | 'refused' | 'expired';

export interface ApprovalRequest {
  /** By start: those that wait, while some do; then those that were answered, or else those that were cancelled. */
  readonly bookings: readonly Booking[];
  /** The first of them. */
  readonly booking: Booking;
  /** Whether an answer is still to come. */
  readonly waits: boolean;
  /** Of whom it is for. */
  readonly name: string;
  readonly role: Role;
  readonly answer: Answer | undefined;
  /** Of whom it was answered by. */
  readonly answeredBy: string | undefined;
}

export type ApprovalFailure =
  | { readonly code: 'approval.not_found' }
  | { readonly code: 'approval.own' }
  | { readonly code: 'approval.cancelled' }
  | { readonly code: 'approval.expired' }
  | { readonly code: 'approval.answered'; readonly answer: 'accepted' | 'refused'; readonly by: string | undefined }
  | { readonly code: 'people.not_allowed'; readonly needed: Role };

/** A message in a channel of the staff. */
export interface Card {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly message: string;
}
