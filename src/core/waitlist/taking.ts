// Taking what was offered: in one transaction the hold is given up, and the booking made, or moved. Nobody sees the place
// free in between.
import type { Queries } from '../../db/direct.ts';
import type { Prisma } from '../../db/generated/client.ts';
import type { Database } from '../../db/open.ts';
import { fail, ok } from '../../kernel/result.ts';
import { type Place, spaceOf } from '../../place/model.ts';
import type { Act } from '../booking/act.ts';
import { type BookedOrRefused, written } from '../booking/attempt.ts';
import { whyNotChangeable } from '../booking/changes.ts';
import { claimsOfStay } from '../booking/free.ts';
import { insertBooking, type Wanted } from '../booking/making.ts';
import type { Booking, BookingRequest } from '../booking/model.ts';
import type { Asking } from '../booking/proposals.ts';
import { approvalOf } from '../booking/rules.ts';
import { bookingById, companyAlongside, updateBookingIn } from '../booking/store.ts';
import type { Wait } from './model.ts';
import { acceptOffer } from './store.ts';

/** The booking that it would move, while that is still theirs to move. */
export const movable = async (
  db: Queries,
  { bookingId, memberId }: Pick<Wait, 'memberId'> & { readonly bookingId?: number | undefined },
  place: Place,
  now: Temporal.ZonedDateTime,
): Promise<Booking | undefined> => {
  if (bookingId === undefined) return undefined;
  const booking = await bookingById(db, { placeId: place.id, timeZone: place.timeZone }, bookingId);
  if (booking?.memberId !== memberId) return undefined;
  return whyNotChangeable(booking, spaceOf(place, booking.spaceKey), now) ? undefined : booking;
};

interface Moving {
  readonly act: Act;
  readonly wait: Wait;
  readonly request: BookingRequest;
  readonly asking: Asking;
  wantedFor(booking: Booking): Wanted;
}

/** Undefined: there is nothing to move any more, and another is made. */
const moveIn = async (tx: Prisma.TransactionClient, moving: Moving): Promise<BookedOrRefused | undefined> => {
  const { act, wait, request, asking } = moving;
  const { place, now } = asking;
  const booking = await movable(tx, wait, place, now);
  if (!booking) return undefined;
  const done = await updateBookingIn(tx, act, booking, request, moving.wantedFor(booking));
  // Changed since it was read, and locked by now: what it has become is moved.
  if (done === 'nothing') return moveIn(tx, moving);
  const moved = await bookingById(tx, { placeId: place.id, timeZone: place.timeZone }, booking.id);
  if (!moved) throw new Error(`booking ${booking.id} was moved, and is not there`);
  return ok({ kind: 'booked', booking: moved, ...(await companyAlongside(tx, moved)) });
};

export const takeOffer = async (
  db: Database,
  wait: Wait,
  asking: Asking,
  requestId: string,
): Promise<BookedOrRefused | 'not offered'> => {
  const { place, actor, now } = asking;
  const space = spaceOf(place, wait.spaceKey);
  if (!space) return 'not offered';
  const request = { ...wait, bareDay: false };
  const act = { placeId: place.id, memberId: wait.memberId, requestId, now: now.toInstant() };
  const claims = claimsOfStay(place, space, wait);
  const wantedFor = (booking?: Booking) => ({ claims, approval: approvalOf(space, actor, request, booking) });
  let isOffered = false;
  const outcome = await written(db, request, space, { ...asking, except: wait.bookingId }, () =>
    db.prisma.$transaction(async (tx) => {
      isOffered = await acceptOffer(tx, { placeId: place.id, id: wait.id }, act.now);
      if (!isOffered) return fail({ code: 'booking.not_found' as const });
      const moved = await moveIn(tx, { act, wait, request, asking, wantedFor });
      if (moved) return moved;
      const made = await insertBooking(tx, act, request, wantedFor());
      if (!made) throw new Error('a request of that id did something else');
      return ok({ kind: 'booked' as const, ...made });
    }),
  );
  return isOffered ? outcome : 'not offered';
};
