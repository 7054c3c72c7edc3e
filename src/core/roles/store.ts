// The only queries of roles. What changes one is a line of the audit log in the same statement.
import type { Database } from '../../db/open.ts';
import type { GivenRole, NamedMember } from './model.ts';

interface MemberRow {
  readonly id: number;
  readonly display_name: string;
  readonly roles: readonly GivenRole[];
}

const named = (rows: readonly MemberRow[]): readonly NamedMember[] =>
  rows.map(({ id, display_name, roles }) => ({ memberId: id, name: display_name, roles: [...roles].sort() }));

export const membersOf = async ({ direct }: Database, placeId: string): Promise<readonly NamedMember[]> =>
  named(
    await direct.$queryRaw<MemberRow[]>`
      SELECT id, display_name, array(SELECT role FROM member_role WHERE member_id = member.id) AS roles
      FROM member WHERE place_id = ${placeId} ORDER BY id`,
  );

/** By the platform's own number of an account, as a mention carries it; else by our number of the member. */
export const memberOfNumber = async (
  { direct }: Database,
  placeId: string,
  typed: string,
): Promise<NamedMember | undefined> => {
  const rows = named(
    await direct.$queryRaw<MemberRow[]>`
      SELECT id, display_name, array(SELECT role FROM member_role WHERE member_id = member.id) AS roles
      FROM member WHERE place_id = ${placeId} AND (
        id IN (SELECT member_id FROM identity WHERE place_id = ${placeId} AND user_id = ${typed}) OR id::text = ${typed}
      ) ORDER BY id::text = ${typed} LIMIT 1`,
  );
  return rows[0];
};

interface Giving {
  readonly memberId: number;
  readonly role: GivenRole;
  readonly by: number;
  readonly at: Temporal.Instant;
}

/** False when the member did not have it. */
export const withdrawRole = async ({ prisma }: Database, { memberId, role, by, at }: Giving): Promise<boolean> => {
  const rows = await prisma.$queryRaw<unknown[]>`
    WITH gone AS (
      DELETE FROM member_role WHERE member_id = ${memberId} AND role = ${role} RETURNING member_id, role
    ), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT member.place_id, ${at.toString()}::timestamptz, ${by}, 'role.withdrawn', 'member ' || member.id,
        jsonb_build_object('role', gone.role)
      FROM gone JOIN member ON member.id = gone.member_id
    )
    SELECT 1 FROM gone`;
  return rows.length > 0;
};
