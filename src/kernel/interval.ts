// Half-open intervals of time, [start, end): two that touch do not overlap.

export interface Interval {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

const { compare } = Temporal.Instant;

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => compare(a, b) < 0;

export const earliest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? a : b);

export const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? b : a);

export const isEmpty = ({ start, end }: Interval): boolean => !isBefore(start, end);

export const overlaps = (a: Interval, b: Interval): boolean => isBefore(a.start, b.end) && isBefore(b.start, a.end);

export const encloses = (outer: Interval, inner: Interval): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);

export const intersection = (a: Interval, b: Interval): Interval | undefined => {
  const common = { start: latest(a.start, b.start), end: earliest(a.end, b.end) };
  return isEmpty(common) ? undefined : common;
};

/** What remains of `from` once every interval of `taken` is cut out, in order of time. */
export const subtract = (from: Interval, taken: readonly Interval[]): readonly Interval[] => {
  const free: Interval[] = [];
  let cursor = from.start;
  for (const busy of [...taken].sort((a, b) => compare(a.start, b.start))) {
    if (isBefore(cursor, earliest(busy.start, from.end)))
      free.push({ start: cursor, end: earliest(busy.start, from.end) });
    cursor = latest(cursor, busy.end);
  }
  if (isBefore(cursor, from.end)) free.push({ start: cursor, end: from.end });
  return free;
};

/** Whole minutes between the two ends. */
export const minutesOf = ({ start, end }: Interval): number => start.until(end).total('minutes');
