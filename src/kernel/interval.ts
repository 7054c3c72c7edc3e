// Half-open intervals of time, [start, end): two that touch do not overlap.

export interface Interval {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

const { compare } = Temporal.Instant;

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => compare(a, b) < 0;

export const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? b : a);

export const earliest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? a : b);

export const isEmpty = ({ start, end }: Interval): boolean => !isBefore(start, end);

export const overlaps = (a: Interval, b: Interval): boolean => isBefore(a.start, b.end) && isBefore(b.start, a.end);
