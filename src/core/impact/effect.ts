// What an act of the staff does, step by step, so that what is shown and what is done are one computation.
import type { Queries } from '../../db/direct.ts';
import type { Result } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { Claim, Occupancy } from '../ledger/model.ts';
import type { ImpactFailure, Loss } from './model.ts';

export interface Doer {
  readonly placeId: string;
  readonly actorId: number;
  readonly at: Temporal.Instant;
}

export interface Effect {
  /** What it takes of the ledger: locked before anything is looked at. */
  readonly claims: readonly Claim[];
  /** Whether it still lies ahead, at least in part. */
  readonly end: Temporal.Instant;
  /** The place once it is done: where alternatives are sought. */
  readonly after: Place;
  losses(db: Queries): Promise<Result<readonly Loss[], ImpactFailure>>;
  /** After the losses were found, in the same transaction. Gives the number of what was written. */
  write(db: Queries, losses: readonly Loss[], doer: Doer): Promise<number>;
}

/** What the act will hold, as if it held it already. */
export const heldBy = ({ claims }: Effect, kind: Occupancy['kind']): readonly Occupancy[] =>
  claims.map((claim) => ({ ...claim, kind, sourceId: 0 }));
