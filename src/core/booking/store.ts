// The only queries of bookings. Each write stands or falls whole: the request that asked for it, the booking, what it
// takes of the ledger and its line in the audit log.

import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Database } from '../../db/open.ts';
import type { Claim } from '../ledger/model.ts';
import { occupationsInsert, occupationsRelease, occupationsRemove } from '../ledger/store.ts';
import { structuresOfBookingsLock } from '../structures/share.ts';
import { type Act, at, factsOf, noted, on } from './act.ts';
import { approvalAgain, isWhole, type Wanted } from './making.ts';
import type { Booking, BookingRequest, Company } from './model.ts';
import { type Alongside, alongside, type BookingRow, bookingColumns, bookingOf, companyOf } from './rows.ts';

/** `replayed`: this very request was carried out before. `nothing`: the booking is no longer what it was taken for. */
export type Written = 'done' | 'replayed' | 'nothing';

const changed = Prisma.sql`changed`;
interface Change {
  readonly set: Prisma.Sql;
  readonly where: Prisma.Sql;
  readonly effects: Prisma.Sql;
  /** What it takes that it does not hold. */
  readonly claims?: readonly Claim[];
}

/**
 * What locks a booking, in order. Its structure (counted before the rooms are read, so locked before them), what it holds,
 * what it will hold, then the booking itself are locked by statements of their own, before it is written to: the one that
 * follows then sees what a rival has just written, two identical requests come one after the other, and whoever closes a
 * space, and so locks it first, is met in the same order.
 */
const stepsOf = (
  db: Prisma.TransactionClient,
  { placeId, memberId, requestId, now }: Act,
  id: number,
  { set, where, effects, claims = [] }: Change,
): [Prisma.PrismaPromise<number>, Prisma.PrismaPromise<number>, Prisma.PrismaPromise<{ written: Written }[]>] =>
  // Each is sent when it is awaited, or by the transaction that it is given to.
  [
    db.$executeRaw`
      WITH structures AS MATERIALIZED (${structuresOfBookingsLock([id])})
      SELECT 1 FROM resource WHERE place_id = ${placeId} AND (SELECT count(*) FROM structures) >= 0 AND (
        key = ANY (${claims.map(({ resourceKey }) => resourceKey)}::text[])
        OR key IN (SELECT resource_key FROM occupation WHERE kind = 'booking' AND source_id = ${id})
      ) ORDER BY key FOR UPDATE`,
    db.$executeRaw`SELECT 1 FROM booking WHERE id = ${id} FOR UPDATE`,
    db.$queryRaw<{ written: Written }[]>`
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
  ];

const outcomeOf = ([row]: readonly { readonly written: Written }[]): Written => {
  if (!row) throw new Error('a statement that always answers did not');
  return row.written;
};

/** Alone, in one batch. */
const writeTo = async ({ prisma }: Database, act: Act, id: number, change: Change): Promise<Written> => {
  const [, , rows] = await prisma.$transaction(stepsOf(prisma, act, id, change));
  return outcomeOf(rows);
};

/** `because`: why the staff moves it. */
type Update = Wanted & { readonly because?: string };

/** Gives up the old times and takes the new ones at once. */
const updateOf = (
  { sequence }: Booking,
  request: BookingRequest,
  act: Act,
  { claims, approval, because }: Update,
): Change => {
  const { spaceKey, start, end, people, purpose } = request;
  return {
    set: Prisma.sql`
      space_key = ${spaceKey}, starts_at = ${on(start)}, ends_at = ${on(end)}, people = ${people},
      whole = ${isWhole(claims)}, purpose = ${purpose ?? null}, moved_because = ${because ?? null},
      moved_at = CASE WHEN starts_at = ${on(start)} THEN moved_at ELSE ${at(act.now)} END,
      confirmed_at = CASE WHEN starts_at = ${on(start)} THEN confirmed_at END`,
    where: Prisma.sql`cancelled_at IS NULL AND sequence = ${sequence}`,
    claims,
    effects: Prisma.sql`
      freed AS (${occupationsRemove({ kind: 'booking', from: changed })}),
      taken AS (${occupationsInsert(claims, { kind: 'booking', from: changed })}),
      asked AS (${approvalAgain(changed, approval, act)}),
      noted AS (${noted('booking.changed', changed, act, factsOf(request))})`,
  };
};

/** Refused, it leaves everything as it was. */
export const updateBooking = (
  db: Database,
  act: Act,
  booking: Booking,
  request: BookingRequest,
  wanted: Update,
): Promise<Written> => writeTo(db, act, booking.id, updateOf(booking, request, act, wanted));

/** The same in a transaction that writes more. */
export const updateBookingIn = async (
  tx: Prisma.TransactionClient,
  act: Act,
  booking: Booking,
  request: BookingRequest,
  wanted: Update,
): Promise<Written> => {
  const [resources, itself, written] = stepsOf(tx, act, booking.id, updateOf(booking, request, act, wanted));
  await resources;
  await itself;
  return outcomeOf(await written);
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

const bookingsWhere = async (db: Queries, timeZone: string, where: Prisma.Sql): Promise<readonly Booking[]> => {
  const rows = await db.$queryRaw<BookingRow[]>`
    SELECT ${bookingColumns} FROM booking WHERE ${where} ORDER BY starts_at, id`;
  return rows.map((row) => bookingOf(row, timeZone));
};

export const bookingById = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  id: number,
): Promise<Booking | undefined> =>
  (await bookingsWhere(db, timeZone, Prisma.sql`place_id = ${placeId} AND id = ${id}`))[0];

export const bookingOfRequest = async (
  db: Queries,
  { timeZone }: Scope,
  { placeId, memberId, requestId }: Act,
): Promise<Booking | undefined> => {
  const where = Prisma.sql`place_id = ${placeId} AND request_id = ${requestId} AND member_id = ${memberId}`;
  return (await bookingsWhere(db, timeZone, where))[0];
};

/** Whether this request of this member was carried out. */
export const wasCarriedOut = async (db: Queries, { placeId, memberId, requestId }: Act): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM request WHERE place_id = ${placeId} AND id = ${requestId} AND member_id = ${memberId}`;
  return rows.length > 0;
};

/** Of one member, not cancelled, at some time from `from` on, by start. */
export const bookingsFrom = (
  db: Queries,
  { placeId, timeZone }: Scope,
  memberId: number,
  from: Temporal.Instant,
): Promise<readonly Booking[]> =>
  bookingsWhere(
    db,
    timeZone,
    Prisma.sql`place_id = ${placeId} AND member_id = ${memberId} AND cancelled_at IS NULL AND ends_at > ${at(from)}`,
  );

export const companyAlongside = async (db: Queries, { id, start, end }: Booking): Promise<Company> => {
  const [row] = await db.$queryRaw<{ alongside: readonly Alongside[] }[]>`
    SELECT (${alongside}) AS alongside FROM booking AS made WHERE id = ${id}`;
  return companyOf(row?.alongside ?? [], { start: start.toInstant(), end: end.toInstant() });
};
