// The queries that write series of events: what comes back, how far it is written, and what of it could not be had.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { EventFacts, EventRule } from './acts.ts';
import type { Writer } from './writing.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export const insertEventSeries = async (
  db: Queries,
  { rule, facts, requestId }: { readonly rule: EventRule; readonly facts: EventFacts; readonly requestId: string },
  { placeId, actorId, at: now }: Writer,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO event_series (place_id, rule, written_until, endless, created_by, request_id, created_at, facts)
    VALUES (${placeId}, ${rule.words}, ${rule.until}, ${rule.endless}, ${actorId ?? null}::integer, ${requestId}, ${at(now)},
      ${JSON.stringify(facts)}::jsonb)
    RETURNING id`;
  if (!row) throw new Error('a series of events was inserted and gave no number');
  return row.id;
};

/** Those that follow are to be as they are now. */
export const changeSeries = (
  db: Queries,
  seriesId: number,
  { facts, hours }: { readonly facts: EventFacts; readonly hours: object | undefined },
): Promise<number> =>
  db.$executeRaw`
    UPDATE event_series SET facts = ${JSON.stringify(facts)}::jsonb,
      hours = CASE WHEN ${hours !== undefined} THEN coalesce(hours, '{}'::jsonb) || ${JSON.stringify(hours ?? {})}::jsonb ELSE hours END
    WHERE id = ${seriesId}::integer`;

/** It is not written any further. */
export const endSeries = (db: Queries, seriesId: number): Promise<number> =>
  db.$executeRaw`UPDATE event_series SET endless = false WHERE id = ${seriesId}::integer`;

/** Hours that are no longer those of the rule. */
export interface SeriesHours {
  readonly weekday?: number | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

export interface EndlessSeries {
  readonly id: number;
  readonly words: string;
  readonly writtenUntil: Temporal.PlainDate;
  readonly facts: EventFacts;
  readonly hours: SeriesHours | undefined;
  readonly organiserId: number | undefined;
}

interface SeriesRow {
  readonly id: number;
  readonly rule: string;
  readonly written_until: string;
  readonly facts: EventFacts;
  readonly hours: SeriesHours | null;
  readonly created_by: number | null;
}

/** Those without an end that were neither made nor looked at since. */
export const seriesToProlong = async (
  db: Queries,
  placeId: string,
  since: Temporal.Instant,
): Promise<readonly number[]> => {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM event_series WHERE place_id = ${placeId} AND endless AND created_at <= ${at(since)} AND NOT EXISTS (
      SELECT FROM event_prolonging WHERE series_id = event_series.id AND made_at > ${at(since)}
    ) ORDER BY id`;
  return rows.map(({ id }) => id);
};

/** Locked until the transaction ends: of two instances, one prolongs it. */
export const lockSeries = async (db: Queries, id: number): Promise<EndlessSeries | undefined> => {
  const [row] = await db.$queryRaw<SeriesRow[]>`
    SELECT id, rule, written_until, facts, hours, created_by FROM event_series
    WHERE id = ${id}::integer AND endless FOR UPDATE`;
  return (
    row && {
      id: row.id,
      words: row.rule,
      writtenUntil: Temporal.PlainDate.from(row.written_until),
      facts: row.facts,
      hours: row.hours ?? undefined,
      organiserId: row.created_by ?? undefined,
    }
  );
};

export interface Gap {
  readonly start: string;
  readonly end: string;
  readonly because: object;
}

export const noteProlonging = async (
  db: Queries,
  { placeId, seriesId, until, gaps, now }: Prolonged,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH written AS (
      UPDATE event_series SET written_until = ${until.toString()} WHERE id = ${seriesId}::integer
    )
    INSERT INTO event_prolonging (place_id, series_id, written_until, impossible, made_at)
    VALUES (${placeId}, ${seriesId}::integer, ${until.toString()}, ${JSON.stringify(gaps)}::jsonb, ${at(now)}) RETURNING id`;
  if (!row) throw new Error('a prolonging was inserted and gave no number');
  return row.id;
};

interface Prolonged {
  readonly placeId: string;
  readonly seriesId: number;
  readonly until: Temporal.PlainDate;
  readonly gaps: readonly Gap[];
  readonly now: Temporal.Instant;
}

export const prolongingNumbered = async <G extends Gap>(
  db: Queries,
  placeId: string,
  id: number,
): Promise<{ readonly title: string; readonly until: Temporal.PlainDate; readonly gaps: readonly G[] } | undefined> => {
  const [row] = await db.$queryRaw<{ title: string; written_until: string; impossible: G[] }[]>`
    SELECT facts ->> 'title' AS title, event_prolonging.written_until, impossible FROM event_prolonging
    JOIN event_series ON event_series.id = series_id
    WHERE event_prolonging.id = ${id}::integer AND event_prolonging.place_id = ${placeId}`;
  return row && { title: row.title, until: Temporal.PlainDate.from(row.written_until), gaps: row.impossible };
};
