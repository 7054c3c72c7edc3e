// What people are to be told without having asked: each thing once, unless it is too late.

export type DeliveryKind =
  | 'reminder.day_before'
  | 'reminder.before'
  | 'waitlist.offer'
  | 'arrival.asked'
  | 'arrival.missed'
  | 'booking.taken_back'
  | 'booking.equipment_lost'
  | 'booking.possible_again'
  | 'booking.accepted'
  | 'booking.refused'
  | 'booking.unanswered';

/** `key`: what is told, and of when; planned twice, it is planned once. */
export interface Planned {
  readonly placeId: string;
  readonly key: string;
  readonly memberId: number;
  readonly kind: DeliveryKind;
  /** The booking, the place in a waiting list… that it is about. */
  readonly subjectId: number;
  readonly due: Temporal.Instant;
  /** From then on it is too late to be of use. */
  readonly expiresAt: Temporal.Instant;
}

export interface Delivery extends Planned {
  readonly id: number;
}

/** Why it was not sent: nothing personal, for the log. */
export type Dropped = 'too_late' | 'moot';
export type Failed = 'unreachable' | 'given_up';

export interface Unsent extends Pick<Delivery, 'key' | 'placeId'> {
  readonly reason: Dropped | Failed;
}
