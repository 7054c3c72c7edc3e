// The only queries of exceptional openings.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { Doer } from '../impact/effect.ts';
import type { Opening, OpeningRequest } from './model.ts';

/** It grows with each opening made or taken back: two who read the same number read the same openings. */
export const openingsRevision = async (db: Queries, placeId: string): Promise<number> => {
  const [row] = await db.$queryRaw<{ revision: number }[]>`
    SELECT (count(*) + count(cancelled_at))::integer AS revision FROM opening WHERE place_id = ${placeId}`;
  return row?.revision ?? 0;
};

interface OpeningRow {
  readonly id: number;
  readonly space_key: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly reason: string;
}

/** Those that stand and are not over, in the order in which they were made. */
export const openingsFrom = async (
  db: Queries,
  { placeId, timeZone }: { readonly placeId: string; readonly timeZone: string },
  from: Temporal.Instant,
): Promise<readonly Opening[]> => {
  const rows = await db.$queryRaw<OpeningRow[]>`
    SELECT id, space_key, starts_at, ends_at, reason FROM opening
    WHERE place_id = ${placeId} AND cancelled_at IS NULL AND ends_at > ${from.toString()}::timestamptz ORDER BY id`;
  return rows.map(({ id, space_key, starts_at, ends_at, reason }) => ({
    id,
    spaceKey: space_key ?? undefined,
    start: instantOf(starts_at).toZonedDateTimeISO(timeZone),
    end: instantOf(ends_at).toZonedDateTimeISO(timeZone),
    reason,
  }));
};

export const insertOpening = async (
  db: Queries,
  { spaceKey, start, end, reason }: OpeningRequest,
  { placeId, actorId, at }: Doer,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH made AS (
      INSERT INTO opening (place_id, space_key, starts_at, ends_at, reason, created_at)
      VALUES (${placeId}, ${spaceKey ?? null}, ${start.toInstant().toString()}::timestamptz,
        ${end.toInstant().toString()}::timestamptz, ${reason}, ${at.toString()}::timestamptz)
      RETURNING id, place_id, created_at
    ), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, created_at, ${actorId}, 'opening.made', 'opening ' || id, '{}' FROM made
    )
    SELECT id FROM made`;
  if (!row) throw new Error('an opening was inserted and gave no number');
  return row.id;
};

export const cancelOpening = (db: Queries, id: number, { placeId, actorId, at }: Doer): Promise<number> =>
  db.$executeRaw`
    WITH lifted AS (
      UPDATE opening SET cancelled_at = ${at.toString()}::timestamptz
      WHERE id = ${id} AND place_id = ${placeId} AND cancelled_at IS NULL RETURNING id, place_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT place_id, ${at.toString()}::timestamptz, ${actorId}, 'opening.cancelled', 'opening ' || id, '{}' FROM lifted`;
