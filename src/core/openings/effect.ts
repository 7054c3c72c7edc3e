import { Prisma } from '../../db/generated/client.ts';
import { fail, ok } from '../../kernel/result.ts';
import { withOpenings } from '../../place/extra-openings.ts';
import { type Place, spaceOf } from '../../place/model.ts';
import { openIntervals } from '../../place/opening.ts';
import { isOpenFor } from '../booking/rules.ts';
import { displace } from '../closures/store.ts';
import { type Effect, tollOf } from '../impact/effect.ts';
import { namedBookings } from '../impact/store.ts';
import { closingClaims } from '../ledger/rules.ts';
import type { Opening } from './model.ts';
import { cancelOpening } from './store.ts';
import { extraOf } from './usecases.ts';

/**
 * Taking an opening back: the bookings that only it made possible go. `file`: the place without any; `openings`: all that
 * stand.
 */
export const unopeningEffect = (
  file: Place,
  openings: readonly Opening[],
  opening: Opening,
  reason: string,
): Effect => {
  const after = withOpenings(file, openings.filter(({ id }) => id !== opening.id).map(extraOf));
  const spaceKeys = opening.spaceKey === undefined ? file.spaces.map(({ key }) => key) : [opening.spaceKey];
  const interval = { start: opening.start.toInstant(), end: opening.end.toInstant() };
  return {
    claims: closingClaims(file, spaceKeys, interval),
    end: interval.end,
    after,
    takes: undefined,
    toll: async (db) => {
      const inside = await namedBookings(
        db,
        { placeId: file.id, timeZone: file.timeZone },
        Prisma.sql`cancelled_at IS NULL AND space_key = ANY (${[...spaceKeys]}::text[])
          AND starts_at < ${interval.end.toString()}::timestamptz AND ends_at > ${interval.start.toString()}::timestamptz`,
      );
      const stranded = inside.filter(({ booking }) => {
        const space = spaceOf(after, booking.spaceKey);
        const open = space && openIntervals(after, space, booking.start.toPlainDate());
        const spans = open && open.length > 0 && isSpanned(booking, open);
        return !(space && (isOpenFor({ place: after, space }, booking) || spans));
      });
      return ok(tollOf(stranded.map(({ booking }) => ({ bookingId: booking.id, loses: 'booking' as const }))));
    },
    write: async (db, { bookings }, doer) => {
      const holders = bookings.map(({ bookingId }) => ({ kind: 'booking' as const, sourceId: bookingId }));
      await displace(db, holders, doer, reason);
      await cancelOpening(db, opening.id, doer);
      return opening.id;
    },
  };
};

type Times = Pick<Opening, 'start' | 'end'>;

/** A booking of the whole day, over its breaks. */
const isSpanned = ({ start, end }: Times, open: readonly Times[]): boolean => {
  const [first, last] = [open[0], open.at(-1)];
  const { compare } = Temporal.ZonedDateTime;
  return first !== undefined && last !== undefined && compare(first.start, start) <= 0 && compare(end, last.end) <= 0;
};

/** The one that is meant, among those that stand. */
export const openingNamed = (openings: readonly Opening[], id: number) => {
  const found = openings.find((each) => each.id === id);
  return found ? ok(found) : fail({ code: 'opening.not_found' } as const);
};
