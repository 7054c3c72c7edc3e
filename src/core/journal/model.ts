// Who did what: one entry for every write.

export interface JournalEntry {
  readonly at: Temporal.Instant;
  /** By name; undefined when the program did it, or when they are gone. */
  readonly actor: string | undefined;
  readonly action: string;
  /** « booking 12 ». */
  readonly subject: string;
  /** The role that was given or taken back. */
  readonly role: string | undefined;
  /** The number of the structure that a person joined or left. */
  readonly structure: number | undefined;
  /** The partner for whom someone speaks, or no longer does. */
  readonly partner: string | undefined;
}
