// The queries of what people are told of the events that they answered to.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Event } from '../agenda/model.ts';
import { type EventRow, eventColumns, eventOf } from '../agenda/rows.ts';
import { slotAt } from '../agenda/slots.ts';
import type { Scope } from '../agenda/store.ts';
import type { Was } from './model.ts';
import type { Expected, Promoted } from './rules.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

/** How long after it a promotion is worth telling. */
const TOLD_WITHIN = { hours: 24 * 7 } as const;

export const promotedIn = async (db: Queries, placeId: string, now: Temporal.Instant): Promise<readonly Promoted[]> => {
  const rows = await db.$queryRaw<{ event_id: number; member_id: number; promoted_at: Date; starts_at: Date }[]>`
    SELECT event_id, member_id, promoted_at, starts_at FROM event_signup JOIN event ON event.id = event_id
    WHERE event_signup.place_id = ${placeId} AND promoted_at IS NOT NULL AND promoted_at > ${at(now.subtract(TOLD_WITHIN))}
      AND answer = 'going' AND cancelled_at IS NULL AND starts_at > ${at(now)}
    ORDER BY promoted_at, event_id, member_id`;
  return rows.map((row) => ({
    placeId,
    eventId: row.event_id,
    memberId: row.member_id,
    at: instantOf(row.promoted_at),
    starts: instantOf(row.starts_at),
  }));
};

interface Attending {
  readonly member: number;
  readonly slot: string | null;
  readonly since: string;
}

/** Before the interval, so much of the index is read for the appointments of sessions that have begun. */
const LONGEST_SESSION = '24 hours';

/** Those who come within the interval, at the event's start or at their own, and want reminders. */
export const expectedWithin = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { start, end }: Interval,
): Promise<readonly Expected[]> => {
  const rows = await db.$queryRaw<(EventRow & { readonly attendees: readonly Attending[] | null })[]>`
    SELECT ${eventColumns}, (
      SELECT jsonb_agg(jsonb_build_object('member', member_id, 'slot', slot_at,
        'since', greatest(answered_at, promoted_at, event.moved_at)) ORDER BY member_id)
      FROM event_signup JOIN member ON member.id = member_id
      WHERE event_id = event.id AND answer = 'going' AND wants_reminders
        AND (slot_at IS NULL OR (slot_at >= ${at(start)} AND slot_at < ${at(end)}))
    ) AS attendees FROM event
    WHERE place_id = ${placeId} AND cancelled_at IS NULL AND starts_at < ${at(end)}
      AND (starts_at >= ${at(start)} OR (slot_minutes IS NOT NULL AND ends_at > ${at(start)}
        AND starts_at >= ${at(start)} - ${LONGEST_SESSION}::interval))
      AND EXISTS (SELECT FROM event_signup WHERE event_id = event.id AND answer = 'going')
    ORDER BY starts_at, id`;
  return rows.flatMap((row) => {
    const event: Event = eventOf(row, timeZone);
    return (row.attendees ?? []).map(({ member, since, slot }) => ({
      event: { ...event, ...(slot === null ? undefined : slotAt(event, Temporal.Instant.from(slot))) },
      memberId: member,
      since: Temporal.Instant.from(since),
    }));
  });
};

/** Its last move, and the sequence that it made. */
export const lastMoveOf = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  eventId: number,
): Promise<{ readonly was: Was; readonly sequence: number } | undefined> => {
  const [row] = await db.$queryRaw<{ moved_from: MovedFrom | null }[]>`
    SELECT moved_from FROM event WHERE place_id = ${placeId} AND id = ${eventId}::integer`;
  const from = row?.moved_from;
  if (!from) return undefined;
  const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    was: {
      start: local(from.start),
      end: local(from.end),
      spaceKey: from.space ?? undefined,
      location: from.location ?? undefined,
      because: from.because,
    },
    sequence: from.sequence,
  };
};

/** As the trigger writes it (prisma/migrations/0016_agenda_reading). */
interface MovedFrom {
  readonly start: string;
  readonly end: string;
  readonly space: string | null;
  /** As whoever moved it said it. */
  readonly because?: string | undefined;
  readonly location: string | null;
  readonly sequence: number;
}
