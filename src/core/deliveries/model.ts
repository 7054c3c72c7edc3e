// What people and channels are to be told without having asked: each thing once, unless it is too late.

import type { AnnouncedKind } from '../announcements/model.ts';

export type DeliveryKind =
  | 'reminder.day_before'
  | 'reminder.before'
  | 'waitlist.offer'
  | 'arrival.asked'
  | 'arrival.missed'
  | 'booking.taken_back'
  | 'booking.equipment_lost'
  | 'booking.moved'
  | 'booking.possible_again'
  | 'booking.accepted'
  | 'booking.refused'
  | 'booking.unanswered'
  | 'feed.broken'
  | 'mirror.refused'
  | 'event.promoted'
  | 'event.reminder'
  | 'event.moved'
  | 'event.cancelled'
  | 'event.unseated'
  | 'event.prolonged'
  | 'edition.prepare'
  | 'orientation.contact'
  | 'followup.review'
  | 'followup.step'
  | 'followup.handed'
  | 'referral.sent'
  | 'referral.reminder'
  | 'referral.news'
  | 'referral.over'
  | 'referral.taken'
  | 'referral.closed'
  | 'referral.message'
  | 'referral.refused_by_all'
  | 'session.offer'
  | 'session.opened'
  | 'initiative.card'
  | 'initiative.handed'
  | 'initiative.silent'
  | 'initiative.moved'
  | 'initiative.known'
  | 'link.asked'
  | 'link.together'
  | 'link.contact'
  | 'link.closed'
  | 'link.outcome'
  | AnnouncedKind
  | 'announcements.stopped';

export interface Channel {
  readonly platform: 'slack' | 'discord' | 'terminal';
  readonly workspace: string;
  readonly channel: string;
}

/** A person, privately, wherever they last spoke; or everyone in a channel. */
export type Recipient = { readonly memberId: number } | { readonly channel: Channel };

/** `key`: what is told, to whom if they are several, and of when; planned twice, it is planned once. */
export interface Planned {
  readonly placeId: string;
  readonly key: string;
  readonly to: Recipient;
  readonly kind: DeliveryKind;
  /** The booking, the place in a waiting list… that it is about. */
  readonly subjectId: number;
  readonly due: Temporal.Instant;
  /** From then on it is too late to be of use. */
  readonly expiresAt: Temporal.Instant;
  /** In a channel: until then its words are made again when the agenda has moved. None: they are never looked at again. */
  readonly liveUntil?: Temporal.Instant | undefined;
}

export interface Delivery extends Planned {
  readonly id: number;
}

/** Where a message stands, by the platform's own reference. */
export interface MessageAt extends Channel {
  readonly message: string;
}

/** What a message shows: of which revision of the agenda, and a hash of what people see. */
export interface Shown {
  readonly revision: number;
  readonly hash: string;
}

/** Why nothing can be said in a channel, until someone changes something there. */
export type ChannelTrouble =
  | 'channel_gone'
  | 'channel_archived'
  /** The bot is not in it. */
  | 'not_invited'
  /** It is in it, and may not write. */
  | 'not_allowed'
  /** The workspace no longer knows the bot. */
  | 'disconnected';

/** Why it was not sent: nothing personal, for the log. */
export type Dropped = 'too_late' | 'moot';
export type Failed = 'unreachable' | 'given_up' | ChannelTrouble;

export const isChannelTrouble = (reason: Failed): reason is ChannelTrouble =>
  reason !== 'unreachable' && reason !== 'given_up';

export interface Unsent extends Pick<Delivery, 'key' | 'placeId'> {
  readonly reason: Dropped | Failed;
}
