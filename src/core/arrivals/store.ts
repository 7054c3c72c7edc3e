// The queries of arrivals.
import type { Queries } from '../../db/direct.ts';

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
