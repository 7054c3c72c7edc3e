// The only queries of what happened to initiatives, of what was noted of them, and of who follows or knows them.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { Following, Note, Step, StepKind } from './model.ts';
import { at } from './store.ts';

interface Happened {
  readonly placeId: string;
  readonly number: number;
  readonly authorId: number;
  readonly kind: StepKind;
  readonly detail?: string | undefined;
  readonly now: Temporal.Instant;
}

/** With its line of the audit log. */
export const insertStep = (
  db: Queries,
  id: number,
  { placeId, number, authorId, kind, detail, now }: Happened,
): Promise<number> => db.$executeRaw`
  WITH step AS (
    INSERT INTO initiative_step (initiative_id, at, author_id, kind, detail)
    VALUES (${id}::integer, ${at(now)}, ${authorId}::integer, ${kind}, ${detail ?? null})
  )
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  VALUES (${placeId}, ${at(now)}, ${authorId}::integer, ${`initiative.${kind}`}, ${`initiative ${number}`}, '{}')`;

interface StepRow {
  readonly at: Date;
  readonly number: number;
  readonly author: string | null;
  readonly kind: StepKind;
  readonly detail: string | null;
}

/** Of it, and of those that were merged into it. A hand-over names whom by their member's number: names change. */
export const stepsOf = async (db: Queries, id: number): Promise<readonly Step[]> => {
  const rows = await db.$queryRaw<StepRow[]>`
    SELECT at, number, author.display_name AS author, kind,
      CASE WHEN kind = 'handed' THEN (SELECT display_name FROM member WHERE id::text = detail) ELSE detail END AS detail
    FROM initiative_step AS step JOIN initiative ON initiative.id = step.initiative_id
    LEFT JOIN member AS author ON author.id = step.author_id
    WHERE initiative.id = ${id}::integer OR initiative.merged_into = ${id}::integer ORDER BY at, step.id`;
  return rows.map(({ at: when, author, detail, ...row }) => ({
    ...row,
    at: instantOf(when),
    author: author ?? undefined,
    detail: detail ?? undefined,
  }));
};

export const insertNote = (
  db: Queries,
  id: number,
  { authorId, words, now }: { readonly authorId: number; readonly words: string; readonly now: Temporal.Instant },
): Promise<number> => db.$executeRaw`
  INSERT INTO initiative_note (initiative_id, at, author_id, words)
  VALUES (${id}::integer, ${at(now)}, ${authorId}::integer, ${words})`;

export const notesOf = async (db: Queries, id: number): Promise<readonly Note[]> => {
  const rows = await db.$queryRaw<{ at: Date; author: string | null; words: string }[]>`
    SELECT at, display_name AS author, words FROM initiative_note AS note
    JOIN initiative ON initiative.id = note.initiative_id LEFT JOIN member ON member.id = note.author_id
    WHERE initiative.id = ${id}::integer OR initiative.merged_into = ${id}::integer ORDER BY at, note.id`;
  return rows.map(({ at: when, author, words }) => ({ at: instantOf(when), author: author ?? undefined, words }));
};

interface Follower {
  readonly memberId: number;
  readonly kind: Following;
  readonly now: Temporal.Instant;
}

/** False: they did already. Its card counts them. */
export const insertFollower = async (db: Queries, id: number, { memberId, kind, now }: Follower): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH added AS (
      INSERT INTO initiative_follower (initiative_id, member_id, kind, at)
      VALUES (${id}::integer, ${memberId}::integer, ${kind}, ${at(now)}) ON CONFLICT DO NOTHING RETURNING initiative_id
    ), shown AS (
      UPDATE initiative SET version = version + 1 FROM added WHERE id = added.initiative_id
    )
    SELECT 1 FROM added`;
  return rows.length > 0;
};

/** False: they did not. */
export const deleteFollower = async (
  db: Queries,
  id: number,
  { memberId, kind }: Omit<Follower, 'now'>,
): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH gone AS (
      DELETE FROM initiative_follower WHERE initiative_id = ${id}::integer AND member_id = ${memberId}::integer
        AND kind = ${kind} RETURNING initiative_id
    ), shown AS (
      UPDATE initiative SET version = version + 1 FROM gone WHERE id = gone.initiative_id
    )
    SELECT 1 FROM gone`;
  return rows.length > 0;
};

export const followersOf = async (
  db: Queries,
  id: number,
  kind: Following,
): Promise<readonly { readonly memberId: number; readonly name: string }[]> => {
  const rows = await db.$queryRaw<{ member_id: number; display_name: string }[]>`
    SELECT member_id, display_name FROM initiative_follower JOIN member ON member.id = member_id
    WHERE initiative_id = ${id}::integer AND kind = ${kind} ORDER BY at, member_id`;
  return rows.map(({ member_id, display_name }) => ({ memberId: member_id, name: display_name }));
};

/** Who knows it, by name: that someone of the team looked is written down. */
export const acquaintedWith = async (
  db: Queries,
  id: number,
  look: { readonly placeId: string; readonly number: number; readonly actorId: number; readonly now: Temporal.Instant },
): Promise<readonly string[]> => {
  const people = await followersOf(db, id, 'knows');
  if (people.length > 0) {
    await db.$executeRaw`
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      VALUES (${look.placeId}, ${at(look.now)}, ${look.actorId}::integer, 'initiative.names_seen',
        ${`initiative ${look.number}`}, '{}')`;
  }
  return people.map(({ name }) => name);
};

export const nameOfMember = async (db: Queries, memberId: number | undefined): Promise<string | undefined> => {
  if (memberId === undefined) return undefined;
  const [row] = await db.$queryRaw<{ display_name: string }[]>`
    SELECT display_name FROM member WHERE id = ${memberId}::integer`;
  return row?.display_name;
};
