// The feeds' only queries.
import type { Queries } from '../../db/direct.ts';
import type { Booking } from '../booking/model.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';

export interface Secret {
  readonly secret: string;
  readonly hash: string;
}

/** The secret that the member has: this one, when they had none. */
export const secretOf = async (
  db: Queries,
  memberId: number,
  { secret, hash }: Secret,
  now: Temporal.Instant,
): Promise<string> => {
  const [row] = await db.$queryRaw<{ secret: string }[]>`
    INSERT INTO calendar_feed (member_id, secret, secret_hash, created_at)
    VALUES (${memberId}, ${secret}, ${hash}, ${now.toString()}::timestamptz)
    ON CONFLICT (member_id) DO UPDATE SET secret = calendar_feed.secret RETURNING secret`;
  if (!row) throw new Error('a feed was asked for and has no secret');
  return row.secret;
};

export const replaceSecret = async (
  db: Queries,
  memberId: number,
  { secret, hash }: Secret,
  now: Temporal.Instant,
): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO calendar_feed (member_id, secret, secret_hash, created_at)
    VALUES (${memberId}, ${secret}, ${hash}, ${now.toString()}::timestamptz)
    ON CONFLICT (member_id) DO UPDATE
      SET secret = excluded.secret, secret_hash = excluded.secret_hash, created_at = excluded.created_at`;
};

export const memberOfHash = async (
  db: Queries,
  hash: string,
): Promise<{ readonly memberId: number; readonly placeId: string } | undefined> => {
  const [row] = await db.$queryRaw<{ id: number; place_id: string }[]>`
    SELECT id, place_id FROM calendar_feed JOIN member ON id = member_id WHERE secret_hash = ${hash}`;
  return row && { memberId: row.id, placeId: row.place_id };
};

/** Of one member, cancelled ones too, not ended before `from`, by start. */
export const bookingsSince = async (
  db: Queries,
  { placeId, timeZone }: { readonly placeId: string; readonly timeZone: string },
  memberId: number,
  from: Temporal.Instant,
): Promise<readonly Booking[]> => {
  const rows = await db.$queryRaw<BookingRow[]>`
    SELECT ${bookingColumns} FROM booking
    WHERE place_id = ${placeId} AND member_id = ${memberId} AND ends_at > ${from.toString()}::timestamptz
    ORDER BY starts_at, id`;
  return rows.map((row) => bookingOf(row, timeZone));
};
