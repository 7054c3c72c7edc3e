// From a delivery to its words, made when it leaves: what it says is then still true.
import type { Core } from '../core/core.ts';
import type { Delivery, Failed } from '../core/deliveries/model.ts';
import { brokenFeedReply } from '../messages/feeds.fr.ts';
import { movedReply } from '../messages/handling.fr.ts';
import { mirrorRefusedReply } from '../messages/mirror.fr.ts';
import { contactAskedReply } from '../messages/orientation-contacts.fr.ts';
import { arrivalReply, missedReply, reminderReply } from '../messages/reminders.fr.ts';
import { sessionOpenedReply, slotOfferReply } from '../messages/session-waits.fr.ts';
import { offerReply } from '../messages/waitlist.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import { announcedWords } from './announcements.ts';
import { eventWords } from './event-words.ts';
import { holderWords } from './events.ts';
import { followupWords } from './followups.ts';
import { initiativeWords } from './initiatives.ts';
import { linkWords } from './links.ts';
import { referralWords } from './referrals.ts';
import { staffWords } from './staff-words.ts';

/** What follows from a message that reaches nobody, or from a channel where nothing can be said any more. */
export const unheard = async (core: Core, delivery: Delivery, reason: Failed): Promise<void> => {
  await core.announcements.unheard(delivery, reason);
  if (delivery.kind === 'waitlist.offer') await core.waitlist.unheard(delivery);
  if (delivery.kind === 'link.together') await core.links.unheard(delivery);
  if (delivery.kind === 'session.offer') await core.appointments.unheard(delivery);
};

/** Undefined: there is nothing left to say. */
export const wordsOf = async (core: Core, place: Place, delivery: Delivery): Promise<Reply | undefined> => {
  switch (delivery.kind) {
    case 'reminder.day_before':
    case 'reminder.before': {
      const booking = await core.reminders.bookingOf(delivery);
      return booking && reminderReply(place, booking);
    }
    case 'arrival.asked': {
      const booking = await core.arrivals.bookingOf(delivery);
      return booking && arrivalReply(place, booking);
    }
    case 'arrival.missed': {
      const booking = await core.arrivals.bookingOf(delivery);
      return booking && missedReply(place, booking);
    }
    case 'waitlist.offer': {
      const wait = await core.waitlist.offered(delivery);
      return wait && offerReply(place, wait);
    }
    case 'session.offer': {
      const offer = await core.appointments.offered(delivery);
      return offer && slotOfferReply(place, offer);
    }
    case 'session.opened': {
      const opened = await core.appointments.opened(delivery);
      return opened && sessionOpenedReply(place, opened);
    }
    case 'feed.broken': {
      const failure = await core.feeds.failure(place, delivery.subjectId);
      return failure && brokenFeedReply(failure.feed, failure.problem);
    }
    case 'mirror.refused':
      return (await core.mirror.isRefused(delivery)) ? mirrorRefusedReply() : undefined;
    case 'orientation.contact':
      return (await core.orientation.isWaiting(place, delivery)) ? contactAskedReply() : undefined;
    case 'referral.sent':
    case 'referral.reminder':
    case 'referral.news':
    case 'referral.over':
    case 'referral.taken':
    case 'referral.closed':
    case 'referral.message':
    case 'referral.refused_by_all':
      return referralWords(core, place, delivery);
    case 'followup.review':
    case 'followup.step':
    case 'followup.handed':
      return followupWords(core, place, delivery);
    case 'booking.moved': {
      const moved = await core.staff.handling.movedOf(delivery);
      return moved && movedReply(place, moved);
    }
    case 'event.promoted':
    case 'event.reminder':
    case 'event.moved':
    case 'event.cancelled':
    case 'event.unseated':
      return eventWords(core, place, delivery);
    case 'announced.agenda':
    case 'announced.aujourdhui':
    case 'announced.mois_ess':
    case 'announced.veilleuses':
    case 'announced.event_in_week':
    case 'announced.event_tomorrow':
    case 'announced.event_soon':
    case 'announcements.stopped':
      return announcedWords(core, place, delivery.kind, delivery);
    case 'initiative.card':
    case 'initiative.handed':
    case 'initiative.silent':
    case 'initiative.moved':
    case 'initiative.known':
      return initiativeWords(core, place, { ...delivery, kind: delivery.kind });
    case 'link.asked':
    case 'link.together':
    case 'link.contact':
    case 'link.closed':
    case 'link.outcome':
      return linkWords(core, place, delivery);
    case 'event.prolonged':
    case 'edition.prepare':
      return holderWords(core, place, delivery);
    case 'booking.taken_back':
    case 'booking.equipment_lost':
    case 'booking.possible_again':
    case 'booking.accepted':
    case 'booking.refused':
    case 'booking.unanswered':
      return staffWords(core, place, delivery);
  }
};
