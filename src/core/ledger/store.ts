// The ledger's only queries. What makes a write right is not here: the triggers of prisma/migrations refuse what does
// not fit, and src/db/refusal.ts reads what they say.

import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import { refusalOf } from '../../db/refusal.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import type { Claim, Holder, KeptCapacity, Occupancy, OccupationKind } from './model.ts';
import { resourcesOf } from './rules.ts';

const asJson = (claims: readonly Claim[]): string =>
  JSON.stringify(
    claims.map(({ resourceKey, start, end, seats, whole }) => ({
      resource_key: resourceKey,
      starts_at: start.toString(),
      ends_at: end.toString(),
      seats,
      whole,
    })),
  );

/**
 * The ledger's part of a statement that also writes what the occupation is for. `from` names a CTE before it that gives
 * `id` and `place_id`; when it gives no row, nothing is taken. Rows come in the order of their resource, so that two
 * requests lock the same rooms in the same order.
 */
export const occupationsInsert = (
  claims: readonly Claim[],
  { kind, from }: { readonly kind: OccupationKind; readonly from: Prisma.Sql },
): Prisma.Sql => Prisma.sql`
  INSERT INTO occupation (place_id, resource_key, starts_at, ends_at, seats, whole, kind, source_id)
  SELECT source.place_id, claim.resource_key, claim.starts_at, claim.ends_at, claim.seats, claim.whole, ${kind}, source.id
  FROM ${from} AS source CROSS JOIN jsonb_to_recordset(${asJson(claims)}::jsonb)
    AS claim (resource_key text, starts_at timestamptz, ends_at timestamptz, seats integer, whole boolean)
  ORDER BY claim.resource_key, claim.starts_at`;

/** Gives back what the rows of the CTE `from` (`id`) hold. In one statement with `occupationsInsert`, it makes room for it. */
export const occupationsRelease = ({
  kind,
  from,
  at,
}: {
  readonly kind: OccupationKind;
  readonly from: Prisma.Sql;
  readonly at: Temporal.Instant;
}): Prisma.Sql => Prisma.sql`
  UPDATE occupation SET released_at = ${at.toString()}::timestamptz
  FROM ${from} AS source
  WHERE occupation.kind = ${kind} AND occupation.source_id = source.id AND occupation.released_at IS NULL`;

/** Takes out what the rows of the CTE `from` (`id`) hold or held, when something else is taken instead: it must not come back. */
export const occupationsRemove = ({
  kind,
  from,
}: {
  readonly kind: OccupationKind;
  readonly from: Prisma.Sql;
}): Prisma.Sql => Prisma.sql`
  DELETE FROM occupation USING ${from} AS source
  WHERE occupation.kind = ${kind} AND occupation.source_id = source.id`;

