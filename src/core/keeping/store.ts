// What forgets what is of no use any more.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

/** Settled, and no longer live. */
export const forgetDeliveries = (
  db: Queries,
  placeId: string,
  { before, now }: { readonly before: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<number> =>
  db.$executeRaw`
    DELETE FROM delivery WHERE place_id = ${placeId} AND state IN ('sent', 'gone', 'dropped', 'failed')
      AND settled_at < ${at(before)} AND (live_until IS NULL OR live_until < ${at(now)})`;

export const forgetRequests = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`DELETE FROM request WHERE place_id = ${placeId} AND at < ${at(before)}`;

export const forgetLines = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`DELETE FROM draft_line WHERE place_id = ${placeId} AND created_at < ${at(before)}`;
