// The only queries of those whom every partner refused. Who of the staff looks after it is a line of the audit log.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Refused } from './model.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

/** Whose consent stands, with something refused and nothing open, nor any help. */
const refusedMembers = (placeId: string): Prisma.Sql => Prisma.sql`
  SELECT member_id, max(id) AS id FROM referral
  WHERE place_id = ${placeId} AND withdrawn_at IS NULL
  GROUP BY member_id HAVING bool_and(state IN ('declined', 'unreachable', 'expired'))`;

interface Row {
  readonly id: number;
  readonly member_id: number;
  readonly display_name: string;
  readonly since: Date;
  readonly referrals: Refused['referrals'];
  readonly followed_by: string | null;
}

/** Those who wait first. That the staff looked is written down. */
export const refusedIn = async (
  db: Queries,
  { placeId, actorId, now }: { readonly placeId: string; readonly actorId: number; readonly now: Temporal.Instant },
): Promise<readonly Refused[]> => {
  const rows = await db.$queryRaw<Row[]>`
    WITH refused AS (${refusedMembers(placeId)}), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT ${placeId}, ${at(now)}, ${actorId}::integer, 'referral.refused_viewed', 'referrals',
        jsonb_build_object('people', (SELECT count(*) FROM refused)) WHERE EXISTS (SELECT FROM refused)
    )
    SELECT refused.id, refused.member_id, display_name,
      (SELECT max(closed_at) FROM referral WHERE referral.member_id = refused.member_id) AS since,
      (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('partnerKey', partner_key, 'state', state, 'reason', reason))
          ORDER BY sent_at, id)
        FROM referral WHERE referral.member_id = refused.member_id AND withdrawn_at IS NULL) AS referrals,
      (SELECT follower.display_name FROM referral JOIN member AS follower ON follower.id = followed_by
        WHERE referral.id = refused.id) AS followed_by
    FROM refused JOIN member ON member.id = refused.member_id
    ORDER BY (SELECT followed_at IS NOT NULL FROM referral WHERE referral.id = refused.id), since, refused.id`;
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    name: row.display_name,
    since: instantOf(row.since),
    referrals: row.referrals,
    followedBy: row.followed_by ?? undefined,
  }));
};

/** The number of the last of theirs; undefined: someone still answers them, or helped them. */
export const refusedOf = async (tx: Queries, placeId: string, memberId: number): Promise<number | undefined> => {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM (${refusedMembers(placeId)}) AS refused WHERE member_id = ${memberId}::integer`;
  return row?.id;
};

/** Whoever looked after it before looks after it no more. False: there is none of that number. */
export const writeFollowed = async (
  db: Queries,
  id: number,
  { placeId, actorId, now }: { readonly placeId: string; readonly actorId: number; readonly now: Temporal.Instant },
): Promise<boolean> => {
  const rows = await db.$executeRaw`
    WITH followed AS (
      UPDATE referral SET followed_at = ${at(now)}, followed_by = ${actorId}::integer
      WHERE id IN (SELECT id FROM (${refusedMembers(placeId)}) AS refused WHERE id = ${id}::integer)
      RETURNING id, place_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT place_id, ${at(now)}, ${actorId}::integer, 'referral.followed', 'referral ' || id, '{}' FROM followed`;
  return rows > 0;
};

export const isRefusedByAll = async (db: Queries, placeId: string, id: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM (${refusedMembers(placeId)}) AS refused JOIN referral USING (id)
    WHERE id = ${id}::integer AND followed_at IS NULL`;
  return rows.length > 0;
};
