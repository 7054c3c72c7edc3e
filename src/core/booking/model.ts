// A booking: who, where, when, how many; and every way in which one can be refused.
import type { EquipmentKey, Role, SpaceKey } from '../../place/model.ts';

export interface BookingRequest {
  readonly spaceKey: SpaceKey;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  /** The day was given without hours: for a space booked whole, the day's free slots are shown instead of taking it all. */
  readonly bareDay: boolean;
  readonly people: number;
  readonly equipment: readonly { readonly key: EquipmentKey; readonly count: number }[];
  readonly purpose: string | undefined;
}

export interface Booking {
  readonly id: number;
  readonly spaceKey: SpaceKey;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly people: number;
  readonly equipment: readonly { readonly key: EquipmentKey; readonly count: number }[];
  readonly purpose: string | undefined;
  readonly cancelledAt: Temporal.Instant | undefined;
}

/** A time and a space that could be had instead: each is a button that books it. */
export interface Alternative {
  readonly spaceKey: SpaceKey;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

interface WithAlternatives {
  readonly spaceKey: SpaceKey;
  readonly alternatives: readonly Alternative[];
}

export type BookingFailure =
  | ({ readonly code: 'booking.full'; readonly capacitySeats: number; readonly peakSeats: number; readonly wantedSeats: number } & WithAlternatives)
  | ({ readonly code: 'booking.taken' } & WithAlternatives)
  | ({ readonly code: 'booking.equipment_taken'; readonly equipmentKey: EquipmentKey; readonly count: number; readonly free: number } & WithAlternatives)
  | ({ readonly code: 'booking.closed'; readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime; readonly bareDay: boolean } & WithAlternatives)
  | ({ readonly code: 'booking.past'; readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime } & WithAlternatives)
  | ({ readonly code: 'booking.too_late'; readonly earliest: Temporal.ZonedDateTime } & WithAlternatives)
  | ({ readonly code: 'booking.too_far'; readonly horizonDays: number; readonly last: Temporal.PlainDate } & WithAlternatives)
  | ({ readonly code: 'booking.too_long'; readonly longest: Temporal.Duration } & WithAlternatives)
  | ({ readonly code: 'booking.too_short'; readonly shortest: Temporal.Duration } & WithAlternatives)
  | ({ readonly code: 'booking.off_step'; readonly step: Temporal.Duration } & WithAlternatives)
  | { readonly code: 'booking.too_many_people'; readonly spaceKey: SpaceKey; readonly people: number; readonly capacityPeople: number }
  | { readonly code: 'booking.no_one'; readonly people: number }
  | { readonly code: 'booking.over_quota'; readonly spaceKey: SpaceKey; readonly quotaPerWeek: number; readonly monday: Temporal.PlainDate }
  | { readonly code: 'booking.already'; readonly booking: Booking }
  | { readonly code: 'booking.approval_needed'; readonly spaceKey: SpaceKey; readonly role: Role }
  | { readonly code: 'booking.leased'; readonly spaceKey: SpaceKey }
  | { readonly code: 'booking.unknown_space'; readonly spaceKey: SpaceKey }
  | { readonly code: 'booking.not_found' }
  | { readonly code: 'booking.already_cancelled'; readonly booking: Booking }
  | { readonly code: 'booking.started'; readonly booking: Booking }
  | { readonly code: 'booking.restore_too_late'; readonly booking: Booking };
