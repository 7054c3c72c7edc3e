// The queries of who waits for an earlier slot. Who is offered what is decided by the triggers, in the transaction that frees
// it; here one enters the line, is told, or leaves.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import type { Untold } from '../waitlist/store.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

interface Wish {
  readonly placeId: string;
  readonly memberId: number;
  readonly partnerKey: string;
  readonly now: Temporal.Instant;
}

/** The same wish twice is one place in the line: its number is given again. */
export const insertWait = (
  { prisma }: Database,
  { placeId, memberId, partnerKey, now }: Wish,
): Promise<{ readonly id: number; readonly isNew: boolean }> =>
  prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT session_line(${placeId}, ${partnerKey})`;
    const added = await tx.$executeRaw`
      INSERT INTO session_wait (place_id, partner_key, member_id, state, created_at)
      VALUES (${placeId}, ${partnerKey}, ${memberId}::integer, 'waiting', ${at(now)})
      ON CONFLICT (member_id, place_id, partner_key) WHERE state IN ('waiting', 'offered') DO NOTHING`;
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM session_wait WHERE place_id = ${placeId} AND partner_key = ${partnerKey}
        AND member_id = ${memberId}::integer AND state IN ('waiting', 'offered')`;
    if (!row) throw new Error('a wish was written, and is not there');
    return { id: row.id, isNew: added > 0 };
  });

type End = 'passed' | 'left' | 'expired';

/**
 * What is kept for them is offered to the next in line in the same transaction: their sessions are locked before the line, as
 * whoever takes or gives up a slot locks them.
 */
const ended = ({ prisma }: Database, state: End, where: Prisma.Sql, now: Temporal.Instant): Promise<number> =>
  prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('mijote.now', ${now.toString()}, true)`;
    await tx.$executeRaw`
      SELECT FROM event WHERE id IN (SELECT event_id FROM session_wait WHERE ${where}) ORDER BY id FOR UPDATE`;
    return tx.$executeRaw`UPDATE session_wait SET state = ${state}, settled_at = ${at(now)} WHERE ${where}`;
  });

/** False when it was not open. `passed`: only an offer can be. */
export const endWait = async (
  db: Database,
  { placeId, id }: { readonly placeId: string; readonly id: number },
  state: End,
  now: Temporal.Instant,
): Promise<boolean> => {
  const open = state === 'passed' ? Prisma.sql`state = 'offered'` : Prisma.sql`state IN ('waiting', 'offered')`;
  return (await ended(db, state, Prisma.sql`id = ${id}::integer AND place_id = ${placeId} AND ${open}`, now)) > 0;
};

export const isLineEmpty = async (db: Queries, placeId: string): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM session_wait WHERE place_id = ${placeId} AND state IN ('waiting', 'offered') LIMIT 1`;
  return rows.length === 0;
};

/** Offers without an answer. What is then offered to others has not been told yet. */
export const expireOffers = (db: Database, placeId: string, now: Temporal.Instant): Promise<number> =>
  ended(
    db,
    'expired',
    Prisma.sql`place_id = ${placeId} AND state = 'offered' AND told_at IS NOT NULL AND expires_at <= ${at(now)}`,
    now,
  );

/** Of those who have met that partner since they asked. */
export const leaveMet = (db: Database, placeId: string, now: Temporal.Instant): Promise<number> =>
  ended(
    db,
    'left',
    Prisma.sql`place_id = ${placeId} AND state = 'waiting' AND EXISTS (
      SELECT FROM event_signup JOIN event ON event.id = event_signup.event_id
      WHERE event_signup.member_id = session_wait.member_id AND answer = 'going' AND cancelled_at IS NULL
        AND event.place_id = session_wait.place_id AND event.partner_key = session_wait.partner_key
        AND coalesce(event_signup.slot_at, starts_at) BETWEEN session_wait.created_at AND ${at(now)}
    )`,
    now,
  );

/** Offers that nobody could be told of in time: their people wait on, and the slot is anyone's. */
export const withdrawUntold = (db: Queries, placeId: string, answerable: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE session_wait SET state = 'waiting', event_id = NULL, slot_at = NULL
    WHERE place_id = ${placeId} AND state = 'offered' AND told_at IS NULL AND slot_at < ${at(answerable)}`;

/** Begins the time of an offer that stands: false when it does not. */
export const markTold = async (
  db: Queries,
  id: number,
  { offer, now, until }: { readonly offer: number; readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<boolean> => {
  const told = await db.$executeRaw`
    UPDATE session_wait SET told_at = ${at(now)}, expires_at = least(${at(until)}, slot_at)
    WHERE id = ${id}::integer AND state = 'offered' AND offers = ${offer}::integer AND slot_at > ${at(now)}`;
  return told > 0;
};

export const untoldOffers = async (db: Queries, placeId: string): Promise<readonly Untold[]> => {
  const rows = await db.$queryRaw<{ id: number; member_id: number; offers: number; slot_at: Date }[]>`
    SELECT id, member_id, offers, slot_at FROM session_wait
    WHERE place_id = ${placeId} AND state = 'offered' AND told_at IS NULL ORDER BY created_at, id`;
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    offer: row.offers,
    start: instantOf(row.slot_at),
  }));
};

/** Those that were settled before. */
export const forgetWishes = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`DELETE FROM session_wait WHERE place_id = ${placeId} AND settled_at < ${at(before)}`;
