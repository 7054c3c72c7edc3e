// The only queries of referrals. What changes one is a line of the audit log in the same statement. Whoever changes one locks
// its person first: of two partners who refuse someone at once, the second sees that nobody is left.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Received, Referral, ReferralAnswer, Satisfaction, Shared } from './model.ts';
import {
  type ReceivedRow,
  type ReferralRow,
  receivedColumns,
  receivedOf,
  referralColumns,
  referralOf,
} from './rows.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

const noted = (
  action: string,
  {
    from,
    actorId,
    now,
  }: { readonly from: Prisma.Sql; readonly actorId: number | undefined; readonly now: Temporal.Instant },
): Prisma.Sql => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${at(now)}, ${actorId ?? null}::integer, ${action}, 'referral ' || id,
    jsonb_build_object('partner', partner_key) FROM ${from}`;

export const lockMember = (tx: Queries, memberId: number): Promise<number> =>
  tx.$executeRaw`SELECT 1 FROM member WHERE id = ${memberId}::integer FOR NO KEY UPDATE`;

interface Sending {
  readonly placeId: string;
  readonly memberId: number;
  readonly partnerKey: string;
  readonly shared: Shared;
  readonly now: Temporal.Instant;
}

/** Undefined: one is open already. */
export const insertReferral = async (
  tx: Queries,
  { placeId, memberId, partnerKey, shared, now }: Sending,
): Promise<number | undefined> => {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    WITH sent AS (
      INSERT INTO referral (place_id, member_id, partner_key, shared, consented_at, sent_at)
      VALUES (${placeId}, ${memberId}::integer, ${partnerKey}, ${JSON.stringify(shared)}::jsonb, ${at(now)}, ${at(now)})
      ON CONFLICT (member_id, partner_key) WHERE closed_at IS NULL DO NOTHING RETURNING id, place_id, partner_key
    ), logged AS (${noted('referral.consented', { from: Prisma.sql`sent`, actorId: memberId, now })})
    SELECT id FROM sent`;
  return row?.id;
};

/** The last ones first. */
export const referralsOf = async (db: Queries, placeId: string, memberId: number): Promise<readonly Referral[]> => {
  const rows = await db.$queryRaw<ReferralRow[]>`
    SELECT ${referralColumns} FROM referral WHERE place_id = ${placeId} AND member_id = ${memberId}::integer
    ORDER BY sent_at DESC, id DESC`;
  return rows.map(referralOf);
};

export const receivedNumbered = async (db: Queries, placeId: string, id: number): Promise<Received | undefined> => {
  const [row] = await db.$queryRaw<ReceivedRow[]>`
    SELECT ${receivedColumns} FROM referral WHERE id = ${id}::integer AND place_id = ${placeId}`;
  return row && receivedOf(row);
};

