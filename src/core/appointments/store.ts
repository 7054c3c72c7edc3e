// Sessions as one person sees them, and what people are told of them. Who has which slot is decided by the triggers of
// prisma/migrations/0024_appointments.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import { type EventRow, eventColumns, eventOf } from '../agenda/rows.ts';
import { slotAt } from '../agenda/slots.ts';
import type { Scope } from '../agenda/store.ts';
import type { Session, SessionWait, SessionWaitState } from './model.ts';
import { freeSlots } from './rules.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

interface SessionRow extends EventRow {
  readonly taken: readonly string[] | null;
  readonly own_at: Date | null;
}

export interface Viewer {
  readonly memberId: number;
  readonly now: Temporal.Instant;
}

const MOST_SESSIONS = 200;

const sessionsWhere = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  { memberId, now }: Viewer,
  where: Prisma.Sql,
): Promise<readonly Session[]> => {
  const rows = await db.$queryRaw<SessionRow[]>`
    SELECT ${eventColumns}, (
      SELECT jsonb_agg(slot_at) FROM (
        SELECT slot_at FROM event_signup
        WHERE event_id = event.id AND answer = 'going' AND slot_at IS NOT NULL AND member_id <> ${memberId}::integer
        UNION ALL
        SELECT slot_at FROM session_wait
        WHERE event_id = event.id AND state = 'offered' AND member_id <> ${memberId}::integer
      ) AS others
    ) AS taken, (
      SELECT slot_at FROM event_signup
      WHERE event_id = event.id AND answer = 'going' AND member_id = ${memberId}::integer
    ) AS own_at
    FROM event WHERE place_id = ${placeId} AND ${where} ORDER BY starts_at, id LIMIT ${MOST_SESSIONS}::integer`;
  return rows.map((row) => {
    const event = eventOf(row, timeZone);
    const taken = (row.taken ?? []).map((each) => Temporal.Instant.from(each));
    const own = row.own_at === null ? undefined : slotAt(event, instantOf(row.own_at));
    const free = freeSlots(event, taken, now);
    return { event, own, free: own ? free.filter(({ start }) => !start.equals(own.start)) : free };
  });
};

/** Under way at some time of the interval, of these partners or of all. */
export const sessionsBetween = (
  db: Queries,
  scope: Scope,
  viewer: Viewer,
  { start, end, partnerKeys }: Interval & { readonly partnerKeys: readonly string[] | undefined },
): Promise<readonly Session[]> =>
  sessionsWhere(
    db,
    scope,
    viewer,
    Prisma.sql`partner_key IS NOT NULL AND cancelled_at IS NULL AND ends_at > ${at(start)} AND starts_at < ${at(end)}
      ${partnerKeys ? Prisma.sql`AND partner_key = ANY (${[...partnerKeys]}::text[])` : Prisma.empty}`,
  );

/** Whatever it is: cancelled, past, by seat, or no session at all. */
export const sessionNumbered = async (
  db: Queries,
  scope: Scope,
  viewer: Viewer,
  id: number,
): Promise<Session | undefined> => (await sessionsWhere(db, scope, viewer, Prisma.sql`id = ${id}::integer`))[0];

/** In which they have a slot to come. */
export const ownSessions = (db: Queries, scope: Scope, viewer: Viewer): Promise<readonly Session[]> =>
  sessionsWhere(
    db,
    scope,
    viewer,
    Prisma.sql`cancelled_at IS NULL AND id IN (
      SELECT event_id FROM event_signup
      WHERE member_id = ${viewer.memberId}::integer AND answer = 'going' AND slot_at > ${at(viewer.now)}
    )`,
  );

interface WaitRow extends EventRow {
  readonly wait_id: number;
  readonly member_id: number;
  readonly wanted_key: string;
  readonly state: SessionWaitState;
  readonly slot_at: Date | null;
  readonly expires_at: Date | null;
}

const waitOf = (row: WaitRow, timeZone: string): SessionWait => {
  // Of a wish to which nothing is offered, the row holds no event.
  const event = row.slot_at === null ? undefined : eventOf(row, timeZone);
  const slot = event && row.slot_at ? slotAt(event, instantOf(row.slot_at)) : undefined;
  return {
    id: row.wait_id,
    memberId: row.member_id,
    partnerKey: row.wanted_key,
    state: row.state,
    offered: event && slot && { event, slot },
    expiresAt: row.expires_at === null ? undefined : instantOf(row.expires_at),
  };
};

const waitsWhere = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  where: Prisma.Sql,
): Promise<readonly SessionWait[]> => {
  const rows = await db.$queryRaw<WaitRow[]>`
    SELECT wait_id, member_id, wanted_key, state, slot_at, expires_at, shown.* FROM (
      SELECT id AS wait_id, member_id, partner_key AS wanted_key, state, event_id, slot_at, expires_at, created_at AS since
      FROM session_wait WHERE place_id = ${placeId} AND ${where}
    ) AS wish LEFT JOIN LATERAL (SELECT ${eventColumns} FROM event WHERE event.id = wish.event_id) AS shown ON true
    ORDER BY since, wait_id`;
  return rows.map((row) => waitOf(row, timeZone));
};

export const waitNumbered = async (db: Queries, scope: Scope, id: number): Promise<SessionWait | undefined> =>
  (await waitsWhere(db, scope, Prisma.sql`id = ${id}::integer`))[0];

const OPEN = Prisma.sql`state IN ('waiting', 'offered')`;

export const openWaits = (db: Queries, scope: Scope, memberId: number): Promise<readonly SessionWait[]> =>
  waitsWhere(db, scope, Prisma.sql`member_id = ${memberId}::integer AND ${OPEN}`);

export const isOpenWait = async (db: Queries, placeId: string, memberId: number, partnerKey: string) => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM session_wait
    WHERE place_id = ${placeId} AND member_id = ${memberId}::integer AND partner_key = ${partnerKey} AND ${OPEN}`;
  return rows.length > 0;
};

export interface Opened {
  readonly waitId: number;
  readonly memberId: number;
  readonly eventId: number;
  readonly start: Temporal.Instant;
}

/** Sessions by seat that were announced since someone came to wait for that partner, to whom they have not answered. */
export const openedSince = async (db: Queries, placeId: string, now: Temporal.Instant): Promise<readonly Opened[]> => {
  const rows = await db.$queryRaw<{ wait_id: number; member_id: number; event_id: number; starts_at: Date }[]>`
    SELECT session_wait.id AS wait_id, session_wait.member_id, event.id AS event_id, starts_at
    FROM session_wait JOIN event USING (place_id, partner_key)
    WHERE place_id = ${placeId} AND state = 'waiting' AND slot_minutes IS NULL AND cancelled_at IS NULL
      AND feed_key IS NULL AND starts_at > ${at(now)} AND event.created_at > session_wait.created_at
      AND NOT EXISTS (
        SELECT FROM event_signup WHERE event_id = event.id AND event_signup.member_id = session_wait.member_id
      )
    ORDER BY session_wait.id, starts_at, event.id`;
  return rows.map((row) => ({
    waitId: row.wait_id,
    memberId: row.member_id,
    eventId: row.event_id,
    start: instantOf(row.starts_at),
  }));
};
