// A referral as its table holds it.
import { z } from 'zod';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Received, Referral, ReferralState, Satisfaction, Shared } from './model.ts';

const keys = z.array(z.string());

const sharedRow = z.object({
  name: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  note: z.string().optional(),
  answers: z
    .object({ need: keys, stage: keys, form: keys, field: keys, district: keys })
    .partial()
    .transform((answers) => Object.fromEntries(Object.entries(answers).filter(([, given]) => given !== undefined)))
    .optional(),
});

export const sharedOf = (value: unknown): Shared => sharedRow.parse(value);

export interface ReferralRow {
  readonly id: number;
  readonly member_id: number;
  readonly partner_key: string;
  readonly state: ReferralState;
  readonly shared: unknown;
  readonly consented_at: Date;
  readonly withdrawn_at: Date | null;
  readonly taken_at: Date | null;
  readonly closed_at: Date | null;
  readonly reason: string | null;
  readonly satisfaction: Satisfaction | null;
  readonly rated_at: Date | null;
}

/** Of the table `referral`. */
export const referralColumns = Prisma.sql`
  referral.id, referral.member_id, partner_key, referral.state, shared, consented_at, withdrawn_at, taken_at,
  referral.closed_at, reason, satisfaction, rated_at`;

const maybe = (date: Date | null): Temporal.Instant | undefined => (date === null ? undefined : instantOf(date));

export const referralOf = (row: ReferralRow): Referral => ({
  id: row.id,
  memberId: row.member_id,
  partnerKey: row.partner_key,
  state: row.state,
  shared: sharedRow.partial().parse(row.shared),
  consentedAt: instantOf(row.consented_at),
  withdrawnAt: maybe(row.withdrawn_at),
  takenAt: maybe(row.taken_at),
  closedAt: maybe(row.closed_at),
  reason: row.reason ?? undefined,
  satisfaction: row.satisfaction ?? undefined,
  ratedAt: maybe(row.rated_at),
});

export interface ReceivedRow extends ReferralRow {
  readonly taken_by: number | null;
  readonly taker: string | null;
  readonly closer: string | null;
  readonly accounts: readonly { readonly platform: string; readonly userId: string }[];
}

export const receivedColumns = Prisma.sql`
  ${referralColumns}, taken_by,
  (SELECT display_name FROM member WHERE member.id = taken_by) AS taker,
  (SELECT display_name FROM member WHERE member.id = closed_by) AS closer,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('platform', platform, 'userId', user_id)
      ORDER BY last_seen_at DESC NULLS LAST), '[]')
    FROM identity WHERE identity.member_id = referral.member_id) AS accounts`;

export const receivedOf = (row: ReceivedRow): Received => ({
  ...referralOf(row),
  takenBy: row.taker ?? undefined,
  takenById: row.taken_by ?? undefined,
  closedBy: row.closer ?? undefined,
  accounts: row.closed_at === null ? row.accounts : [],
});
