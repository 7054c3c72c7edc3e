// The waiting list's only queries. Who is offered what is decided by the triggers of prisma/migrations, in the transaction that
// frees it; here one enters the line, answers, or leaves.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Scope } from '../booking/store.ts';
import type { Claim } from '../ledger/model.ts';
import type { Wait, WaitRequest } from './model.ts';
import { type WaitRow, waitColumns, waitOf } from './rows.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;
const on = (time: Temporal.ZonedDateTime) => at(time.toInstant());

const waitsWhere = async (db: Queries, timeZone: string, where: Prisma.Sql): Promise<readonly Wait[]> => {
  const rows = await db.$queryRaw<WaitRow[]>`
    SELECT ${waitColumns} FROM waitlist_entry WHERE ${where} ORDER BY starts_at, id`;
  return rows.map((row) => waitOf(row, timeZone));
};

export const waitById = async (db: Queries, { placeId, timeZone }: Scope, id: number): Promise<Wait | undefined> =>
  (await waitsWhere(db, timeZone, Prisma.sql`place_id = ${placeId} AND id = ${id}`))[0];

/** Those of one member that are still open, by start. */
export const openWaits = (
  db: Queries,
  { placeId, timeZone }: Scope,
  { memberId, from }: { readonly memberId: number; readonly from: Temporal.Instant },
): Promise<readonly Wait[]> =>
  waitsWhere(
    db,
    timeZone,
    Prisma.sql`place_id = ${placeId} AND member_id = ${memberId} AND state IN ('waiting', 'offered')
      AND starts_at > ${at(from)}`,
  );

/** The same wish twice is one place in the line: the number of the first is given again. */
export const insertWait = async (
  db: Queries,
  { placeId, memberId, now }: { readonly placeId: string; readonly memberId: number; readonly now: Temporal.Instant },
  { spaceKey, start, end, people, equipment, purpose, bookingId }: WaitRequest,
  claims: readonly Claim[],
): Promise<number> => {
  const rows = claims.map((claim) => ({
    resource_key: claim.resourceKey,
    starts_at: claim.start.toString(),
    ends_at: claim.end.toString(),
    seats: claim.seats,
    whole: claim.whole,
  }));
  await db.$executeRaw`
    INSERT INTO waitlist_entry (place_id, member_id, space_key, starts_at, ends_at, people, equipment, purpose, booking_id,
      claims, state, created_at)
    SELECT ${placeId}, ${memberId}::integer, ${spaceKey}, ${on(start)}, ${on(end)}, ${people}::integer,
      ${JSON.stringify(equipment)}::jsonb, ${purpose ?? null}, ${bookingId ?? null}::integer,
      ${JSON.stringify(rows)}::jsonb, 'waiting', ${at(now)}
    ON CONFLICT (member_id, place_id, space_key, starts_at, ends_at) WHERE state IN ('waiting', 'offered') DO NOTHING`;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM waitlist_entry WHERE place_id = ${placeId} AND member_id = ${memberId} AND space_key = ${spaceKey}
      AND starts_at = ${on(start)} AND ends_at = ${on(end)} ORDER BY id DESC LIMIT 1`;
  if (!row) throw new Error('a wish was written, and is not there');
  return row.id;
};

/** Begins the thirty minutes of an offer that stands: undefined when it does not. */
export const markTold = async (
  db: Queries,
  id: number,
  { offer, now, until }: { readonly offer: number; readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<boolean> => {
  const told = await db.$executeRaw`
    UPDATE waitlist_entry SET told_at = ${at(now)}, expires_at = least(${at(until)}, starts_at)
    WHERE id = ${id} AND state = 'offered' AND offers = ${offer} AND starts_at > ${at(now)}`;
  return told > 0;
};

/** The number of the offer that stands for it. */
export const offerOf = async (db: Queries, id: number): Promise<number> => {
  const [row] = await db.$queryRaw<{ offers: number }[]>`SELECT offers FROM waitlist_entry WHERE id = ${id}`;
  return row?.offers ?? 0;
};

export interface Untold {
  readonly id: number;
  readonly memberId: number;
  readonly offer: number;
  readonly start: Temporal.Instant;
}

export const untoldOffers = async (db: Queries, placeId: string): Promise<readonly Untold[]> => {
  const rows = await db.$queryRaw<{ id: number; member_id: number; offers: number; starts_at: Date }[]>`
    SELECT id, member_id, offers, starts_at FROM waitlist_entry
    WHERE place_id = ${placeId} AND state = 'offered' AND told_at IS NULL ORDER BY created_at, id`;
  return rows.map(({ id, member_id: memberId, offers: offer, starts_at }) => ({
    id,
    memberId,
    offer,
    start: instantOf(starts_at),
  }));
};

/** An offer that stands is theirs: what is held is given up, to be taken in the same transaction. */
export const acceptOffer = async (
  db: Queries,
  { placeId, id }: { readonly placeId: string; readonly id: number },
  now: Temporal.Instant,
): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH accepted AS (
      UPDATE waitlist_entry SET state = 'taken', settled_at = ${at(now)}
      WHERE id = ${id} AND place_id = ${placeId} AND state = 'offered' AND starts_at > ${at(now)}
        AND (expires_at IS NULL OR expires_at > ${at(now)})
      RETURNING id
    ), held AS (
      DELETE FROM occupation USING accepted WHERE kind = 'hold' AND source_id = accepted.id AND released_at IS NULL
    )
    SELECT id FROM accepted`;
  return rows.length > 0;
};

type End = 'passed' | 'left' | 'stale' | 'expired';

const ended = async (db: Queries, state: End, where: Prisma.Sql, now: Temporal.Instant): Promise<number> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH over AS (
      UPDATE waitlist_entry SET state = ${state}, settled_at = ${at(now)} WHERE ${where} RETURNING id
    ), held AS (
      UPDATE occupation SET released_at = ${at(now)} FROM over
      WHERE kind = 'hold' AND source_id = over.id AND released_at IS NULL
    )
    SELECT id FROM over`;
  return rows.length;
};

/** Gives up what is held; the next in line is offered it in the same transaction. False when it was not open. */
export const endWait = async (
  db: Queries,
  { placeId, id }: { readonly placeId: string; readonly id: number },
  state: End,
  now: Temporal.Instant,
): Promise<boolean> =>
  (await ended(db, state, Prisma.sql`id = ${id} AND place_id = ${placeId} AND state IN ('waiting', 'offered')`, now)) >
  0;

/** Offers without an answer, and wishes whose time has come. What is then offered to others has not been told yet. */
export const expireWaits = (db: Queries, placeId: string, now: Temporal.Instant): Promise<number> =>
  ended(
    db,
    'expired',
    Prisma.sql`place_id = ${placeId} AND state IN ('waiting', 'offered')
      AND (starts_at <= ${at(now)} OR (state = 'offered' AND expires_at <= ${at(now)}))`,
    now,
  );
