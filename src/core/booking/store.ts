// The only queries of bookings. Each write is one statement: the request that asked for it, the booking, what it takes
// of the ledger and its line in the audit log stand or fall together, in one round trip.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Queries } from '../../db/open.ts';
import type { Claim } from '../ledger/model.ts';
import { occupationsInsert, occupationsRelease } from '../ledger/store.ts';
import type { Booking, BookingRequest, WantedEquipment } from './model.ts';

export interface Act {
  readonly placeId: string;
  readonly memberId: number;
  readonly requestId: string;
  readonly now: Temporal.Instant;
}

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;
const on = (time: Temporal.ZonedDateTime) => at(time.toInstant());

/** Gives a row the first time only. */
const once = ({ placeId, memberId, requestId, now }: Act) => Prisma.sql`
  INSERT INTO request (place_id, id, member_id, at) VALUES (${placeId}, ${requestId}, ${memberId}, ${at(now)})
  ON CONFLICT DO NOTHING RETURNING place_id`;

const noted = (action: string, from: Prisma.Sql, { memberId, now }: Act, detail: object = {}) => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${at(now)}, ${memberId}, ${action}, 'booking ' || id, ${JSON.stringify(detail)}::jsonb FROM ${from}`;

const made = Prisma.sql`made`;
const changed = Prisma.sql`changed`;

/** In the log: what was asked, never why. */
const facts = ({ spaceKey, start, end, people }: BookingRequest) => ({
  space: spaceKey,
  start: start.toString({ timeZoneName: 'never' }),
  end: end.toString({ timeZoneName: 'never' }),
  people,
});

/** `others`: seats that others held just before, at the fullest instant. Undefined: this request was already carried out. */
export const insertBooking = async (
  db: Queries,
  act: Act,
  request: BookingRequest,
  whole: boolean,
  claims: readonly Claim[],
): Promise<{ readonly id: number; readonly others: number } | undefined> => {
  const { spaceKey, start, end, people, purpose } = request;
  const rows = await db.$queryRaw<{ id: number; others: number }[]>`
    WITH once AS (${once(act)}),
    made AS (
      INSERT INTO booking (place_id, member_id, space_key, starts_at, ends_at, people, whole, purpose, request_id, created_at)
      SELECT place_id, ${act.memberId}, ${spaceKey}, ${on(start)}, ${on(end)}, ${people}, ${whole}, ${purpose ?? null}, ${act.requestId}, ${at(act.now)}
      FROM once RETURNING id, place_id
    ),
    taken AS (${occupationsInsert(claims, { kind: 'booking', from: made })}),
    noted AS (${noted('booking.made', made, act, facts(request))})
    SELECT id, peak_seats(place_id, ${spaceKey}, 0, ${on(start)}, ${on(end)}, 0) AS others FROM made`;
  return rows[0];
};

/** False: this request was already carried out, or the booking is no longer there to be changed. */
export const updateBooking = async (
  db: Queries,
  act: Act,
  id: number,
  request: BookingRequest,
  whole: boolean,
  claims: readonly Claim[],
): Promise<boolean> => {
  const { spaceKey, start, end, people, purpose } = request;
  const rows = await db.$queryRaw<unknown[]>`
    WITH once AS (${once(act)}),
    changed AS (
      UPDATE booking SET space_key = ${spaceKey}, starts_at = ${on(start)}, ends_at = ${on(end)}, people = ${people},
        whole = ${whole}, purpose = ${purpose ?? null}, sequence = sequence + 1
      FROM once WHERE booking.id = ${id} AND booking.cancelled_at IS NULL AND booking.place_id = once.place_id
      RETURNING booking.id, booking.place_id
    ),
    freed AS (${occupationsRelease({ kind: 'booking', from: changed, at: act.now })}),
    taken AS (${occupationsInsert(claims, { kind: 'booking', from: changed })}),
    noted AS (${noted('booking.changed', changed, act, facts(request))})
    SELECT id FROM changed`;
  return rows.length > 0;
};

/** False: it was cancelled meanwhile. */
export const cancelBooking = async (db: Queries, act: Act, id: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH changed AS (
      UPDATE booking SET cancelled_at = ${at(act.now)}, sequence = sequence + 1
      WHERE id = ${id} AND place_id = ${act.placeId} AND cancelled_at IS NULL RETURNING id, place_id
    ),
    freed AS (${occupationsRelease({ kind: 'booking', from: changed, at: act.now })}),
    noted AS (${noted('booking.cancelled', changed, act)})
    SELECT id FROM changed`;
  return rows.length > 0;
};

