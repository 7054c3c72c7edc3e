// Whether a stay fits in what is taken, as the ledger will count it: to propose, never to decide. Pure.
import type { Place, Space } from '../../place/model.ts';
import type { Claim, Occupancy } from '../ledger/model.ts';
import { claimsOf, peak, resourcesOf } from '../ledger/rules.ts';
import type { BookingRequest } from './model.ts';

export interface Taken {
  readonly rows: readonly Occupancy[];
  /** By resource key. */
  readonly capacities: ReadonlyMap<string, number>;
}

export const takenIn = (place: Place, rows: readonly Occupancy[]): Taken => ({
  rows,
  capacities: new Map(resourcesOf(place).map(({ key, capacity }) => [key, capacity])),
});

export type Asked = Pick<BookingRequest, 'start' | 'end' | 'people' | 'equipment'>;

export const claimsOfStay = (place: Place, space: Space, { start, end, people, equipment }: Asked): readonly Claim[] =>
  claimsOf(
    place,
    space,
    { start: start.toInstant(), end: end.toInstant() },
    space.use.by === 'seat' ? { seats: people } : { whole: true },
    equipment,
  );

/** Seats (or units) that nobody holds at the fullest instant of the claim. */
export const freeFor = ({ resourceKey, start, end }: Claim, { rows, capacities }: Taken): number => {
  const capacity = capacities.get(resourceKey) ?? 0;
  const others = rows.filter((row) => row.resourceKey === resourceKey);
  return Math.max(0, capacity - peak(others, { start, end }, capacity));
};

export const isFree = (claims: readonly Claim[], taken: Taken): boolean =>
  claims.every(
    (claim) => freeFor(claim, taken) >= (claim.whole ? (taken.capacities.get(claim.resourceKey) ?? 0) : claim.seats),
  );
