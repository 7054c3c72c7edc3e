// The ledger: who holds which seats of what, and when. A resource is what it counts: a space, or a piece of equipment
// of a space (`coworking/ordinateur`).
import type { Interval } from '../../kernel/interval.ts';

export type OccupationKind = 'booking' | 'session' | 'event' | 'closure' | 'maintenance' | 'committee' | 'hold';

export interface Resource {
  readonly key: string;
  readonly kind: 'space' | 'equipment';
  /** Seats of a shared space, units of an equipment, 1 for a space that is only taken whole. */
  readonly capacity: number;
  readonly quotaPerWeek: number | undefined;
  /** Of all the members of a structure together. */
  readonly structureQuotaPerWeek?: number | undefined;
}

/** What one act wants of one resource. At most 25 h long: longer ones are cut at midnight. */
export interface Claim extends Interval {
  readonly resourceKey: string;
  readonly seats: number;
  /** All of it, whatever its capacity is. */
  readonly whole: boolean;
}

export type Wanted = { readonly seats: number } | { readonly whole: true };

export interface Occupancy extends Claim {
  readonly kind: OccupationKind;
  /** The booking, session, event… that holds it. */
  readonly sourceId: number;
}

/** Whoever holds something: a booking, a session, an event… */
export interface Holder {
  readonly kind: OccupationKind;
  readonly sourceId: number;
}

/** A place file that gives a resource less than people were already promised: the ledger keeps the old capacity. */
export interface KeptCapacity {
  readonly placeId: string;
  readonly resourceKey: string;
  readonly capacity: number;
  readonly wanted: number;
  /** Taken at the fullest instant to come. */
  readonly peak: number;
}
