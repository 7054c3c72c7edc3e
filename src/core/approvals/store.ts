// The only queries of requests for someone's agreement, and of their cards.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Role } from '../../place/model.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';
import type { Doer } from '../impact/effect.ts';
import { nameOfBooking } from '../impact/store.ts';
import type { Answer, ApprovalRequest, Card } from './model.ts';

interface Scope {
  readonly placeId: string;
  readonly timeZone: string;
}

type Row = BookingRow & {
  readonly name: string;
  readonly role: Role;
  readonly answer: Answer | null;
  readonly answered_by_name: string | null;
};

const requestsWhere = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  where: Prisma.Sql,
): Promise<readonly ApprovalRequest[]> => {
  const rows = await db.$queryRaw<Row[]>`
    SELECT asked.*, ${bookingColumns}, ${nameOfBooking} FROM (
      SELECT booking_id, role, answer, carded, asked_at, (SELECT display_name FROM member WHERE id = answered_by) AS answered_by_name
      FROM approval WHERE place_id = ${placeId}
    ) AS asked JOIN booking ON booking.id = booking_id
    WHERE ${where} ORDER BY starts_at, id`;
  return rows.map((row) => ({
    booking: bookingOf(row, timeZone),
    name: row.name,
    role: row.role,
    answer: row.answer ?? undefined,
    answeredBy: row.answered_by_name ?? undefined,
  }));
};

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export const requestOf = async (db: Queries, scope: Scope, bookingId: number): Promise<ApprovalRequest | undefined> =>
  (await requestsWhere(db, scope, Prisma.sql`booking.id = ${bookingId}`))[0];

const waits = Prisma.sql`answer IS NULL AND cancelled_at IS NULL`;

export const waitingRequests = (
  db: Queries,
  scope: Scope,
  now: Temporal.Instant,
): Promise<readonly ApprovalRequest[]> => requestsWhere(db, scope, Prisma.sql`${waits} AND starts_at > ${at(now)}`);

/** Nobody answered in time. */
export const overdueRequests = (
  db: Queries,
  scope: Scope,
  now: Temporal.Instant,
): Promise<readonly ApprovalRequest[]> => requestsWhere(db, scope, Prisma.sql`${waits} AND starts_at <= ${at(now)}`);

/** The booking, and what was asked of it, locked until the transaction ends: of two answers, one counts. */
export const lockRequest = (db: Queries, bookingId: number): Promise<number> =>
  db.$executeRaw`
    SELECT 1 FROM booking JOIN approval ON booking_id = booking.id WHERE booking.id = ${bookingId} FOR UPDATE`;

/** Locked first, in the same order as whoever writes to a booking. */
export const lockHeld = (db: Queries, placeId: string, bookingId: number): Promise<number> =>
  db.$executeRaw`
    SELECT 1 FROM resource WHERE place_id = ${placeId} AND key IN (
      SELECT resource_key FROM occupation WHERE kind = 'booking' AND source_id = ${bookingId}
    ) ORDER BY key FOR UPDATE`;

export const writeAnswer = (
  db: Queries,
  bookingId: number,
  answer: Answer,
  { placeId, actorId, at: now }: Omit<Doer, 'actorId'> & { readonly actorId: number | undefined },
): Promise<number> =>
  db.$executeRaw`
    WITH answered AS (
      UPDATE approval SET answer = ${answer}, answered_by = ${actorId ?? null}::integer, answered_at = ${at(now)}
      WHERE booking_id = ${bookingId} AND answer IS NULL RETURNING booking_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT ${placeId}, ${at(now)}, ${actorId ?? null}::integer, ${`booking.${answer}`}::text, 'booking ' || booking_id, '{}'
    FROM answered`;

/** Requests whose cards say nothing yet, or not what is so now. */
export const uncarded = (db: Queries, scope: Scope, now: Temporal.Instant): Promise<readonly ApprovalRequest[]> =>
  requestsWhere(
    db,
    scope,
    Prisma.sql`(${waits} AND starts_at > ${at(now)} AND carded IS DISTINCT FROM 'waiting')
      OR (carded = 'waiting' AND (answer IS NOT NULL OR cancelled_at IS NOT NULL))`,
  );

/** True for one of several who try. */
export const claimCard = async (db: Queries, bookingId: number, says: 'waiting' | 'settled'): Promise<boolean> =>
  (await db.$executeRaw`
    UPDATE approval SET carded = ${says} WHERE booking_id = ${bookingId} AND carded IS DISTINCT FROM ${says}`) > 0;

/** It could not be posted: it is tried again. */
export const unclaimCard = (db: Queries, bookingId: number, says: 'waiting' | 'settled'): Promise<number> =>
  db.$executeRaw`
    UPDATE approval SET carded = ${says === 'waiting' ? null : 'waiting'}::text WHERE booking_id = ${bookingId} AND carded = ${says}`;

export const insertCard = (
  db: Queries,
  bookingId: number,
  { platform, workspace, channel, message }: Card,
): Promise<number> =>
  db.$executeRaw`
    INSERT INTO approval_card (booking_id, platform, workspace, channel, message)
    VALUES (${bookingId}, ${platform}, ${workspace}, ${channel}, ${message}) ON CONFLICT DO NOTHING`;

export const cardsOf = (db: Queries, bookingId: number): Promise<readonly Card[]> =>
  db.$queryRaw<Card[]>`
    SELECT platform, workspace, channel, message FROM approval_card WHERE booking_id = ${bookingId}`;
