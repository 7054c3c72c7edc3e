// The reminders' only queries.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';
import type { Scope } from '../booking/store.ts';
import type { Remindable } from './model.ts';

/**
 * Bookings that begin within the interval and whose person wants reminders: none of a guest's, nor of what still waits for
 * an agreement. Agreed to late, it is told then: what would have been recalled before is not recalled after.
 */
export const remindable = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { start, end }: Interval,
): Promise<readonly Remindable[]> => {
  const rows = await db.$queryRaw<(BookingRow & { readonly since: Date })[]>`
    SELECT ${bookingColumns}, greatest(coalesce(moved_at, created_at),
      (SELECT answered_at FROM approval WHERE booking_id = booking.id)) AS since FROM booking
    WHERE place_id = ${placeId} AND cancelled_at IS NULL AND NOT for_guest
      AND NOT EXISTS (SELECT FROM approval WHERE booking_id = booking.id AND answer IS NULL)
      AND starts_at >= ${start.toString()}::timestamptz AND starts_at < ${end.toString()}::timestamptz
      AND EXISTS (SELECT FROM member WHERE member.id = booking.member_id AND wants_reminders)
    ORDER BY starts_at, id`;
  return rows.map((row) => ({ booking: bookingOf(row, timeZone), since: instantOf(row.since) }));
};

export const wantsReminders = async (db: Queries, memberId: number): Promise<boolean> => {
  const [row] = await db.$queryRaw<{ wants_reminders: boolean }[]>`
    SELECT wants_reminders FROM member WHERE id = ${memberId}`;
  return row?.wants_reminders ?? false;
};

export const writeWantsReminders = (
  db: Queries,
  memberId: number,
  { wanted, now }: { readonly wanted: boolean; readonly now: Temporal.Instant },
): Promise<number> => db.$executeRaw`
  WITH changed AS (
    UPDATE member SET wants_reminders = ${wanted} WHERE id = ${memberId} AND wants_reminders <> ${wanted}
    RETURNING id, place_id
  )
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${now.toString()}::timestamptz, id, 'member.reminders', 'member ' || id,
    jsonb_build_object('wanted', ${wanted}::boolean) FROM changed`;
