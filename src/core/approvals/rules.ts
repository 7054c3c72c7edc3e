// Who may answer a request, and until when; which bookings are one request. Pure.
import type { Role } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Answer, ApprovalFailure, ApprovalRequest } from './model.ts';

/** One booking, and what became of its request. */
export interface Asked {
  readonly booking: Booking;
  readonly name: string;
  readonly role: Role;
  readonly askedAt: Temporal.Instant;
  readonly answer: Answer | undefined;
  readonly answeredBy: string | undefined;
}

const isWaiting = ({ answer, booking }: Asked): boolean => answer === undefined && booking.cancelledAt === undefined;

/** What the request is now made of. An answer of the staff says more of it than what lapsed on the way. */
const tellingOf = (asked: readonly Asked[]): readonly Asked[] => {
  const answered = (answers: readonly Answer[]) => asked.filter(({ answer }) => answer && answers.includes(answer));
  const choices = [asked.filter(isWaiting), answered(['accepted', 'refused']), answered(['expired']), asked];
  return choices.find(({ length }) => length > 0) ?? [];
};

const requestOfAll = (asked: readonly Asked[]): readonly ApprovalRequest[] => {
  const telling = tellingOf(asked);
  const [first] = telling;
  if (!first) return [];
  const { booking, name, role, answer, answeredBy } = first;
  const bookings = telling.map((each) => each.booking);
  return [{ bookings, booking, waits: isWaiting(first), name, role, answer, answeredBy }];
};

/** Of a series, those that were asked for at the same instant. */
const keyOf = ({ booking: { id, seriesId }, askedAt }: Asked): string =>
  seriesId === undefined ? `booking ${id}` : `series ${seriesId} ${askedAt}`;

/** By start of what each is made of. */
export const requestsOf = (asked: readonly Asked[]): readonly ApprovalRequest[] =>
  [...Map.groupBy(asked, keyOf).values()]
    .flatMap(requestOfAll)
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.booking.start, b.booking.start));

/** Those that have not begun, and can still be decided. */
export const stillToDecide = ({ bookings }: ApprovalRequest, now: Temporal.Instant): readonly Booking[] =>
  bookings.filter(({ start }) => Temporal.Instant.compare(start.toInstant(), now) > 0);

export const whyNotAnswerable = (
  request: ApprovalRequest,
  actor: Actor,
  now: Temporal.Instant,
): ApprovalFailure | undefined => {
  const { booking, role, waits, answer, answeredBy } = request;
  if (!holds(actor, role)) return { code: 'people.not_allowed', needed: role };
  if (booking.memberId === actor.memberId) return { code: 'approval.own' };
  if (answer === 'accepted' || answer === 'refused') return { code: 'approval.answered', answer, by: answeredBy };
  if (answer === 'expired') return { code: 'approval.expired' };
  if (!waits) return { code: 'approval.cancelled' };
  return stillToDecide(request, now).length === 0 ? { code: 'approval.expired' } : undefined;
};
