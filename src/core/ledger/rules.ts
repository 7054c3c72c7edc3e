// From what a person asks to what the ledger counts, and back: pure.
import { earliest, type Interval, isBefore, isEmpty, latest, overlaps } from '../../kernel/interval.ts';
import type { EquipmentKey, Place, Space, SpaceKey } from '../../place/model.ts';
import type { Claim, Resource, Wanted } from './model.ts';

export const equipmentResource = (spaceKey: SpaceKey, equipmentKey: EquipmentKey): string =>
  `${spaceKey}/${equipmentKey}`;

const capacityOf = ({ use }: Space): number => (use.by === 'seat' ? use.capacitySeats : 1);

const resourcesOfSpace = (space: Space): readonly Resource[] => [
  {
    key: space.key,
    kind: 'space',
    capacity: capacityOf(space),
    quotaPerWeek: space.use.by === 'lease' ? undefined : space.use.policy.quotaPerWeek,
    structureQuotaPerWeek: space.use.by === 'lease' ? undefined : space.use.policy.structureQuotaPerWeek,
  },
  ...space.equipment.flatMap(({ key, count }): readonly Resource[] =>
    count === undefined
      ? []
      : [{ key: equipmentResource(space.key, key), kind: 'equipment', capacity: count, quotaPerWeek: undefined }],
  ),
];

export const resourcesOf = (place: Place): readonly Resource[] => place.spaces.flatMap(resourcesOfSpace);

/** The space and all that is inside it, at any depth. */
const withInner = (place: Place, space: Space): readonly Space[] => [
  space,
  ...place.spaces.filter(({ inside }) => inside === space.key).flatMap((inner) => withInner(place, inner)),
];

const HOURS_OF_A_PIECE = 24;

/** Cut at each local midnight when longer than 24 h: a piece is then a day at most, which is 25 h once a year. */
const piecesOf = (interval: Interval, timeZone: string): readonly Interval[] => {
  if (interval.start.until(interval.end).total('hours') <= HOURS_OF_A_PIECE) return [interval];
  const nextDay = interval.start.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
  const midnight = nextDay.toZonedDateTime(timeZone).toInstant();
  return [{ start: interval.start, end: midnight }, ...piecesOf({ start: midnight, end: interval.end }, timeZone)];
};

const claimsWhole = (place: Place, spaces: readonly Space[], interval: Interval): readonly Claim[] =>
  spaces.flatMap((space) =>
    piecesOf(interval, place.timeZone).map((piece) => ({
      resourceKey: space.key,
      ...piece,
      seats: capacityOf(space),
      whole: true,
    })),
  );

const claimsSeats = (resourceKey: string, seats: number, interval: Interval, timeZone: string): readonly Claim[] =>
  piecesOf(interval, timeZone).map((piece) => ({ resourceKey, ...piece, seats, whole: false }));

const withBuffers = ({ use }: Space, { start, end }: Interval): Interval =>
  use.by === 'lease'
    ? { start, end }
    : { start: start.subtract(use.policy.bufferBefore), end: end.add(use.policy.bufferAfter) };

/** A space that is not shared by seat is always taken whole, with the time it needs before and after. */
export const claimsOf = (
  place: Place,
  space: Space,
  interval: Interval,
  wanted: Wanted,
  equipment: readonly { readonly key: EquipmentKey; readonly count: number }[],
): readonly Claim[] => {
  const ofSpace =
    'seats' in wanted && space.use.by === 'seat'
      ? claimsSeats(space.key, wanted.seats, interval, place.timeZone)
      : claimsWhole(place, withInner(place, space), withBuffers(space, interval));
  const ofEquipment = equipment.flatMap(({ key, count }) =>
    claimsSeats(equipmentResource(space.key, key), count, interval, place.timeZone),
  );
  return [...ofSpace, ...ofEquipment];
};

/** Each space once, even where one of them is inside another. */
export const closingClaims = (place: Place, spaceKeys: readonly SpaceKey[], interval: Interval): readonly Claim[] => {
  const closed = place.spaces.filter(({ key }) => spaceKeys.includes(key)).flatMap((space) => withInner(place, space));
  return claimsWhole(place, [...new Set(closed)], interval);
};

/** Units of one piece of equipment, whoever would have it. */
export const equipmentClaims = (
  { timeZone }: Place,
  resourceKey: string,
  units: number,
  interval: Interval,
): readonly Claim[] => claimsSeats(resourceKey, units, interval, timeZone);

/**
 * What of the claims is not held already: cut out where what is held is as much. Of more seats than are held, the whole
 * claim stays: to hold too much is safe, and too little would offer what can't be had.
 */
export const claimsBeyond = (claims: readonly Claim[], held: readonly Claim[]): readonly Claim[] =>
  claims.flatMap((claim) =>
    held
      .filter(
        ({ resourceKey, seats, whole }) =>
          resourceKey === claim.resourceKey && (whole || (!claim.whole && seats >= claim.seats)),
      )
      .reduce<readonly Claim[]>(
        (left, cut) =>
          left.flatMap((piece) =>
            overlaps(piece, cut)
              ? [
                  { ...piece, end: earliest(piece.end, cut.start) },
                  { ...piece, start: latest(piece.start, cut.end) },
                ].filter((rest) => !isEmpty(rest))
              : [piece],
          ),
        [claim],
      ),
  );

type Taken = Interval & { readonly seats: number; readonly whole: boolean };

/**
 * The most that is taken at one instant of `within`: what the trigger counts (peak_seats, in prisma/migrations).
 * The fullest instant is the start of one of them, or of `within`.
 */
export const peak = (taken: readonly Taken[], within: Interval, capacity: number): number => {
  if (isEmpty(within)) return 0;
  const present = taken.filter((one) => overlaps(one, within));
  const takenAt = (instant: Temporal.Instant) =>
    present
      .filter(({ start, end }) => !isBefore(instant, start) && isBefore(instant, end))
      .reduce((sum, { seats, whole }) => sum + (whole ? Math.max(capacity, seats) : seats), 0);
  return Math.max(0, ...present.map(({ start }) => takenAt(latest(start, within.start))));
};
