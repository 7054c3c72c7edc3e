// What is free over one day: pure, from the opening hours and what is taken.
import type { Place, Space } from '../../place/model.ts';
import { openIntervals } from '../../place/opening.ts';
import { claimsOfStay, freeFor, type Taken, type Times } from './free.ts';
import type { Stay } from './model.ts';
import { downToStep, later, sooner, upToStep } from './steps.ts';

export type Stretch = Stay & { readonly freeSeats: number };

const { compare } = Temporal.ZonedDateTime;

export interface Window {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

const none = Temporal.Duration.from({ minutes: 0 });

/** A space taken whole needs time before and after: what others hold keeps that much away from it, and so does it no more. */
const apart = (space: Space, taken: Taken): { readonly bare: Space; readonly kept: Taken } => {
  if (space.use.by !== 'whole') return { bare: space, kept: taken };
  const { bufferBefore, bufferAfter } = space.use.policy;
  const policy = { ...space.use.policy, bufferBefore: none, bufferAfter: none };
  const rows = taken.rows.map((row) => ({
    ...row,
    start: row.start.subtract(bufferAfter),
    end: row.end.add(bufferBefore),
  }));
  return { bare: { ...space, use: { ...space.use, policy } }, kept: { ...taken, rows } };
};

/** Free seats of a shared space; of one taken whole, 1 when it and all that is inside are free. */
const freeSeatsIn = (place: Place, space: Space, times: Times, taken: Taken): number => {
  const claims = claimsOfStay(place, space, { ...times, people: 1, equipment: [] });
  const free = claims.map((claim) =>
    claim.whole
      ? Number(freeFor(claim, taken) >= (taken.capacities.get(claim.resourceKey) ?? 0))
      : freeFor(claim, taken),
  );
  return Math.min(...free);
};

const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const kept: Stretch[] = [];
  for (const next of stretches) {
    const last = kept.at(-1);
    if (last && last.freeSeats === next.freeSeats && compare(last.end, next.start) === 0)
      kept[kept.length - 1] = { ...last, end: next.end };
    else kept.push(next);
  }
  return kept;
};

/** The opening hours of `date` within the window, cut where the number of free seats changes. */
export const stretchesOf = (
  place: Place,
  space: Space,
  date: Temporal.PlainDate,
  { from, to }: Window,
  taken: Taken,
): readonly Stretch[] => {
  const { bare, kept } = apart(space, taken);
  const edges = kept.rows
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
      pieces.map((times) => ({ spaceKey: space.key, ...times, freeSeats: freeSeatsIn(place, bare, times, kept) })),
    );
  });
};

const MOST_PROPOSALS = 10;

/** Of each free stretch, all or as much as can be booked at once, and the moments of the day that fit in it: those that could be had. */
export const proposalsIn = (
  place: Place,
  space: Space,
  free: readonly Stay[],
  couldBeHad: (times: Times) => boolean,
): readonly Stay[] => {
  if (space.use.by === 'lease') return [];
  const { longest, step } = space.use.policy;
  const inMoments = free.flatMap(({ start, end }) =>
    place.moments.map((moment) => ({
      start: later(start, start.withPlainTime(moment.start)),
      end: sooner(end, start.withPlainTime(moment.end)),
    })),
  );
  const proposed = [...free, ...inMoments]
    .map((times) => {
      const start = upToStep(times.start, step);
      return { spaceKey: space.key, start, end: downToStep(sooner(times.end, start.add(longest)), step) };
    })
    .filter((stay) => compare(stay.start, stay.end) < 0 && couldBeHad(stay));
  const isSame = (a: Stay, b: Stay) => compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
  return proposed
    .filter((stay, index) => proposed.findIndex((other) => isSame(other, stay)) === index)
    .sort((a, b) => compare(a.start, b.start))
    .slice(0, MOST_PROPOSALS);
};
