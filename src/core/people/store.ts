// People's only queries.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import { serverError } from '../../db/refusal.ts';
import type { Role } from '../../place/model.ts';
import type { Identity } from './model.ts';

/** « membre » is everyone's, and so is not written. */
export type GrantedRole = Exclude<Role, 'membre'>;

export interface KnownPerson {
  readonly memberId: number;
  /** As their platform last gave it. */
  readonly displayName: string;
  readonly roles: readonly GrantedRole[];
  /** When they last spoke there, within the hour. */
  readonly lastSeenAt: Temporal.Instant | undefined;
  /** Of the exceptional openings of their place, as they are now; undefined: not read. */
  readonly openingsRevision: number | undefined;
}

const isIdentity = ({ placeId, platform, workspace, userId }: Omit<Identity, 'displayName'>): Prisma.Sql =>
  Prisma.sql`place_id = ${placeId} AND platform = ${platform} AND workspace = ${workspace} AND user_id = ${userId}`;

interface PersonRow {
  readonly member_id: number;
  readonly display_name: string;
  readonly roles: readonly GrantedRole[];
  readonly last_seen_at: Date | null;
  readonly openings_revision: number;
}

/** In one round trip: it stands before every command. */
export const findPerson = async (
  { direct }: Database,
  identity: Omit<Identity, 'displayName'>,
): Promise<KnownPerson | undefined> => {
  const [row] = await direct.$queryRaw<PersonRow[]>`
    SELECT member_id, display_name, last_seen_at,
      array(SELECT role FROM member_role WHERE member_role.member_id = identity.member_id) AS roles,
      (SELECT count(*) + count(cancelled_at) FROM opening WHERE opening.place_id = identity.place_id)::integer
        AS openings_revision
    FROM identity WHERE ${isIdentity(identity)}`;
  return (
    row && {
      memberId: row.member_id,
      displayName: row.display_name,
      roles: row.roles,
      lastSeenAt: row.last_seen_at === null ? undefined : instantOf(row.last_seen_at),
      openingsRevision: row.openings_revision,
    }
  );
};

export const writeSeen = async ({ direct }: Database, identity: Identity, now: Temporal.Instant): Promise<void> => {
  await direct.$executeRaw`
    UPDATE identity SET last_seen_at = ${now.toString()}::timestamptz WHERE ${isIdentity(identity)}`;
};

const UNIQUE_VIOLATION = '23505';

/** One statement, so that the member never stays without the identity: undefined when someone else was quicker. */
export const createPerson = async (
  { prisma }: Database,
  { placeId, platform, workspace, userId, displayName }: Identity,
  at: Temporal.Instant,
): Promise<KnownPerson | undefined> => {
  try {
    const [row] = await prisma.$queryRaw<{ member_id: number }[]>`
      WITH newcomer AS (
        INSERT INTO member (place_id, display_name, created_at)
        VALUES (${placeId}, ${displayName}, ${at.toString()}::timestamptz) RETURNING id, place_id, created_at
      ), logged AS (
        INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
        SELECT place_id, created_at, id, 'member.joined', 'member ' || id, jsonb_build_object('platform', ${platform}::text)
        FROM newcomer
      )
      INSERT INTO identity (place_id, platform, workspace, user_id, member_id, display_name, last_seen_at)
      SELECT place_id, ${platform}, ${workspace}, ${userId}, id, ${displayName}, created_at FROM newcomer
      RETURNING member_id`;
    return row && { memberId: row.member_id, displayName, roles: [], lastSeenAt: at, openingsRevision: undefined };
  } catch (error) {
    if (serverError(error)?.code !== UNIQUE_VIOLATION) throw error;
    return undefined;
  }
};

export const rename = async ({ prisma }: Database, memberId: number, identity: Identity): Promise<void> => {
  await prisma.$executeRaw`
    WITH seen AS (
      UPDATE identity SET display_name = ${identity.displayName} WHERE ${isIdentity(identity)} RETURNING member_id
    )
    UPDATE member SET display_name = ${identity.displayName} FROM seen WHERE member.id = ${memberId}`;
};

/** Where they last spoke comes first. */
export const identitiesOfMember = ({ prisma }: Database, memberId: number): Promise<readonly Identity[]> =>
  prisma.identity.findMany({
    where: { memberId },
    select: { placeId: true, platform: true, workspace: true, userId: true, displayName: true },
    orderBy: [
      { lastSeenAt: { sort: 'desc', nulls: 'last' } },
      { platform: 'asc' },
      { workspace: 'asc' },
      { userId: 'asc' },
    ],
  });

/** Writes nothing when the member has the role already. `by`: the member who gives it; undefined for the program. */
export const grantRole = async (
  { prisma }: Database,
  {
    memberId,
    role,
    by,
    at,
  }: {
    readonly memberId: number;
    readonly role: GrantedRole;
    readonly by: number | undefined;
    readonly at: Temporal.Instant;
  },
): Promise<void> => {
  await prisma.$executeRaw`
    WITH granted AS (
      INSERT INTO member_role (member_id, role) VALUES (${memberId}, ${role}) ON CONFLICT DO NOTHING
      RETURNING member_id, role
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT member.place_id, ${at.toString()}::timestamptz, ${by ?? null}::integer, 'role.granted', 'member ' || member.id,
      jsonb_build_object('role', granted.role)
    FROM granted JOIN member ON member.id = granted.member_id`;
};

/** Those of the staff, by number: told one by one where no channel is theirs. */
export const staffOf = async (db: Queries, placeId: string): Promise<readonly number[]> => {
  const rows = await db.$queryRaw<{ member_id: number }[]>`
    SELECT DISTINCT member_id FROM member_role JOIN member ON member.id = member_id
    WHERE place_id = ${placeId} AND role IN ('animation', 'admin') ORDER BY member_id`;
  return rows.map(({ member_id }) => member_id);
};
