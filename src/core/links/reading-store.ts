// The only queries that read links.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { SheetRef } from '../synergies/model.ts';
import type { Link, LinkCounts, Side } from './model.ts';
import { type LinkRow, linkColumns, linkOf } from './rows.ts';

export const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export const idIn = ({ kind, id }: SheetRef, wanted: SheetRef['kind']): number | null => (kind === wanted ? id : null);

export const linkNumbered = async (db: Queries, placeId: string, id: number): Promise<Link | undefined> => {
  const [row] = await db.$queryRaw<LinkRow[]>`
    SELECT ${linkColumns} FROM link WHERE id = ${id}::integer AND place_id = ${placeId}`;
  return row && linkOf(row);
};

export const linkOfPair = async (
  db: Queries,
  placeId: string,
  first: SheetRef,
  second: SheetRef,
): Promise<Link | undefined> => {
  const [row] = await db.$queryRaw<LinkRow[]>`
    SELECT ${linkColumns} FROM link WHERE place_id = ${placeId}
      AND first_initiative_id IS NOT DISTINCT FROM ${idIn(first, 'initiative')}::integer
      AND first_project_id IS NOT DISTINCT FROM ${idIn(first, 'project')}::integer
      AND second_initiative_id IS NOT DISTINCT FROM ${idIn(second, 'initiative')}::integer
      AND second_project_id IS NOT DISTINCT FROM ${idIn(second, 'project')}::integer`;
  return row && linkOf(row);
};

/** With whom it is linked, waits, or was refused: not to be proposed again. */
export const settledWith = async (
  db: Queries,
  placeId: string,
  { kind, id }: SheetRef,
): Promise<readonly SheetRef[]> => {
  const own = (side: Side) => Prisma.sql`${Prisma.raw(`${side}_${kind}_id`)} = ${id}::integer`;
  const rows = await db.$queryRaw<{ kind: SheetRef['kind']; id: number }[]>`
    SELECT CASE WHEN initiative_id IS NULL THEN 'project' ELSE 'initiative' END AS kind,
      coalesce(initiative_id, project_id) AS id
    FROM (
      SELECT second_initiative_id AS initiative_id, second_project_id AS project_id, closed_because, place_id
      FROM link WHERE ${own('first')}
      UNION ALL
      SELECT first_initiative_id, first_project_id, closed_because, place_id FROM link WHERE ${own('second')}
    ) AS other
    WHERE place_id = ${placeId} AND (closed_because IS NULL OR closed_because = 'refused')`;
  return rows;
};

/** Those that lead to something still to be said, the oldest first. */
export const pendingLinks = async (db: Queries, placeId: string): Promise<readonly Link[]> => {
  const rows = await db.$queryRaw<LinkRow[]>`
    SELECT ${linkColumns} FROM link WHERE place_id = ${placeId} AND introduced_at IS NULL AND closed_at IS NULL ORDER BY id`;
  return rows.map(linkOf);
};

/** Of which both are to be asked what became of it. */
export const linksToAsk = async (db: Queries, placeId: string, now: Temporal.Instant): Promise<readonly Link[]> => {
  const rows = await db.$queryRaw<LinkRow[]>`
    SELECT ${linkColumns} FROM link
    WHERE place_id = ${placeId} AND introduced_at IS NOT NULL AND outcome IS NULL AND ask_at <= ${at(now)}
      AND ask_at > ${at(now)} - interval '15 days' ORDER BY id`;
  return rows.map(linkOf);
};

/** Someone’s, whatever became of them, the last ones first. */
export const linksOf = async (db: Queries, placeId: string, memberId: number): Promise<readonly Link[]> => {
  const rows = await db.$queryRaw<LinkRow[]>`
    SELECT ${linkColumns} FROM link
    WHERE place_id = ${placeId} AND (
      first_initiative_id IN (SELECT id FROM initiative WHERE owner_id = ${memberId}::integer)
      OR second_initiative_id IN (SELECT id FROM initiative WHERE owner_id = ${memberId}::integer)
      OR first_project_id IN (SELECT id FROM project WHERE owner_id = ${memberId}::integer)
      OR second_project_id IN (SELECT id FROM project WHERE owner_id = ${memberId}::integer))
    ORDER BY proposed_at DESC, id DESC LIMIT 50`;
  return rows.map(linkOf);
};

interface Days {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

export const proposedIn = async (db: Queries, placeId: string, { start, end }: Days): Promise<readonly Link[]> => {
  const rows = await db.$queryRaw<LinkRow[]>`
    SELECT ${linkColumns} FROM link
    WHERE place_id = ${placeId} AND proposed_at >= ${at(start)} AND proposed_at < ${at(end)} ORDER BY proposed_at, id`;
  return rows.map(linkOf);
};

export const countsIn = async (db: Queries, placeId: string, { start, end }: Days): Promise<LinkCounts> => {
  const within = (column: string) =>
    Prisma.sql`${Prisma.raw(column)} >= ${at(start)} AND ${Prisma.raw(column)} < ${at(end)}`;
  const [row] = await db.$queryRaw<LinkCounts[]>`
    SELECT count(*) FILTER (WHERE ${within('proposed_at')})::integer AS proposed,
      count(*) FILTER (WHERE ${within('introduced_at')})::integer AS introduced,
      count(*) FILTER (WHERE outcome = 'done' AND ${within('outcome_at')})::integer AS done,
      count(*) FILTER (WHERE outcome = 'none' AND ${within('outcome_at')})::integer AS none,
      count(*) FILTER (WHERE closed_because = 'refused' AND ${within('closed_at')})::integer AS refused
    FROM link WHERE place_id = ${placeId}`;
  if (!row) throw new Error('links were counted, and there is no count');
  return row;
};
