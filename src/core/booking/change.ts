// Changing a booking that is there, whoever asks for it: its old times are kept until the new ones are certain.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Act } from './act.ts';
import { attempt, type BookedOrRefused } from './attempt.ts';
import { askedFor, changed } from './changes.ts';
import { claimsOfStay } from './free.ts';
import type { Wanted } from './making.ts';
import type { Booked, Booking, BookingChanges, BookingFailure, BookingRequest, FreeTimes } from './model.ts';
import type { Asking } from './proposals.ts';
import { approvalOf } from './rules.ts';
import { bookingById, companyAlongside, updateBooking, type Written, wasCarriedOut } from './store.ts';

/** What a booking that was written is now: it may have been cancelled since. */
export const standing = async (db: Database, booking: Booking | undefined): Promise<BookedOrRefused> => {
  if (!booking) return fail({ code: 'booking.not_found' });
  if (booking.cancelledAt) return fail({ code: 'booking.already_cancelled', booking });
  return ok({ kind: 'booked', booking, ...(await companyAlongside(db.prisma, booking)) });
};

export interface Changing {
  readonly asking: Asking;
  readonly act: Act;
  /** Where something else must stand or fall with it; else it is written alone. */
  update?(request: BookingRequest, wanted: Wanted): Promise<Written>;
}

/** 'rival': another request wrote to it since it was read; what is asked is then to be asked of what it has become. */
export const attemptChange = async (
  db: Database,
  booking: Booking,
  changes: BookingChanges,
  { asking, act, update }: Changing,
): Promise<Result<Booked | FreeTimes, BookingFailure> | 'rival'> => {
  const { place, actor } = asking;
  const request = askedFor(changed(booking, changes));
  let rival = false;
  const outcome = await attempt(db, request, asking, {
    before: async () => ((await wasCarriedOut(db.prisma, act)) ? standing(db, booking) : undefined),
    write: async (space) => {
      const wanted = {
        claims: claimsOfStay(place, space, request),
        approval: approvalOf(space, actor, request, booking),
      };
      const done = await (update?.(request, wanted) ?? updateBooking(db, act, booking, request, wanted));
      rival = done === 'nothing';
      return standing(db, await bookingById(db.prisma, { placeId: place.id, timeZone: place.timeZone }, booking.id));
    },
  });
  return rival ? 'rival' : outcome;
};
