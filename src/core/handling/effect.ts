import { fail, ok } from '../../kernel/result.ts';
import { type Place, spaceOf } from '../../place/model.ts';
import { claimsOfStay } from '../booking/free.ts';
import type { Booking } from '../booking/model.ts';
import { bookingById } from '../booking/store.ts';
import { displace } from '../closures/store.ts';
import { type Effect, tollOf } from '../impact/effect.ts';

/** Taking one booking back, whoever made it: nothing is taken instead. */
export const withdrawingEffect = (place: Place, booking: Booking, reason: string): Effect => {
  const space = spaceOf(place, booking.spaceKey);
  return {
    claims: space ? claimsOfStay(place, space, booking) : [],
    end: booking.end.toInstant(),
    after: place,
    takes: undefined,
    toll: async (db) => {
      const now = await bookingById(db, { placeId: place.id, timeZone: place.timeZone }, booking.id);
      if (!now || now.cancelledAt) return fail({ code: 'booking.already_cancelled', booking: now ?? booking });
      return ok(tollOf([{ bookingId: booking.id, loses: 'booking' }]));
    },
    write: async (db, _toll, doer) => {
      await displace(db, [{ kind: 'booking', sourceId: booking.id }], doer, reason);
      return booking.id;
    },
  };
};
