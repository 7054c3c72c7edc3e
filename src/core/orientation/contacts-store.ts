// The only queries of those who ask to be contacted; who they are is read in their follow-up (src/core/followups).
import type { Queries } from '../../db/direct.ts';
import type { ContactWish } from './model.ts';

interface Asked {
  readonly placeId: string;
  readonly memberId: number;
  readonly wish: ContactWish;
  readonly now: Temporal.Instant;
}

const at = (instant: Temporal.Instant): string => instant.toString();

/** Its number; undefined when they have asked for it already, and wait. */
export const insertContact = async (
  db: Queries,
  { placeId, memberId, wish, now }: Asked,
): Promise<number | undefined> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO orientation_contact (place_id, member_id, wish, consented_at)
    VALUES (${placeId}, ${memberId}, ${wish}, ${at(now)}::timestamptz)
    ON CONFLICT (member_id, wish) WHERE handled_at IS NULL DO NOTHING RETURNING id`;
  return row?.id;
};

/** How many they take back: nobody sees it any more. */
export const withdrawContacts = (db: Queries, memberId: number): Promise<number> =>
  db.$executeRaw`DELETE FROM orientation_contact WHERE member_id = ${memberId} AND handled_at IS NULL`;

export const isContactWaiting = async (db: Queries, placeId: string, id: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM orientation_contact WHERE id = ${id}::integer AND place_id = ${placeId} AND handled_at IS NULL`;
  return rows.length > 0;
};

export const deleteHandled = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    DELETE FROM orientation_contact WHERE place_id = ${placeId} AND handled_at < ${at(before)}::timestamptz`;
