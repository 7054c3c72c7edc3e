// The only queries of plans: acts that were shown, and wait to be confirmed. Also whose bookings they touch.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Booking } from '../booking/model.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';
import type { StaffAct, Toll } from './model.ts';

/** What was written, and how many bookings it touched. */
export interface Outcome {
  readonly id: number;
  readonly touched: number;
}

export interface Plan {
  readonly id: number;
  readonly madeBy: number;
  readonly act: StaffAct;
  readonly seen: string;
  readonly isDone: boolean;
  /** Undefined: it is not done. */
  readonly outcome: Outcome | undefined;
}

/** What is going to be touched, in one word: the same word, the same impact. */
export const seenOf = ({ bookings, events, occurrences }: Toll): string =>
  [
    ...bookings.map(({ bookingId, loses }) => `${bookingId}${loses === 'booking' ? '' : '-'}`).sort(),
    ...events.map(({ event, happens }) => `e${event.id}${happens}`).sort(),
    ...(occurrences?.impossible.map(({ start }) => `!${start.epochMilliseconds}`) ?? []),
  ].join(' ');

interface NewPlan {
  readonly placeId: string;
  readonly madeBy: number;
  readonly act: StaffAct;
  readonly seen: string;
  readonly now: Temporal.Instant;
  /** The same again is the same plan. */
  readonly requestId: string | undefined;
}

export const insertPlan = async (
  db: Queries,
  { placeId, madeBy, act, seen, now, requestId }: NewPlan,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO plan (place_id, made_by, request, seen, made_at, request_id)
    VALUES (${placeId}, ${madeBy}, ${JSON.stringify(act)}::jsonb, ${seen}, ${now.toString()}::timestamptz, ${requestId ?? null}::text)
    ON CONFLICT (place_id, request_id) DO UPDATE SET seen = CASE WHEN plan.done_at IS NULL THEN excluded.seen ELSE plan.seen END
    RETURNING id`;
  if (!row) throw new Error('a plan was inserted and gave no number');
  return row.id;
};

interface PlanRow {
  readonly id: number;
  readonly made_by: number;
  readonly request: StaffAct;
  readonly seen: string;
  readonly outcome: Outcome | null;
  readonly is_done: boolean;
}

const planOf = ({ id, made_by, request, seen, outcome, is_done }: PlanRow): Plan => ({
  id,
  madeBy: made_by,
  act: request,
  seen,
  outcome: outcome ?? undefined,
  isDone: is_done,
});

const planColumns = Prisma.sql`id, made_by, request, seen, outcome, done_at IS NOT NULL AS is_done`;

/** Locked until the transaction ends: of two who confirm it, one does it. */
export const lockPlan = async (db: Queries, placeId: string, id: number): Promise<Plan | undefined> => {
  const [row] = await db.$queryRaw<PlanRow[]>`
    SELECT ${planColumns} FROM plan WHERE id = ${id} AND place_id = ${placeId} FOR UPDATE`;
  return row && planOf(row);
};

export const planOfRequest = async (db: Queries, placeId: string, requestId: string): Promise<Plan | undefined> => {
  const [row] = await db.$queryRaw<PlanRow[]>`
    SELECT ${planColumns} FROM plan WHERE place_id = ${placeId} AND request_id = ${requestId}`;
  return row && planOf(row);
};

export const planDone = (db: Queries, id: number, outcome: Outcome, now: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE plan SET done_at = ${now.toString()}::timestamptz, outcome = ${JSON.stringify(outcome)}::jsonb WHERE id = ${id}`;

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
