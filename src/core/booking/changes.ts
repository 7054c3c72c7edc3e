// What may become of a booking that is there: changed or cancelled until when, restored until when. Pure.
import type { Space, SpaceKey } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Booking, BookingChanges, BookingFailure, BookingRequest, Stay } from './model.ts';

const { compare } = Temporal.ZonedDateTime;

/** « Avec 0 ordinateur » asks for none. */
export const askedFor = (request: BookingRequest): BookingRequest => ({
  ...request,
  equipment: request.equipment.filter(({ count }) => count > 0),
});

/** What is asked for once the changes are made. */
export const changed = (booking: Booking, changes: BookingChanges): BookingRequest => {
  const { spaceKey = booking.spaceKey, when, people = booking.people, equipment, purpose = booking.purpose } = changes;
  return {
    spaceKey,
    ...(when ?? { start: booking.start, end: booking.end, bareDay: false }),
    people,
    // Another space has other equipment: it is asked again, not carried over.
    equipment: equipment ?? (spaceKey === booking.spaceKey ? booking.equipment : []),
    purpose: purpose === '' ? undefined : purpose,
  };
};

/** One's own; of a guest, that of everyone in the staff. */
export const isTheirs = ({ memberId, guest }: Booking, actor: Actor): boolean =>
  memberId === actor.memberId || (guest !== undefined && holds(actor, 'animation'));

const nothing = Temporal.Duration.from({ minutes: 0 });

/** How long a cancellation can be taken back. */
const RESTORED_WITHIN = Temporal.Duration.from({ minutes: 5 });

/**
 * Its person may change or cancel a booking until it starts, or earlier where the space says so. Without a deadline, that
 * is as long as it could still be made: who books « now » can think again.
 */
export const whyNotChangeable = (
  booking: Booking,
  space: Space | undefined,
  now: Temporal.ZonedDateTime,
): BookingFailure | undefined => {
  if (booking.cancelledAt) return { code: 'booking.already_cancelled', booking };
  const policy = space && space.use.by !== 'lease' ? space.use.policy : undefined;
  const deadline = policy?.cancellationDeadline;
  const grace = policy && deadline?.blank ? policy.step : nothing;
  if (compare(booking.start.add(grace), now) <= 0) return { code: 'booking.started', booking };
  return deadline && !deadline.blank && compare(booking.start.subtract(deadline), now) < 0
    ? { code: 'booking.cancel_too_late', booking, deadline }
    : undefined;
};

export const whyNotRestorable = (booking: Booking, now: Temporal.ZonedDateTime): BookingFailure | undefined => {
  if (!booking.cancelledAt) return { code: 'booking.not_cancelled', booking };
  if (booking.missedAt) return { code: 'booking.missed', booking };
  if (booking.withdrawnBecause !== undefined)
    return { code: 'booking.withdrawn', booking, reason: booking.withdrawnBecause };
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
