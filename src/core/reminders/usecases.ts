// Recalling bookings to their people. What is due is read from the bookings themselves, at each tick: one that was moved or
// cancelled needs nothing undone, and a tick that was missed is made up by the next.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';
import { bookingById } from '../booking/store.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import type { Actor } from '../people/model.ts';
import { isStillOf, remindersDue } from './rules.ts';
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

/** How long after their start bookings are looked at: what was missed for longer is not even worth a line in the log. */
const MISSED = { hours: 12 } as const;
/** The day before begins at most two days before, were its days of 25 hours. */
const AHEAD = { hours: 50 } as const;

export const createReminders = ({ db, places, clock }: Parts): RemindersRoom => ({
  wanted: ({ memberId }) => wantsReminders(db.prisma, memberId),

  want: async ({ memberId }, wanted) => {
    await writeWantsReminders(db.prisma, memberId, { wanted, now: clock.now() });
  },

  due: async (place) => {
    const now = clock.now();
    const within = { start: now.subtract(MISSED), end: now.add(later(AHEAD, place)) };
    const bookings = await remindable(db.prisma, { placeId: place.id, timeZone: place.timeZone }, within);
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

/** Or longer, where the place recalls its bookings longer before. */
const later = (least: { readonly hours: number }, { reminders }: Place): { readonly hours: number } => ({
  hours: Math.max(least.hours, Math.ceil(reminders?.before?.total('hours') ?? 0) + 1),
});
