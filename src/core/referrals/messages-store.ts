// The only queries of what a person and a partner say to one another through the bot.
import type { Queries } from '../../db/direct.ts';
import type { Said } from './model.ts';
import { type ReferralRow, referralColumns, referralOf } from './rows.ts';

interface Saying {
  readonly placeId: string;
  readonly referralId: number;
  readonly authorId: number;
  readonly fromPartner: boolean;
  readonly words: string;
  readonly now: Temporal.Instant;
}

export const insertMessage = async (
  tx: Queries,
  { placeId, referralId, authorId, fromPartner, words, now }: Saying,
): Promise<number> => {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO referral_message (place_id, referral_id, author_id, from_partner, words, said_at)
    VALUES (${placeId}, ${referralId}::integer, ${authorId}::integer, ${fromPartner}, ${words},
      ${now.toString()}::timestamptz)
    RETURNING id`;
  if (!row) throw new Error('a message was written and has no number');
  return row.id;
};

/** Undefined: what it was about is closed. */
export const messageNumbered = async (db: Queries, placeId: string, id: number): Promise<Said | undefined> => {
  const [row] = await db.$queryRaw<
    (ReferralRow & { readonly from_partner: boolean; readonly words: string; readonly author: string })[]
  >`
    SELECT ${referralColumns}, from_partner, words, member.display_name AS author
    FROM referral_message JOIN referral ON referral.id = referral_id JOIN member ON member.id = author_id
    WHERE referral_message.id = ${id}::integer AND referral_message.place_id = ${placeId} AND referral.closed_at IS NULL`;
  return row && { referral: referralOf(row), fromPartner: row.from_partner, words: row.words, author: row.author };
};
