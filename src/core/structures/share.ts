// What those who book must know of a structure: what it has and may have, and how its row is locked.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Share } from './model.ts';

interface ShareRow {
  readonly name: string;
  readonly quotas: Readonly<Record<string, number>>;
  readonly stays: readonly { readonly id: number; readonly space: string; readonly starts: string }[];
}

interface Whose {
  readonly memberId: number;
  /** A booking that is being changed: it counts for the structure that it bears. */
  readonly moving?: number | undefined;
  readonly from: Temporal.Instant;
}

/** Of the member's structure, from then on; undefined when they are of none. */
export const shareOf = async (
  db: Queries,
  { timeZone }: { readonly timeZone: string },
  { memberId, moving, from }: Whose,
): Promise<Share | undefined> => {
  const [row] = await db.$queryRaw<ShareRow[]>`
    SELECT name,
      (SELECT coalesce(jsonb_object_agg(key, quota), '{}') FROM (
        SELECT key, structure_quota_in(structure.id, resource.place_id, key) AS quota
        FROM resource WHERE resource.place_id = structure.place_id AND kind = 'space'
      ) AS each WHERE quota IS NOT NULL) AS quotas,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', booking.id, 'space', space_key, 'starts', starts_at)), '[]')
        FROM booking WHERE structure_id = structure.id AND cancelled_at IS NULL
          AND starts_at >= ${from.toString()}::timestamptz) AS stays
    FROM structure WHERE closed_at IS NULL AND id = CASE WHEN ${moving ?? null}::integer IS NULL
      THEN (SELECT structure_id FROM member WHERE member.id = ${memberId}::integer)
      ELSE (SELECT structure_id FROM booking WHERE booking.id = ${moving ?? null}::integer) END`;
  return (
    row && {
      structure: row.name,
      quotas: new Map(Object.entries(row.quotas)),
      stays: row.stays.map(({ id, space, starts }) => ({
        id,
        spaceKey: space,
        start: Temporal.Instant.from(starts).toZonedDateTimeISO(timeZone),
      })),
      moving,
    }
  );
};

/** Before any resource, as the trigger takes them when a booking is made: two members then wait in the same order. */
export const structureOfMemberLock = (memberId: number): Prisma.Sql => Prisma.sql`
  SELECT 1 FROM structure WHERE id = (SELECT structure_id FROM member WHERE member.id = ${memberId}) FOR NO KEY UPDATE`;

export const structuresOfBookingsLock = (ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT 1 FROM structure
  WHERE id IN (SELECT structure_id FROM booking WHERE booking.id = ANY (${[...ids]}::int[])) ORDER BY id FOR NO KEY UPDATE`;
