// The numbers that people read, of initiatives and of projects, and each request answered once.
import type { Queries } from '../../db/direct.ts';

/** The number that people read; none is given twice, and who takes one waits for who took one. */
export const nextNumber = async (db: Queries, placeId: string, kind: 'initiative' | 'project'): Promise<number> => {
  const [row] = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO numbering (place_id, kind, last) VALUES (${placeId}, ${kind}, 1)
    ON CONFLICT (place_id, kind) DO UPDATE SET last = numbering.last + 1 RETURNING last`;
  if (!row) throw new Error('no number was given');
  return row.last;
};

/** Until the transaction ends, the same request waits: it then finds what this one wrote. */
export const lockRequest = (db: Queries, placeId: string, requestId: string): Promise<number> =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${placeId} ${requestId}`}, 0))`;
