// How follow-ups are read. That someone of the staff looked at names is a line of the audit log in the same statement.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Change, Followup, Note, QueueWish, Visit } from './model.ts';
import {
  type ChangeRow,
  changeOf,
  type FollowupRow,
  followupColumns,
  followupOf,
  type VisitRow,
  visitOf,
} from './rows.ts';

export const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export interface Looking {
  readonly placeId: string;
  readonly actorId: number;
  readonly now: Temporal.Instant;
}

/** More than a place follows at once. */
const MOST = 2000;

/** In no order, but for those that are closed: the last ones first. That the actor looks at some of them is written down. */
export const followupsFor = async (
  db: Queries,
  { placeId, actorId, now }: Looking,
  { state, isMine }: Pick<QueueWish, 'state' | 'isMine'>,
): Promise<readonly Followup[]> => {
  const rows = await db.$queryRaw<FollowupRow[]>`
    WITH seen AS (
      SELECT ${followupColumns(now)} FROM followup
      WHERE place_id = ${placeId} AND ${state === undefined ? Prisma.sql`state <> 'closed'` : Prisma.sql`state = ${state}`}
        AND ${isMine ? Prisma.sql`follower_id = ${actorId}::integer` : Prisma.sql`true`}
      ORDER BY closed_at DESC NULLS FIRST, opened_at LIMIT ${MOST}
    ), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT ${placeId}, ${at(now)}, ${actorId}::integer, 'followup.queue_seen', 'followups',
        '{}' WHERE EXISTS (SELECT FROM seen)
    )
    SELECT * FROM seen`;
  return rows.map(followupOf);
};

/** Undefined: none of that number in the place. */
export const followupById = async (
  db: Queries,
  placeId: string,
  id: number,
  now: Temporal.Instant,
): Promise<Followup | undefined> => {
  const [row] = await db.$queryRaw<FollowupRow[]>`
    SELECT ${followupColumns(now)} FROM followup WHERE id = ${id}::integer AND place_id = ${placeId}`;
  return row && followupOf(row);
};

export const followupOfMember = async (
  db: Queries,
  placeId: string,
  memberId: number,
  now: Temporal.Instant,
): Promise<Followup | undefined> => {
  const [row] = await db.$queryRaw<FollowupRow[]>`
    SELECT ${followupColumns(now)} FROM followup WHERE member_id = ${memberId}::integer AND place_id = ${placeId}`;
  return row && followupOf(row);
};

export const noteFileSeen = (db: Queries, { placeId, actorId, now }: Looking, id: number): Promise<number> =>
  db.$executeRaw`
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    VALUES (${placeId}, ${at(now)}, ${actorId}::integer, 'followup.seen', ${`followup ${id}`}, '{}')`;

interface NoteRow {
  readonly id: number;
  readonly at: Date;
  readonly author: string | null;
  readonly words: string;
}

/** Of someone who stopped, nobody reads them any more. */
export const notesOf = async (db: Queries, id: number): Promise<readonly Note[]> => {
  const rows = await db.$queryRaw<NoteRow[]>`
    SELECT followup_note.id, at, words, (SELECT display_name FROM member WHERE member.id = author_id) AS author
    FROM followup_note JOIN followup ON followup.id = followup_id
    WHERE followup_id = ${id}::integer AND held_until IS NULL AND closed_because IS DISTINCT FROM 'stopped'
    ORDER BY at, followup_note.id`;
  return rows.map(({ id: noteId, at: when, author, words }) => ({
    id: noteId,
    at: instantOf(when),
    author: author ?? undefined,
    words,
  }));
};

export const countNotes = async (db: Queries, id: number): Promise<number> => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM followup_note WHERE followup_id = ${id}::integer AND held_until IS NULL`;
  return row?.count ?? 0;
};

export const changesOf = async (db: Queries, id: number): Promise<readonly Change[]> => {
  const rows = await db.$queryRaw<ChangeRow[]>`
    SELECT at, what, detail, CASE WHEN actor_id <> member_id
        THEN (SELECT display_name FROM member WHERE member.id = actor_id) END AS by,
      (SELECT display_name FROM member WHERE member.id = (detail ->> 'to')::integer) AS handed
    FROM followup_change JOIN followup ON followup.id = followup_id
    WHERE followup_id = ${id}::integer ORDER BY at, followup_change.id`;
  return rows.map(changeOf);
};

/** Their sessions with partners, the last ones first. */
export const visitsOf = async (db: Queries, memberId: number, now: Temporal.Instant): Promise<readonly Visit[]> => {
  const rows = await db.$queryRaw<VisitRow[]>`
    SELECT partner_key, coalesce(slot_at, starts_at) AS start, attendance, cancelled_at, answer = 'not_going' AS gave_up
    FROM event_signup JOIN event ON event.id = event_id
    WHERE member_id = ${memberId}::integer AND partner_key IS NOT NULL AND answer IN ('going', 'not_going')
      AND starts_at > ${at(now.subtract({ hours: 24 * 365 }))}
    ORDER BY start DESC LIMIT 20`;
  return rows.map(visitOf);
};
