// Who may answer a request, and until when. Pure.
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { ApprovalFailure, ApprovalRequest } from './model.ts';

export const whyNotAnswerable = (
  { booking, role, answer, answeredBy }: ApprovalRequest,
  actor: Actor,
  now: Temporal.Instant,
): ApprovalFailure | undefined => {
  if (!holds(actor, role)) return { code: 'people.not_allowed', needed: role };
  if (booking.memberId === actor.memberId) return { code: 'approval.own' };
  if (answer === 'accepted' || answer === 'refused') return { code: 'approval.answered', answer, by: answeredBy };
  if (answer === 'expired') return { code: 'approval.expired' };
  if (booking.cancelledAt) return { code: 'approval.cancelled' };
  return Temporal.Instant.compare(booking.start.toInstant(), now) <= 0 ? { code: 'approval.expired' } : undefined;
};
