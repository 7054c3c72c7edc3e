// A closure takes spaces from everyone for a time, and first from those who had them.
import type { Interval } from '../../kernel/interval.ts';
import type { SpaceKey } from '../../place/model.ts';
import type { Holder } from '../ledger/model.ts';

export interface ClosureRequest extends Interval {
  readonly spaceKeys: readonly SpaceKey[];
  /** Told to everyone touched. */
  readonly reason: string;
}

export interface Closing {
  readonly closureId: number;
  /** Released in the same transaction and, for bookings, cancelled: each once, to be told why. */
  readonly displaced: readonly Holder[];
}

/** A closure does not displace another one: lifting either would open what the other closed. */
export type ClosingFailure = { readonly code: 'closure.already_closed'; readonly closureIds: readonly number[] };

/** One that stands; its spaces include those inside them. */
export interface Closure extends ClosureRequest {
  readonly id: number;
}

/** `told`: how many are told that what was taken from them is possible again. */
export interface Lifted {
  readonly told: number;
}
