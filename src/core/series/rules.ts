// What can be had of several occurrences at once: each as a booking alone would be judged, beside those before it. Pure.
import { type Space, spaceOf } from '../../place/model.ts';
import { claimsOfStay, freeFor, mondayOf, overShare, type Situation, type Taken } from '../booking/free.ts';
import type { Booking, BookingRequest, RuleFailure, Stay, WriteFailure } from '../booking/model.ts';
import { firstBroken } from '../booking/rules.ts';
import type { Claim } from '../ledger/model.ts';
import type { NewTimes, Occurrence, Reach, SeriesRequest } from './model.ts';

/** As many as one request may ask for. */
export const MOST_OCCURRENCES = 60;

const { compare } = Temporal.ZonedDateTime;

/** A situation in which one's own are whole bookings: the one that stands in the way can be shown. */
export type Standing = Omit<Situation, 'own'> & { readonly own: readonly (Booking | BookingRequest)[] };

export interface SortedOut<R extends BookingRequest = BookingRequest> {
  readonly possible: readonly R[];
  readonly impossible: readonly { readonly request: R; readonly failure: RuleFailure | WriteFailure }[];
}

export const requestsOf = ({ occurrences, ...asked }: SeriesRequest): readonly BookingRequest[] =>
  occurrences.map((occurrence) => ({ ...asked, ...occurrence })).sort((a, b) => compare(a.start, b.start));

/** What the staff booked for a guest is not theirs. */
const isOwn = (each: Booking | BookingRequest): boolean =>
  'guest' in each ? each.guest === undefined : !('guestName' in each) || each.guestName === undefined;

const ownFailure = (request: BookingRequest, space: Space, own: Standing['own']): WriteFailure | undefined => {
  if (!isOwn(request)) return undefined;
  const { spaceKey, start, end } = request;
  const here = own.filter((each) => each.spaceKey === spaceKey && isOwn(each));
  const overlapping = here.find((each) => compare(each.start, end) < 0 && compare(start, each.end) < 0);
  if (overlapping) return { code: 'booking.already', booking: asBooking(overlapping) };
  const quotaPerWeek = space.use.by === 'lease' ? undefined : space.use.policy.quotaPerWeek;
  const monday = mondayOf(start);
  const inWeek = here.filter((each) => mondayOf(each.start).equals(monday));
  return quotaPerWeek !== undefined && inWeek.length >= quotaPerWeek
    ? { code: 'booking.over_quota', spaceKey, quotaPerWeek, monday }
    : undefined;
};

/** One that comes before in the same series has no number yet. */
const asBooking = (own: Booking | BookingRequest): Booking =>
  'id' in own ? own : { ...own, id: 0, memberId: 0, cancelledAt: undefined, sequence: 0 };

const claimFailure = (
  claims: readonly Claim[],
  { spaceKey, people, equipment }: BookingRequest,
  space: Space,
  taken: Taken,
): WriteFailure | undefined => {
  for (const claim of claims) {
    const free = freeFor(claim, taken);
    const capacity = taken.capacities.get(claim.resourceKey) ?? 0;
    const sum = claims
      .filter(({ resourceKey, start }) => resourceKey === claim.resourceKey && start.equals(claim.start))
      .reduce((seats, each) => seats + (each.whole ? capacity : each.seats), 0);
    if (free >= sum) continue;
    const wanted = equipment.find(({ key }) => claim.resourceKey === `${spaceKey}/${key}`);
    if (wanted) return { code: 'booking.equipment_taken', equipmentKey: wanted.key, count: wanted.count, free };
    return space.use.by === 'seat'
      ? { code: 'booking.full', capacitySeats: capacity, peakSeats: capacity - free, wantedSeats: people }
      : { code: 'booking.taken' };
  }
  return undefined;
};

/** Why it cannot be had, or undefined. */
export type Judge = (
  request: BookingRequest,
  space: Space,
  standing: Standing,
) => RuleFailure | WriteFailure | undefined;

