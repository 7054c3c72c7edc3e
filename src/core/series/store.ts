// The queries of bookings that are written together: each write is one statement, within a transaction that has locked
// what it reads.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { type Act, at, noted } from '../booking/act.ts';
import { approvalAgain } from '../booking/making.ts';
import type { Booking } from '../booking/model.ts';
import { type BookingRow, bookingColumns, bookingOf } from '../booking/rows.ts';
import type { Claim } from '../ledger/model.ts';
import { lockResources, occupationsRelease, occupationsRemove } from '../ledger/store.ts';
import { structureOfMemberLock, structuresOfBookingsLock } from '../structures/share.ts';
import type { SeriesRequest } from './model.ts';
import { claimsInsert, isWhole, stayRows, type Taking } from './takings.ts';

interface Scope {
  readonly placeId: string;
  readonly timeZone: string;
}

const changed = Prisma.sql`changed`;

const idsOf = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

/** Of one series, cancelled or not, by start. */
export const bookingsOfSeries = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  seriesId: number,
  memberId: number,
): Promise<readonly Booking[]> => {
  const rows = await db.$queryRaw<BookingRow[]>`
    SELECT ${bookingColumns} FROM booking
    WHERE series_id = ${seriesId} AND place_id = ${placeId} AND member_id = ${memberId} ORDER BY starts_at, id`;
  return rows.map((row) => bookingOf(row, timeZone));
};

/** As they are now, by start. */
export const bookingsNumbered = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  ids: readonly number[],
): Promise<readonly Booking[]> => {
  const rows = await db.$queryRaw<BookingRow[]>`
    SELECT ${bookingColumns} FROM booking
    WHERE id = ANY (${[...ids]}::int[]) AND place_id = ${placeId} ORDER BY starts_at, id`;
  return rows.map((row) => bookingOf(row, timeZone));
};

/** Of the request that made it; undefined when it made none. */
export const seriesOfRequest = async (
  db: Queries,
  { placeId, memberId, requestId }: Act,
): Promise<number | undefined> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM series WHERE place_id = ${placeId} AND request_id = ${requestId} AND member_id = ${memberId}`;
  return row?.id;
};

/** The member and their structure, as one who books does first; then what is wanted, in the order in which everyone takes it. */
export const lockForBooking = async (
  db: Queries,
  { placeId, memberId }: Act,
  claims: readonly Claim[],
): Promise<void> => {
  await lockMember(db, memberId);
  await db.$executeRaw`${structureOfMemberLock(memberId)}`;
  await lockResources(db, placeId, claims);
};

/** The structures, what the bookings hold and will hold, then the bookings, then the member: as one who changes a booking does. */
export const lockForChange = async (
  db: Queries,
  { placeId, memberId }: Act,
  bookings: readonly Booking[],
  claims: readonly Claim[],
): Promise<void> => {
  const ids = idsOf(bookings);
  await db.$executeRaw`${structuresOfBookingsLock(ids)}`;
  await db.$executeRaw`
    SELECT 1 FROM resource WHERE place_id = ${placeId} AND (
      key = ANY (${claims.map(({ resourceKey }) => resourceKey)}::text[])
      OR key IN (SELECT resource_key FROM occupation WHERE kind = 'booking' AND source_id = ANY (${ids}::int[]))
    ) ORDER BY key FOR UPDATE`;
  await db.$executeRaw`SELECT 1 FROM booking WHERE id = ANY (${ids}::int[]) ORDER BY id FOR UPDATE`;
  await lockMember(db, memberId);
};

/** What they have can then neither grow nor shrink under their own other requests. */
const lockMember = (db: Queries, memberId: number): Promise<number> =>
  db.$executeRaw`SELECT 1 FROM member WHERE id = ${memberId} FOR NO KEY UPDATE`;

/** The series, its bookings, what they take, their lines in the audit log and the request: all of it or nothing. */
export const insertSeries = async (
  db: Queries,
  act: Act,
  { spaceKey, people, purpose, guestName }: SeriesRequest,
  takings: readonly Taking[],
): Promise<number> => {
  const { placeId, memberId, requestId, now } = act;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH once AS (
      INSERT INTO request (place_id, id, member_id, at) VALUES (${placeId}, ${requestId}, ${memberId}, ${at(now)})
      RETURNING place_id, id, member_id, at
    ),
    whole AS (
      INSERT INTO series (place_id, member_id, space_key, request_id, created_at)
      SELECT place_id, member_id, ${spaceKey}, id, at FROM once
      RETURNING id, place_id, member_id, space_key, request_id, created_at
    ),
    made AS (
      INSERT INTO booking (place_id, member_id, space_key, starts_at, ends_at, people, whole, purpose, guest_name,
        for_guest, request_id, created_at, series_id)
      SELECT whole.place_id, member_id, space_key, stay.starts_at, stay.ends_at, ${people}::integer,
        ${isWhole(takings)}::boolean, ${purpose ?? null}::text, ${guestName ?? null}::text,
        ${guestName !== undefined}::boolean, request_id, created_at, whole.id
      FROM whole CROSS JOIN jsonb_to_recordset(${stayRows(takings)}::jsonb)
        AS stay (starts_at timestamptz, ends_at timestamptz)
      ORDER BY stay.starts_at
      RETURNING id, place_id, starts_at, created_at
    ),
    asked AS (
      INSERT INTO approval (booking_id, place_id, role, asked_at)
      SELECT made.id, made.place_id, stay.role, made.created_at FROM made
      JOIN jsonb_to_recordset(${stayRows(takings)}::jsonb) AS stay (starts_at timestamptz, role text)
        ON stay.starts_at = made.starts_at
      WHERE stay.role IS NOT NULL
    ),
    taken AS (${claimsInsert(takings, Prisma.sql`made`, Prisma.sql`source.starts_at = claim.stay`)}),
    noted AS (${noted('booking.made', Prisma.sql`made`, act, { space: spaceKey, people, inSeries: takings.length })})
    SELECT id FROM whole`;
  if (!row) throw new Error('a series was inserted and gave no number');
  return row.id;
};

