// What passers-by are shown of a place: when it is open, what is free. Nothing in it is anyone's.
import type { SpaceKey } from '../../place/model.ts';
import type { Board } from '../booking/board.ts';
import type { Closure } from '../closures/model.ts';

export interface Times {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

export type Openness =
  | { readonly open: true; readonly until: Temporal.ZonedDateTime }
  | {
      readonly open: false;
      /** By name, when it is not by its usual hours. */
      readonly because: string | undefined;
      /** Undefined: not within the weeks that are looked at. */
      readonly next: Temporal.ZonedDateTime | undefined;
    };

/** `shut`: outside its hours; `closed`: by an act of the staff, within them. */
export type SpaceState = 'free' | 'full' | 'closed' | 'shut';

export interface SpaceNow {
  readonly spaceKey: SpaceKey;
  readonly state: SpaceState;
  readonly freeSeats: number;
  /** 1 for a space that is taken whole. */
  readonly capacitySeats: number;
  /** When that state, or that number of seats, changes next; undefined: not today. */
  readonly until: Temporal.ZonedDateTime | undefined;
}

export interface PlaceNow {
  readonly now: Temporal.ZonedDateTime;
  readonly openness: Openness;
  readonly spaces: readonly SpaceNow[];
  /** Of today. */
  readonly boards: readonly Board[];
  /** By the staff, of today and the weeks to come. */
  readonly closures: readonly Closure[];
}
