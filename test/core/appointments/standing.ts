// What must never be, counted in the database itself, apart from the code that keeps it so.
import type { TestDatabase } from '../../support/database.ts';

export interface Standing {
  /** Slots that two people have. */
  readonly doubled: number;
  /** People who have two with one partner. */
  readonly twice: number;
  /** Kept for someone, and someone else’s. */
  readonly keptTaken: number;
  /** Kept for someone whose own is not later. */
  readonly keptLater: number;
}

export const standingOf = async ({ pool }: Pick<TestDatabase, 'pool'>): Promise<Standing> => {
  const { rows } = await pool.query<Standing>(`
    WITH held AS (
      SELECT event_id, member_id, slot_at, partner_key FROM event_signup JOIN event ON event.id = event_id
      WHERE answer = 'going' AND slot_at IS NOT NULL AND cancelled_at IS NULL
    ), kept AS (SELECT * FROM session_wait WHERE state = 'offered')
    SELECT
      (SELECT count(*)::integer FROM (SELECT FROM held GROUP BY event_id, slot_at HAVING count(*) > 1) AS each) AS doubled,
      (SELECT count(*)::integer FROM (SELECT FROM held GROUP BY member_id, partner_key HAVING count(*) > 1) AS each) AS twice,
      (SELECT count(*)::integer FROM kept JOIN held USING (event_id, slot_at)) AS "keptTaken",
      (SELECT count(*)::integer FROM kept JOIN held USING (member_id, partner_key)
       WHERE held.slot_at <= kept.slot_at) AS "keptLater"`);
  const [row] = rows;
  if (!row) throw new Error('nothing was counted');
  return row;
};
