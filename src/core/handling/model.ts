// What the staff does with a member's booking: its person is told, and why.
import type { Booking } from '../booking/model.ts';

/** What its person is told. */
export interface Moved {
  readonly booking: Booking;
  readonly reason: string;
  /** When it began before. */
  readonly from: Temporal.ZonedDateTime;
}

/** Its person has another one in that space by then: said to the staff, whose booking it is not. */
export type HandlingFailure = { readonly code: 'handling.already'; readonly booking: Booking };
