// Those who lose something are told why, as soon as the quiet hours allow. Pure.
import type { Place } from '../../place/model.ts';
import type { Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import type { Loss } from './model.ts';
import type { NamedBooking } from './store.ts';

export const noticesOf = (
  place: Place,
  losses: readonly Loss[],
  bookings: readonly NamedBooking[],
  { id, now }: { readonly id: number; readonly now: Temporal.Instant },
): readonly Planned[] =>
  bookings.map(({ booking }) => {
    const takes = losses.find(({ bookingId }) => bookingId === booking.id)?.loses ?? 'booking';
    return {
      placeId: place.id,
      key:
        takes === 'booking'
          ? `booking ${booking.id} taken, ${booking.sequence}`
          : `equipment of ${booking.id}, breakdown ${id}`,
      to: { memberId: booking.memberId },
      kind: takes === 'booking' ? ('booking.taken_back' as const) : ('booking.equipment_lost' as const),
      subjectId: booking.id,
      due: outOfQuietHours(now, place),
      // Even late, it is better known before one stands at the door.
      expiresAt: booking.end.toInstant(),
    };
  });
