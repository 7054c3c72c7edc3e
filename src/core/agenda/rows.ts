// An event as its table holds it, with how many answered what.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Event, EventKind } from './model.ts';

export interface EventRow {
  readonly id: number;
  readonly place_id: string;
  readonly series_id: number | null;
  readonly kind: EventKind;
  readonly title: string;
  readonly description: string | null;
  readonly theme: string | null;
  readonly edition: string | null;
  readonly objectives: readonly string[];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly space_key: string | null;
  readonly location: string | null;
  readonly capacity: number | null;
  readonly organiser_id: number | null;
  readonly feed_key: string | null;
  readonly partner_key: string | null;
  readonly slot_minutes: number | null;
  readonly cancelled_at: Date | null;
  readonly cancelled_because: string | null;
  readonly sequence: number;
  readonly going: number;
  readonly waiting: number;
  readonly maybe: number;
}

const answered = (answer: string) =>
  Prisma.sql`(SELECT count(*)::integer FROM event_signup WHERE event_id = event.id AND answer = ${answer})`;

/** Of the table `event`. */
export const eventColumns = Prisma.sql`
  id, place_id, series_id, kind, title, description, theme, edition, objectives, starts_at, ends_at, space_key, location,
  capacity, organiser_id, feed_key, partner_key, slot_minutes, cancelled_at, cancelled_because, sequence,
  ${answered('going')} AS going, ${answered('waiting')} AS waiting, ${answered('maybe')} AS maybe`;

export const eventOf = (row: EventRow, timeZone: string): Event => ({
  id: row.id,
  placeId: row.place_id,
  seriesId: row.series_id ?? undefined,
  kind: row.kind,
  title: row.title,
  description: row.description ?? undefined,
  theme: row.theme ?? undefined,
  edition: row.edition ?? undefined,
  objectives: row.objectives,
  start: instantOf(row.starts_at).toZonedDateTimeISO(timeZone),
  end: instantOf(row.ends_at).toZonedDateTimeISO(timeZone),
  spaceKey: row.space_key ?? undefined,
  location: row.location ?? undefined,
  capacity: row.capacity ?? undefined,
  organiserId: row.organiser_id ?? undefined,
  feedKey: row.feed_key ?? undefined,
  partnerKey: row.partner_key ?? undefined,
  slotMinutes: row.slot_minutes ?? undefined,
  cancelledAt: row.cancelled_at === null ? undefined : instantOf(row.cancelled_at),
  cancelledBecause: row.cancelled_because ?? undefined,
  sequence: row.sequence,
  going: row.going,
  waiting: row.waiting,
  maybe: row.maybe,
  seatsLeft: row.capacity === null ? undefined : Math.max(0, row.capacity - row.going),
});
