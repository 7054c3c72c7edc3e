// The only queries of requests for someone's agreement, and of their cards.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Role } from '../../place/model.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';
import type { Doer } from '../impact/effect.ts';
import { nameOfBooking } from '../impact/store.ts';
import type { Answer, ApprovalRequest, Card } from './model.ts';
import { requestsOf } from './rules.ts';

interface Scope {
  readonly placeId: string;
  readonly timeZone: string;
}

type Row = BookingRow & {
  readonly name: string;
  readonly role: Role;
  readonly asked_at: Date;
  readonly answer: Answer | null;
  readonly answered_by_name: string | null;
};

/** Whole requests: where one booking is meant, those that were asked for with it come too. */
const requestsWhere = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  where: Prisma.Sql,
): Promise<readonly ApprovalRequest[]> => {
  const rows = await db.$queryRaw<Row[]>`
    WITH meant AS (
      SELECT booking.id AS meant_id, series_id AS meant_series, asked_at AS meant_at
      FROM approval JOIN booking ON booking.id = booking_id WHERE approval.place_id = ${placeId} AND ${where}
    )
    SELECT asked.*, ${bookingColumns}, ${nameOfBooking} FROM (
      SELECT booking_id, role, answer, asked_at, (SELECT display_name FROM member WHERE id = answered_by) AS answered_by_name
      FROM approval WHERE place_id = ${placeId}
    ) AS asked JOIN booking ON booking.id = booking_id
    WHERE EXISTS (SELECT FROM meant WHERE meant_id = booking.id OR (meant_series = series_id AND meant_at = asked_at))
    ORDER BY starts_at, id`;
  return requestsOf(
    rows.map((row) => ({
      booking: bookingOf(row, timeZone),
      name: row.name,
      role: row.role,
      askedAt: instantOf(row.asked_at),
      answer: row.answer ?? undefined,
      answeredBy: row.answered_by_name ?? undefined,
    })),
  );
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

const numbers = (ids: readonly number[]) => Prisma.sql`${[...ids]}::integer[]`;

/** The bookings, and what was asked of them, locked until the transaction ends: of two answers, one counts. */
export const lockRequest = (db: Queries, ids: readonly number[]): Promise<number> =>
  db.$executeRaw`
    SELECT 1 FROM booking JOIN approval ON booking_id = booking.id WHERE booking.id = ANY (${numbers(ids)})
    ORDER BY booking.id FOR UPDATE`;

/** Locked first, in the same order as whoever writes to a booking. */
export const lockHeld = (db: Queries, placeId: string, ids: readonly number[]): Promise<number> =>
  db.$executeRaw`
    SELECT 1 FROM resource WHERE place_id = ${placeId} AND key IN (
      SELECT resource_key FROM occupation WHERE kind = 'booking' AND source_id = ANY (${numbers(ids)})
    ) ORDER BY key FOR UPDATE`;

export const writeAnswer = (
  db: Queries,
  ids: readonly number[],
  answer: Answer,
  { placeId, actorId, at: now }: Omit<Doer, 'actorId'> & { readonly actorId: number | undefined },
): Promise<number> =>
  db.$executeRaw`
    WITH answered AS (
      UPDATE approval SET answer = ${answer}, answered_by = ${actorId ?? null}::integer, answered_at = ${at(now)}
      WHERE booking_id = ANY (${numbers(ids)}) AND answer IS NULL RETURNING booking_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT ${placeId}, ${at(now)}, ${actorId ?? null}::integer, ${`booking.${answer}`}::text, 'booking ' || booking_id, '{}'
    FROM answered`;

/** Requests whose cards say nothing yet, or not what is so now. */
export const uncarded = (db: Queries, scope: Scope, now: Temporal.Instant): Promise<readonly ApprovalRequest[]> =>
  requestsWhere(
    db,
    scope,
    Prisma.sql`((${waits} AND starts_at > ${at(now)} AND carded IS DISTINCT FROM 'waiting')
      OR (carded IN ('waiting', 'stale') AND (answer IS NOT NULL OR cancelled_at IS NOT NULL)))`,
  );

/** Every booking of the request that this one is part of, with what its card should say of it. */
const membersOf = (bookingId: number): Prisma.Sql => Prisma.sql`
  SELECT booking.id, carded, CASE WHEN ${waits} THEN 'waiting' ELSE 'settled' END AS says
  FROM approval JOIN booking ON booking.id = booking_id JOIN (
    SELECT id AS lead_id, series_id AS lead_series, asked_at AS lead_at
    FROM booking JOIN approval ON booking_id = id WHERE id = ${bookingId}::integer
  ) AS lead ON booking.id = lead_id OR (series_id = lead_series AND asked_at = lead_at)`;

/**
 * True for one of several who try. Cards that show another request too, or one that was answered before it was asked
 * again, are no longer this one's.
 */
export const claimCard = async (db: Queries, bookingId: number): Promise<boolean> =>
  (await db.$executeRaw`
    WITH member AS (${membersOf(bookingId)}),
    forgotten AS (
      DELETE FROM approval_card AS card USING member WHERE booking_id = member.id AND (
        carded IS NULL OR EXISTS (
          SELECT FROM approval_card AS other
          WHERE (other.platform, other.workspace, other.channel, other.message)
              = (card.platform, card.workspace, card.channel, card.message)
            AND other.booking_id NOT IN (SELECT id FROM member)
        )
      )
    )
    UPDATE approval SET carded = says FROM member
    WHERE booking_id = member.id AND approval.carded IS DISTINCT FROM says
      AND (says = 'waiting' OR approval.carded IS NOT NULL)`) > 0;

/** It could not be shown: it is tried again. `known`: whether there is a card to put right. */
export const unclaimCard = (db: Queries, bookingId: number, known: boolean): Promise<number> =>
  db.$executeRaw`
    UPDATE approval SET carded = ${known ? 'stale' : null}::text
    FROM (${membersOf(bookingId)}) AS member WHERE booking_id = member.id AND approval.carded IS NOT NULL`;

/** Kept under each of its bookings: one of them may be asked again, alone. */
export const insertCard = (
  db: Queries,
  bookingId: number,
  { platform, workspace, channel, message }: Card,
): Promise<number> =>
  db.$executeRaw`
    INSERT INTO approval_card (booking_id, platform, workspace, channel, message)
    SELECT id, ${platform}, ${workspace}, ${channel}, ${message} FROM (${membersOf(bookingId)}) AS member
    ON CONFLICT DO NOTHING`;

export const cardsOf = (db: Queries, bookingId: number): Promise<readonly Card[]> =>
  db.$queryRaw<Card[]>`
    SELECT DISTINCT platform, workspace, channel, message
    FROM approval_card JOIN (${membersOf(bookingId)}) AS member ON booking_id = member.id`;
