// The sign-ups' only queries. The database decides who has a place (prisma/migrations/0012_agenda): whoever wants to come
// is written in line, and the line moves in that very transaction.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import { isBefore } from '../../kernel/interval.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Answer, Event } from '../agenda/model.ts';
import { type EventRow, eventColumns, eventOf } from '../agenda/rows.ts';
import { slotAt } from '../agenda/slots.ts';
import type { Scope } from '../agenda/store.ts';
import type { Attendance, Attendee, Wish } from './model.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export interface Asked {
  readonly placeId: string;
  readonly eventId: number;
  readonly memberId: number;
  readonly now: Temporal.Instant;
}

/**
 * What was answered before, when this changes it; undefined when it was answered already, or no longer can be. `clock` is
 * read once the event is locked: of two who answer at once, the first to be written is the first in line.
 */
export const writeAnswer = (
  { prisma }: Database,
  { placeId, eventId, memberId, clock }: Omit<Asked, 'now'> & { readonly clock: Clock },
  wish: Wish,
): Promise<{ readonly before: Answer | undefined } | undefined> =>
  prisma.$transaction(async (tx) => {
    // The event's row first, as every writer of its sign-ups locks it: what is read then is what is changed.
    const [open] = await tx.$queryRaw<{ starts_at: Date }[]>`
      SELECT starts_at FROM event WHERE place_id = ${placeId} AND id = ${eventId}::integer AND cancelled_at IS NULL
        AND feed_key IS NULL FOR UPDATE`;
    const now = clock.now();
    if (!open || !isBefore(now, instantOf(open.starts_at))) return undefined;
    const [known] = await tx.$queryRaw<{ answer: Answer }[]>`
      SELECT answer FROM event_signup WHERE event_id = ${eventId}::integer AND member_id = ${memberId}::integer`;
    const stands = wish === 'going' ? known?.answer === 'going' || known?.answer === 'waiting' : known?.answer === wish;
    if (stands) return undefined;
    await tx.$executeRaw`SELECT set_config('mijote.now', ${now.toString()}, true)`;
    await tx.$executeRaw`
      INSERT INTO event_signup (event_id, member_id, place_id, answer, answered_at)
      VALUES (${eventId}::integer, ${memberId}::integer, ${placeId}, ${wish === 'going' ? 'waiting' : wish}, ${at(now)})
      ON CONFLICT (event_id, member_id) DO UPDATE
        SET answer = excluded.answer, answered_at = excluded.answered_at, promoted_at = NULL`;
    await tx.$executeRaw`
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      VALUES (${placeId}, ${at(now)}, ${memberId}::integer, 'event.answered', ${`event ${eventId}`},
        ${JSON.stringify({ answer: wish })}::jsonb)`;
    return { before: known?.answer };
  });

/** What they answered to the event whose row is at hand, and how many wait before them. */
const standing = (memberId: number) => Prisma.sql`
  (SELECT answer FROM event_signup AS own WHERE own.event_id = event.id AND own.member_id = ${memberId}::integer) AS answer,
  (SELECT slot_at FROM event_signup AS own
   WHERE own.event_id = event.id AND own.member_id = ${memberId}::integer AND own.answer = 'going') AS slot_at,
  (SELECT count(*)::integer FROM event_signup AS own JOIN event_signup AS other ON other.event_id = own.event_id
   WHERE own.event_id = event.id AND own.member_id = ${memberId}::integer AND own.answer = 'waiting'
     AND other.answer = 'waiting' AND (other.answered_at, other.member_id) < (own.answered_at, own.member_id)) AS ahead`;

interface AttendanceRow extends EventRow {
  readonly answer: Answer | null;
  readonly slot_at: Date | null;
  readonly ahead: number;
}

const attendanceIn = (row: AttendanceRow, timeZone: string): Attendance => {
  const event = eventOf(row, timeZone);
  const slot = row.slot_at === null ? undefined : slotAt(event, instantOf(row.slot_at));
  return { event, own: { ...event, ...slot }, standing: { answer: row.answer ?? undefined, ahead: row.ahead, slot } };
};

/** Undefined when the place has none of that number. */
export const attendanceOf = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { eventId, memberId }: { readonly eventId: number; readonly memberId: number },
): Promise<Attendance | undefined> => {
  const [row] = await db.$queryRaw<AttendanceRow[]>`
    SELECT ${eventColumns}, ${standing(memberId)} FROM event WHERE place_id = ${placeId} AND id = ${eventId}::integer`;
  return row && attendanceIn(row, timeZone);
};

/** The first of its series that are still to come, but for itself. */
export const othersOf = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { id, seriesId }: Pick<Event, 'id' | 'seriesId'>,
  { from, limit }: { readonly from: Temporal.Instant; readonly limit: number },
): Promise<readonly Event[]> => {
  if (seriesId === undefined) return [];
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns} FROM event
    WHERE place_id = ${placeId} AND series_id = ${seriesId}::integer AND id <> ${id}::integer AND cancelled_at IS NULL
      AND starts_at > ${at(from)}
    ORDER BY starts_at, id LIMIT ${limit}::integer`;
  return rows.map((row) => eventOf(row, timeZone));
};

/** What they answered to, not ended before `from`, by the start of each; `cancelled`: the events that are no more, too. */
export const attendancesOf = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  {
    memberId,
    from,
    cancelled,
  }: { readonly memberId: number; readonly from: Temporal.Instant; readonly cancelled: boolean },
): Promise<readonly Attendance[]> => {
  const rows = await db.$queryRaw<AttendanceRow[]>`
    SELECT ${eventColumns}, ${standing(memberId)} FROM event
    WHERE place_id = ${placeId} AND ends_at > ${at(from)} ${cancelled ? Prisma.empty : Prisma.sql`AND cancelled_at IS NULL`}
      AND id IN (
        SELECT event_id FROM event_signup WHERE member_id = ${memberId}::integer AND answer IN ('going', 'waiting', 'maybe')
      )
    ORDER BY starts_at, id`;
  return rows.map((row) => attendanceIn(row, timeZone));
};

/** Those who come, then those in line, in its order, then those who may come. That the actor looked is written down. */
export const attendeesOf = async (
  { prisma }: Database,
  { placeId, eventId, memberId, now }: Asked,
): Promise<readonly Attendee[]> =>
  prisma.$queryRaw<Attendee[]>`
    WITH looked AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      VALUES (${placeId}, ${at(now)}, ${memberId}::integer, 'event.viewed', ${`event ${eventId}`}, '{}')
    )
    SELECT display_name AS name, answer FROM event_signup JOIN member ON member.id = member_id
    WHERE event_id = ${eventId}::integer AND event_signup.place_id = ${placeId} AND answer <> 'not_going'
    ORDER BY array_position(ARRAY['going', 'waiting', 'maybe'], answer), answered_at, member_id`;
