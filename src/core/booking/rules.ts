// The house rules of a booking: pure, one each, in the order in which people are told.
import type { Place, Policy, Role, Space } from '../../place/model.ts';
import { openIntervals, outOfTheOrdinary } from '../../place/opening.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Booking, BookingRequest, RuleFailure, Stay } from './model.ts';
import { downToStep } from './steps.ts';

export interface Bookable {
  readonly place: Place;
  readonly space: Space;
  readonly policy: Policy;
  readonly actor: Pick<Actor, 'roles'>;
  readonly now: Temporal.ZonedDateTime;
  /** Where an agreement is needed, the booking may wait for it. */
  readonly mayWait?: boolean;
}

type Rule = (request: BookingRequest, house: Bookable) => RuleFailure | undefined;

const { compare } = Temporal.ZonedDateTime;

const isFor = (
  { spaceKey }: BookingRequest,
  role: Policy['whoMayBook'],
  { actor }: Bookable,
): RuleFailure | undefined => (holds(actor, role) ? undefined : { code: 'booking.not_for_you', spaceKey, role });

const someoneComes: Rule = ({ people }) => (people < 1 ? { code: 'booking.no_one', people } : undefined);

/** Where a capacity is not known, heads are not counted; but this many are a slip of the finger. */
const MOST_HEADS = 1_000;

const heads: Rule = ({ spaceKey, people }, { space }) => {
  const capacityPeople =
    space.use.by === 'seat' ? space.use.capacitySeats : space.use.by === 'whole' ? space.use.capacityPeople : undefined;
  return people > (capacityPeople ?? MOST_HEADS)
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

/** A whole day is from the first opening to the last closing, whatever the breaks between; of today, what is left of it. */
const isWholeOpening = ({ place, space }: Bookable, { start, end, bareDay }: BookingRequest): boolean => {
  const intervals = openIntervals(place, space, start.toPlainDate());
  const [first, last] = [intervals[0], intervals.at(-1)];
  if (first === undefined || last === undefined) return false;
  const [sinceOpening, untilClosing] = [compare(first.start, start), compare(end, last.end)];
  return bareDay ? sinceOpening <= 0 && untilClosing <= 0 : sinceOpening === 0 && untilClosing === 0;
};

const isOpen: Rule = (request, house) =>
  isOpenFor(house, request) || isWholeOpening(house, request)
    ? undefined
    : {
        code: 'booking.closed',
        start: request.start,
        end: request.end,
        bareDay: request.bareDay,
        because: outOfTheOrdinary(house.place, house.space, request.start.toPlainDate()),
      };

const minutesOf = (length: Temporal.Duration): number => length.total('minutes');

const onStep: Rule = ({ start, end }, { policy: { step } }) =>
  [start, end].every((time) => compare(downToStep(time, step), time) === 0)
    ? undefined
    : { code: 'booking.off_step', step };

const fitsLength: Rule = ({ start, end }, { policy: { shortest, longest } }) => {
  const minutes = start.until(end).total('minutes');
  if (minutes < minutesOf(shortest)) return { code: 'booking.too_short', shortest };
  return minutes > minutesOf(longest) ? { code: 'booking.too_long', longest } : undefined;
};

const mayBook: Rule = (request, house) => isFor(request, house.policy.whoMayBook, house);

/** The role that must agree; those who hold it need nobody. */
const approvalNeeded = ({ approval }: Policy, actor: Pick<Actor, 'roles'>): Role | undefined =>
  approval === undefined || holds(actor, approval) ? undefined : approval;

/** Of a change: those who agreed to a booking agreed to its space, its times and its people. */
export const approvalOf = (
  { use }: Space,
  actor: Pick<Actor, 'roles'>,
  request: BookingRequest,
  before?: Booking,
): Role | 'as before' | undefined => {
  if (use.by === 'lease') return undefined;
  const isSame =
    before !== undefined &&
    before.spaceKey === request.spaceKey &&
    compare(before.start, request.start) === 0 &&
    compare(before.end, request.end) === 0 &&
    request.people <= before.people;
  return isSame ? 'as before' : approvalNeeded(use.policy, actor);
};

const isApproved: Rule = ({ spaceKey }, { policy, actor, mayWait = false }) => {
  const role = approvalNeeded(policy, actor);
  return role === undefined || mayWait ? undefined : { code: 'booking.approval_needed', spaceKey, role };
};

const rules: readonly Rule[] = [
  mayBook,
  isApproved,
  someoneComes,
  heads,
  equipmentIsOwned,
  isToCome,
  respectsNotice,
  withinHorizon,
  isOpen,
  onStep,
  fitsLength,
];

export const firstBroken = (request: BookingRequest, house: Bookable): RuleFailure | undefined => {
  for (const rule of rules) {
    const failure = rule(request, house);
    if (failure) return failure;
  }
  return undefined;
};
