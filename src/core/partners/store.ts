// The only queries of who speaks for a partner. What changes it is a line of the audit log in the same statement.
import type { Queries } from '../../db/direct.ts';
import type { Speaker } from './model.ts';

export const keysOfMember = async (db: Queries, placeId: string, memberId: number): Promise<ReadonlySet<string>> => {
  const rows = await db.$queryRaw<{ partner_key: string }[]>`
    SELECT partner_key FROM partner_member WHERE place_id = ${placeId} AND member_id = ${memberId}::integer`;
  return new Set(rows.map(({ partner_key }) => partner_key));
};

export const speakersOf = async (db: Queries, placeId: string): Promise<readonly Speaker[]> => {
  const rows = await db.$queryRaw<{ member_id: number; display_name: string; partner_key: string }[]>`
    SELECT member_id, display_name, partner_key FROM partner_member JOIN member ON member.id = member_id
    WHERE partner_member.place_id = ${placeId} ORDER BY named_at, member_id`;
  return rows.map((row) => ({ memberId: row.member_id, name: row.display_name, partnerKey: row.partner_key }));
};

export const speakerIds = async (db: Queries, placeId: string, partnerKey: string): Promise<readonly number[]> => {
  const rows = await db.$queryRaw<{ member_id: number }[]>`
    SELECT member_id FROM partner_member WHERE place_id = ${placeId} AND partner_key = ${partnerKey}
    ORDER BY named_at, member_id`;
  return rows.map(({ member_id }) => member_id);
};

interface Naming {
  readonly placeId: string;
  readonly partnerKey: string;
  readonly memberId: number;
  readonly by: number;
  readonly at: Temporal.Instant;
}

/** With the role that it goes with. */
export const nameSpeaker = (db: Queries, { placeId, partnerKey, memberId, by, at }: Naming): Promise<number> =>
  db.$executeRaw`
    WITH granted AS (
      INSERT INTO member_role (member_id, role) VALUES (${memberId}::integer, 'partenaire') ON CONFLICT DO NOTHING
      RETURNING member_id
    ), named AS (
      INSERT INTO partner_member (place_id, partner_key, member_id, named_at)
      VALUES (${placeId}, ${partnerKey}, ${memberId}::integer, ${at.toString()}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING member_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT ${placeId}, ${at.toString()}::timestamptz, ${by}::integer, 'role.granted', 'member ' || member_id,
      '{"role": "partenaire"}'::jsonb FROM granted
    UNION ALL
    SELECT ${placeId}, ${at.toString()}::timestamptz, ${by}::integer, 'partner.named', 'member ' || member_id,
      jsonb_build_object('partner', ${partnerKey}::text) FROM named`;

/** Undefined: they did not speak for it. `withdrawn`: for nobody else either, and their role went with it. */
export const unnameSpeaker = async (
  db: Queries,
  { placeId, partnerKey, memberId, by, at }: Naming,
): Promise<{ readonly withdrawn: boolean } | undefined> => {
  const [row] = await db.$queryRaw<{ withdrawn: boolean }[]>`
    WITH gone AS (
      DELETE FROM partner_member
      WHERE place_id = ${placeId} AND partner_key = ${partnerKey} AND member_id = ${memberId}::integer RETURNING member_id
    ), withdrawn AS (
      DELETE FROM member_role WHERE role = 'partenaire' AND member_id IN (SELECT member_id FROM gone)
        AND NOT EXISTS (
          SELECT FROM partner_member AS other
          WHERE other.member_id = member_role.member_id AND (other.place_id, other.partner_key) <> (${placeId}, ${partnerKey})
        ) RETURNING member_id
    ), noted AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT ${placeId}, ${at.toString()}::timestamptz, ${by}::integer, 'partner.unnamed', 'member ' || member_id,
        jsonb_build_object('partner', ${partnerKey}::text) FROM gone
      UNION ALL
      SELECT ${placeId}, ${at.toString()}::timestamptz, ${by}::integer, 'role.withdrawn', 'member ' || member_id,
        '{"role": "partenaire"}'::jsonb FROM withdrawn
    )
    SELECT EXISTS (SELECT FROM withdrawn) AS withdrawn FROM gone`;
  return row;
};
