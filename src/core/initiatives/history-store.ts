// The only queries of what happened to initiatives, and of what was noted of them.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { Note, Step, StepKind } from './model.ts';
import { at } from './store.ts';

export interface Happened {
  readonly placeId: string;
  readonly number: number;
  readonly authorId: number;
  readonly kind: StepKind;
  readonly detail?: string | undefined;
  readonly now: Temporal.Instant;
}

/** With its line of the audit log. Its own number. */
export const insertStep = async (
  db: Queries,
  id: number,
  { placeId, number, authorId, kind, detail, now }: Happened,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH step AS (
      INSERT INTO initiative_step (initiative_id, at, author_id, kind, detail)
      VALUES (${id}::integer, ${at(now)}, ${authorId}::integer, ${kind}, ${detail ?? null}) RETURNING id
    ), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      VALUES (${placeId}, ${at(now)}, ${authorId}::integer, ${`initiative.${kind}`}, ${`initiative ${number}`}, '{}')
    )
    SELECT id FROM step`;
  if (!row) throw new Error(`nothing was written of initiative ${number}`);
  return row.id;
};

export interface Move extends Pick<Step, 'kind' | 'detail'> {
  readonly initiativeId: number;
  /** Nothing of this kind happened to it since. */
  readonly isLast: boolean;
}

export const moveWithId = async (db: Queries, placeId: string, stepId: number): Promise<Move | undefined> => {
  const [row] = await db.$queryRaw<
    { initiative_id: number; kind: StepKind; detail: string | null; is_last: boolean }[]
  >`
    SELECT initiative_id, kind, detail, NOT EXISTS (
        SELECT FROM initiative_step AS later
        WHERE later.initiative_id = step.initiative_id AND later.kind = step.kind AND later.id > step.id
      ) AS is_last
    FROM initiative_step AS step JOIN initiative ON initiative.id = initiative_id
    WHERE step.id = ${stepId}::integer AND place_id = ${placeId}`;
  return (
    row && { initiativeId: row.initiative_id, kind: row.kind, detail: row.detail ?? undefined, isLast: row.is_last }
  );
};

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

export const nameOfMember = async (db: Queries, memberId: number | undefined): Promise<string | undefined> => {
  if (memberId === undefined) return undefined;
  const [row] = await db.$queryRaw<{ display_name: string }[]>`
    SELECT display_name FROM member WHERE id = ${memberId}::integer`;
  return row?.display_name;
};
