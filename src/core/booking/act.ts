// Who does what, when, by which request: what every write of a booking records, in the words of SQL.
import { Prisma } from '../../db/generated/client.ts';
import type { BookingRequest } from './model.ts';

export interface Act {
  readonly placeId: string;
  readonly memberId: number;
  readonly requestId: string;
  readonly now: Temporal.Instant;
}

export const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;
export const on = (time: Temporal.ZonedDateTime) => at(time.toInstant());

export const noted = (action: string, from: Prisma.Sql, { memberId, now }: Act, detail: object = {}) => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${at(now)}, ${memberId}, ${action}, 'booking ' || id, ${JSON.stringify(detail)}::jsonb FROM ${from}`;

/** In the log: what was asked, never why. */
export const factsOf = ({ spaceKey, start, end, people }: BookingRequest) => ({
  space: spaceKey,
  start: start.toString({ timeZoneName: 'never' }),
  end: end.toString({ timeZoneName: 'never' }),
  people,
});
