// The only query of guests.
import type { Queries } from '../../db/direct.ts';

/** The purpose goes too: it may name them. */
export const forgetNames = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE booking SET guest_name = NULL, purpose = NULL
    WHERE place_id = ${placeId} AND for_guest AND guest_name IS NOT NULL AND ends_at < ${before.toString()}::timestamptz`;
