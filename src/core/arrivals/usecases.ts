// Saying that one comes, or that one is there: « Je viens ». The staff may say it for someone.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Booking, BookingFailure } from '../booking/model.ts';
import { bookingById } from '../booking/store.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { confirmBooking } from './store.ts';

export interface ArrivalsRoom {
  /** One's own booking, or anyone's for the staff; said twice, it was said the first time. */
  confirm(actor: Actor, id: number): Promise<Result<Booking, BookingFailure>>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

const { compare } = Temporal.Instant;

export const createArrivals = ({ db, places, clock }: Parts): ArrivalsRoom => {
  const visible = async (actor: Actor, id: number): Promise<Booking | undefined> => {
    const { placeId, memberId } = actor;
    const timeZone = places.get(placeId)?.timeZone;
    const booking = timeZone && (await bookingById(db.prisma, { placeId, timeZone }, id));
    return booking && (booking.memberId === memberId || holds(actor, 'animation')) ? booking : undefined;
  };

  return {
    confirm: async (actor, id) => {
      const now = clock.now();
      const booking = await visible(actor, id);
      if (!booking) return fail({ code: 'booking.not_found' });
      if (booking.cancelledAt) return fail({ code: 'booking.already_cancelled', booking });
      if (compare(booking.end.toInstant(), now) <= 0) return fail({ code: 'booking.over', booking });
      const confirmed = await confirmBooking(db.prisma, id, { placeId: actor.placeId, by: actor.memberId, now });
      // Cancelled, or released, while it was being said.
      return confirmed
        ? ok({ ...booking, confirmedAt: now })
        : fail({ code: 'booking.already_cancelled', booking: (await visible(actor, id)) ?? booking });
    },
  };
};
