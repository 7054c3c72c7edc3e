// Days in order, by plain numbers: comparing Temporal's own costs as much as making them.

/** Grows with the date: 20261124. */
export const dayKey = ({ year, month, day }: Temporal.PlainDate): number => year * 10_000 + month * 100 + day;

/** So many days later, or before. The same days come back from phrase to phrase: they are made once. */
export const daysAfter = (date: Temporal.PlainDate, days: number): Temporal.PlainDate => {
  const key = dayKey(date) * SPREAD + days;
  const found = made.get(key);
  if (found !== undefined) return found;
  if (made.size >= MOST_KEPT) made.clear();
  const other = date.add({ days });
  made.set(key, other);
  return other;
};
const made = new Map<number, Temporal.PlainDate>();
const MOST_KEPT = 8192;
const SPREAD = 100_000;

export const byDay = (a: Temporal.PlainDate, b: Temporal.PlainDate): number => dayKey(a) - dayKey(b);
