// Whether a stay could be had: by the house rules, in what is taken, beside what the person has. As the database will
// count it: to propose, never to decide. Pure.
import type { Place, Space } from '../../place/model.ts';
import type { Claim, Occupancy } from '../ledger/model.ts';
import { claimsOf, peak, resourcesOf } from '../ledger/rules.ts';
import type { Actor } from '../people/model.ts';
import type { Share } from '../structures/model.ts';
import type { BookingRequest, Stay, WriteFailure } from './model.ts';
import { firstBroken } from './rules.ts';

export interface Taken {
  readonly rows: readonly Occupancy[];
  /** By resource key. */
  readonly capacities: ReadonlyMap<string, number>;
}

export const takenIn = (place: Place, rows: readonly Occupancy[]): Taken => ({
  rows,
  capacities: new Map(resourcesOf(place).map(({ key, capacity }) => [key, capacity])),
});

export interface Situation {
  readonly place: Place;
  readonly actor: Pick<Actor, 'roles'>;
  readonly now: Temporal.ZonedDateTime;
  readonly taken: Taken;
  /** The person's own bookings, in whole weeks. */
  readonly own: readonly Stay[];
  /** Of their structure; undefined: they are of none. */
  readonly share?: Share | undefined;
}

export type Times = Pick<Stay, 'start' | 'end'>;

export type Asked = Pick<BookingRequest, 'start' | 'end' | 'people' | 'equipment'>;

const { compare } = Temporal.ZonedDateTime;

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

/** Claims of one act on one resource add up. */
const isFree = (claims: readonly Claim[], taken: Taken): boolean =>
  claims.every((claim) => {
    const capacity = taken.capacities.get(claim.resourceKey) ?? 0;
    const wanted = claims
      .filter(({ resourceKey, start }) => resourceKey === claim.resourceKey && start.equals(claim.start))
      .reduce((sum, { seats, whole }) => sum + (whole ? capacity : seats), 0);
    return freeFor(claim, taken) >= wanted;
  });

export const mondayOf = (time: Temporal.ZonedDateTime): Temporal.PlainDate =>
  time.toPlainDate().subtract({ days: time.dayOfWeek - 1 });

/** One booking of a person in a space at a time, and so many in a week. */
const fitsOwn = (own: readonly Stay[], space: Space, { start, end }: Times): boolean => {
  const here = own.filter(({ spaceKey }) => spaceKey === space.key);
  const quota = space.use.by === 'lease' ? undefined : space.use.policy.quotaPerWeek;
  const inWeek = here.filter((stay) => mondayOf(stay.start).equals(mondayOf(start)));
  return (
    !here.some((stay) => compare(stay.start, end) < 0 && compare(start, stay.end) < 0) &&
    (quota === undefined || inWeek.length < quota)
  );
};

/** The week's bookings of all the members of a structure, of whom the one who asks is. */
export const overShare = (
  share: Share | undefined,
  { spaceKey, start }: Pick<Stay, 'spaceKey' | 'start'>,
): WriteFailure | undefined => {
  const quotaPerWeek = share?.quotas.get(spaceKey);
  if (share === undefined || quotaPerWeek === undefined) return undefined;
  const monday = mondayOf(start);
  const inWeek = share.stays.filter((stay) => stay.spaceKey === spaceKey && mondayOf(stay.start).equals(monday));
  if (inWeek.length < quotaPerWeek || inWeek.some(({ id }) => id !== undefined && id === share.moving))
    return undefined;
  return { code: 'booking.over_structure_quota', spaceKey, structure: share.structure, quotaPerWeek, monday };
};

/** The same request in that space at those hours: said as hours, for that is what a button will say. */
export const canBeHad = (request: BookingRequest, space: Space, times: Times, situation: Situation): boolean => {
  if (space.use.by === 'lease') return false;
  const { place, actor, now, taken, own, share } = situation;
  const asked = { ...request, ...times, spaceKey: space.key, bareDay: false };
  return (
    firstBroken(asked, {
      place,
      space,
      policy: space.use.policy,
      actor,
      now,
      mayWait: space.key === request.spaceKey,
    }) === undefined &&
    fitsOwn(own, space, times) &&
    (request.guestName !== undefined || overShare(share, asked) === undefined) &&
    isFree(claimsOfStay(place, space, asked), taken)
  );
};
