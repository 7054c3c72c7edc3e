// The feeds' only queries.
import type { Queries } from '../../db/direct.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Feed } from '../../place/feeds.ts';
import type { FeedEvent, FeedProblem, Merged, Remembered } from './model.ts';

interface Turn {
  readonly placeId: string;
  readonly feed: Feed;
  readonly now: Temporal.Instant;
}

/** Undefined: it was read within the hour, by this instance or another. A clock that went back does not stop it for long. */
export const takeTurn = async (db: Queries, { placeId, feed, now }: Turn): Promise<Remembered | undefined> => {
  const rows = await db.$queryRaw<{ etag: string | null; last_modified: string | null; body: string | null }[]>`
    INSERT INTO feed AS known (place_id, key, url, checked_at)
    VALUES (${placeId}, ${feed.key}, ${feed.url}, ${now.toString()}::timestamptz)
    ON CONFLICT (place_id, key) DO UPDATE SET checked_at = excluded.checked_at, url = excluded.url,
      etag = CASE WHEN known.url = excluded.url THEN known.etag END,
      last_modified = CASE WHEN known.url = excluded.url THEN known.last_modified END,
      body = CASE WHEN known.url = excluded.url THEN known.body END
    WHERE known.url <> excluded.url OR known.checked_at NOT BETWEEN excluded.checked_at - interval '59 minutes'
      AND excluded.checked_at
    RETURNING etag, last_modified, body`;
  const [row] = rows;
  return (
    row && { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined, body: row.body ?? undefined }
  );
};

export const keepAnswer = (
  db: Queries,
  { placeId, feed }: Turn,
  { etag, lastModified, body }: Remembered,
): Promise<number> =>
  db.$executeRaw`
    UPDATE feed SET etag = ${etag ?? null}, last_modified = ${lastModified ?? null}, body = ${body ?? null},
      failing_since = NULL, problem = NULL
    WHERE place_id = ${placeId} AND key = ${feed.key}`;

/** Its number and since when, only when it was well until now: the staff is told once. */
export const nowFailing = async (
  db: Queries,
  { placeId, feed, now }: Turn,
  problem: FeedProblem,
): Promise<{ readonly id: number } | undefined> => {
  const [row] = await db.$queryRaw<{ id: number; fresh: boolean }[]>`
    UPDATE feed SET failing_since = coalesce(old.failing_since, ${now.toString()}::timestamptz),
      problem = ${JSON.stringify(problem)}::jsonb
    FROM (SELECT id, failing_since FROM feed WHERE place_id = ${placeId} AND key = ${feed.key} FOR UPDATE) AS old
    WHERE feed.id = old.id RETURNING feed.id, old.failing_since IS NULL AS fresh`;
  return row?.fresh === true ? { id: row.id } : undefined;
};

/** What is wrong with it now; undefined when it is well again. */
export const failureOf = async (
  db: Queries,
  placeId: string,
  id: number,
): Promise<{ readonly key: string; readonly problem: FeedProblem } | undefined> => {
  const [row] = await db.$queryRaw<{ key: string; problem: FeedProblem | null }[]>`
    SELECT key, problem FROM feed WHERE place_id = ${placeId} AND id = ${id}::integer`;
  return row?.problem ? { key: row.key, problem: row.problem } : undefined;
};

/**
 * The agenda holds of that feed what it says of the window, and nothing else; what has begun stays as it was. One that it
 * no longer says, or says cancelled, is cancelled.
 */
export const mergeEvents = async (
  db: Queries,
  { placeId, feed, now }: Turn,
  events: readonly FeedEvent[],
  window: Interval,
): Promise<Merged> => {
  const rows = JSON.stringify(
    events.map(({ uid, title, description, location, start, end, cancelled }) => ({
      uid,
      title,
      description: description ?? null,
      location: location ?? null,
      starts_at: start.toString(),
      ends_at: end.toString(),
      cancelled,
    })),
  );
  const at = now.toString();
  const [counts] = await db.$queryRaw<Merged[]>`
    WITH said AS (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS row
        (uid text, title text, description text, location text, starts_at timestamptz, ends_at timestamptz, cancelled boolean)
    ), added AS (
      INSERT INTO event (place_id, kind, title, description, location, starts_at, ends_at, feed_key, feed_uid, request_id, created_at)
      SELECT ${placeId}, ${feed.kind}, title, description, location, starts_at, ends_at, ${feed.key}, uid,
        'feed ' || ${feed.key}, ${at}::timestamptz
      FROM said WHERE NOT cancelled AND NOT EXISTS (
        SELECT FROM event WHERE place_id = ${placeId} AND feed_key = ${feed.key} AND feed_uid = said.uid
      ) ORDER BY starts_at, uid RETURNING id
    ), changed AS (
      UPDATE event SET title = said.title, description = said.description, location = said.location,
        starts_at = said.starts_at, ends_at = said.ends_at, kind = ${feed.kind}, cancelled_at = NULL, sequence = sequence + 1
      FROM said
      WHERE event.place_id = ${placeId} AND feed_key = ${feed.key} AND feed_uid = said.uid AND NOT said.cancelled
        AND event.starts_at > ${at}::timestamptz
        AND (event.title, event.description, event.location, event.starts_at, event.ends_at, event.kind, event.cancelled_at)
          IS DISTINCT FROM (said.title, said.description, said.location, said.starts_at, said.ends_at, ${feed.kind}, NULL)
      RETURNING event.id
    ), gone AS (
      UPDATE event SET cancelled_at = ${at}::timestamptz, sequence = sequence + 1
      WHERE place_id = ${placeId} AND feed_key = ${feed.key} AND cancelled_at IS NULL
        AND starts_at > ${at}::timestamptz AND starts_at < ${window.end.toString()}::timestamptz
        AND NOT EXISTS (SELECT FROM said WHERE said.uid = feed_uid AND NOT said.cancelled)
      RETURNING id
    )
    SELECT (SELECT count(*)::integer FROM added) AS added, (SELECT count(*)::integer FROM changed) AS changed,
      (SELECT count(*)::integer FROM gone) AS cancelled`;
  return counts ?? { added: 0, changed: 0, cancelled: 0 };
};

/** Of feeds that left the place file: what they announced is no longer known to hold. */
export const forgetFeeds = (
  db: Queries,
  placeId: string,
  known: readonly string[],
  now: Temporal.Instant,
): Promise<number> =>
  db.$executeRaw`
    WITH forgotten AS (
      DELETE FROM feed WHERE place_id = ${placeId} AND key <> ALL (${[...known]}::text[])
    )
    UPDATE event SET cancelled_at = ${now.toString()}::timestamptz, sequence = sequence + 1
    WHERE place_id = ${placeId} AND feed_key IS NOT NULL AND feed_key <> ALL (${[...known]}::text[])
      AND cancelled_at IS NULL AND starts_at > ${now.toString()}::timestamptz`;
