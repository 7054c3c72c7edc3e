// The agenda's only queries.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Event, EventFilter } from './model.ts';
import { type EventRow, eventColumns, eventOf } from './rows.ts';
import type { Search } from './search.ts';

export interface Scope {
  readonly placeId: string;
  readonly timeZone: string;
}

/** Those whose words are looked for; sought first, since their index is the shorter way. */
const said = (placeId: string, { query, editions }: Search) => Prisma.sql`
  WITH said AS MATERIALIZED (
    SELECT id FROM event WHERE event_words(title, theme, description) @@ ${query}::tsquery
    UNION SELECT id FROM event WHERE place_id = ${placeId} AND edition = ANY (${[...editions]}::text[])
  )`;

/**
 * Those that are under way at some time of the interval, by start. None began longer before it than the longest one
 * lasts: so much of the index is read, and no more, however many events there are.
 */
export const eventsBetween = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { start, end, kinds, cancelled = false, limit }: EventFilter,
  search?: Search,
): Promise<readonly Event[]> => {
  const rows = await db.$queryRaw<EventRow[]>`
    ${search ? said(placeId, search) : Prisma.empty}
    SELECT ${eventColumns} FROM event
    WHERE place_id = ${placeId} AND starts_at < ${end.toString()}::timestamptz AND ends_at > ${start.toString()}::timestamptz
      AND starts_at >= ${start.toString()}::timestamptz
        - coalesce((SELECT max(ends_at - starts_at) FROM event WHERE place_id = ${placeId}), interval '0')
      ${search ? Prisma.sql`AND id IN (SELECT id FROM said)` : Prisma.empty}
      ${kinds ? Prisma.sql`AND kind = ANY (${[...kinds]}::text[])` : Prisma.empty}
      ${cancelled ? Prisma.empty : Prisma.sql`AND cancelled_at IS NULL`}
    ORDER BY starts_at, id ${limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}::integer`}`;
  return rows.map((row) => eventOf(row, timeZone));
};

/** Undefined when the place has none of that number. */
export const eventNumbered = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  id: number,
): Promise<Event | undefined> => {
  const [row] = await db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns} FROM event WHERE place_id = ${placeId} AND id = ${id}::integer`;
  return row && eventOf(row, timeZone);
};

/** Moves whenever something that is announced has changed. */
export const agendaRevision = async (db: Queries, placeId: string): Promise<number> => {
  const [row] = await db.$queryRaw<{ revision: bigint }[]>`SELECT revision FROM agenda WHERE place_id = ${placeId}`;
  return Number(row?.revision ?? 0);
};
