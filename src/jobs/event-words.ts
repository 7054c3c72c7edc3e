// What people are told of the events that they answered to.
import type { Event } from '../core/agenda/model.ts';
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import {
  cancelledEventReply,
  eventReminderReply,
  movedEventReply,
  promotedReply,
  unseatedReply,
} from '../messages/event-notices.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';

/** Of a partner's session, the next ones. */
const insteadOf = async (core: Core, place: Place, { partnerKey }: Event): Promise<readonly Event[]> =>
  partnerKey === undefined ? [] : core.sessions.next(place, partnerKey);

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
      return cancelledEventReply(place, notice, await insteadOf(core, place, notice.event));
    case 'event.unseated':
      return unseatedReply(place, notice);
    default:
      return undefined;
  }
};
