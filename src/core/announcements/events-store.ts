// What announcements ask of the agenda's table beyond what the agenda gives.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Event } from '../agenda/model.ts';
import { type EventRow, eventColumns, eventOf } from '../agenda/rows.ts';
import type { Scope } from '../agenda/store.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

/** Those that begin within the interval, and since when they have their times. */
export const eventsToAnnounce = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { start, end }: Interval,
): Promise<readonly { readonly event: Event; readonly since: Temporal.Instant }[]> => {
  const rows = await db.$queryRaw<(EventRow & { readonly since: Date })[]>`
    SELECT ${eventColumns}, coalesce(moved_at, created_at) AS since FROM event
    WHERE place_id = ${placeId} AND cancelled_at IS NULL AND starts_at >= ${at(start)} AND starts_at < ${at(end)}
    ORDER BY starts_at, id`;
  return rows.map((row) => ({ event: eventOf(row, timeZone), since: instantOf(row.since) }));
};

/** Those whose last move, after that moment, took them out of the interval. */
export const movedAway = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { start, end }: Interval,
  after: Temporal.Instant,
): Promise<readonly { readonly event: Event; readonly start: Temporal.ZonedDateTime }[]> => {
  const rows = await db.$queryRaw<(EventRow & { readonly was: Date })[]>`
    SELECT ${eventColumns}, (moved_from->>'start')::timestamptz AS was FROM event
    WHERE place_id = ${placeId} AND moved_at > ${at(after)}
      AND (moved_from->>'start')::timestamptz >= ${at(start)} AND (moved_from->>'start')::timestamptz < ${at(end)}
      AND NOT (starts_at < ${at(end)} AND ends_at > ${at(start)})
    ORDER BY was, id`;
  return rows.map((row) => ({
    event: eventOf(row, timeZone),
    start: instantOf(row.was).toZonedDateTimeISO(timeZone),
  }));
};

/** Whether something was on the agenda of the interval by then. */
export const wasAnnounced = async (
  db: Queries,
  placeId: string,
  { start, end }: Interval,
  by: Temporal.Instant,
): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT id FROM event WHERE place_id = ${placeId} AND starts_at >= ${at(start)} AND starts_at < ${at(end)}
      AND created_at <= ${at(by)} AND cancelled_at IS NULL LIMIT 1`;
  return rows.length > 0;
};
