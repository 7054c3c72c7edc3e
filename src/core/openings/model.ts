// Exceptional openings: hours added by the staff to those of the place file.
import type { SpaceKey } from '../../place/model.ts';

export interface OpeningRequest {
  /** Undefined: of the whole place. */
  readonly spaceKey: SpaceKey | undefined;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly reason: string;
}

export interface Opening extends OpeningRequest {
  readonly id: number;
}

export type OpeningFailure =
  | { readonly code: 'opening.several_days' }
  | { readonly code: 'opening.past' }
  | { readonly code: 'opening.already_open' };
