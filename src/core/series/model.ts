// Several bookings that are asked for together: each is a booking like any other, with its own number.

import type { Role, SpaceKey } from '../../place/model.ts';
import type { Booking, BookingFailure, RuleFailure, Stay, WantedEquipment, WriteFailure } from '../booking/model.ts';

export interface Occurrence {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  /** The day was given without hours. */
  readonly bareDay: boolean;
}

export interface SeriesRequest {
  readonly spaceKey: SpaceKey;
  readonly occurrences: readonly Occurrence[];
  readonly people: number;
  readonly equipment: readonly WantedEquipment[];
  readonly purpose: string | undefined;
  /** By the staff, for someone who has no account. */
  readonly guestName?: string | undefined;
}

/** Of one occurrence: what a booking alone would have been refused for. */
export type OccurrenceFailure =
  | RuleFailure
  | WriteFailure
  | Extract<
      BookingFailure,
      {
        readonly code:
          | 'booking.started'
          | 'booking.cancel_too_late'
          | 'booking.restore_too_late'
          | 'booking.not_cancelled'
          | 'booking.already_cancelled';
      }
    >
  /** Of one that is asked to move to where it is. */
  | { readonly code: 'series.there_already' };

/** `wanted`: where one that is there was asked to go. */
export interface Impossible {
  readonly stay: Stay;
  readonly failure: OccurrenceFailure;
  readonly wanted?: Stay | undefined;
}

/** What could be had of it now, and what could not: nothing is written. */
export interface SeriesCheck {
  readonly possible: readonly Stay[];
  readonly impossible: readonly Impossible[];
  /** Who must agree to what is possible; undefined: nobody. */
  readonly needs: Role | undefined;
}

/** `bookings`: what was written; `impossible`: what was asked and could not be, and is as it was. */
export interface SeriesDone {
  readonly bookings: readonly Booking[];
  readonly impossible: readonly Impossible[];
}

/** How far an act on one occurrence reaches; `between` is half-open. */
export type Reach = (
  | { readonly is: 'one' }
  | { readonly is: 'following' }
  | { readonly is: 'all' }
  | { readonly is: 'between'; readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }
) & {
  /** Those of this weekday alone (ISO: 1 is Monday). */
  readonly weekday?: number | undefined;
};

/** Without an end, each keeps its length. */
export interface NewHours {
  readonly start: Temporal.PlainTime;
  readonly end: Temporal.PlainTime | undefined;
}

/** Another weekday (ISO) of the same week, other hours, or both: what is undefined stays. */
export interface NewTimes {
  readonly weekday: number | undefined;
  readonly hours: NewHours | undefined;
}

export type SeriesFailure =
  /** Only the staff books for someone who has no account. */
  | { readonly code: 'booking.for_someone_else' }
  | { readonly code: 'series.too_many'; readonly count: number; readonly most: number }
  /** None of those that were asked could be had, changed or taken back: nothing was written. */
  | { readonly code: 'series.none'; readonly impossible: readonly Impossible[] };
