// The only queries of bookings. Each write stands or falls whole: the request that asked for it, the booking, what it
// takes of the ledger and its line in the audit log.
import { Prisma } from '../../db/generated/client.ts';
import type { Database, Queries } from '../../db/open.ts';
import type { Claim } from '../ledger/model.ts';
import { occupationsInsert, occupationsRelease, occupationsRemove } from '../ledger/store.ts';
import type { Booking, BookingRequest } from './model.ts';
import { type BookingRow, bookingColumns, bookingOf, factsOf } from './rows.ts';

export interface Act {
  readonly placeId: string;
  readonly memberId: number;
  readonly requestId: string;
  readonly now: Temporal.Instant;
}

/** `replayed`: this very request was carried out before. `nothing`: the booking is no longer what it was taken for. */
export type Written = 'done' | 'replayed' | 'nothing';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;
const on = (time: Temporal.ZonedDateTime) => at(time.toInstant());

const noted = (action: string, from: Prisma.Sql, { memberId, now }: Act, detail: object = {}) => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${at(now)}, ${memberId}, ${action}, 'booking ' || id, ${JSON.stringify(detail)}::jsonb FROM ${from}`;

const made = Prisma.sql`made`;
const changed = Prisma.sql`changed`;

/**
 * One statement, one round trip. `others`: seats that others held just before, at the fullest instant. Undefined: this
 * request was already carried out; two at once wait for each other on the request's key.
 */
export const insertBooking = async (
  db: Queries,
  act: Act,
  request: BookingRequest,
  whole: boolean,
  claims: readonly Claim[],
): Promise<{ readonly booking: Booking; readonly others: number } | undefined> => {
  const { placeId, memberId, requestId, now } = act;
  const { spaceKey, start, end, people, purpose } = request;
  const [row] = await db.$queryRaw<{ id: number; others: number }[]>`
    WITH once AS (
      INSERT INTO request (place_id, id, member_id, at) VALUES (${placeId}, ${requestId}, ${memberId}, ${at(now)})
      ON CONFLICT DO NOTHING RETURNING place_id
    ),
    made AS (
      INSERT INTO booking (place_id, member_id, space_key, starts_at, ends_at, people, whole, purpose, request_id, created_at)
      SELECT place_id, ${memberId}, ${spaceKey}, ${on(start)}, ${on(end)}, ${people}, ${whole}, ${purpose ?? null}, ${requestId}, ${at(now)}
      FROM once RETURNING id, place_id
    ),
    taken AS (${occupationsInsert(claims, { kind: 'booking', from: made })}),
    noted AS (${noted('booking.made', made, act, factsOf(request))})
    SELECT id, peak_seats(place_id, ${spaceKey}, 0, ${on(start)}, ${on(end)}, 0) AS others FROM made`;
  if (!row) return undefined;
  const { bareDay: _, ...asked } = request;
  return { booking: { ...asked, id: row.id, memberId, cancelledAt: undefined, sequence: 0 }, others: row.others };
};

/**
 * Writes to a booking that is there. It is locked by a statement of its own, before: the one that follows then sees what
 * a rival has just written, also in the ledger, and two identical requests come one after the other.
 */
const writeTo = async (
  { prisma }: Database,
  { placeId, memberId, requestId, now }: Act,
  id: number,
  { set, where, effects }: { readonly set: Prisma.Sql; readonly where: Prisma.Sql; readonly effects: Prisma.Sql },
): Promise<Written> => {
  const [, [row]] = await prisma.$transaction([
    prisma.$executeRaw`SELECT 1 FROM booking WHERE id = ${id} FOR UPDATE`,
    prisma.$queryRaw<{ written: Written }[]>`
      WITH before AS (SELECT 1 FROM request WHERE place_id = ${placeId} AND id = ${requestId}),
      changed AS (
        UPDATE booking SET sequence = sequence + 1, ${set}
        WHERE id = ${id} AND place_id = ${placeId} AND ${where} AND NOT EXISTS (SELECT FROM before)
        RETURNING id, place_id
      ),
      once AS (
        INSERT INTO request (place_id, id, member_id, at)
        SELECT place_id, ${requestId}, ${memberId}, ${at(now)} FROM changed
      ),
      ${effects}
      SELECT CASE WHEN EXISTS (SELECT FROM changed) THEN 'done' WHEN EXISTS (SELECT FROM before) THEN 'replayed'
        ELSE 'nothing' END AS written`,
  ]);
  if (!row) throw new Error('a statement that always answers did not');
  return row.written;
};

/** Gives up the old times and takes the new ones at once: refused, it leaves everything as it was. */
export const updateBooking = (
  db: Database,
  act: Act,
  { id, sequence }: Booking,
  request: BookingRequest,
  whole: boolean,
  claims: readonly Claim[],
): Promise<Written> => {
  const { spaceKey, start, end, people, purpose } = request;
  return writeTo(db, act, id, {
    set: Prisma.sql`
      space_key = ${spaceKey}, starts_at = ${on(start)}, ends_at = ${on(end)}, people = ${people}, whole = ${whole},
      purpose = ${purpose ?? null}`,
    where: Prisma.sql`cancelled_at IS NULL AND sequence = ${sequence}`,
    effects: Prisma.sql`
      freed AS (${occupationsRemove({ kind: 'booking', from: changed })}),
      taken AS (${occupationsInsert(claims, { kind: 'booking', from: changed })}),
      noted AS (${noted('booking.changed', changed, act, factsOf(request))})`,
  });
};

export const cancelBooking = (db: Database, act: Act, id: number): Promise<Written> =>
  writeTo(db, act, id, {
    set: Prisma.sql`cancelled_at = ${at(act.now)}`,
    where: Prisma.sql`cancelled_at IS NULL`,
    effects: Prisma.sql`
      freed AS (${occupationsRelease({ kind: 'booking', from: changed, at: act.now })}),
      noted AS (${noted('booking.cancelled', changed, act)})`,
  });

/** Takes again what the cancellation gave back. */
export const restoreBooking = (db: Database, act: Act, id: number): Promise<Written> =>
  writeTo(db, act, id, {
    set: Prisma.sql`cancelled_at = NULL`,
    where: Prisma.sql`cancelled_at IS NOT NULL`,
    effects: Prisma.sql`
      taken AS (
        UPDATE occupation SET released_at = NULL FROM changed
        WHERE occupation.kind = 'booking' AND occupation.source_id = changed.id AND occupation.released_at IS NOT NULL
      ),
      noted AS (${noted('booking.restored', changed, act)})`,
  });

export interface Scope {
  readonly placeId: string;
  readonly timeZone: string;
}

export const bookingById = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  id: number,
): Promise<Booking | undefined> => {
  const [row] = await db.$queryRaw<
    BookingRow[]
  >`SELECT ${bookingColumns} FROM booking WHERE place_id = ${placeId} AND id = ${id}`;
  return row && bookingOf(row, timeZone);
};

export const bookingOfRequest = async (
  db: Queries,
  { timeZone }: Scope,
  { placeId, memberId, requestId }: Act,
): Promise<Booking | undefined> => {
  const [row] = await db.$queryRaw<BookingRow[]>`
    SELECT ${bookingColumns} FROM booking
    WHERE place_id = ${placeId} AND request_id = ${requestId} AND member_id = ${memberId}`;
  return row && bookingOf(row, timeZone);
};

/** Whether this request of this member was carried out. */
export const wasCarriedOut = async (db: Queries, { placeId, memberId, requestId }: Act): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM request WHERE place_id = ${placeId} AND id = ${requestId} AND member_id = ${memberId}`;
  return rows.length > 0;
};

/** Of one member, not cancelled, at some time from `from` on, by start. */
export const bookingsFrom = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  memberId: number,
  from: Temporal.Instant,
): Promise<readonly Booking[]> => {
  const rows = await db.$queryRaw<BookingRow[]>`
    SELECT ${bookingColumns} FROM booking
    WHERE place_id = ${placeId} AND member_id = ${memberId} AND cancelled_at IS NULL AND ends_at > ${at(from)}
    ORDER BY starts_at, id`;
  return rows.map((row) => bookingOf(row, timeZone));
};

/** Seats that others hold in a space at the fullest instant of a booking. */
export const othersAlongside = async (
  db: Queries,
  { placeId }: Scope,
  { spaceKey, start, end, people }: Booking,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ peak: number }[]>`
    SELECT peak_seats(${placeId}, ${spaceKey}, 0, ${on(start)}, ${on(end)}, 0) AS peak`;
  return Math.max(0, (row?.peak ?? 0) - people);
};
