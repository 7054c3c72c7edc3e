// What is free over one day: pure, from the opening hours and what is taken.
import type { Place, Space } from '../../place/model.ts';
import { openIntervals } from '../../place/opening.ts';
import { claimsOfStay, freeFor, type Taken } from './free.ts';
import type { Stay } from './model.ts';

export type Stretch = Stay & { readonly freeSeats: number };

const { compare } = Temporal.ZonedDateTime;

const later = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime) => (compare(a, b) < 0 ? b : a);
const sooner = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime) => (compare(a, b) < 0 ? a : b);

interface Window {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

/** Free seats of a shared space; of one taken whole, 1 when it and all that is inside are free. Buffers are not shown. */
const freeSeatsIn = (
  place: Place,
  space: Space,
  times: { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime },
  taken: Taken,
): number => {
  const claims = claimsOfStay(place, space, { ...times, people: 1, equipment: [] });
  const free = claims.map((claim) =>
    claim.whole
      ? Number(freeFor(claim, taken) >= (taken.capacities.get(claim.resourceKey) ?? 0))
      : freeFor(claim, taken),
  );
  return Math.min(...free);
};

const merged = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.reduce<readonly Stretch[]>((kept, next) => {
    const last = kept.at(-1);
    return last && last.freeSeats === next.freeSeats && compare(last.end, next.start) === 0
      ? [...kept.slice(0, -1), { ...last, end: next.end }]
      : [...kept, next];
  }, []);

/** The opening hours of `date` within the window, cut where the number of free seats changes. */
export const stretchesOf = (
  place: Place,
  space: Space,
  date: Temporal.PlainDate,
  { from, to }: Window,
  taken: Taken,
): readonly Stretch[] => {
  const edges = taken.rows
    .flatMap(({ start, end }) => [start, end])
    .map((instant) => instant.toZonedDateTimeISO(place.timeZone));
  return openIntervals(place, space, date).flatMap((open) => {
    const [start, end] = [later(open.start, from), sooner(open.end, to)];
    if (compare(start, end) >= 0) return [];
    const inner = edges.filter((edge) => compare(start, edge) < 0 && compare(edge, end) < 0).sort(compare);
    const cuts = [
      start,
      ...inner.filter((edge, index) => index === 0 || compare(edge, inner[index - 1] ?? edge) !== 0),
      end,
    ];
    const pieces = cuts.slice(0, -1).map((cut, index) => ({ start: cut, end: cuts[index + 1] ?? end }));
    return merged(
      pieces.map((times) => ({ spaceKey: space.key, ...times, freeSeats: freeSeatsIn(place, space, times, taken) })),
    );
  });
};

const MOST_PROPOSALS = 10;

/** Stays that could be booked as they are: each free stretch if it is not too long, and the moments of the day that fit in one. */
export const proposalsIn = (
  place: Place,
  space: Space,
  free: readonly Stay[],
  now: Temporal.ZonedDateTime,
): readonly Stay[] => {
  if (space.use.by === 'lease') return [];
  const { shortest, longest, step } = space.use.policy;
  const fits = ({ start, end }: Stay) => {
    const minutes = start.until(end).total('minutes');
    return (
      minutes >= shortest.total('minutes') && minutes <= longest.total('minutes') && compare(now, start.add(step)) < 0
    );
  };
  const inMoments = free.flatMap((stretch) =>
    place.moments.map((moment) => ({
      spaceKey: space.key,
      start: later(stretch.start, stretch.start.withPlainTime(moment.start)),
      end: sooner(stretch.end, stretch.start.withPlainTime(moment.end)),
    })),
  );
  const proposed = [...free, ...inMoments].filter((stay) => compare(stay.start, stay.end) < 0 && fits(stay));
  const isSame = (a: Stay, b: Stay) => compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
  return proposed
    .filter((stay, index) => proposed.findIndex((other) => isSame(other, stay)) === index)
    .sort((a, b) => compare(a.start, b.start))
    .slice(0, MOST_PROPOSALS);
};
