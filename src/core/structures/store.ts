// The only queries of structures. What changes one is a line of the audit log in the same statement or transaction.
import { Prisma } from '../../db/generated/client.ts';
import type { Database } from '../../db/open.ts';
import { serverError } from '../../db/refusal.ts';
import type { SpaceKey } from '../../place/model.ts';
import type { Overrun, Structure, StructureCard, WeeklyQuota } from './model.ts';
import { nameKey } from './rules.ts';

/** Who does it, where, when. */
export interface Doing {
  readonly placeId: string;
  readonly by: number;
  readonly at: Temporal.Instant;
}

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

const noted = (
  action: string,
  from: Prisma.Sql,
  { by, at: when }: Doing,
  detail: object = {},
): Prisma.Sql => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${at(when)}, ${by}::integer, ${action}, 'structure ' || id, ${JSON.stringify(detail)}::jsonb FROM ${from}`;

/** Half-open. */
export interface Week {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Open ones, by name. */
export const cardsOf = ({ direct }: Database, placeId: string, { from, to }: Week): Promise<readonly StructureCard[]> =>
  direct.$queryRaw<StructureCard[]>`
    SELECT id, name,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('memberId', member.id, 'name', display_name)
          ORDER BY display_name, member.id), '[]')
        FROM member WHERE structure_id = structure.id) AS members,
      (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('spaceKey', key,
          'perWeek', structure_quota_in(structure.id, resource.place_id, key),
          'isOwn', EXISTS (SELECT FROM structure_quota WHERE structure_id = structure.id AND space_key = key),
          'used', (SELECT count(*) FROM booking WHERE structure_id = structure.id AND space_key = key
            AND cancelled_at IS NULL AND starts_at >= ${at(from)} AND starts_at < ${at(to)})))), '[]')
        FROM resource WHERE resource.place_id = structure.place_id AND kind = 'space') AS week
    FROM structure WHERE place_id = ${placeId} AND closed_at IS NULL ORDER BY name_key, id`;

export const closedOnes = ({ direct }: Database, placeId: string): Promise<readonly Structure[]> =>
  direct.$queryRaw<Structure[]>`
    SELECT id, name FROM structure WHERE place_id = ${placeId} AND closed_at IS NOT NULL ORDER BY closed_at DESC, id`;

/** The weeks, from that day on, in which it has more than it may. */
export const overrunsOf = async (
  { direct }: Database,
  id: number,
  from: Temporal.Instant,
): Promise<readonly Overrun[]> => {
  const rows = await direct.$queryRaw<
    { readonly space_key: string; readonly monday: string; readonly booked: number; readonly quota: number }[]
  >`
    SELECT space_key, to_char(monday, 'YYYY-MM-DD') AS monday, booked, quota FROM (
      SELECT space_key, date_trunc('week', starts_at AT TIME ZONE time_zone) AS monday, count(*)::integer AS booked,
        structure_quota_in(${id}::integer, booking.place_id, space_key) AS quota
      FROM booking JOIN resource ON resource.place_id = booking.place_id AND resource.key = space_key
      WHERE structure_id = ${id}::integer AND cancelled_at IS NULL AND starts_at >= ${at(from)}
      GROUP BY booking.place_id, space_key, monday
    ) AS each WHERE booked > quota ORDER BY monday, space_key`;
  return rows.map(({ space_key: spaceKey, monday, booked, quota: perWeek }) => ({
    spaceKey,
    monday: Temporal.PlainDate.from(monday),
    booked,
    perWeek,
  }));
};

const UNIQUE_VIOLATION = '23505';

/** False: an open one has that name. */
const unlessTaken = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (serverError(error)?.code !== UNIQUE_VIOLATION) throw error;
    return false;
  }
};

export const createStructure = ({ prisma }: Database, doing: Doing, name: string): Promise<boolean> =>
  unlessTaken(
    () => prisma.$executeRaw`
      WITH made AS (
        INSERT INTO structure (place_id, name, name_key, created_at)
        VALUES (${doing.placeId}, ${name}, ${nameKey(name)}, ${at(doing.at)}) RETURNING id, place_id
      ) ${noted('structure.made', Prisma.sql`made`, doing)}`,
  );

export const renameStructure = ({ prisma }: Database, doing: Doing, id: number, name: string): Promise<boolean> =>
  unlessTaken(
    () => prisma.$executeRaw`
      WITH changed AS (
        UPDATE structure SET name = ${name}, name_key = ${nameKey(name)} WHERE id = ${id} RETURNING id, place_id
      ) ${noted('structure.renamed', Prisma.sql`changed`, doing)}`,
  );

/** Closed, it keeps its people and its bookings, and counts for nothing. */
export const closeStructure = ({ prisma }: Database, doing: Doing, id: number): Promise<number> =>
  prisma.$executeRaw`
    WITH changed AS (
      UPDATE structure SET closed_at = ${at(doing.at)} WHERE id = ${id} AND closed_at IS NULL RETURNING id, place_id
    ) ${noted('structure.closed', Prisma.sql`changed`, doing)}`;

export const restoreStructure = ({ prisma }: Database, doing: Doing, id: number): Promise<boolean> =>
  unlessTaken(
    () => prisma.$executeRaw`
      WITH changed AS (
        UPDATE structure SET closed_at = NULL WHERE id = ${id} AND closed_at IS NOT NULL RETURNING id, place_id
      ) ${noted('structure.restored', Prisma.sql`changed`, doing)}`,
  );

/** Locks the structure: of a booking and a new quota at once, one comes first. */
export const writeQuota = (
  { prisma }: Database,
  doing: Doing,
  { id, spaceKey, quota }: { readonly id: number; readonly spaceKey: SpaceKey; readonly quota: WeeklyQuota },
): Promise<number> => {
  const written =
    quota === 'usual'
      ? Prisma.sql`
          DELETE FROM structure_quota USING changed WHERE structure_id = changed.id AND space_key = ${spaceKey}`
      : Prisma.sql`
          INSERT INTO structure_quota (structure_id, space_key, quota_per_week)
          SELECT id, ${spaceKey}, ${quota === 'unlimited' ? null : quota}::integer FROM changed
          ON CONFLICT (structure_id, space_key) DO UPDATE SET quota_per_week = excluded.quota_per_week`;
  return prisma.$executeRaw`
    WITH changed AS (UPDATE structure SET revision = revision + 1 WHERE id = ${id} RETURNING id, place_id),
    written AS (${written})
    ${noted('structure.quota', Prisma.sql`changed`, doing, { space: spaceKey, quota })}`;
};

/** Undefined: of none, or of one that is closed. */
export const structureOf = async ({ direct }: Database, memberId: number): Promise<Structure | undefined> => {
  const [row] = await direct.$queryRaw<Structure[]>`
    SELECT id, name FROM structure
    WHERE closed_at IS NULL AND id = (SELECT structure_id FROM member WHERE member.id = ${memberId})`;
  return row;
};

/**
 * What they have to come goes with them. The member is locked first, as by whoever books, then both structures: a booking
 * made at the same moment comes before, and goes with them too, or after.
 */
export const placeMember = async (
  { prisma }: Database,
  { by, at: now }: Doing,
  memberId: number,
  structureId: number | undefined,
): Promise<void> => {
  const to = structureId ?? null;
  await prisma.$transaction([
    prisma.$executeRaw`SELECT 1 FROM member WHERE id = ${memberId} FOR NO KEY UPDATE`,
    prisma.$executeRaw`
      SELECT 1 FROM structure
      WHERE id = ${to}::integer OR id = (SELECT structure_id FROM member WHERE member.id = ${memberId})
      ORDER BY id FOR NO KEY UPDATE`,
    prisma.$executeRaw`
      WITH before AS (SELECT id, place_id, structure_id FROM member WHERE id = ${memberId}),
      moved AS (
        UPDATE member SET structure_id = ${to}::integer, revision = revision + 1
        WHERE id = ${memberId} AND structure_id IS DISTINCT FROM ${to}::integer RETURNING id
      ),
      followed AS (
        UPDATE booking SET structure_id = ${to}::integer FROM moved
        WHERE member_id = moved.id AND NOT for_guest AND starts_at >= ${at(now)}
      )
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT before.place_id, ${at(now)}, ${by}::integer,
        CASE WHEN ${to}::integer IS NULL THEN 'structure.left' ELSE 'structure.joined' END, 'member ' || before.id,
        jsonb_build_object('structure', coalesce(${to}::integer, before.structure_id))
      FROM before JOIN moved ON moved.id = before.id`,
  ]);
};
