// Spaces where one says that one comes: who is asked when the booking begins, and whose place goes to others. Pure.
import { isBefore } from '../../kernel/interval.ts';
import type { Policy } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';

/** Whoever books that late has just said that they come. */
const EXEMPT_WITHIN = { hours: 1 } as const;

export interface Expected {
  readonly booking: Booking;
  /** When its present times were taken. */
  readonly since: Temporal.Instant;
}

/** Until when one must have said so; undefined where nobody asks. */
export const arrivalDeadline = (
  { booking, since }: Expected,
  { arrivalWithin }: Pick<Policy, 'arrivalWithin'>,
): Temporal.Instant | undefined => {
  const start = booking.start.toInstant();
  const isExempt = isBefore(start.subtract(EXEMPT_WITHIN), since) || booking.guest !== undefined;
  return arrivalWithin === undefined || isExempt || booking.approval === 'waiting'
    ? undefined
    : start.add(arrivalWithin);
};

/**
 * Of a booking that nobody confirmed. What was missed by as long again is left alone: the program was down, and whoever is
 * there could not say so.
 */
export const arrivalStep = (
  expected: Expected,
  policy: Pick<Policy, 'arrivalWithin'>,
  now: Temporal.Instant,
): 'ask' | 'release' | undefined => {
  const { booking } = expected;
  const deadline = arrivalDeadline(expected, policy);
  if (deadline === undefined || policy.arrivalWithin === undefined || booking.confirmedAt || booking.cancelledAt)
    return undefined;
  if (isBefore(now, booking.start.toInstant()) || !isBefore(now, booking.end.toInstant())) return undefined;
  if (isBefore(now, deadline)) return 'ask';
  return isBefore(now, deadline.add(policy.arrivalWithin)) ? 'release' : undefined;
};
