// A booking: who, where, when, how many; and every way in which one can be refused.
import type { EquipmentKey, Role, SpaceKey } from '../../place/model.ts';

export interface WantedEquipment {
  readonly key: EquipmentKey;
  readonly count: number;
}

/** A space and a time, in the place's time zone, half-open. */
export interface Stay {
  readonly spaceKey: SpaceKey;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** What is asked for. `bareDay`: the day was given without hours. */
export interface BookingRequest extends Stay {
  readonly bareDay: boolean;
  readonly people: number;
  readonly equipment: readonly WantedEquipment[];
  readonly purpose: string | undefined;
  /** By the staff, for someone who has no account. */
  readonly guestName?: string | undefined;
}

export interface Booking extends Stay {
  readonly id: number;
  readonly memberId: number;
  readonly people: number;
  readonly equipment: readonly WantedEquipment[];
  readonly purpose: string | undefined;
  readonly cancelledAt: Temporal.Instant | undefined;
  /** How many times it was changed. */
  readonly sequence: number;
  /** The series that it is an occurrence of. */
  readonly seriesId?: number | undefined;
  /** When its person, or the staff for them, said that they come; undefined: not yet, for these times. */
  readonly confirmedAt?: Temporal.Instant | undefined;
  /** When the house took it back because nobody said that they came. */
  readonly missedAt?: Temporal.Instant | undefined;
  /** Why the house took it back. */
  readonly withdrawnBecause?: string | undefined;
  /** Why the staff moved it. */
  readonly movedBecause?: string | undefined;
  /** Of a booking that wanted someone's agreement. */
  readonly approval?: 'waiting' | 'accepted' | 'refused' | 'expired' | undefined;
  /** Whom the staff made it for, when that is nobody of the place; their name, until it is forgotten. */
  readonly guest?: { readonly name: string | undefined } | undefined;
}

/** What a change may touch; what is undefined stays as it is, an empty purpose is taken away. */
export interface BookingChanges {
  readonly spaceKey: SpaceKey | undefined;
  readonly when:
    | { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime; readonly bareDay: boolean }
    | undefined;
  readonly people: number | undefined;
  readonly equipment: readonly WantedEquipment[] | undefined;
  readonly purpose: string | undefined;
}

/** Who else is expected in the space at that time. */
export interface Company {
  /** How many, at the fullest moment. */
  readonly others: number;
  /** Of those who chose to show it. */
  readonly names: readonly string[];
}

export interface Booked extends Company {
  readonly kind: 'booked';
  readonly booking: Booking;
}

/** A space booked whole, asked for a bare day: nothing is taken, its free times that day are shown. */
export interface FreeTimes {
  readonly kind: 'free_times';
  readonly spaceKey: SpaceKey;
  readonly date: Temporal.PlainDate;
  readonly free: readonly Stay[];
  /** Stays that can be booked as they are, at most ten. */
  readonly proposals: readonly Stay[];
}

/** What is free in one space over one day: stretches in order, each with its free seats (0 or 1 when booked whole). */
export interface Availability {
  readonly spaceKey: SpaceKey;
  readonly open: boolean;
  /** Empty when closed, or when nothing of the day is left. */
  readonly stretches: readonly (Stay & { readonly freeSeats: number })[];
  /** Why it is closed that day, by name; undefined when it is open, or closed by its usual hours. */
  readonly because: string | undefined;
}

export interface DayAvailability {
  readonly date: Temporal.PlainDate;
  readonly spaces: readonly Availability[];
  /** The open days that follow. */
  readonly nextDays: readonly Temporal.PlainDate[];
}

interface WithAlternatives {
  readonly spaceKey: SpaceKey;
  /** Three at most: each could be booked when it was computed. */
  readonly alternatives: readonly Stay[];
}

/** Refused by the house rules, before anything is written. */
export type RuleFailure =
  | { readonly code: 'booking.leased'; readonly spaceKey: SpaceKey }
  | { readonly code: 'booking.no_one'; readonly people: number }
  | {
      readonly code: 'booking.too_many_people';
      readonly spaceKey: SpaceKey;
      readonly people: number;
      /** Undefined: it is not known, but no space of a third place holds so many. */
      readonly capacityPeople: number | undefined;
    }
  | {
      readonly code: 'booking.not_enough_equipment';
      readonly spaceKey: SpaceKey;
      readonly equipmentKey: EquipmentKey;
      readonly count: number;
      readonly owned: number;
    }
  | { readonly code: 'booking.past'; readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }
  | { readonly code: 'booking.too_late'; readonly earliest: Temporal.ZonedDateTime }
  | {
      readonly code: 'booking.too_far';
      readonly spaceKey: SpaceKey;
      readonly horizonDays: number;
      readonly last: Temporal.PlainDate;
    }
  /** `because`: the public holiday or the exceptional closure, by its name; undefined: the usual hours. */
  | {
      readonly code: 'booking.closed';
      readonly start: Temporal.ZonedDateTime;
      readonly end: Temporal.ZonedDateTime;
      readonly bareDay: boolean;
      readonly because: string | undefined;
    }
  | { readonly code: 'booking.off_step'; readonly step: Temporal.Duration }
  | { readonly code: 'booking.too_short'; readonly shortest: Temporal.Duration }
  | { readonly code: 'booking.too_long'; readonly longest: Temporal.Duration }
  | { readonly code: 'booking.not_for_you'; readonly spaceKey: SpaceKey; readonly role: Role }
  | { readonly code: 'booking.approval_needed'; readonly spaceKey: SpaceKey; readonly role: Role };

/** Refused by the database, at the instant of writing. */
export type WriteFailure =
  | {
      readonly code: 'booking.full';
      readonly capacitySeats: number;
      readonly peakSeats: number;
      readonly wantedSeats: number;
    }
  /** `event`: the one that holds it, which everyone may know. */
  | { readonly code: 'booking.taken'; readonly event?: string | undefined }
  | {
      readonly code: 'booking.equipment_taken';
      readonly equipmentKey: EquipmentKey;
      readonly count: number;
      readonly free: number;
    }
  | {
      readonly code: 'booking.over_quota';
      readonly spaceKey: SpaceKey;
      readonly quotaPerWeek: number;
      readonly monday: Temporal.PlainDate;
    }
  /** All the members of their structure together. */
  | {
      readonly code: 'booking.over_structure_quota';
      readonly spaceKey: SpaceKey;
      readonly structure: string;
      readonly quotaPerWeek: number;
      readonly monday: Temporal.PlainDate;
    }
  | { readonly code: 'booking.already'; readonly booking: Booking };

export type BookingFailure =
  | ((RuleFailure | WriteFailure) & WithAlternatives)
  | { readonly code: 'booking.not_found' }
  /** Only the staff books for someone who has no account. */
  | { readonly code: 'booking.for_someone_else' }
  | { readonly code: 'booking.already_cancelled'; readonly booking: Booking }
  | { readonly code: 'booking.started'; readonly booking: Booking }
  | { readonly code: 'booking.over'; readonly booking: Booking }
  | { readonly code: 'booking.missed'; readonly booking: Booking }
  | { readonly code: 'booking.cancel_too_late'; readonly booking: Booking; readonly deadline: Temporal.Duration }
  | { readonly code: 'booking.withdrawn'; readonly booking: Booking; readonly reason: string }
  | { readonly code: 'booking.not_cancelled'; readonly booking: Booking }
  | { readonly code: 'booking.restore_too_late'; readonly booking: Booking; readonly within: Temporal.Duration };
