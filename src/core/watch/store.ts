// The only queries of what is watched.
import type { Queries } from '../../db/direct.ts';

/** What is not settled, by state; `planned` is not due yet. */
export const deliveriesWaiting = async (
  db: Queries,
  now: Temporal.Instant,
): Promise<Readonly<Record<string, number>>> => {
  const rows = await db.$queryRaw<{ state: string; count: number }[]>`
    SELECT CASE WHEN state <> 'pending' THEN state WHEN due > ${now.toString()}::timestamptz THEN 'planned' ELSE 'due' END
      AS state, count(*)::integer AS count
    FROM delivery WHERE state IN ('pending', 'queued', 'sending', 'stale') GROUP BY 1`;
  return {
    planned: 0,
    due: 0,
    queued: 0,
    sending: 0,
    stale: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  };
};
