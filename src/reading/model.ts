// What people type, read: values of the rooms above, and what could not be read.
import type { EquipmentKey, SpaceKey } from '../place/model.ts';

/**
 * A stretch of time as read from words, in the place's time zone, half-open. `span` remembers how precise the words
 * were: a bare day (its opening hours), a moment of the day, two hours, or only a start (the default stay follows).
 */
export interface Slot {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly span: 'day' | 'moment' | 'hours' | 'start';
}

/** A day that a range or a series leaves out, and why. */
export interface Skipped {
  readonly date: Temporal.PlainDate;
  readonly because: 'closed' | 'school_holiday' | 'excluded' | 'past';
}

/**
 * `slots`: the reading retained, in order of time; `alternatives`: other plausible readings, to be offered, never taken in
 * silence. `past` and `closed` still carry what was understood (a bare closed day spans midnight to midnight); for them
 * `alternatives` holds the next open times. `unclear`: no slot; alternatives where the words leave a choice.
 */
export interface WhenReading {
  readonly slots: readonly Slot[];
  readonly alternatives: readonly Slot[];
  readonly problem: 'past' | 'closed' | 'unclear' | undefined;
  /** A range or a series: to be confirmed before it is booked. */
  readonly repeats: boolean;
  /** Of a range, a series or a list, what is not among the slots. */
  readonly skipped: readonly Skipped[];
  /** « dès que possible »: unclear, and the first that is free will do. */
  readonly asap?: true;
}

export interface WantedEquipment {
  readonly key: EquipmentKey;
  readonly count: number;
}

export type ReadingFailure =
  /** `suggestions`: the nearest space keys, best first; empty when nothing is near. */
  | { readonly code: 'reading.unknown_space'; readonly typed: string; readonly suggestions: readonly SpaceKey[] }
  | { readonly code: 'reading.unclear_time'; readonly typed: string }
  /** Understood, where only one stretch of time makes sense. */
  | { readonly code: 'reading.several_times'; readonly typed: string }
  | { readonly code: 'reading.not_a_number'; readonly typed: string }
  | { readonly code: 'reading.not_a_phone'; readonly typed: string }
  | { readonly code: 'reading.not_an_email'; readonly typed: string }
  | { readonly code: 'reading.not_a_message'; readonly typed: string }
  | { readonly code: 'reading.unknown_equipment'; readonly typed: string; readonly known: readonly string[] }
  | { readonly code: 'reading.unknown_choice'; readonly typed: string; readonly known: readonly string[] }
  | { readonly code: 'reading.too_long'; readonly length: number; readonly limit: number };
