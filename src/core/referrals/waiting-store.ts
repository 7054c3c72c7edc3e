// The query of what waits for partners: what they are reminded of, and what is closed for want of a word.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';

export interface Waiting {
  readonly id: number;
  readonly memberId: number;
  readonly partnerKey: string;
  readonly sentAt: Temporal.Instant;
  /** Undefined: nobody has answered. */
  readonly takenAt: Temporal.Instant | undefined;
  readonly takenById: number | undefined;
}

interface Row {
  readonly id: number;
  readonly member_id: number;
  readonly partner_key: string;
  readonly sent_at: Date;
  readonly taken_at: Date | null;
  readonly taken_by: number | null;
}

export const waitingIn = async (db: Queries, placeId: string): Promise<readonly Waiting[]> => {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, member_id, partner_key, sent_at, taken_at, taken_by FROM referral
    WHERE place_id = ${placeId} AND closed_at IS NULL ORDER BY sent_at, id`;
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    partnerKey: row.partner_key,
    sentAt: instantOf(row.sent_at),
    takenAt: row.taken_at === null ? undefined : instantOf(row.taken_at),
    takenById: row.taken_by ?? undefined,
  }));
};
