// Saying that one comes, or that one is there: « Je viens ». The staff may say it for someone. Where the space asks for it,
// the place of whoever does not goes to others.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Booking, BookingFailure } from '../booking/model.ts';
import { bookingById } from '../booking/store.ts';
import type { Delivery, DeliveryKind, Planned } from '../deliveries/model.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { arrivalDeadline, arrivalStep, type Expected } from './rules.ts';
import { confirmBooking, releaseMissed, unconfirmed } from './store.ts';

export interface ArrivalsRoom {
  /** One's own booking, or anyone's for the staff; said twice, it was said the first time. */
  confirm(actor: Actor, id: number): Promise<Result<Booking, BookingFailure>>;
  /** Releases what nobody came for, and says who is to be asked, or told. */
  due(place: Place): Promise<readonly Planned[]>;
  /** What is asked or told of; undefined when there is nothing left to say. */
  bookingOf(delivery: Delivery): Promise<Booking | undefined>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

const { compare } = Temporal.Instant;

/** Of the spaces that ask for it, by key. */
const policiesOf = ({ spaces }: Place) =>
  new Map(
    spaces.flatMap(({ key, use }) =>
      use.by !== 'lease' && use.policy.arrivalWithin ? [[key, use.policy] as const] : [],
    ),
  );

export const createArrivals = ({ db, places, clock }: Parts): ArrivalsRoom => {
  const inPlace = async (placeId: string, id: number): Promise<Booking | undefined> => {
    const timeZone = places.get(placeId)?.timeZone;
    return timeZone === undefined ? undefined : bookingById(db.prisma, { placeId, timeZone }, id);
  };
  const visible = async (actor: Actor, id: number): Promise<Booking | undefined> => {
    const booking = await inPlace(actor.placeId, id);
    return booking && (booking.memberId === actor.memberId || holds(actor, 'animation')) ? booking : undefined;
  };
  const gone = (booking: Booking): BookingFailure =>
    booking.missedAt ? { code: 'booking.missed', booking } : { code: 'booking.already_cancelled', booking };

  const planned = (kind: DeliveryKind, placeId: string, { id, memberId, start, end }: Booking) => ({
    placeId,
    key: `${kind} booking ${id} ${start.toInstant()}`,
    to: { memberId },
    kind,
    subjectId: id,
    due: clock.now(),
    expiresAt: end.toInstant(),
  });

  return {
    confirm: async (actor, id) => {
      const now = clock.now();
      const booking = await visible(actor, id);
      if (!booking) return fail({ code: 'booking.not_found' });
      if (booking.cancelledAt) return fail(gone(booking));
      if (compare(booking.end.toInstant(), now) <= 0) return fail({ code: 'booking.over', booking });
      const confirmed = await confirmBooking(db.prisma, id, { placeId: actor.placeId, by: actor.memberId, now });
      // Cancelled, or released, while it was being said.
      return confirmed ? ok({ ...booking, confirmedAt: now }) : fail(gone((await visible(actor, id)) ?? booking));
    },

    due: async (place) => {
      const now = clock.now();
      const policies = policiesOf(place);
      if (policies.size === 0) return [];
      const scope = { placeId: place.id, timeZone: place.timeZone };
      const told: Planned[] = [];
      const handle = async (expected: Expected): Promise<void> => {
        const { booking } = expected;
        const policy = policies.get(booking.spaceKey);
        const step = policy && arrivalStep(expected, policy, now);
        if (step === 'ask') {
          const deadline = arrivalDeadline(expected, policy ?? {}) ?? booking.end.toInstant();
          told.push({ ...planned('arrival.asked', place.id, booking), expiresAt: deadline });
        }
        if (step === 'release' && (await retrying(() => releaseMissed(db.prisma, booking.id, now))))
          told.push(planned('arrival.missed', place.id, booking));
      };
      for (const expected of await unconfirmed(db.prisma, scope, [...policies.keys()], now)) await handle(expected);
      return told;
    },

    bookingOf: async ({ placeId, kind, subjectId }) => {
      const booking = await inPlace(placeId, subjectId);
      if (kind === 'arrival.missed') return booking?.missedAt && booking;
      return booking && !booking.cancelledAt && !booking.confirmedAt ? booking : undefined;
    },
  };
};
