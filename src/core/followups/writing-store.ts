// What changes a follow-up: each change is a line of its history, and of the audit log, in the same transaction.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Followup, FollowupAct } from './model.ts';
import { isSo } from './rules.ts';
import { at, type Looking } from './store.ts';

/** Locked until the transaction ends: of two who act at once, the second sees what the first did. */
export const lockFollowup = (tx: Queries, placeId: string, id: number): Promise<number> =>
  tx.$executeRaw`SELECT 1 FROM followup WHERE id = ${id}::integer AND place_id = ${placeId} FOR NO KEY UPDATE`;

interface Written {
  readonly set: Prisma.Sql;
  readonly what: string;
  readonly detail: object;
}

const writtenOf = (act: FollowupAct, now: Temporal.Instant): Written => {
  switch (act.act) {
    case 'state':
      return {
        set: Prisma.sql`state = ${act.state}, closed_at = NULL, closed_because = NULL`,
        what: 'state',
        detail: { state: act.state },
      };
    case 'close':
      return {
        set: Prisma.sql`state = 'closed', closed_at = ${at(now)}, closed_because = ${act.because}, next_step = NULL,
          next_due = NULL`,
        what: 'state',
        detail: { state: 'closed', because: act.because },
      };
    case 'plan': {
      const due = act.step.due?.toString();
      return {
        set: Prisma.sql`next_step = ${act.step.words}, next_due = ${due ?? null}`,
        what: 'step',
        detail: { due, isSet: true },
      };
    }
    case 'done':
      return { set: Prisma.sql`next_step = NULL, next_due = NULL`, what: 'step', detail: { isSet: false } };
    case 'hand':
      return { set: Prisma.sql`follower_id = ${act.to}::integer`, what: 'handed', detail: { to: act.to } };
  }
};

/** False: it is so already. */
export const writeAct = async (
  tx: Queries,
  { placeId, actorId, now }: Looking,
  file: Followup,
  act: FollowupAct,
): Promise<boolean> => {
  if (isSo(file, act)) return false;
  const { set, what, detail } = writtenOf(act, now);
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE followup SET ${set}, version = version + 1 WHERE id = ${file.id}::integer RETURNING id
    ), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT ${placeId}, ${at(now)}, ${actorId}::integer, ${`followup.${act.act}`}, 'followup ' || id, '{}' FROM changed
    )
    INSERT INTO followup_change (followup_id, at, actor_id, what, detail)
    SELECT id, ${at(now)}, ${actorId}::integer, ${what}, ${JSON.stringify(detail)}::jsonb FROM changed`;
  return true;
};

/** What they had asked for is answered: they were contacted, or what they asked about is closed. */
export const answerWishes = (tx: Queries, memberId: number, { actorId, now }: Looking): Promise<number> =>
  tx.$executeRaw`
    UPDATE orientation_contact SET handled_at = ${at(now)}, handled_by = ${actorId}::integer
    WHERE member_id = ${memberId}::integer AND handled_at IS NULL`;

interface Noting {
  readonly id: number;
  readonly words: string;
  readonly requestId: string;
  /** Undefined: it is written for good. */
  readonly heldUntil: Temporal.Instant | undefined;
}

const noted = ({ placeId, actorId, now }: Looking): Prisma.Sql => Prisma.sql`
  history AS (
    INSERT INTO followup_change (followup_id, at, actor_id, what)
    SELECT followup_id, ${at(now)}, ${actorId}::integer, 'note' FROM note WHERE held_until IS NULL
  ), logged AS (
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT ${placeId}, ${at(now)}, ${actorId}::integer, 'followup.note', 'followup ' || followup_id, '{}'
    FROM note WHERE held_until IS NULL
  )`;

/** Its number; that of the first when the same request comes again. */
export const insertNote = async (
  db: Queries,
  looking: Looking,
  { id, words, requestId, heldUntil }: Noting,
): Promise<number> => {
  const [made] = await db.$queryRaw<{ id: number }[]>`
    WITH note AS (
      INSERT INTO followup_note (followup_id, author_id, at, words, request_id, held_until)
      VALUES (${id}::integer, ${looking.actorId}::integer, ${at(looking.now)}, ${words}, ${requestId},
        ${heldUntil?.toString() ?? null}::timestamptz)
      ON CONFLICT (request_id) DO NOTHING RETURNING id, followup_id, held_until
    ), ${noted(looking)}
    SELECT id FROM note`;
  if (made) return made.id;
  // Asked apart: what another wrote at the same moment is not seen by the statement that met it.
  const [known] = await db.$queryRaw<{ id: number }[]>`SELECT id FROM followup_note WHERE request_id = ${requestId}`;
  if (!known) throw new Error('a note was neither written nor found');
  return known.id;
};

export interface HeldNote {
  readonly id: number;
  readonly followupId: number;
  readonly words: string;
}

/** Its author’s alone, while it is held. */
export const heldNote = async (
  db: Queries,
  { placeId, actorId, now }: Looking,
  id: number,
): Promise<HeldNote | undefined> => {
  const [row] = await db.$queryRaw<{ id: number; followup_id: number; words: string }[]>`
    SELECT followup_note.id, followup_id, words FROM followup_note JOIN followup ON followup.id = followup_id
    WHERE followup_note.id = ${id}::integer AND place_id = ${placeId} AND author_id = ${actorId}::integer
      AND held_until > ${at(now)}`;
  return row && { id: row.id, followupId: row.followup_id, words: row.words };
};

/** With these words: as typed, or without some. False: it was settled already. */
export const keepNote = async (db: Queries, looking: Looking, id: number, words: string): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH note AS (
      UPDATE followup_note SET words = ${words}, held_until = NULL, at = ${at(looking.now)}
      WHERE id = ${id}::integer AND held_until > ${at(looking.now)} RETURNING id, followup_id, held_until
    ), ${noted(looking)}
    SELECT id FROM note`;
  return rows.length > 0;
};
