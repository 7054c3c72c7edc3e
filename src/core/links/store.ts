// The only queries that change links. Every state is left by one statement that says from which: of two who try, one does. What
// changes one is a line of the audit log, which says which, and nothing of what is in it.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Reason, SheetRef } from '../synergies/model.ts';
import type { Answer, Closing, Link, Outcome, Side } from './model.ts';
import { at, idIn, linkNumbered } from './reading-store.ts';

const noted = (
  action: string,
  {
    from,
    actorId,
    now,
  }: { readonly from: string; readonly actorId: number | undefined; readonly now: Temporal.Instant },
): Prisma.Sql => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${at(now)}, ${actorId ?? null}::integer, ${`link.${action}`}, 'link ' || id, '{}' FROM ${Prisma.raw(from)}`;

/** Until the transaction ends, nobody else changes it. */
export const lockedLink = async (db: Queries, placeId: string, id: number): Promise<Link | undefined> => {
  await db.$executeRaw`SELECT 1 FROM link WHERE id = ${id}::integer AND place_id = ${placeId} FOR NO KEY UPDATE`;
  return linkNumbered(db, placeId, id);
};

export interface Proposing {
  readonly placeId: string;
  /** In the order in which a pair is kept. */
  readonly first: SheetRef;
  readonly second: SheetRef;
  readonly reasons: readonly Reason[];
  readonly proposedBy: number;
  readonly now: Temporal.Instant;
}

/**
 * The pair of that moment; one that nobody refused, and that came to nothing, may be proposed again. Undefined: it is under way,
 * was introduced, or was refused.
 */
export const insertLink = async (
  tx: Queries,
  { placeId, first, second, reasons, proposedBy, now }: Proposing,
): Promise<number | undefined> => {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    WITH made AS (
      INSERT INTO link (place_id, first_initiative_id, first_project_id, second_initiative_id, second_project_id, reasons,
        proposed_by, proposed_at)
      VALUES (${placeId}, ${idIn(first, 'initiative')}::integer, ${idIn(first, 'project')}::integer,
        ${idIn(second, 'initiative')}::integer, ${idIn(second, 'project')}::integer, ${JSON.stringify(reasons)}::jsonb,
        ${proposedBy}::integer, ${at(now)})
      ON CONFLICT (coalesce(first_initiative_id, 0), coalesce(first_project_id, 0), coalesce(second_initiative_id, 0),
        coalesce(second_project_id, 0))
      DO UPDATE SET reasons = excluded.reasons, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at,
        first_answer = NULL, first_answered_at = NULL, first_answered_by = NULL, first_contact = NULL,
        second_answer = NULL, second_answered_at = NULL, second_answered_by = NULL, second_contact = NULL,
        closed_at = NULL, closed_because = NULL
      WHERE link.closed_because IN ('withdrawn', 'unanswered', 'gone')
      RETURNING id, place_id
    ), logged AS (${noted('proposed', { from: 'made', actorId: proposedBy, now })})
    SELECT id FROM made`;
  return row?.id;
};

interface Answering {
  readonly id: number;
  readonly side: Side;
  readonly answer: Answer;
  readonly contact: string | undefined;
  readonly by: number;
  readonly now: Temporal.Instant;
}

/** By whoever locked it. */
export const writeAnswer = (tx: Queries, { id, side, answer, contact, by, now }: Answering): Promise<number> => {
  const column = (name: string) => Prisma.raw(`${side}_${name}`);
  return tx.$executeRaw`
    WITH changed AS (
      UPDATE link SET ${column('answer')} = ${answer}, ${column('answered_at')} = ${at(now)},
        ${column('answered_by')} = ${by}::integer, ${column('contact')} = ${contact ?? null}
      WHERE id = ${id}::integer AND closed_at IS NULL AND introduced_at IS NULL RETURNING id, place_id
    ) ${noted(answer === 'yes' ? 'agreed' : 'refused', { from: 'changed', actorId: by, now })}`;
};

/** What was typed to be reached by is forgotten with it. False: it had ended, or led to an introduction. */
export const closeLink = async (
  tx: Queries,
  id: number,
  { because, by, now }: { readonly because: Closing; readonly by: number | undefined; readonly now: Temporal.Instant },
): Promise<boolean> => {
  const rows = await tx.$executeRaw`
    WITH changed AS (
      UPDATE link SET closed_at = ${at(now)}, closed_because = ${because}, first_contact = NULL, second_contact = NULL
      WHERE id = ${id}::integer AND closed_at IS NULL AND introduced_at IS NULL RETURNING id, place_id
    ) ${noted('closed', { from: 'changed', actorId: by, now })}`;
  return rows > 0;
};

/** False: someone did it, or one of the two no longer agrees. */
export const writeIntroduced = async (
  tx: Queries,
  id: number,
  { now, askAt }: { readonly now: Temporal.Instant; readonly askAt: Temporal.Instant },
): Promise<boolean> => {
  const rows = await tx.$executeRaw`
    WITH changed AS (
      UPDATE link SET introduced_at = ${at(now)}, ask_at = ${at(askAt)}
      WHERE id = ${id}::integer AND introduced_at IS NULL AND closed_at IS NULL AND first_answer = 'yes'
        AND second_answer = 'yes' RETURNING id, place_id
    ) ${noted('introduced', { from: 'changed', actorId: undefined, now })}`;
  return rows > 0;
};

/** The first answer holds. */
export const writeOutcome = (
  tx: Queries,
  id: number,
  { outcome, by, now }: { readonly outcome: Outcome; readonly by: number; readonly now: Temporal.Instant },
): Promise<number> =>
  tx.$executeRaw`
    WITH changed AS (
      UPDATE link SET outcome = ${outcome}, outcome_at = ${at(now)}
      WHERE id = ${id}::integer AND introduced_at IS NOT NULL AND outcome IS NULL RETURNING id, place_id
    ) ${noted('outcome', { from: 'changed', actorId: by, now })}`;

export const askAgain = (tx: Queries, id: number, askAt: Temporal.Instant): Promise<number> =>
  tx.$executeRaw`
    UPDATE link SET ask_at = ${at(askAt)} WHERE id = ${id}::integer AND introduced_at IS NOT NULL AND outcome IS NULL`;

export const forgetContacts = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE link SET first_contact = NULL, second_contact = NULL
    WHERE place_id = ${placeId} AND introduced_at < ${at(before)} AND num_nonnulls(first_contact, second_contact) > 0`;
