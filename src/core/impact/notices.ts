// Those who lose something are told why, as soon as the quiet hours allow. Pure.
import { latest } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import type { EventLoss } from '../agenda/acts.ts';
import type { Booking } from '../booking/model.ts';
import type { DeliveryKind, Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import type { Loss, Toll } from './model.ts';
import type { NamedBooking } from './store.ts';

/** To its person, of what was done to their booking. */
export const notice = (
  place: Place,
  { id, memberId, end }: Booking,
  { key, kind, now }: { readonly key: string; readonly kind: DeliveryKind; readonly now: Temporal.Instant },
): Planned => ({
  placeId: place.id,
  key,
  to: { memberId },
  kind,
  subjectId: id,
  due: outOfQuietHours(now, place),
  // Even late, it is better known before one stands at the door.
  expiresAt: end.toInstant(),
});

export const noticesOf = (
  place: Place,
  losses: readonly Loss[],
  bookings: readonly NamedBooking[],
  { id, now }: { readonly id: number; readonly now: Temporal.Instant },
): readonly Planned[] =>
  bookings.map(({ booking }) => {
    const takes = losses.find(({ bookingId }) => bookingId === booking.id)?.loses ?? 'booking';
    return takes === 'booking'
      ? notice(place, booking, {
          key: `booking ${booking.id} taken, ${booking.sequence}`,
          kind: 'booking.taken_back',
          now,
        })
      : notice(place, booking, {
          key: `equipment of ${booking.id}, breakdown ${id}`,
          kind: 'booking.equipment_lost',
          now,
        });
  });

const KINDS: Readonly<Record<EventLoss['happens'], DeliveryKind>> = {
  moved: 'event.moved',
  cancelled: 'event.cancelled',
  unseated: 'event.unseated',
};

/** To each of those who had signed up, and to whoever organises it, once it is written. */
export const eventNotices = (place: Place, { events, occurrences }: Toll, now: Temporal.Instant): readonly Planned[] =>
  events.flatMap(({ event: { id, sequence, end }, happens, memberIds }) => {
    const written = occurrences?.possible.find(({ eventId }) => eventId === id)?.end ?? end;
    return memberIds.map(
      (memberId): Planned => ({
        placeId: place.id,
        key: `event ${id} ${happens}, ${sequence + 1} to ${memberId}`,
        to: { memberId },
        kind: KINDS[happens],
        subjectId: id,
        due: outOfQuietHours(now, place),
        // Of one that is brought forward, too: it is better known late than never.
        expiresAt: latest(end.toInstant(), written.toInstant()),
      }),
    );
  });
