// The only query of what the staff does with a member's booking.
import type { Queries } from '../../db/direct.ts';

interface Looked {
  readonly placeId: string;
  readonly memberId: number;
  readonly bookingId: number;
  readonly now: Temporal.Instant;
}

/** That someone of the staff looked at whose booking it is. */
export const noteLookAt = (db: Queries, { placeId, memberId, bookingId, now }: Looked): Promise<number> =>
  db.$executeRaw`
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    VALUES (${placeId}, ${now.toString()}::timestamptz, ${memberId}, 'booking.viewed', ${`booking ${bookingId}`}, '{}')`;
