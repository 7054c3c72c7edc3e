// What one stretch of words says of time. Rules find pieces, `compose` makes one wish of them, `resolve` a slot.
import type { Place } from '../place/model.ts';
import type { Line } from './line.ts';

/** Minutes since midnight; or the hours of the place on that day. */
export type ClockValue = number | 'opening' | 'closing';

export type Piece =
  /** `weekday`: only a weekday was said, so that « la semaine prochaine » may still move it. `weak`: may be no day at all. */
  | {
      readonly is: 'day';
      readonly date: Temporal.PlainDate;
      readonly others: readonly Temporal.PlainDate[];
      readonly weekday?: number;
      readonly weak?: true;
    }
  | { readonly is: 'week'; readonly monday: Temporal.PlainDate }
  | { readonly is: 'at'; readonly clock: ClockValue }
  /** « 14h », « 2h », without a word that says whether it is an hour or a duration. */
  | { readonly is: 'hours'; readonly minutes: number; readonly lasting?: true }
  | { readonly is: 'range'; readonly start: ClockValue; readonly end: ClockValue }
  | { readonly is: 'from'; readonly clock: ClockValue }
  | { readonly is: 'until'; readonly clock: ClockValue }
  /** `alone`: the hour that it is when no day goes with it (« midi »). */
  | {
      readonly is: 'moment';
      readonly start: number;
      readonly end: number;
      readonly alone?: number;
      readonly weak?: true;
    }
  | { readonly is: 'whole-day' }
  | { readonly is: 'any-hour' }
  | { readonly is: 'edge-of-day'; readonly edge: 'opening' | 'closing' }
  | { readonly is: 'half-day' }
  | { readonly is: 'duration'; readonly minutes: number }
  /** From now. */
  | { readonly is: 'soon'; readonly minutes: number }
  | { readonly is: 'exact'; readonly start: Temporal.ZonedDateTime }
  /** Speaks of time without naming one slot. `weak`: only counts when nothing else says a time. */
  | { readonly is: 'unclear'; readonly weak?: true };

export interface Match {
  readonly to: number;
  readonly pieces: readonly Piece[];
}

export interface Present {
  readonly place: Place;
  readonly now: Temporal.ZonedDateTime;
  readonly today: Temporal.PlainDate;
}

/** What is said from token `at` on, or undefined. */
export type Rule = (line: Line, at: number, present: Present) => Match | undefined;

export const match = (to: number, ...pieces: readonly Piece[]): Match => ({ to, pieces });

export const UNCLEAR: Piece = { is: 'unclear' };
