// Bookings written as the core writes them, in one statement, for tests of what the database guarantees.
import type { Claim } from '../../src/core/ledger/model.ts';
import { occupationsInsert, occupationsRelease } from '../../src/core/ledger/store.ts';
import type { Queries } from '../../src/db/direct.ts';
import { Prisma } from '../../src/db/generated/client.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

/** Of Tuesday 24 November 2026, in UTC: `hour(9)`, `hour(9.5)`. */
export const hour = (count: number): Temporal.Instant =>
  Temporal.Instant.from('2026-11-24T00:00Z').add({ minutes: Math.round(count * 60) });

export const seats = (resourceKey: string, start: Temporal.Instant, end: Temporal.Instant, count: number): Claim => ({
  resourceKey,
  start,
  end,
  seats: count,
  whole: false,
});

interface Draft {
  readonly memberId: number;
  readonly spaceKey?: string;
  readonly requestId: string;
  readonly claims: readonly [Claim, ...Claim[]];
}

/** The booking's number; undefined when this request was written before. */
export const book = async (
  db: Queries,
  { memberId, requestId, claims, spaceKey = claims[0].resourceKey }: Draft,
): Promise<number | undefined> => {
  const { start, end } = claims[0];
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH once AS (
      INSERT INTO request (place_id, id, member_id, at)
      VALUES ('p', ${requestId}, ${memberId}, ${NOW.toString()}::timestamptz) ON CONFLICT DO NOTHING RETURNING place_id
    ), made AS (
      INSERT INTO booking (place_id, member_id, space_key, starts_at, ends_at, people, whole, request_id, created_at)
      SELECT place_id, ${memberId}, ${spaceKey}, ${start.toString()}::timestamptz, ${end.toString()}::timestamptz, 1, false,
        ${requestId}, ${NOW.toString()}::timestamptz FROM once
      RETURNING id, place_id
    ), taken AS (${occupationsInsert(claims, { kind: 'booking', from: Prisma.sql`made` })})
    SELECT id FROM made`;
  return row?.id;
};

/** Moves a booking to another time in one statement: what it gives back makes room for what it takes. */
export const move = (db: Queries, id: number, claims: readonly [Claim, ...Claim[]]): Promise<number> => {
  const { start, end } = claims[0];
  return db.$executeRaw`
    WITH moved AS (
      UPDATE booking SET starts_at = ${start.toString()}::timestamptz, ends_at = ${end.toString()}::timestamptz,
        sequence = sequence + 1
      WHERE id = ${id} AND cancelled_at IS NULL RETURNING id, place_id
    ), given_back AS (${occupationsRelease({ kind: 'booking', from: Prisma.sql`moved`, at: NOW })}),
    taken AS (${occupationsInsert(claims, { kind: 'booking', from: Prisma.sql`moved` })})
    SELECT id FROM moved`;
};

export const addResource = (
  db: Queries,
  key: string,
  capacity: number,
  quotaPerWeek: number | null = null,
): Promise<number> =>
  db.$executeRaw`
    INSERT INTO resource (place_id, key, kind, capacity, quota_per_week, time_zone)
    VALUES ('p', ${key}, 'space', ${capacity}, ${quotaPerWeek}::integer, 'Europe/Paris')`;

/** Members 1 to `count`. */
export const addMembers = (db: Queries, count: number): Promise<number> =>
  db.$executeRaw`
    INSERT INTO member (place_id, display_name, created_at)
    SELECT 'p', 'member ' || n, now() FROM generate_series(1, ${count}::integer) AS n`;

/** Every instant and resource at which more is taken than there is: the one thing that must never be. */
export const overbooked = (db: Queries): Promise<{ key: string }[]> =>
  db.$queryRaw`
    SELECT DISTINCT resource.key FROM occupation AS starting
    JOIN resource ON resource.place_id = starting.place_id AND resource.key = starting.resource_key
    JOIN occupation AS present ON present.place_id = starting.place_id AND present.resource_key = starting.resource_key
      AND present.released_at IS NULL AND present.starts_at <= starting.starts_at AND present.ends_at > starting.starts_at
    WHERE starting.released_at IS NULL
    GROUP BY resource.key, resource.capacity, starting.id
    HAVING sum(CASE WHEN present.whole THEN greatest(resource.capacity, present.seats) ELSE present.seats END)
      > resource.capacity`;
