// What is asked of several slots: occasions (days and what part of them), and what bounds them.
import type { Exception, Parity, Pattern } from './piece.ts';
import type { WishedTime } from './wish.ts';

export type DaySet =
  | { readonly is: 'one'; readonly date: Temporal.PlainDate; readonly others: readonly Temporal.PlainDate[] }
  /** Each day from one to the other. */
  | { readonly is: 'run'; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  /** The days of these weeks when the place is open. */
  | {
      readonly is: 'week';
      readonly monday: Temporal.PlainDate;
      readonly weeks: number;
      readonly within: Temporal.PlainDate | undefined;
    }
  | { readonly is: 'every'; readonly pattern: Pattern };

export interface Occasion {
  readonly days: readonly DaySet[];
  readonly time: WishedTime;
}

export interface Window {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

export interface Limits {
  readonly from: Temporal.PlainDate | undefined;
  readonly until: Temporal.PlainDate | undefined;
  /** The end was a number alone: of the month in which it begins. */
  readonly untilMonthDay: number | undefined;
  readonly times: number | undefined;
  readonly lasting: Temporal.Duration | undefined;
  readonly parity: Parity | undefined;
  /** It must be in one of them, if there are any. */
  readonly windows: readonly Window[];
  readonly exception: Exception;
}

export interface Plan {
  readonly occasions: readonly Occasion[];
  readonly limits: Limits;
  /** « jeudi ou vendredi »: one of them, and nobody knows which. */
  readonly isChoice: boolean;
}

/** But what is left out. */
export const NO_LIMITS = {
  from: undefined,
  until: undefined,
  untilMonthDay: undefined,
  times: undefined,
  lasting: undefined,
  parity: undefined,
  windows: [],
};
