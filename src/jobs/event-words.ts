// What people are told of the events that they answered to.
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import type { Notice } from '../core/signups/model.ts';
import {
  cancelledEventReply,
  cancelledSessionReply,
  eventReminderReply,
  movedEventReply,
  promotedReply,
  unseatedReply,
} from '../messages/event-notices.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';

/** Of a partner's session, with the next ones. */
const cancelledWords = async (core: Core, place: Place, notice: Notice): Promise<Reply> => {
  const { partnerKey } = notice.event;
  return partnerKey === undefined
    ? cancelledEventReply(place, notice)
    : cancelledSessionReply(place, notice, partnerKey, await core.sessions.next(place, partnerKey));
};

/** Undefined: there is nothing left to say. */
export const eventWords = async (core: Core, place: Place, delivery: Delivery): Promise<Reply | undefined> => {
  const notice = await core.signups.noticeOf(delivery);
  if (!notice) return undefined;
  switch (delivery.kind) {
    case 'event.promoted':
      return promotedReply(place, notice);
    case 'event.reminder':
      return eventReminderReply(place, notice);
    case 'event.moved':
      return movedEventReply(place, notice);
    case 'event.cancelled':
      return cancelledWords(core, place, notice);
    case 'event.unseated':
      return unseatedReply(place, notice);
    default:
      return undefined;
  }
};
