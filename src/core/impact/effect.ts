// What an act of the staff does, step by step, so that what is shown and what is done are one computation.
import type { Queries } from '../../db/direct.ts';
import type { Result } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { Claim, Occupancy } from '../ledger/model.ts';
import type { ImpactFailure, Loss, Toll } from './model.ts';

export interface Doer {
  readonly placeId: string;
  readonly actorId: number;
  readonly at: Temporal.Instant;
}

export interface Effect {
  /** What it takes of the ledger, or gives back: locked before anything is looked at. */
  readonly claims: readonly Claim[];
  /** What it will hold, and as what; undefined: nothing. */
  readonly takes: { readonly as: Occupancy['kind']; readonly claims: readonly Claim[] } | undefined;
  /** Whether it still lies ahead, at least in part. */
  readonly end: Temporal.Instant;
  /** The place once it is done: where alternatives are sought. */
  readonly after: Place;
  toll(db: Queries): Promise<Result<Toll, ImpactFailure>>;
  /** After the toll was found, in the same transaction. Gives the number of what was written. */
  write(db: Queries, toll: Toll, doer: Doer): Promise<number>;
}

/** Of bookings alone. */
export const tollOf = (bookings: readonly Loss[]): Toll => ({ bookings, events: [], occurrences: undefined });

/** What the act will hold, as if it held it already. */
export const heldBy = ({ takes }: Effect): readonly Occupancy[] =>
  takes === undefined ? [] : takes.claims.map((claim) => ({ ...claim, kind: takes.as, sourceId: 0 }));
