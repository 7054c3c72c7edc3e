// The only queries of plans: acts that were shown, and wait to be confirmed. Also whose bookings they touch.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Booking } from '../booking/model.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';
import type { Loss, StaffAct } from './model.ts';

export interface Plan {
  readonly id: number;
  readonly act: StaffAct;
  readonly seen: string;
  readonly isDone: boolean;
}

/** What is going to be touched, in one word: the same word, the same impact. */
export const seenOf = (losses: readonly Loss[]): string =>
  losses
    .map(({ bookingId, loses }) => `${bookingId}${loses === 'booking' ? '' : '-'}`)
    .sort()
    .join(' ');

export const insertPlan = async (
  db: Queries,
  {
    placeId,
    madeBy,
    act,
    seen,
    now,
  }: {
    readonly placeId: string;
    readonly madeBy: number;
    readonly act: StaffAct;
    readonly seen: string;
    readonly now: Temporal.Instant;
  },
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO plan (place_id, made_by, request, seen, made_at)
    VALUES (${placeId}, ${madeBy}, ${JSON.stringify(act)}::jsonb, ${seen}, ${now.toString()}::timestamptz) RETURNING id`;
  if (!row) throw new Error('a plan was inserted and gave no number');
  return row.id;
};

/** Locked until the transaction ends: of two who confirm it, one does it. */
export const lockPlan = async (db: Queries, placeId: string, id: number): Promise<Plan | undefined> => {
  const [row] = await db.$queryRaw<{ request: StaffAct; seen: string; is_done: boolean }[]>`
    SELECT request, seen, done_at IS NOT NULL AS is_done FROM plan WHERE id = ${id} AND place_id = ${placeId} FOR UPDATE`;
  return row && { id, act: row.request, seen: row.seen, isDone: row.is_done };
};

export const planDone = (db: Queries, id: number, now: Temporal.Instant): Promise<number> =>
  db.$executeRaw`UPDATE plan SET done_at = ${now.toString()}::timestamptz WHERE id = ${id}`;

export interface NamedBooking {
  readonly booking: Booking;
  readonly name: string;
}

type NamedRow = BookingRow & { readonly name: string };

/** Of whom a booking is for: a guest, else its member. */
export const nameOfBooking = Prisma.sql`
  coalesce(guest_name, (SELECT display_name FROM member WHERE member.id = booking.member_id)) AS name`;

export const namedBookings = async (
  db: Queries,
  { placeId, timeZone }: { readonly placeId: string; readonly timeZone: string },
  where: Prisma.Sql,
): Promise<readonly NamedBooking[]> => {
  const rows = await db.$queryRaw<NamedRow[]>`
    SELECT ${bookingColumns}, ${nameOfBooking} FROM booking WHERE place_id = ${placeId} AND ${where} ORDER BY starts_at, id`;
  return rows.map((row) => ({ booking: bookingOf(row, timeZone), name: row.name }));
};

export const among = (ids: readonly number[]): Prisma.Sql => Prisma.sql`id = ANY (${[...ids]}::integer[])`;
