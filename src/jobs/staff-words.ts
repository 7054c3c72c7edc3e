// What people are told of what the staff decided.
import { reserveLine } from '../chat/reserve-line.ts';
import type { Stay } from '../core/booking/model.ts';
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import { acceptedReply, refusedByStaffReply, unansweredReply } from '../messages/approval.fr.ts';
import { equipmentLostReply, possibleAgainReply, takenBackReply } from '../messages/impact.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';

/** What was answered to a request; undefined when it was asked again since. */
const answerWords = async (
  core: Core,
  place: Place,
  { kind, subjectId, due }: Delivery,
): Promise<Reply | undefined> => {
  const request = await core.staff.approvals.request(place, subjectId);
  const taken = await core.staff.impact.takenFrom(place.id, subjectId);
  if (!request || !taken) return undefined;
  const standing = request.bookings.filter(({ cancelledAt }) => cancelledAt === undefined);
  if (kind === 'booking.accepted')
    return request.answer === 'accepted' && standing.length > 0 ? acceptedReply(place, standing) : undefined;
  const lineFor = (stay: Stay) => reserveLine(place, due, taken.booking, stay);
  return request.answer === 'refused' ? refusedByStaffReply(place, request.bookings, taken, lineFor) : undefined;
};

/** Undefined: there is nothing left to say. */
export const staffWords = async (core: Core, place: Place, delivery: Delivery): Promise<Reply | undefined> => {
  if (delivery.kind === 'booking.accepted' || delivery.kind === 'booking.refused')
    return answerWords(core, place, delivery);
  const taken = await core.staff.impact.takenFrom(place.id, delivery.subjectId);
  if (!taken) return undefined;
  const lineFor = (stay: Stay) => reserveLine(place, delivery.due, taken.booking, stay);
  const isGone = taken.booking.cancelledAt !== undefined;
  switch (delivery.kind) {
    case 'booking.taken_back':
      return isGone ? takenBackReply(place, taken, lineFor) : undefined;
    case 'booking.equipment_lost':
      return isGone ? undefined : equipmentLostReply(place, taken);
    case 'booking.possible_again':
      return isGone ? possibleAgainReply(place, taken, lineFor) : undefined;
    case 'booking.unanswered':
      return isGone ? unansweredReply(place, taken, lineFor) : undefined;
    default:
      return undefined;
  }
};
