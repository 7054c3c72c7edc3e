// What one stretch of words says of time. Rules find pieces, plans are made of them, and slots of plans.
import type { DateRange, Place } from '../place/model.ts';
import type { Line } from './line.ts';

/** Minutes since midnight; or the hours of the place on that day. */
export type ClockValue = number | 'opening' | 'closing';

export type Pattern =
  /** Every so many weeks. No weekday: those that are said beside it (« toutes les deux semaines, le mardi »). */
  | { readonly by: 'week'; readonly weekdays: readonly number[]; readonly weeks: number }
  /** Every open day; « tous les deux jours », one in so many, whether it is open or not. */
  | { readonly by: 'day'; readonly days?: number }
  /** « le premier et le troisième mardi du mois »; -1 is the last, -2 the one before. */
  | { readonly by: 'rank'; readonly ranks: readonly number[]; readonly weekday: number }
  /** « les 1er et 15 de chaque mois » */
  | { readonly by: 'month'; readonly days: readonly number[] };

/** Of a week's number in its year. */
export type Parity = 'even' | 'odd';

/** « sauf le 24 », « sauf le mercredi », « hors vacances scolaires ». */
export interface Exception {
  readonly dates: readonly Temporal.PlainDate[];
  /** A number alone: the first occurrence on such a day. */
  readonly monthDays: readonly number[];
  readonly weekdays: readonly number[];
  readonly holidays: readonly DateRange[];
}

/** One end of a stretch. `clock`: as said; `part`: where a moment begins or ends, in minutes, as far as it is open. */
export interface StretchEnd {
  readonly date: Temporal.PlainDate;
  readonly clock: ClockValue | undefined;
  readonly part: number | undefined;
}

export type Piece =
  /**
   * `weekday`: only a weekday was said, so that « la semaine prochaine » may still move it. `inWeek`: a number of weeks was
   * said, so that a weekday may still say which day of that week. `weak`: may be no day at all.
   */
  | {
      readonly is: 'day';
      readonly date: Temporal.PlainDate;
      readonly others: readonly Temporal.PlainDate[];
      readonly weekday?: number;
      readonly inWeek?: true;
      readonly weak?: true;
    }
  /** `within`: only its days of the month that begins so (« la première semaine de décembre »). */
  | {
      readonly is: 'week';
      readonly monday: Temporal.PlainDate;
      readonly weeks?: number;
      readonly within?: Temporal.PlainDate;
    }
  /** Both included. `weekdays`: only weekdays were said, so that « la semaine prochaine » may still move them. */
  | {
      readonly is: 'span';
      readonly first: Temporal.PlainDate;
      readonly last: Temporal.PlainDate;
      readonly weekdays?: readonly [first: number, last: number];
    }
  /** « du mardi 14h au jeudi 12h »: from that hour on, the whole days between, until that hour. */
  | { readonly is: 'stretch'; readonly first: StretchEnd; readonly last: StretchEnd }
  | { readonly is: 'dates'; readonly dates: readonly Temporal.PlainDate[] }
  | { readonly is: 'every'; readonly pattern: Pattern }
  /** « en mars », « de décembre »: around what comes back. `sure`: of a single day it would say which, and nobody knows. */
  | { readonly is: 'month'; readonly first: Temporal.PlainDate; readonly sure?: true }
  /** « les semaines paires » */
  | { readonly is: 'parity'; readonly parity: Parity }
  | { readonly is: 'from-day'; readonly date: Temporal.PlainDate }
  /** `monthDay`: a number alone, of the month in which it begins. */
  | { readonly is: 'until-day'; readonly date: Temporal.PlainDate; readonly monthDay?: number }
  | { readonly is: 'times'; readonly times: number }
  | { readonly is: 'lasting'; readonly duration: Temporal.Duration }
  | { readonly is: 'except'; readonly exception: Exception }
  /** « dès que possible »: no time, but the first that is free will do. */
  | { readonly is: 'asap' }
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
