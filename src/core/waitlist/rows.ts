// A place in the line, as its table holds it.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { WantedEquipment } from '../booking/model.ts';
import { type StayRow, stayOf } from '../booking/rows.ts';
import type { Wait, WaitState } from './model.ts';

export interface WaitRow extends StayRow {
  readonly id: number;
  readonly member_id: number;
  readonly people: number;
  readonly equipment: readonly WantedEquipment[];
  readonly purpose: string | null;
  readonly booking_id: number | null;
  readonly state: WaitState;
  readonly expires_at: Date | null;
  readonly ahead: number;
}

/** Of the table `waitlist_entry`. */
export const waitColumns = Prisma.sql`
  id, member_id, space_key, starts_at, ends_at, people, equipment, purpose, booking_id, state, expires_at,
  (SELECT count(*) FROM waitlist_entry AS other
    WHERE other.place_id = waitlist_entry.place_id AND other.state IN ('waiting', 'offered')
      AND other.space_key = waitlist_entry.space_key AND other.starts_at < waitlist_entry.ends_at
      AND other.ends_at > waitlist_entry.starts_at
      AND (other.created_at, other.id) < (waitlist_entry.created_at, waitlist_entry.id))::integer AS ahead`;

export const waitOf = (row: WaitRow, timeZone: string): Wait => ({
  id: row.id,
  memberId: row.member_id,
  ...stayOf(row, timeZone),
  people: row.people,
  equipment: row.equipment,
  purpose: row.purpose ?? undefined,
  bookingId: row.booking_id ?? undefined,
  state: row.state,
  expiresAt: row.expires_at === null ? undefined : instantOf(row.expires_at),
  ahead: row.ahead,
});
