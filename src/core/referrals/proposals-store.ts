// The only queries of what people are about to agree to.
import type { Queries } from '../../db/direct.ts';
import type { Shared } from './model.ts';
import { sharedOf } from './rows.ts';

interface Whose {
  readonly placeId: string;
  readonly memberId: number;
}

interface Kept {
  readonly id: number;
  readonly partnerKey: string;
  readonly shared: Shared;
}

interface Row {
  readonly id: number;
  readonly partner_key: string;
  readonly shared: unknown;
}

const keptOf = (row: Row | undefined): Kept | undefined =>
  row && { id: row.id, partnerKey: row.partner_key, shared: sharedOf(row.shared) };

/** Its number is a new one: a card that shows another proposal agrees to nothing any more. */
export const writeProposal = async (
  db: Queries,
  { placeId, memberId }: Whose,
  { partnerKey, shared }: Omit<Kept, 'id'>,
  expiresAt: Temporal.Instant,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO referral_proposal (place_id, member_id, partner_key, shared, expires_at)
    VALUES (${placeId}, ${memberId}::integer, ${partnerKey}, ${JSON.stringify(shared)}::jsonb,
      ${expiresAt.toString()}::timestamptz)
    ON CONFLICT (member_id, partner_key) DO UPDATE SET id = excluded.id, shared = excluded.shared,
      expires_at = excluded.expires_at
    RETURNING id`;
  if (!row) throw new Error('a proposal was written and has no number');
  return row.id;
};

export const proposalTo = async (
  db: Queries,
  { placeId, memberId }: Whose,
  partnerKey: string,
  now: Temporal.Instant,
): Promise<Kept | undefined> => {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT id, partner_key, shared FROM referral_proposal
    WHERE place_id = ${placeId} AND member_id = ${memberId}::integer AND partner_key = ${partnerKey}
      AND expires_at > ${now.toString()}::timestamptz`;
  return keptOf(row);
};

/** One’s own alone. */
export const proposalNumbered = async (
  db: Queries,
  { placeId, memberId }: Whose,
  id: number,
  now: Temporal.Instant,
): Promise<Kept | undefined> => {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT id, partner_key, shared FROM referral_proposal
    WHERE id = ${id}::integer AND place_id = ${placeId} AND member_id = ${memberId}::integer
      AND expires_at > ${now.toString()}::timestamptz`;
  return keptOf(row);
};

export const deleteProposals = (db: Queries, { placeId, memberId }: Whose): Promise<number> =>
  db.$executeRaw`DELETE FROM referral_proposal WHERE place_id = ${placeId} AND member_id = ${memberId}::integer`;

export const deleteExpiredProposals = (db: Queries, placeId: string, now: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    DELETE FROM referral_proposal WHERE place_id = ${placeId} AND expires_at <= ${now.toString()}::timestamptz`;