/** Takes again what the cancellation gave back, and nothing else. False: it was restored meanwhile. */
export const restoreBooking = async (db: Queries, act: Act, id: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH old AS (
      SELECT id, cancelled_at FROM booking
      WHERE id = ${id} AND place_id = ${act.placeId} AND cancelled_at IS NOT NULL FOR UPDATE
    ),
    changed AS (
      UPDATE booking SET cancelled_at = NULL, sequence = sequence + 1 FROM old WHERE booking.id = old.id
      RETURNING booking.id, booking.place_id
    ),
    taken AS (
      UPDATE occupation SET released_at = NULL FROM old
      WHERE occupation.kind = 'booking' AND occupation.source_id = old.id AND occupation.released_at = old.cancelled_at
    ),
    noted AS (${noted('booking.restored', changed, act)})
    SELECT id FROM changed`;
  return rows.length > 0;
};

interface BookingRow {
  readonly id: number;
  readonly member_id: number;
  readonly space_key: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly people: number;
  readonly purpose: string | null;
  readonly cancelled_at: Date | null;
  readonly sequence: number;
  readonly equipment: readonly WantedEquipment[];
}

const bookingOf = (row: BookingRow, timeZone: string): Booking => ({
  id: row.id,
  memberId: row.member_id,
  spaceKey: row.space_key,
  start: instantOf(row.starts_at).toZonedDateTimeISO(timeZone),
  end: instantOf(row.ends_at).toZonedDateTimeISO(timeZone),
  people: row.people,
  equipment: row.equipment,
  purpose: row.purpose ?? undefined,
  cancelledAt: row.cancelled_at === null ? undefined : instantOf(row.cancelled_at),
  sequence: row.sequence,
});

/** The equipment is what the ledger holds for the booking, or held when it was cancelled. */
const columns = Prisma.sql`
  id, member_id, space_key, starts_at, ends_at, people, purpose, cancelled_at, sequence,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('key', split_part(resource_key, '/', 2), 'count', seats) ORDER BY resource_key)
    FROM occupation WHERE kind = 'booking' AND source_id = booking.id AND position('/' IN resource_key) > 0
      AND released_at IS NOT DISTINCT FROM booking.cancelled_at
  ), '[]'::jsonb) AS equipment`;

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
  >`SELECT ${columns} FROM booking WHERE place_id = ${placeId} AND id = ${id}`;
  return row && bookingOf(row, timeZone);
};

export const bookingOfRequest = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  requestId: string,
): Promise<Booking | undefined> => {
  const [row] = await db.$queryRaw<BookingRow[]>`
    SELECT ${columns} FROM booking WHERE place_id = ${placeId} AND request_id = ${requestId}`;
  return row && bookingOf(row, timeZone);
};

/** Of one member, not ended, not cancelled, by start. */
export const bookingsToCome = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  memberId: number,
  now: Temporal.Instant,
): Promise<readonly Booking[]> => {
  const rows = await db.$queryRaw<BookingRow[]>`
    SELECT ${columns} FROM booking
    WHERE place_id = ${placeId} AND member_id = ${memberId} AND cancelled_at IS NULL AND ends_at > ${at(now)}
    ORDER BY starts_at, id`;
  return rows.map((row) => bookingOf(row, timeZone));
};

/** Seats that others hold in a space at the fullest instant of a booking. */
export const othersAlongside = async (
  db: Queries,
  placeId: string,
  { spaceKey, start, end, people }: Booking,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ peak: number }[]>`
    SELECT peak_seats(${placeId}, ${spaceKey}, 0, ${on(start)}, ${on(end)}, 0) AS peak`;
  return Math.max(0, (row?.peak ?? 0) - people);
};
