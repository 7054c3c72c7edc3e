// The house rules of a booking: pure, one each, in the order in which people are told.
import type { Place, Policy, Space, SpaceKey } from '../../place/model.ts';
import { openIntervals, openingOn } from '../../place/opening.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Booking, BookingFailure, BookingRequest, RuleFailure, Stay } from './model.ts';

export interface Bookable {
  readonly place: Place;
  readonly space: Space;
  readonly policy: Policy;
  readonly actor: Pick<Actor, 'roles'>;
  readonly now: Temporal.ZonedDateTime;
}

type Rule = (request: BookingRequest, house: Bookable) => RuleFailure | undefined;

const { compare } = Temporal.ZonedDateTime;

const isFor = (
  { spaceKey }: BookingRequest,
  role: Policy['whoMayBook'],
  { actor }: Bookable,
): RuleFailure | undefined => (holds(actor, role) ? undefined : { code: 'booking.not_for_you', spaceKey, role });

const someoneComes: Rule = ({ people }) => (people < 1 ? { code: 'booking.no_one', people } : undefined);

const heads: Rule = ({ spaceKey, people }, { space }) => {
  const capacityPeople =
    space.use.by === 'seat' ? space.use.capacitySeats : space.use.by === 'whole' ? space.use.capacityPeople : undefined;
  return capacityPeople !== undefined && people > capacityPeople
    ? { code: 'booking.too_many_people', spaceKey, people, capacityPeople }
    : undefined;
};

const equipmentIsOwned: Rule = ({ spaceKey, equipment }, { space }) => {
  for (const { key, count } of equipment) {
    const owned = space.equipment.find((each) => each.key === key)?.count ?? 0;
    if (count > owned) return { code: 'booking.not_enough_equipment', spaceKey, equipmentKey: key, count, owned };
  }
  return undefined;
};

/** The stretch that is running now can still be taken: who walks in at 10:07 books from 10:00. */
const isToCome: Rule = ({ start, end }, { policy, now }) =>
  compare(end, now) <= 0 || compare(start.add(policy.step), now) <= 0
    ? { code: 'booking.past', start, end }
    : undefined;

const respectsNotice: Rule = ({ start }, { policy, now }) => {
  const earliest = now.add(policy.minNotice);
  return !policy.minNotice.blank && compare(start, earliest) < 0 ? { code: 'booking.too_late', earliest } : undefined;
};

const withinHorizon: Rule = ({ spaceKey, start }, { policy: { horizonDays }, now }) => {
  const last = now.toPlainDate().add({ days: horizonDays });
  return Temporal.PlainDate.compare(start.toPlainDate(), last) > 0
    ? { code: 'booking.too_far', spaceKey, horizonDays, last }
    : undefined;
};

export const isOpenFor = ({ place, space }: Pick<Bookable, 'place' | 'space'>, { start, end }: Stay): boolean =>
  openIntervals(place, space, start.toPlainDate()).some(
    (open) => compare(open.start, start) <= 0 && compare(end, open.end) <= 0,
  );

/** The public holiday or the exceptional closure of that day; undefined when the usual hours hold. */
export const nameOfClosure = (
  { place, space }: Pick<Bookable, 'place' | 'space'>,
  date: Temporal.PlainDate,
): string | undefined => {
  const { closed } = openingOn(place, space, date);
  switch (closed?.because) {
    case 'holiday':
      return closed.name;
    case 'exception':
      return closed.reason;
    case 'weekday':
    case undefined:
      return undefined;
  }
};

/** A whole day is from the first opening to the last closing, whatever the breaks between. */
const isWholeOpening = (house: Bookable, { start, end }: Stay): boolean => {
  const intervals = openIntervals(house.place, house.space, start.toPlainDate());
  const [first, last] = [intervals[0], intervals.at(-1)];
  return first !== undefined && last !== undefined && compare(first.start, start) <= 0 && compare(end, last.end) <= 0;
};

const isOpen: Rule = (request, house) =>
  isOpenFor(house, request) || (request.bareDay && isWholeOpening(house, request))
    ? undefined
    : {
        code: 'booking.closed',
        start: request.start,
        end: request.end,
        bareDay: request.bareDay,
        because: nameOfClosure(house, request.start.toPlainDate()),
      };

const minutesOf = (length: Temporal.Duration): number => length.total('minutes');

const onStep: Rule = ({ start, end }, { policy: { step } }) =>
  [start, end].every(({ hour, minute, second }) => second === 0 && (hour * 60 + minute) % minutesOf(step) === 0)
    ? undefined
    : { code: 'booking.off_step', step };

const fitsLength: Rule = ({ start, end }, { policy: { shortest, longest } }) => {
  const minutes = start.until(end).total('minutes');
  if (minutes < minutesOf(shortest)) return { code: 'booking.too_short', shortest };
  return minutes > minutesOf(longest) ? { code: 'booking.too_long', longest } : undefined;
};

const mayBook: Rule = (request, house) => isFor(request, house.policy.whoMayBook, house);

const isApproved: Rule = ({ spaceKey }, { policy: { approval }, actor }) =>
  approval === undefined || holds(actor, approval)
    ? undefined
    : { code: 'booking.approval_needed', spaceKey, role: approval };

const rules: readonly Rule[] = [
  mayBook,
  someoneComes,
  heads,
  equipmentIsOwned,
  isToCome,
  respectsNotice,
  withinHorizon,
  isOpen,
  onStep,
  fitsLength,
  isApproved,
];

export const firstBroken = (request: BookingRequest, house: Bookable): RuleFailure | undefined => {
  for (const rule of rules) {
    const failure = rule(request, house);
    if (failure) return failure;
  }
  return undefined;
};

/** How long a cancellation can be taken back. */
const RESTORED_WITHIN = Temporal.Duration.from({ minutes: 5 });

const noDeadline = Temporal.Duration.from({ minutes: 0 });

/** Its person may change or cancel a booking until it starts, or earlier where the space says so. */
export const whyNotChangeable = (
  booking: Booking,
  space: Space | undefined,
  now: Temporal.ZonedDateTime,
): BookingFailure | undefined => {
  if (booking.cancelledAt) return { code: 'booking.already_cancelled', booking };
  if (compare(booking.start, now) <= 0) return { code: 'booking.started', booking };
  const deadline = space && space.use.by !== 'lease' ? space.use.policy.cancellationDeadline : noDeadline;
  return compare(booking.start.subtract(deadline), now) < 0
    ? { code: 'booking.cancel_too_late', booking, deadline }
    : undefined;
};

export const whyNotRestorable = (booking: Booking, now: Temporal.ZonedDateTime): BookingFailure | undefined => {
  if (!booking.cancelledAt) return { code: 'booking.not_cancelled', booking };
  const deadline = booking.cancelledAt.add(RESTORED_WITHIN);
  return Temporal.Instant.compare(now.toInstant(), deadline) > 0 || compare(booking.end, now) <= 0
    ? { code: 'booking.restore_too_late', booking, within: RESTORED_WITHIN }
    : undefined;
};

/** What someone says of one of their bookings, to point at it. */
export interface Among {
  readonly spaceKey?: SpaceKey | undefined;
  readonly during?: Pick<Stay, 'start' | 'end'> | undefined;
}

export const isAmong = ({ spaceKey, start, end }: Booking, among: Among): boolean =>
  (among.spaceKey === undefined || among.spaceKey === spaceKey) &&
  (among.during === undefined || (compare(start, among.during.end) < 0 && compare(among.during.start, end) < 0));