/** How many rows it released: none when it was done before. */
export const release = (db: Queries, kind: OccupationKind, sourceId: number, at: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE occupation SET released_at = ${at.toString()}::timestamptz
    WHERE kind = ${kind} AND source_id = ${sourceId} AND released_at IS NULL`;

interface OccupationRow {
  readonly resource_key: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly seats: number;
  readonly whole: boolean;
  readonly kind: OccupationKind;
  readonly source_id: number;
}

/** What is taken at some instant of the interval, by start. */
export const occupancy = async (
  db: Queries,
  placeId: string,
  resourceKeys: readonly string[],
  { start, end }: Interval,
): Promise<readonly Occupancy[]> => {
  // None is longer than 25 h: without that bound the index would be read from the beginning of time. Resource by
  // resource, because a database that was never analysed reads the whole place for `= ANY`.
  const rows = await db.$queryRaw<OccupationRow[]>`
    SELECT resource_key, starts_at, ends_at, seats, whole, kind, source_id
    FROM unnest(${[...resourceKeys]}::text[]) AS wanted (key) CROSS JOIN LATERAL (
      SELECT * FROM occupation
      WHERE place_id = ${placeId} AND resource_key = wanted.key AND released_at IS NULL
        AND starts_at > ${start.subtract({ hours: 25 }).toString()}::timestamptz
        AND starts_at < ${end.toString()}::timestamptz AND ends_at > ${start.toString()}::timestamptz
      OFFSET 0
    ) AS taken
    ORDER BY starts_at, id`;
  return rows.map((row) => ({
    resourceKey: row.resource_key,
    start: instantOf(row.starts_at),
    end: instantOf(row.ends_at),
    seats: row.seats,
    whole: row.whole,
    kind: row.kind,
    sourceId: row.source_id,
  }));
};

interface WrittenResource {
  readonly placeId: string;
  readonly key: string;
  readonly capacity: number;
}

/** Everything but a lower capacity, which may be refused and so is written on its own. */
const upsertResources = (db: Queries, place: Place): Promise<number> => {
  const rows = resourcesOf(place).map(({ key, kind, capacity, quotaPerWeek, structureQuotaPerWeek }) => ({
    key,
    kind,
    capacity,
    quota_per_week: quotaPerWeek ?? null,
    structure_quota_per_week: structureQuotaPerWeek ?? null,
  }));
  return db.$executeRaw`
    INSERT INTO resource AS old (place_id, key, kind, capacity, quota_per_week, structure_quota_per_week, time_zone)
    SELECT ${place.id}, key, kind, capacity, quota_per_week, structure_quota_per_week, ${place.timeZone}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS file (key text, kind text, capacity integer, quota_per_week integer, structure_quota_per_week integer)
    ORDER BY key
    ON CONFLICT (place_id, key) DO UPDATE SET kind = excluded.kind, capacity = greatest(old.capacity, excluded.capacity),
      quota_per_week = excluded.quota_per_week, structure_quota_per_week = excluded.structure_quota_per_week,
      time_zone = excluded.time_zone, revision = old.revision + 1
    WHERE (old.kind, greatest(old.capacity, excluded.capacity), old.quota_per_week, old.structure_quota_per_week,
        old.time_zone)
      IS DISTINCT FROM (excluded.kind, old.capacity, excluded.quota_per_week, excluded.structure_quota_per_week,
        excluded.time_zone)`;
};

const lowerCapacity = async (
  db: Database,
  { placeId, key, capacity }: WrittenResource,
  now: Temporal.Instant,
): Promise<readonly KeptCapacity[]> => {
  try {
    await db.prisma.$transaction([
      db.prisma.$executeRaw`SELECT set_config('mijote.now', ${now.toString()}, true)`,
      db.prisma.$executeRaw`
        UPDATE resource SET capacity = ${capacity}, revision = revision + 1
        WHERE place_id = ${placeId} AND key = ${key} AND capacity > ${capacity}`,
    ]);
    return [];
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code !== 'below_taken') throw error;
    return [{ placeId, resourceKey: key, capacity: refusal.capacity, wanted: refusal.wanted, peak: refusal.peak }];
  }
};

/**
 * Makes the ledger count what the place files say. A resource that left its file holds nothing more. What cannot be
 * lowered, because people hold it in time to come, is kept as it was and returned.
 */
export const syncResources = async (
  db: Database,
  places: readonly Place[],
  now: Temporal.Instant,
): Promise<readonly KeptCapacity[]> => {
  const kept: KeptCapacity[] = [];
  for (const place of places) {
    await upsertResources(db.prisma, place);
    const written = await db.prisma.resource.findMany({ where: { placeId: place.id }, orderBy: { key: 'asc' } });
    const capacities = new Map(resourcesOf(place).map(({ key, capacity }) => [key, capacity]));
    for (const { placeId, key, capacity } of written) {
      const wanted = capacities.get(key) ?? 0;
      if (wanted < capacity) kept.push(...(await lowerCapacity(db, { placeId, key, capacity: wanted }, now)));
    }
  }
  return kept;
};

/** Locks the resources of the claims, always in the same order, until the transaction ends: nobody takes them meanwhile. */
export const lockResources = (db: Queries, placeId: string, claims: readonly Claim[]): Promise<number> =>
  db.$executeRaw`
    SELECT 1 FROM resource
    WHERE place_id = ${placeId} AND key = ANY (${claims.map(({ resourceKey }) => resourceKey)}::text[])
    ORDER BY key FOR UPDATE`;

/** Whoever holds something of the claims, each once. */
export const holdersOf = async (db: Queries, placeId: string, claims: readonly Claim[]): Promise<readonly Holder[]> => {
  const rows = await db.$queryRaw<{ kind: OccupationKind; source_id: number }[]>`
    SELECT DISTINCT kind, source_id FROM jsonb_to_recordset(${asJson(claims)}::jsonb)
      AS claim (resource_key text, starts_at timestamptz, ends_at timestamptz)
    JOIN occupation AS held ON held.place_id = ${placeId} AND held.resource_key = claim.resource_key
      AND held.released_at IS NULL AND held.starts_at > claim.starts_at - interval '25 hours'
      AND held.starts_at < claim.ends_at AND held.ends_at > claim.starts_at
    ORDER BY kind, source_id`;
  return rows.map(({ kind, source_id }) => ({ kind, sourceId: source_id }));
};
