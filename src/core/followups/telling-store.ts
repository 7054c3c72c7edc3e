// What time does to follow-ups: what is recalled, and what is forgotten.
import type { Queries } from '../../db/direct.ts';
import type { Followup } from './model.ts';
import { type FollowupRow, followupColumns, followupOf } from './rows.ts';
import { at } from './store.ts';

export interface Recallable {
  readonly file: Followup;
  /** Whoever follows it, while they are of the staff. */
  readonly followerId: number | undefined;
}

/** Those that are open, and were opened, or have a step, lately enough to be recalled. */
export const recallable = async (
  db: Queries,
  placeId: string,
  {
    now,
    openedSince,
    dueSince,
  }: { readonly now: Temporal.Instant; readonly openedSince: Temporal.Instant; readonly dueSince: string },
): Promise<readonly Recallable[]> => {
  const rows = await db.$queryRaw<(FollowupRow & { readonly is_staff: boolean })[]>`
    SELECT ${followupColumns(now)}, EXISTS (SELECT FROM member_role
      WHERE member_role.member_id = follower_id AND role IN ('animation', 'admin')) AS is_staff
    FROM followup WHERE place_id = ${placeId} AND state <> 'closed'
      AND (opened_at > ${at(openedSince)} OR next_due >= ${dueSince})`;
  return rows.map((row) => ({
    file: followupOf(row),
    followerId: row.is_staff ? (row.follower_id ?? undefined) : undefined,
  }));
};

/** Whether they are still of the staff, by a role that is written. */
export const isOfStaff = async (db: Queries, placeId: string, memberId: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM member_role JOIN member ON member.id = member_id
    WHERE member_id = ${memberId}::integer AND place_id = ${placeId} AND role IN ('animation', 'admin')`;
  return rows.length > 0;
};

/** With all that is in them. */
export const forgetClosed = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`DELETE FROM followup WHERE place_id = ${placeId} AND closed_at < ${at(before)}`;

/** Notes that nobody looked at again. */
export const forgetHeld = (db: Queries, placeId: string, now: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    DELETE FROM followup_note USING followup
    WHERE followup.id = followup_id AND place_id = ${placeId} AND held_until <= ${at(now)}`;
