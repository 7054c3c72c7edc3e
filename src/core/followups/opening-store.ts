// How a follow-up is opened, and stopped, by what a person asks of the house: in the transaction of whoever was asked.
import type { Queries } from '../../db/direct.ts';
import type { OpenedBecause } from './model.ts';

interface Opening {
  readonly placeId: string;
  readonly memberId: number;
  /** What they asked for, and agreed to. */
  readonly because: OpenedBecause;
  readonly now: Temporal.Instant;
}

/**
 * Its number. One a person: the one that is open stays as it is, the one that was closed begins anew. What they asked for is
 * written down each time.
 */
export const open = async (tx: Queries, { placeId, memberId, because, now }: Opening): Promise<number> => {
  const at = now.toString();
  // What was noted of someone who then stopped is not read again because they come back.
  await tx.$executeRaw`
    DELETE FROM followup_note USING followup
    WHERE followup.id = followup_id AND member_id = ${memberId}::integer AND closed_because = 'stopped'`;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    WITH opened AS (
      INSERT INTO followup AS known (place_id, member_id, opened_at)
      VALUES (${placeId}, ${memberId}::integer, ${at}::timestamptz)
      ON CONFLICT (member_id) DO UPDATE SET
        opened_at = CASE WHEN known.state = 'closed' THEN EXCLUDED.opened_at ELSE known.opened_at END,
        state = CASE WHEN known.state = 'closed' THEN 'new' ELSE known.state END,
        closed_at = NULL, closed_because = NULL, version = known.version + 1
      RETURNING id
    ), asked AS (
      INSERT INTO followup_change (followup_id, at, actor_id, what, detail)
      SELECT id, ${at}::timestamptz, ${memberId}::integer, 'asked', jsonb_build_object('because', ${because}::text)
      FROM opened
    )
    SELECT id FROM opened`;
  if (!row) throw new Error('a follow-up was neither opened nor found');
  return row.id;
};

/** The person’s own word: it is closed, whatever its state, and nothing more is expected of anyone. */
export const stop = (
  tx: Queries,
  { placeId, memberId, now }: Pick<Opening, 'placeId' | 'memberId' | 'now'>,
): Promise<number> => {
  const at = now.toString();
  return tx.$executeRaw`
    WITH stopped AS (
      UPDATE followup SET state = 'closed', closed_at = ${at}::timestamptz, closed_because = 'stopped',
        next_step = NULL, next_due = NULL, version = version + 1
      WHERE place_id = ${placeId} AND member_id = ${memberId}::integer AND closed_because IS DISTINCT FROM 'stopped'
      RETURNING id
    ), forgotten AS (
      DELETE FROM followup_note USING stopped WHERE followup_id = stopped.id AND held_until IS NOT NULL
    )
    INSERT INTO followup_change (followup_id, at, actor_id, what)
    SELECT id, ${at}::timestamptz, ${memberId}::integer, 'stopped' FROM stopped`;
};

/** Opened by what they took back alone, and nobody did anything of it: it never was. Else what they had asked goes. */
export const forgetUntouched = async (
  tx: Queries,
  { placeId, memberId }: Pick<Opening, 'placeId' | 'memberId'>,
): Promise<void> => {
  await tx.$executeRaw`
    DELETE FROM followup_change USING followup
    WHERE followup.id = followup_id AND place_id = ${placeId} AND member_id = ${memberId}::integer
      AND state = 'new' AND what = 'asked' AND detail ->> 'because' IN ('talk', 'callback')`;
  await tx.$executeRaw`
    DELETE FROM followup WHERE place_id = ${placeId} AND member_id = ${memberId}::integer AND state = 'new'
      AND follower_id IS NULL AND next_step IS NULL
      AND NOT EXISTS (SELECT FROM followup_change WHERE followup_id = followup.id)
      AND NOT EXISTS (SELECT FROM followup_note WHERE followup_id = followup.id)
      AND NOT EXISTS (SELECT FROM referral WHERE referral.member_id = followup.member_id)`;
};
