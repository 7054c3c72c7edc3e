// Whose equipment goes when some of it is out of order: those who asked last, and no more of them than it takes. Pure.
import { type Interval, isBefore, latest, overlaps } from '../../kernel/interval.ts';
import type { Occupancy } from '../ledger/model.ts';

const takenAt = (rows: readonly Occupancy[], instant: Temporal.Instant): readonly Occupancy[] =>
  rows.filter(({ start, end }) => !isBefore(instant, start) && isBefore(instant, end));

const sum = (rows: readonly Occupancy[]): number => rows.reduce((all, { seats }) => all + seats, 0);

/** Undefined: even without any booking there would not be enough of it. `rows`: of that equipment alone. */
export const bookingsToLeave = (
  rows: readonly Occupancy[],
  within: Interval,
  { units, owned }: { readonly units: number; readonly owned: number },
): readonly number[] | undefined => {
  const leaving = new Set<number>();
  const present = rows.filter((row) => overlaps(row, within));
  for (const { start } of [{ start: within.start }, ...present]) {
    const instant = latest(start, within.start);
    const there = takenAt(present, instant);
    const bookings = there
      .filter(({ kind, sourceId }) => kind === 'booking' && !leaving.has(sourceId))
      .sort((a, b) => a.sourceId - b.sourceId);
    let left = sum(there.filter(({ kind, sourceId }) => kind !== 'booking' || !leaving.has(sourceId)));
    while (left + units > owned) {
      const last = bookings.pop();
      if (!last) return undefined;
      leaving.add(last.sourceId);
      left -= last.seats;
    }
  }
  return [...leaving].sort((a, b) => a - b);
};
