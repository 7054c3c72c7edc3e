// What an act of the staff takes from others: shown first, done once confirmed.
import type { SpaceKey } from '../../place/model.ts';
import type { EventAct, EventActFailure, EventLoss, EventOccurrence, ImpossibleEvent } from '../agenda/acts.ts';
import type { Booking, BookingFailure, Stay } from '../booking/model.ts';
import type { PeopleFailure } from '../people/model.ts';

export type StaffAct =
  | EventAct
  | {
      readonly act: 'close';
      readonly spaceKeys: readonly SpaceKey[];
      readonly start: string;
      readonly end: string;
      readonly reason: string;
    }
  | { readonly act: 'withdraw'; readonly bookingId: number; readonly reason: string }
  | { readonly act: 'unopen'; readonly openingId: number; readonly reason: string }
  | {
      readonly act: 'break';
      readonly spaceKey: SpaceKey;
      readonly equipmentKey: string;
      readonly units: number;
      readonly start: string;
      readonly end: string;
      readonly reason: string;
    };

/** A booking that goes, or that stays without its equipment. */
export interface Loss {
  readonly bookingId: number;
  readonly loses: 'booking' | 'equipment';
}

/** All that an act takes from others. `occurrences`: of an act on events, what can be done, and what can't and why. */
export interface Toll {
  readonly bookings: readonly Loss[];
  /** Those to which someone had signed up, or whose organiser is someone else. */
  readonly events: readonly EventLoss[];
  readonly occurrences:
    | { readonly possible: readonly EventOccurrence[]; readonly impossible: readonly ImpossibleEvent[] }
    | undefined;
}

/** One of those touched, with where they could go: what can be had once the act is done. */
export interface Touched extends Loss {
  readonly booking: Booking;
  /** Undefined: whoever acts is not of the staff, and others' names are not theirs to see. */
  readonly name: string | undefined;
  readonly alternatives: readonly Stay[];
}

export interface Proposal {
  readonly kind: 'proposal';
  readonly planId: number;
  readonly act: StaffAct;
  readonly touched: readonly Touched[];
  readonly events: Toll['events'];
  readonly occurrences: Toll['occurrences'];
}

/** `touched`: each was told why, or will be when the quiet hours end. */
export interface Carried {
  readonly kind: 'carried';
  readonly act: StaffAct;
  /** The closure, the opening, the breakdown, the booking or the first of the events. */
  readonly id: number;
  readonly touched: number;
  readonly events: Toll['events'];
  readonly occurrences: Toll['occurrences'];
}

export type ImpactFailure =
  | EventActFailure
  | PeopleFailure
  | Extract<BookingFailure, { readonly code: 'booking.not_found' | 'booking.already_cancelled' }>
  | { readonly code: 'plan.not_found' }
  | { readonly code: 'plan.done' }
  | { readonly code: 'plan.past' }
  | { readonly code: 'closure.already_closed'; readonly closureIds: readonly number[] }
  | { readonly code: 'equipment.too_many'; readonly units: number; readonly owned: number }
  | { readonly code: 'opening.not_found' };

/** What someone is told of what was taken from them. */
export interface Taken {
  readonly booking: Booking;
  readonly reason: string;
  readonly alternatives: readonly Stay[];
}
