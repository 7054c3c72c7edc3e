// The only queries of equipment out of order.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Doer } from '../impact/effect.ts';
import type { Claim } from '../ledger/model.ts';
import { occupationsInsert, occupationsRelease } from '../ledger/store.ts';
import type { Breakdown } from './model.ts';

/** The bookings stay; of their equipment, that one goes, and is not of them any more. */
export const takeFromBookings = (
  db: Queries,
  resourceKey: string,
  bookingIds: readonly number[],
  { placeId, actorId, at }: Doer,
): Promise<number> =>
  db.$executeRaw`
    WITH gone AS (
      DELETE FROM occupation WHERE place_id = ${placeId} AND kind = 'booking' AND resource_key = ${resourceKey}
        AND source_id = ANY (${[...bookingIds]}::integer[]) RETURNING source_id
    ), changed AS (
      UPDATE booking SET sequence = sequence + 1 FROM (SELECT DISTINCT source_id FROM gone) AS touched
      WHERE booking.id = touched.source_id RETURNING id, place_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT place_id, ${at.toString()}::timestamptz, ${actorId}, 'booking.equipment_taken', 'booking ' || id,
      jsonb_build_object('equipment', ${resourceKey}::text)
    FROM changed`;

interface Written {
  readonly resourceKey: string;
  readonly units: number;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly reason: string;
}

export const insertMaintenance = async (
  db: Queries,
  { resourceKey, units, start, end, reason }: Written,
  claims: readonly Claim[],
  { placeId, actorId, at }: Doer,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH made AS (
      INSERT INTO maintenance (place_id, resource_key, units, starts_at, ends_at, reason, created_at)
      VALUES (${placeId}, ${resourceKey}, ${units}, ${start.toString()}::timestamptz, ${end.toString()}::timestamptz,
        ${reason}, ${at.toString()}::timestamptz)
      RETURNING id, place_id, created_at
    ), taken AS (${occupationsInsert(claims, { kind: 'maintenance', from: Prisma.sql`made` })}), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, created_at, ${actorId}, 'maintenance.made', 'maintenance ' || id,
        jsonb_build_object('equipment', ${resourceKey}::text, 'units', ${units}::integer)
      FROM made
    )
    SELECT id FROM made`;
  if (!row) throw new Error('a breakdown was inserted and gave no number');
  return row.id;
};

/** False when there is none, or it works again already. */
export const endMaintenance = async (db: Queries, id: number, { placeId, actorId, at }: Doer): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH lifted AS (
      UPDATE maintenance SET cancelled_at = ${at.toString()}::timestamptz
      WHERE id = ${id} AND place_id = ${placeId} AND cancelled_at IS NULL RETURNING id, place_id
    ), given_back AS (${occupationsRelease({ kind: 'maintenance', from: Prisma.sql`lifted`, at })}), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, ${at.toString()}::timestamptz, ${actorId}, 'maintenance.ended', 'maintenance ' || id, '{}' FROM lifted
    )
    SELECT 1 FROM lifted`;
  return rows.length > 0;
};

interface MaintenanceRow {
  readonly id: number;
  readonly resource_key: string;
  readonly units: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly reason: string;
}

/** Those that last, or are to come, by start. */
export const breakdownsFrom = async (
  db: Queries,
  { placeId, timeZone }: { readonly placeId: string; readonly timeZone: string },
  from: Temporal.Instant,
): Promise<readonly Breakdown[]> => {
  const rows = await db.$queryRaw<MaintenanceRow[]>`
    SELECT id, resource_key, units, starts_at, ends_at, reason FROM maintenance
    WHERE place_id = ${placeId} AND cancelled_at IS NULL AND ends_at > ${from.toString()}::timestamptz
    ORDER BY starts_at, id`;
  return rows.map(({ id, resource_key, units, starts_at, ends_at, reason }) => {
    const [spaceKey = '', equipmentKey = ''] = resource_key.split('/');
    return {
      id,
      spaceKey,
      equipmentKey,
      units,
      start: instantOf(starts_at).toZonedDateTimeISO(timeZone),
      end: instantOf(ends_at).toZonedDateTimeISO(timeZone),
      reason,
    };
  });
};
