// What others may see of a person's name: nothing, unless they chose it.

export type ShownName = 'hidden' | 'first' | 'full';

/** Someone who is expected, by the name that they chose to show. */
export interface NamedStay {
  readonly spaceKey: string;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly name: string;
}
