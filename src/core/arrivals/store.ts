// The queries of arrivals.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';
import type { Scope } from '../booking/store.ts';
import type { Expected } from './rules.ts';

/** False when the booking is no longer there to be confirmed. */
export const confirmBooking = async (
  db: Queries,
  id: number,
  { placeId, by, now }: { readonly placeId: string; readonly by: number; readonly now: Temporal.Instant },
): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH confirmed AS (
      UPDATE booking SET confirmed_at = coalesce(confirmed_at, ${now.toString()}::timestamptz)
      WHERE id = ${id} AND place_id = ${placeId} AND cancelled_at IS NULL RETURNING id, place_id, confirmed_at
    ), noted AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, confirmed_at, ${by}::integer, 'booking.confirmed', 'booking ' || id, '{}' FROM confirmed
      WHERE confirmed_at = ${now.toString()}::timestamptz
    )
    SELECT id FROM confirmed`;
  return rows.length > 0;
};

/** Bookings of these spaces that have begun within the day, that are not over, and that nobody confirmed. */
export const unconfirmed = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  spaceKeys: readonly string[],
  now: Temporal.Instant,
): Promise<readonly Expected[]> => {
  const rows = await db.$queryRaw<(BookingRow & { readonly since: Date })[]>`
    SELECT ${bookingColumns}, coalesce(moved_at, created_at) AS since FROM booking
    WHERE place_id = ${placeId} AND cancelled_at IS NULL AND confirmed_at IS NULL
      AND space_key = ANY (${[...spaceKeys]}::text[])
      AND starts_at > ${now.toString()}::timestamptz - interval '24 hours' AND starts_at <= ${now.toString()}::timestamptz
      AND ends_at > ${now.toString()}::timestamptz
    ORDER BY starts_at, id`;
  return rows.map((row) => ({ booking: bookingOf(row, timeZone), since: instantOf(row.since) }));
};

/** Gives the place to others. False when someone said in the meantime that they come. */
export const releaseMissed = async (db: Queries, id: number, now: Temporal.Instant): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH missed AS (
      UPDATE booking SET cancelled_at = ${now.toString()}::timestamptz, missed_at = ${now.toString()}::timestamptz,
        sequence = sequence + 1
      WHERE id = ${id} AND cancelled_at IS NULL AND confirmed_at IS NULL RETURNING id, place_id, cancelled_at
    ), freed AS (
      UPDATE occupation SET released_at = missed.cancelled_at FROM missed
      WHERE kind = 'booking' AND source_id = missed.id AND released_at IS NULL
    ), noted AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, cancelled_at, NULL, 'booking.missed', 'booking ' || id, '{}' FROM missed
    )
    SELECT id FROM missed`;
  return rows.length > 0;
};
