// The only query of which event holds a space.
import type { Queries } from '../../db/direct.ts';
import type { Interval } from '../../kernel/interval.ts';

/** The title of the event that holds the space at some time of the interval; undefined: none does. */
export const eventHolding = async (
  db: Queries,
  placeId: string,
  spaceKey: string,
  { start, end }: Interval,
): Promise<string | undefined> => {
  const [row] = await db.$queryRaw<{ title: string }[]>`
    SELECT title FROM occupation JOIN event ON event.id = source_id
    WHERE occupation.kind = 'event' AND occupation.place_id = ${placeId} AND resource_key = ${spaceKey}
      AND released_at IS NULL AND occupation.starts_at > ${start.toString()}::timestamptz - interval '25 hours'
      AND occupation.starts_at < ${end.toString()}::timestamptz AND occupation.ends_at > ${start.toString()}::timestamptz
    ORDER BY occupation.starts_at LIMIT 1`;
  return row?.title;
};
