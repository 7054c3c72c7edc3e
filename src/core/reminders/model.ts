// Reminders of bookings, before they begin.
import type { Booking } from '../booking/model.ts';
import type { DeliveryKind } from '../deliveries/model.ts';

/** When a booking is recalled to its person, and until when that is of use. */
export interface Moment {
  readonly kind: DeliveryKind;
  readonly due: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export interface Remindable {
  readonly booking: Booking;
  /** When its present times were taken, or agreed to. */
  readonly since: Temporal.Instant;
}
