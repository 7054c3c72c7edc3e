// The only queries of who comes to a partner's session. Whoever looks at names is written down, in the same statement.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Event } from '../agenda/model.ts';
import { type EventRow, eventColumns, eventOf } from '../agenda/rows.ts';
import type { Scope } from '../agenda/store.ts';
import type { Attendance, Mark } from './model.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

interface Doing {
  readonly placeId: string;
  readonly by: number;
  readonly now: Temporal.Instant;
}

/** Of any of these partners, by start; what is called off stands among them. */
export const sessionsOf = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  {
    partnerKeys,
    from,
    to,
    limit,
  }: {
    /** Undefined: of all. */
    readonly partnerKeys: readonly string[] | undefined;
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
    readonly limit: number;
  },
): Promise<readonly Event[]> => {
  const theirs =
    partnerKeys === undefined
      ? Prisma.sql`partner_key IS NOT NULL`
      : Prisma.sql`partner_key = ANY (${[...partnerKeys]}::text[])`;
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns} FROM event
    WHERE place_id = ${placeId} AND ${theirs} AND ends_at > ${at(from)} AND starts_at < ${at(to)}
    ORDER BY starts_at, id LIMIT ${limit}::integer`;
  return rows.map((row) => eventOf(row, timeZone));
};

interface VisitorRow {
  readonly member_id: number;
  readonly name: string;
  readonly answer: string;
  readonly slot_at: Date | null;
  readonly attendance: Exclude<Attendance, 'to_come'> | null;
}

export interface WrittenVisitor {
  readonly memberId: number;
  readonly name: string;
  readonly gaveUp: boolean;
  readonly slotAt: Temporal.Instant | undefined;
  readonly marked: Exclude<Attendance, 'to_come'> | undefined;
}

/** Those who come, and those who had a slot and gave it up, by slot, then by name. */
export const visitorsOf = async (
  db: Queries,
  eventId: number,
  { placeId, by, now }: Doing,
): Promise<readonly WrittenVisitor[]> => {
  const rows = await db.$queryRaw<VisitorRow[]>`
    WITH looked AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      VALUES (${placeId}, ${at(now)}, ${by}::integer, 'session.viewed', ${`event ${eventId}`}, '{}')
    )
    SELECT member_id, display_name AS name, answer, slot_at, attendance
    FROM event_signup JOIN member ON member.id = member_id
    WHERE event_id = ${eventId}::integer AND event_signup.place_id = ${placeId}
      AND (answer = 'going' OR (answer = 'not_going' AND slot_at IS NOT NULL))
    ORDER BY slot_at NULLS LAST, answer, display_name, member_id`;
  return rows.map((row) => ({
    memberId: row.member_id,
    name: row.name,
    gaveUp: row.answer !== 'going',
    slotAt: row.slot_at === null ? undefined : instantOf(row.slot_at),
    marked: row.attendance ?? undefined,
  }));
};

/** Nothing is written when it says so already. */
export const writeMark = (
  db: Queries,
  { eventId, memberId, mark }: { readonly eventId: number; readonly memberId: number; readonly mark: Mark },
  { placeId, by, now }: Doing,
): Promise<number> => {
  const attendance = mark === 'to_come' ? null : mark;
  return db.$executeRaw`
    WITH marked AS (
      UPDATE event_signup SET attendance = ${attendance}::text,
        attendance_at = CASE WHEN ${attendance}::text IS NULL THEN NULL ELSE ${at(now)} END,
        attendance_by = CASE WHEN ${attendance}::text IS NULL THEN NULL ELSE ${by}::integer END
      WHERE event_id = ${eventId}::integer AND member_id = ${memberId}::integer AND place_id = ${placeId}
        AND answer = 'going' AND attendance IS DISTINCT FROM ${attendance}::text
      RETURNING member_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT ${placeId}, ${at(now)}, ${by}::integer, 'session.marked', ${`event ${eventId}`},
      jsonb_build_object('member', member_id, 'attendance', ${mark}::text) FROM marked`;
};
