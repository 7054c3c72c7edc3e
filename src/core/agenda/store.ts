// The agenda's only queries.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Event, EventFilter } from './model.ts';
import { type EventRow, eventColumns, eventOf } from './rows.ts';

export interface Scope {
  readonly placeId: string;
  readonly timeZone: string;
}

/** Those that are under way at some time of the interval, by start. */
export const eventsBetween = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { start, end, kinds, cancelled = false, limit }: EventFilter,
): Promise<readonly Event[]> => {
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns} FROM event
    WHERE place_id = ${placeId} AND starts_at < ${end.toString()}::timestamptz AND ends_at > ${start.toString()}::timestamptz
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
