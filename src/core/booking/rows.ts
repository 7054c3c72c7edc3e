// A booking as its table holds it, and what the ledger holds for it and beside it.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import { peak } from '../ledger/rules.ts';
import type { ShownName } from '../names/model.ts';
import { nameAs } from '../names/rules.ts';
import type { Booking, Company, Stay, WantedEquipment } from './model.ts';

/** A stay, as tables hold it. */
export interface StayRow {
  readonly space_key: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

export const stayOf = ({ space_key, starts_at, ends_at }: StayRow, timeZone: string): Stay => ({
  spaceKey: space_key,
  start: instantOf(starts_at).toZonedDateTimeISO(timeZone),
  end: instantOf(ends_at).toZonedDateTimeISO(timeZone),
});

export interface BookingRow extends StayRow {
  readonly id: number;
  readonly member_id: number;
  readonly people: number;
  readonly purpose: string | null;
  readonly cancelled_at: Date | null;
  readonly sequence: number;
  readonly confirmed_at: Date | null;
  readonly missed_at: Date | null;
  readonly withdrawn_because: string | null;
  readonly moved_because: string | null;
  readonly approval: 'waiting' | 'accepted' | 'refused' | 'expired' | null;
  readonly for_guest: boolean;
  readonly guest_name: string | null;
  readonly series_id: number | null;
  readonly equipment: readonly WantedEquipment[];
}

/** Of the table `booking`. The equipment is what the ledger holds for it, or held when it was cancelled. */
export const bookingColumns = Prisma.sql`
  id, member_id, space_key, starts_at, ends_at, people, purpose, cancelled_at, sequence, confirmed_at, missed_at,
  withdrawn_because, moved_because,
  for_guest, guest_name, (SELECT coalesce(answer, 'waiting') FROM approval WHERE booking_id = booking.id) AS approval, series_id,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('key', split_part(resource_key, '/', 2), 'count', seats) ORDER BY resource_key)
    FROM occupation WHERE kind = 'booking' AND source_id = booking.id AND position('/' IN resource_key) > 0
  ), '[]'::jsonb) AS equipment`;

export const bookingOf = (row: BookingRow, timeZone: string): Booking => ({
  id: row.id,
  memberId: row.member_id,
  ...stayOf(row, timeZone),
  people: row.people,
  equipment: row.equipment,
  purpose: row.purpose ?? undefined,
  cancelledAt: row.cancelled_at === null ? undefined : instantOf(row.cancelled_at),
  sequence: row.sequence,
  seriesId: row.series_id ?? undefined,
  confirmedAt: row.confirmed_at === null ? undefined : instantOf(row.confirmed_at),
  missedAt: row.missed_at === null ? undefined : instantOf(row.missed_at),
  withdrawnBecause: row.withdrawn_because ?? undefined,
  movedBecause: row.moved_because ?? undefined,
  approval: row.approval ?? undefined,
  guest: row.for_guest ? { name: row.guest_name ?? undefined } : undefined,
});

/** A row of the ledger, as JSON. */
export interface Alongside {
  readonly starts: string;
  readonly ends: string;
  readonly seats: number;
  readonly whole: boolean;
  /** Of someone who chose to show their name. */
  readonly who: { readonly name: string; readonly shown: ShownName } | null;
}

/** What others hold in the same space at the same time as the booking `made`, which may be on its way. */
export const alongside = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('starts', held.starts_at, 'ends', held.ends_at, 'seats', seats, 'whole', whole,
    'who', CASE WHEN held.kind = 'booking' THEN (
      SELECT jsonb_build_object('name', member.display_name, 'shown', shown_name)
      FROM booking AS theirs JOIN member ON member.id = theirs.member_id
      WHERE theirs.id = held.source_id AND NOT for_guest AND shown_name <> 'hidden'
    ) END)), '[]')
  FROM occupation AS held WHERE held.place_id = made.place_id AND resource_key = made.space_key AND released_at IS NULL
    AND held.starts_at > made.starts_at - interval '25 hours' AND held.starts_at < made.ends_at AND held.ends_at > made.starts_at
    AND NOT (held.kind = 'booking' AND held.source_id = made.id)`;

const namesOf = (rows: readonly Alongside[]): readonly string[] => [
  ...new Set(rows.flatMap(({ who }) => (who ? (nameAs(who.name, who.shown) ?? []) : []))),
];

export const companyOf = (rows: readonly Alongside[], within: Interval): Company => ({
  others: peak(
    rows.map(({ starts, ends, ...held }) => ({
      ...held,
      start: Temporal.Instant.from(starts),
      end: Temporal.Instant.from(ends),
    })),
    within,
    0,
  ),
  names: namesOf(rows),
});
