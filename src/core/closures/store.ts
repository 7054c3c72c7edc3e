// The closures' only queries.

import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Claim, Holder } from '../ledger/model.ts';
import { occupationsInsert, occupationsRelease } from '../ledger/store.ts';
import type { ClosureRequest } from './model.ts';

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
      UPDATE booking SET cancelled_at = ${at.toString()}::timestamptz, sequence = sequence + 1 FROM holder
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