const requestRow = ({ placeId, requestId, memberId, now }: Act): Prisma.Sql => Prisma.sql`
  INSERT INTO request (place_id, id, member_id, at) VALUES (${placeId}, ${requestId}, ${memberId}, ${at(now)})`;

export const cancelTogether = async (db: Queries, act: Act, bookings: readonly Booking[]): Promise<void> => {
  await db.$executeRaw`
    WITH once AS (${requestRow(act)}),
    changed AS (
      UPDATE booking SET cancelled_at = ${at(act.now)}, sequence = sequence + 1
      WHERE id = ANY (${idsOf(bookings)}::int[]) AND cancelled_at IS NULL RETURNING id, place_id
    ),
    freed AS (${occupationsRelease({ kind: 'booking', from: changed, at: act.now })})
    ${noted('booking.cancelled', changed, act)}`;
};

export const restoreTogether = async (db: Queries, act: Act, bookings: readonly Booking[]): Promise<void> => {
  await db.$executeRaw`
    WITH once AS (${requestRow(act)}),
    changed AS (
      UPDATE booking SET cancelled_at = NULL, sequence = sequence + 1
      WHERE id = ANY (${idsOf(bookings)}::int[]) AND cancelled_at IS NOT NULL RETURNING id, place_id
    ),
    taken AS (
      UPDATE occupation SET released_at = NULL FROM changed
      WHERE occupation.kind = 'booking' AND occupation.source_id = changed.id AND occupation.released_at IS NOT NULL
    )
    ${noted('booking.restored', changed, act)}`;
};

const rolesOf = (takings: readonly Taking[]) => [...new Set(takings.map(({ approval }) => approval))];

/** What was agreed was another time: each is asked for again, or for the first time. */
const askedAgain = (takings: readonly Taking[], act: Act): Prisma.Sql =>
  Prisma.join(
    rolesOf(takings).map((role, index) => {
      const ids = takings.flatMap(({ approval, bookingId }) => (approval === role && bookingId ? [bookingId] : []));
      const those = Prisma.raw(`those_${index}`);
      return Prisma.sql`${those} AS (SELECT id, place_id FROM changed WHERE id = ANY (${ids}::int[])),
        ${Prisma.raw(`asked_${index}`)} AS (${approvalAgain(those, role, act)})`;
    }),
  );

/** Gives up the old times and takes the new ones at once. */
export const moveTogether = async (db: Queries, act: Act, takings: readonly Taking[]): Promise<void> => {
  await db.$executeRaw`
    WITH once AS (${requestRow(act)}),
    changed AS (
      UPDATE booking SET starts_at = stay.starts_at, ends_at = stay.ends_at, sequence = sequence + 1,
        moved_at = CASE WHEN booking.starts_at = stay.starts_at THEN moved_at ELSE ${at(act.now)} END,
        confirmed_at = CASE WHEN booking.starts_at = stay.starts_at THEN confirmed_at END
      FROM jsonb_to_recordset(${stayRows(takings)}::jsonb)
        AS stay (id integer, starts_at timestamptz, ends_at timestamptz)
      WHERE booking.id = stay.id AND booking.cancelled_at IS NULL
      RETURNING booking.id, booking.place_id, booking.starts_at
    ),
    freed AS (${occupationsRemove({ kind: 'booking', from: changed })}),
    taken AS (${claimsInsert(takings, changed, Prisma.sql`source.id = claim.booking`)}),
    ${askedAgain(takings, act)}
    ${noted('booking.changed', changed, act, { moved: takings.length })}`;
};