interface Looking {
  readonly placeId: string;
  readonly actorId: number;
  /** Undefined: of every partner. */
  readonly partnerKeys: readonly string[] | undefined;
  readonly closedSince: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** Those that are open, the oldest first, then those that were closed lately. That names were looked at is written down. */
export const receivedBy = async (
  db: Queries,
  { placeId, actorId, partnerKeys, closedSince, now }: Looking,
): Promise<readonly Received[]> => {
  const theirs =
    partnerKeys === undefined ? Prisma.empty : Prisma.sql`AND partner_key = ANY (${[...partnerKeys]}::text[])`;
  const rows = await db.$queryRaw<ReceivedRow[]>`
    WITH logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT ${placeId}, ${at(now)}, ${actorId}::integer, 'referral.viewed', 'referrals', jsonb_build_object('people', count(*))
      FROM referral WHERE place_id = ${placeId} ${theirs} AND closed_at IS NULL HAVING count(*) > 0
    )
    SELECT ${receivedColumns} FROM referral
    WHERE place_id = ${placeId} ${theirs} AND (closed_at IS NULL OR closed_at > ${at(closedSince)})
    ORDER BY closed_at IS NOT NULL, sent_at, id`;
  return rows.map(receivedOf);
};

export const noteViewed = (
  db: Queries,
  { placeId, actorId, now }: Pick<Looking, 'placeId' | 'actorId' | 'now'>,
  id: number,
): Promise<number> => db.$executeRaw`
  WITH seen AS (SELECT id, place_id, partner_key FROM referral WHERE id = ${id}::integer AND place_id = ${placeId})
  ${noted('referral.viewed', { from: Prisma.sql`seen`, actorId, now })}`;

interface Answering {
  readonly id: number;
  readonly answer: ReferralAnswer;
  readonly reason: string | undefined;
  readonly by: number;
  readonly now: Temporal.Instant;
}

/** What is left of `shared` once the partner is done with it: the answers, for another orientation; nothing once helped. */
const leftOf = (answer: ReferralAnswer | 'expired'): Prisma.Sql =>
  answer === 'helped'
    ? Prisma.sql`'{}'::jsonb`
    : Prisma.sql`CASE WHEN shared ? 'answers' THEN jsonb_build_object('answers', shared->'answers') ELSE '{}'::jsonb END`;

export const writeAnswer = (tx: Queries, { id, answer, reason, by, now }: Answering): Promise<number> => {
  const changed =
    answer === 'taken'
      ? Prisma.sql`taken_at = ${at(now)}, taken_by = ${by}::integer`
      : Prisma.sql`closed_at = ${at(now)}, closed_by = ${by}::integer, reason = ${reason ?? null}::text, shared = ${leftOf(answer)}`;
  return tx.$executeRaw`
    WITH changed AS (
      UPDATE referral SET state = ${answer}, ${changed} WHERE id = ${id}::integer AND closed_at IS NULL
      RETURNING id, place_id, partner_key
    ) ${noted(`referral.${answer}`, { from: Prisma.sql`changed`, actorId: by, now })}`;
};

/** False: someone answered, or stopped it, meanwhile. */
export const expire = async (tx: Queries, id: number, now: Temporal.Instant): Promise<boolean> => {
  const rows = await tx.$executeRaw`
    WITH changed AS (
      UPDATE referral SET state = 'expired', closed_at = ${at(now)}, shared = ${leftOf('expired')}
      WHERE id = ${id}::integer AND closed_at IS NULL RETURNING id, place_id, partner_key
    ) ${noted('referral.expired', { from: Prisma.sql`changed`, actorId: undefined, now })}`;
  return rows > 0;
};

/** Open ones are closed by it; of the others nothing is left but what became of them. `id`: of that one alone. */
export const withdraw = (
  tx: Queries,
  { placeId, memberId, now }: Pick<Sending, 'placeId' | 'memberId' | 'now'>,
  id: number | undefined,
): Promise<number> => {
  const one = id === undefined ? Prisma.empty : Prisma.sql`AND id = ${id}::integer`;
  return tx.$executeRaw`
    WITH changed AS (
      UPDATE referral SET withdrawn_at = ${at(now)}, shared = '{}',
        state = CASE WHEN closed_at IS NULL THEN 'stopped' ELSE state END,
        closed_by = CASE WHEN closed_at IS NULL THEN ${memberId}::integer ELSE closed_by END,
        closed_at = coalesce(closed_at, ${at(now)}),
        reason = CASE WHEN state = 'declined' THEN '' END
      WHERE place_id = ${placeId} AND member_id = ${memberId}::integer AND withdrawn_at IS NULL ${one}
      RETURNING id, place_id, partner_key
    ) ${noted('referral.withdrawn', { from: Prisma.sql`changed`, actorId: memberId, now })}`;
};

/** The first answer holds. Undefined: passed over. */
export const writeSatisfaction = async (
  db: Queries,
  {
    id,
    memberId,
    satisfaction,
    now,
  }: {
    readonly id: number;
    readonly memberId: number;
    readonly satisfaction: Satisfaction | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> => {
  const rows = await db.$executeRaw`
    UPDATE referral SET satisfaction = ${satisfaction ?? null}::text, rated_at = ${at(now)}
    WHERE id = ${id}::integer AND member_id = ${memberId}::integer AND state = 'helped' AND rated_at IS NULL`;
  return rows > 0;
};

/** Partners whose last word to someone was no, or no word at all. */
export const refusersOf = async (db: Queries, placeId: string, memberId: number): Promise<ReadonlySet<string>> => {
  const rows = await db.$queryRaw<{ partner_key: string }[]>`
    SELECT partner_key FROM (
      SELECT DISTINCT ON (partner_key) partner_key, state FROM referral
      WHERE place_id = ${placeId} AND member_id = ${memberId}::integer AND withdrawn_at IS NULL
      ORDER BY partner_key, sent_at DESC, id DESC
    ) AS last WHERE state IN ('declined', 'expired')`;
  return new Set(rows.map(({ partner_key }) => partner_key));
};

export const deleteClosed = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`DELETE FROM referral WHERE place_id = ${placeId} AND closed_at < ${at(before)}`;
