// What people of a place are told without having asked, and when nobody is told anything.

/** What people are told before they come. Undefined: nothing. */
export interface Reminders {
  /** The day before, at this local time. */
  readonly dayBeforeAt: Temporal.PlainTime | undefined;
  readonly before: Temporal.Duration | undefined;
}

/** Local times, which may go round midnight: nobody is told anything from `start` to `end`. */
export interface QuietHours {
  readonly start: Temporal.PlainTime;
  readonly end: Temporal.PlainTime;
}

/** How long someone who waits has to take what is offered to them. */
export const answerTime = ({
  answerWithin,
}: {
  readonly answerWithin?: Temporal.Duration | undefined;
}): Temporal.Duration => answerWithin ?? Temporal.Duration.from({ minutes: 30 });
