// A booking as its table holds it, and what it holds of the ledger.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Booking, BookingRequest, WantedEquipment } from './model.ts';

export interface BookingRow {
  readonly id: number;
  readonly member_id: number;
  readonly space_key: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly people: number;
  readonly purpose: string | null;
  readonly cancelled_at: Date | null;
  readonly sequence: number;
  readonly equipment: readonly WantedEquipment[];
}

/** Of the table `booking`. The equipment is what the ledger holds for it, or held when it was cancelled. */
export const bookingColumns = Prisma.sql`
  id, member_id, space_key, starts_at, ends_at, people, purpose, cancelled_at, sequence,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('key', split_part(resource_key, '/', 2), 'count', seats) ORDER BY resource_key)
    FROM occupation WHERE kind = 'booking' AND source_id = booking.id AND position('/' IN resource_key) > 0
  ), '[]'::jsonb) AS equipment`;

export const bookingOf = (row: BookingRow, timeZone: string): Booking => ({
  id: row.id,
  memberId: row.member_id,
  spaceKey: row.space_key,
  start: instantOf(row.starts_at).toZonedDateTimeISO(timeZone),
  end: instantOf(row.ends_at).toZonedDateTimeISO(timeZone),
  people: row.people,
  equipment: row.equipment,
  purpose: row.purpose ?? undefined,
  cancelledAt: row.cancelled_at === null ? undefined : instantOf(row.cancelled_at),
  sequence: row.sequence,
});

/** In the log: what was asked, never why. */
export const factsOf = ({ spaceKey, start, end, people }: BookingRequest) => ({
  space: spaceKey,
  start: start.toString({ timeZoneName: 'never' }),
  end: end.toString({ timeZoneName: 'never' }),
  people,
});
