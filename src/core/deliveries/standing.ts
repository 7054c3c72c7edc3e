// What stands in channels and may no longer be true: the only queries of it.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import type { Queue } from '../../db/queue.ts';
import type { Shown } from './model.ts';
import { AT_ONCE, at, MIXED } from './store.ts';

/** Live ones that show another revision of the agenda go into the queue. Returns how many: there may be more. */
export const queueStale = (
  { prisma }: Database,
  queue: Queue,
  { placeId, revision, now }: { readonly placeId: string; readonly revision: number; readonly now: Temporal.Instant },
): Promise<number> =>
  prisma.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE delivery SET state = 'stale' WHERE state = 'sent' AND id IN (
        SELECT id FROM delivery
        WHERE place_id = ${placeId} AND state = 'sent' AND live_until > ${at(now)}
          AND shown_revision IS DISTINCT FROM ${revision}::bigint
        ORDER BY ${MIXED} LIMIT ${AT_ONCE}::integer FOR UPDATE SKIP LOCKED
      ) RETURNING id`;
    await queue.put(
      tx,
      rows.map(({ id }) => id),
      'renewal',
    );
    return rows.length;
  });

/**
 * What stands there now is known. Whoever comes late, when another has done it in the meantime, may have put older words over
 * newer ones: nobody knows what stands there, and it is looked at again.
 */
export const writeShown = async (db: Queries, id: number, { revision, hash }: Shown): Promise<void> => {
  const written = await db.$executeRaw`
    UPDATE delivery SET state = 'sent', shown_revision = ${revision}::bigint, shown_hash = ${hash}, attempts = 0
    WHERE id = ${id} AND state = 'stale'`;
  if (written > 0) return;
  await db.$executeRaw`
    UPDATE delivery SET shown_revision = NULL, shown_hash = NULL WHERE id = ${id} AND state = 'sent'`;
};

/** It is left as it stands, to be looked at again. */
export const leaveStale = (db: Queries, id: number): Promise<number> =>
  db.$executeRaw`UPDATE delivery SET state = 'sent', attempts = 0 WHERE id = ${id} AND state = 'stale'`;

export const markGone = (db: Queries, id: number, reason: string): Promise<number> =>
  db.$executeRaw`UPDATE delivery SET state = 'gone', reason = ${reason} WHERE id = ${id} AND state IN ('stale', 'sent')`;
