// The only queries of what is shown to passers-by.
import type { Queries } from '../../db/direct.ts';
import type { Interval } from '../../kernel/interval.ts';

export interface Versions {
  readonly agenda: number;
  readonly openings: number;
  /** Of what is taken in the interval. */
  readonly taken: string;
}

/** Two who read the same versions are shown the same. One round trip; the ledger is looked up space by space, as it is indexed. */
export const versionsOf = async (
  db: Queries,
  placeId: string,
  spaceKeys: readonly string[],
  { start, end }: Interval,
): Promise<Versions> => {
  const [row] = await db.$queryRaw<{ agenda: string; openings: number; taken: string }[]>`
    SELECT coalesce((SELECT revision FROM agenda WHERE place_id = ${placeId}), 0)::text AS agenda,
      (SELECT (count(*) + count(cancelled_at))::integer FROM opening WHERE place_id = ${placeId}) AS openings,
      (SELECT coalesce(md5(string_agg(concat_ws(' ', id, starts_at, ends_at, seats, whole), ',' ORDER BY id)), '')
       FROM unnest(${[...spaceKeys]}::text[]) AS wanted (key) CROSS JOIN LATERAL (
         SELECT id, starts_at, ends_at, seats, whole FROM occupation
         WHERE place_id = ${placeId} AND resource_key = wanted.key AND released_at IS NULL
           AND starts_at > ${start.subtract({ hours: 25 }).toString()}::timestamptz
           AND starts_at < ${end.toString()}::timestamptz AND ends_at > ${start.toString()}::timestamptz
         OFFSET 0
       ) AS taken) AS taken`;
  if (!row) throw new Error('the versions of a place were asked for and did not come');
  return { agenda: Number(row.agenda), openings: row.openings, taken: row.taken };
};