/** As the database will: what others hold, and what the person has. */
export const standsInTheWay: Judge = (request, space, { place, taken, own, share }) =>
  ownFailure(request, space, own) ??
  (isOwn(request) ? overShare(share, request) : undefined) ??
  claimFailure(claimsOfStay(place, space, request), request, space, taken);

/** The house rules too; where an agreement is needed, it is asked for. */
export const whyNot: Judge = (request, space, standing) => {
  if (space.use.by === 'lease') return { code: 'booking.leased', spaceKey: space.key };
  const { place, actor, now } = standing;
  return (
    firstBroken(request, { place, space, policy: space.use.policy, actor, now, mayWait: true }) ??
    standsInTheWay(request, space, standing)
  );
};

/** What an occurrence takes is taken for those that follow. */
const withTaken = (situation: Standing, space: Space, request: BookingRequest): Standing => ({
  ...situation,
  own: [...situation.own, request],
  share: situation.share && { ...situation.share, stays: [...situation.share.stays, request] },
  taken: {
    ...situation.taken,
    rows: [
      ...situation.taken.rows,
      ...claimsOfStay(situation.place, space, request).map((claim) => ({
        ...claim,
        kind: 'booking' as const,
        sourceId: 0,
      })),
    ],
  },
});

export const sortedOut = <R extends BookingRequest>(
  requests: readonly R[],
  start: Standing,
  judge: Judge = whyNot,
): SortedOut<R> => {
  const possible: R[] = [];
  const impossible: SortedOut<R>['impossible'][number][] = [];
  let standing = start;
  for (const request of requests) {
    const space = spaceOf(start.place, request.spaceKey);
    const failure = space
      ? judge(request, space, standing)
      : ({ code: 'booking.leased', spaceKey: request.spaceKey } as const);
    if (failure) impossible.push({ request, failure });
    else {
      possible.push(request);
      if (space) standing = withTaken(standing, space, request);
    }
  }
  return { possible, impossible };
};

/** Whether an act on `anchor` reaches that occurrence. */
export const isReached = (booking: Booking, anchor: Booking, reach: Reach): boolean =>
  (reach.weekday === undefined || booking.start.dayOfWeek === reach.weekday) && isWithin(booking, anchor, reach);

const isWithin = (booking: Booking, anchor: Booking, reach: Reach): boolean => {
  switch (reach.is) {
    case 'one':
      return booking.id === anchor.id;
    case 'following':
      return compare(anchor.start, booking.start) <= 0;
    case 'all':
      return true;
    case 'between':
      return compare(booking.start, reach.end) < 0 && compare(reach.start, booking.end) < 0;
  }
};

const onDay = (time: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime =>
  time.toPlainDate().add({ days }).toZonedDateTime({ timeZone: time.timeZoneId, plainTime: time.toPlainTime() });

/** That weekday of its own week, which begins on Monday; the hours are those of the place's clocks. */
export const atTimes = ({ start, end }: Stay, { weekday, hours }: NewTimes): Occurrence => {
  const days = weekday === undefined ? 0 : weekday - start.dayOfWeek;
  const [from, to] = [onDay(start, days), onDay(end, days)];
  if (!hours) return { start: from, end: to, bareDay: false };
  const at = from.withPlainTime(hours.start);
  return { start: at, end: hours.end ? from.withPlainTime(hours.end) : at.add(start.until(end)), bareDay: false };
};

export const isSameTime = (a: Pick<Stay, 'start' | 'end'>, b: Pick<Stay, 'start' | 'end'>): boolean =>
  compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;

/** From the first start to the last end; undefined of nothing. */
export const spanOf = (stays: readonly Pick<Stay, 'start' | 'end'>[]) => {
  const start = stays.map((stay) => stay.start).sort(compare)[0];
  const end = stays
    .map((stay) => stay.end)
    .sort(compare)
    .at(-1);
  return start && end && { start, end };
};
