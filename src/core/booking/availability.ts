// What is free over one day: pure, from the opening hours and what is taken.
import { overlaps } from '../../kernel/interval.ts';
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

/** What is taken of the space, and of what is inside it, at some instant of these times: the rest is no concern of theirs. */
const takenOf = (place: Place, space: Space, times: Times, taken: Taken): Taken => {
  const keys = new Set(
    claimsOfStay(place, space, { ...times, people: 1, equipment: [] }).map(({ resourceKey }) => resourceKey),
  );
  const within = { start: times.start.toInstant(), end: times.end.toInstant() };
  return { ...taken, rows: taken.rows.filter((row) => keys.has(row.resourceKey) && overlaps(row, within)) };
};

/** The start, each instant between at which someone comes or leaves, the end. */
const cutsOf = ({ start, end }: Times, { rows }: Taken): readonly Temporal.ZonedDateTime[] => {
  const edges = rows.flatMap((row) => [row.start.epochMilliseconds, row.end.epochMilliseconds]);
  const inner = [...new Set(edges)].filter((edge) => start.epochMilliseconds < edge && edge < end.epochMilliseconds);
  const at = (edge: number) => Temporal.Instant.fromEpochMilliseconds(edge).toZonedDateTimeISO(start.timeZoneId);
  return [start, ...inner.sort((a, b) => a - b).map(at), end];
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
  return openIntervals(place, space, date).flatMap((open) => {
    const whole = { start: later(open.start, from), end: sooner(open.end, to) };
    if (compare(whole.start, whole.end) >= 0) return [];
    const beside = takenOf(place, bare, whole, kept);
    const cuts = cutsOf(whole, beside);
    const pieces = cuts.slice(0, -1).map((start, index) => ({ start, end: cuts[index + 1] ?? whole.end }));
    return merged(
      pieces.map((times) => ({ spaceKey: space.key, ...times, freeSeats: freeSeatsIn(place, bare, times, beside) })),
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
