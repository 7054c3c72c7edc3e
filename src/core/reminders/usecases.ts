// Recalling bookings to their people. What is due is read from the bookings themselves, at each tick: one that was moved or
// cancelled needs nothing undone, and a tick that was missed is made up by the next.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';
import { bookingById } from '../booking/store.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import type { Actor } from '../people/model.ts';
import { isStillOf, recalledWithin, remindersDue } from './rules.ts';
import { remindable, wantsReminders, writeWantsReminders } from './store.ts';

export interface RemindersRoom {
  wanted(actor: Actor): Promise<boolean>;
  want(actor: Actor, wanted: boolean): Promise<void>;
  /** Those whose moment has come, sent or not. */
  due(place: Place): Promise<readonly Planned[]>;
  /** Undefined when there is nothing to recall any more: cancelled, moved, asked again, or its person wants none. */
  bookingOf(delivery: Delivery): Promise<Booking | undefined>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

export const createReminders = ({ db, places, clock }: Parts): RemindersRoom => ({
  wanted: ({ memberId }) => wantsReminders(db.prisma, memberId),

  want: async ({ memberId }, wanted) => {
    await writeWantsReminders(db.prisma, memberId, { wanted, now: clock.now() });
  },

  due: async (place) => {
    const now = clock.now();
    const scope = { placeId: place.id, timeZone: place.timeZone };
    const bookings = await remindable(db.prisma, scope, recalledWithin(place, now));
    return bookings.flatMap((booking) => remindersDue(booking, place, now));
  },

  bookingOf: async ({ placeId, key, kind, subjectId }) => {
    const timeZone = places.get(placeId)?.timeZone;
    const booking = timeZone && (await bookingById(db.prisma, { placeId, timeZone }, subjectId));
    return booking &&
      !booking.cancelledAt &&
      booking.approval !== 'waiting' &&
      isStillOf(key, kind, booking) &&
      (await wantsReminders(db.prisma, booking.memberId))
      ? booking
      : undefined;
  },
});
