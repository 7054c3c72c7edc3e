// The closures' only queries.

import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Claim, Holder } from '../ledger/model.ts';
import { occupationsInsert, occupationsRelease } from '../ledger/store.ts';
import type { Closure, ClosureRequest } from './model.ts';

export interface Act {
  readonly placeId: string;
  /** The member who does it; undefined for the program. */
  readonly actorId: number | undefined;
  readonly at: Temporal.Instant;
}

/** Gives back all that the holders hold, also outside of the closure, and cancels the bookings among them. */
export const displace = async (
  db: Queries,
  holders: readonly Holder[],
  { placeId, actorId, at }: Act,
  reason: string,
): Promise<void> => {
  const rows = JSON.stringify(holders.map(({ kind, sourceId }) => ({ kind, source_id: sourceId })));
  await db.$executeRaw`
    WITH holder AS (
      SELECT kind, source_id FROM jsonb_to_recordset(${rows}::jsonb) AS row (kind text, source_id integer)
    ), released AS (
      UPDATE occupation SET released_at = ${at.toString()}::timestamptz FROM holder
      WHERE occupation.kind = holder.kind AND occupation.source_id = holder.source_id
        AND occupation.place_id = ${placeId} AND occupation.released_at IS NULL
    ), cancelled AS (
      UPDATE booking SET cancelled_at = ${at.toString()}::timestamptz, sequence = sequence + 1,
        withdrawn_because = ${reason}
      FROM holder
      WHERE holder.kind = 'booking' AND booking.id = holder.source_id AND booking.cancelled_at IS NULL
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT ${placeId}, ${at.toString()}::timestamptz, ${actorId ?? null}::integer, kind || '.displaced',
      kind || ' ' || source_id, jsonb_build_object('reason', ${reason}::text)
    FROM holder`;
};

export const insertClosure = async (
  db: Queries,
  { start, end, reason, spaceKeys }: ClosureRequest,
  claims: readonly Claim[],
  { placeId, actorId, at }: Act,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH made AS (
      INSERT INTO closure (place_id, starts_at, ends_at, reason, created_at)
      VALUES (${placeId}, ${start.toString()}::timestamptz, ${end.toString()}::timestamptz, ${reason},
        ${at.toString()}::timestamptz)
      RETURNING id, place_id, created_at
    ), taken AS (${occupationsInsert(claims, { kind: 'closure', from: Prisma.sql`made` })}), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, created_at, ${actorId ?? null}::integer, 'closure.made', 'closure ' || id,
        jsonb_build_object('spaces', ${[...spaceKeys]}::text[])
      FROM made
    )
    SELECT id FROM made`;
  if (row === undefined) throw new Error('a closure was inserted and gave no number');
  return row.id;
};

/** False when there is no such closure, or it was lifted before. */
export const liftClosure = async (db: Queries, id: number, { placeId, actorId, at }: Act): Promise<boolean> => {
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH lifted AS (
      UPDATE closure SET cancelled_at = ${at.toString()}::timestamptz
      WHERE id = ${id} AND place_id = ${placeId} AND cancelled_at IS NULL RETURNING id, place_id, cancelled_at
    ), given_back AS (${occupationsRelease({ kind: 'closure', from: Prisma.sql`lifted`, at })}), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, cancelled_at, ${actorId ?? null}::integer, 'closure.lifted', 'closure ' || id, '{}' FROM lifted
    )
    SELECT id FROM lifted`;
  return rows.length > 0;
};

/** So that, if it is lifted, those whom it displaced are told. */
export const markTakenBy = (db: Queries, closureId: number, bookingIds: readonly number[]): Promise<number> =>
  db.$executeRaw`UPDATE booking SET closure_id = ${closureId} WHERE id = ANY (${[...bookingIds]}::integer[])`;

/** Bookings that a closure took, and whose time is still to come. */
export const takenByClosure = async (
  db: Queries,
  closureId: number,
  { placeId, at }: Pick<Act, 'placeId' | 'at'>,
): Promise<readonly { readonly id: number; readonly memberId: number; readonly start: Temporal.Instant }[]> => {
  const rows = await db.$queryRaw<{ id: number; member_id: number; starts_at: Date }[]>`
    SELECT id, member_id, starts_at FROM booking
    WHERE closure_id = ${closureId} AND place_id = ${placeId} AND starts_at > ${at.toString()}::timestamptz ORDER BY id`;
  return rows.map(({ id, member_id, starts_at }) => ({ id, memberId: member_id, start: instantOf(starts_at) }));
};

interface ClosureRow {
  readonly id: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly reason: string;
  readonly spaces: readonly string[];
}

/** Those that stand and are not over, by start; `until`: and begin before. */
export const closuresFrom = async (
  db: Queries,
  placeId: string,
  from: Temporal.Instant,
  until?: Temporal.Instant,
): Promise<readonly Closure[]> => {
  const rows = await db.$queryRaw<ClosureRow[]>`
    SELECT id, starts_at, ends_at, reason, array(
      SELECT DISTINCT resource_key FROM occupation WHERE kind = 'closure' AND source_id = closure.id ORDER BY resource_key
    ) AS spaces
    FROM closure WHERE place_id = ${placeId} AND cancelled_at IS NULL AND ends_at > ${from.toString()}::timestamptz
      ${until ? Prisma.sql`AND starts_at < ${until.toString()}::timestamptz` : Prisma.empty}
    ORDER BY starts_at, id`;
  return rows.map(({ id, starts_at, ends_at, reason, spaces }) => ({
    id,
    start: instantOf(starts_at),
    end: instantOf(ends_at),
    reason,
    spaceKeys: spaces,
  }));
};

/** Why a space is closed at some time of the interval; undefined when it is not. */
export const reasonOfClosure = async (
  db: Queries,
  placeId: string,
  spaceKey: string,
  { start, end }: Interval,
): Promise<string | undefined> => {
  const [row] = await db.$queryRaw<{ reason: string }[]>`
    SELECT reason FROM occupation JOIN closure ON closure.id = source_id
    WHERE kind = 'closure' AND occupation.place_id = ${placeId} AND resource_key = ${spaceKey} AND released_at IS NULL
      AND occupation.starts_at > ${start.toString()}::timestamptz - interval '25 hours'
      AND occupation.starts_at < ${end.toString()}::timestamptz AND occupation.ends_at > ${start.toString()}::timestamptz
    ORDER BY occupation.starts_at LIMIT 1`;
  return row?.reason;
};
