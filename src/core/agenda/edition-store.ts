// The queries of yearly events: which editions have something on the agenda, and who prepares them.
import type { Queries } from '../../db/direct.ts';
import type { Place } from '../../place/model.ts';

/** « rencontres-de-chrysalide 2027 ». */
export const editionsWritten = async (
  db: Queries,
  { id, timeZone }: Pick<Place, 'id' | 'timeZone'>,
): Promise<ReadonlySet<string>> => {
  const rows = await db.$queryRaw<{ edition: string; year: number }[]>`
    SELECT DISTINCT edition, extract(year FROM starts_at AT TIME ZONE ${timeZone})::integer AS year FROM event
    WHERE place_id = ${id} AND edition IS NOT NULL AND cancelled_at IS NULL`;
  return new Set(rows.map(({ edition, year }) => `${edition} ${year}`));
};
