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

/** Of an event's own columns, whatever table they stand in. */
const isWanted = ({ placeId }: Scope, { start, end, kinds, partnerKeys, cancelled = false }: EventFilter) => Prisma.sql`
  place_id = ${placeId} AND starts_at < ${end.toString()}::timestamptz AND ends_at > ${start.toString()}::timestamptz
    ${kinds ? Prisma.sql`AND kind = ANY (${[...kinds]}::text[])` : Prisma.empty}
    ${partnerKeys ? Prisma.sql`AND partner_key = ANY (${[...partnerKeys]}::text[])` : Prisma.empty}
    ${cancelled ? Prisma.empty : Prisma.sql`AND cancelled_at IS NULL`}`;

const inOrder = ({ limit }: EventFilter) => Prisma.sql`
  ORDER BY starts_at, id ${limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}::integer`}`;

/**
 * None began longer before the interval than the longest one lasts: so much of the index is read, and no more, however
 * many events there are.
 */
const byDates = (scope: Scope, filter: EventFilter) => Prisma.sql`
  SELECT ${eventColumns} FROM event
  WHERE ${isWanted(scope, filter)} AND starts_at >= ${filter.start.toString()}::timestamptz
    - coalesce((SELECT max(ends_at - starts_at) FROM event WHERE place_id = ${scope.placeId}), interval '0')
  ${inOrder(filter)}`;

/** By the index of words alone, then by dates: a planner that knows nothing of either would read a year, word by word. */
const byWords = (scope: Scope, filter: EventFilter, { query, editions }: Search) => Prisma.sql`
  WITH said AS MATERIALIZED (
    SELECT id, place_id, starts_at, ends_at, kind, partner_key, cancelled_at FROM event
    WHERE event_words(title, theme, description) @@ ${query}::tsquery
    UNION
    SELECT id, place_id, starts_at, ends_at, kind, partner_key, cancelled_at FROM event
    WHERE place_id = ${scope.placeId} AND edition = ANY (${[...editions]}::text[])
  ), chosen AS MATERIALIZED (SELECT id FROM said WHERE ${isWanted(scope, filter)} ${inOrder(filter)})
  SELECT ${eventColumns} FROM chosen JOIN event USING (id) ORDER BY starts_at, id`;

/** Those that are under way at some time of the interval, by start. */
export const eventsBetween = async (
  db: Queries,
  scope: Scope,
  filter: EventFilter,
  search?: Search,
): Promise<readonly Event[]> => {
  const rows = await db.$queryRaw<EventRow[]>`${search ? byWords(scope, filter, search) : byDates(scope, filter)}`;
  return rows.map((row) => eventOf(row, scope.timeZone));
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
