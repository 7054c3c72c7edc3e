// The only queries of initiatives themselves; what happened to them is in history-store.ts.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Filter, Initiative, Noting, Sketch } from './model.ts';
import { type InitiativeRow, initiativeColumns, initiativeOf } from './rows.ts';

export const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export const initiativeNumbered = async (
  db: Queries,
  placeId: string,
  number: number,
): Promise<Initiative | undefined> => {
  const [row] = await db.$queryRaw<InitiativeRow[]>`
    SELECT ${initiativeColumns} FROM initiative WHERE place_id = ${placeId} AND number = ${number}::integer`;
  return row && initiativeOf(row);
};

export const initiativeWithId = async (db: Queries, placeId: string, id: number): Promise<Initiative | undefined> => {
  const [row] = await db.$queryRaw<InitiativeRow[]>`
    SELECT ${initiativeColumns} FROM initiative WHERE place_id = ${placeId} AND id = ${id}::integer`;
  return row && initiativeOf(row);
};

export const initiativesWithIds = async (
  db: Queries,
  placeId: string,
  ids: readonly number[],
): Promise<readonly Initiative[]> => {
  const rows = await db.$queryRaw<InitiativeRow[]>`
    SELECT ${initiativeColumns} FROM initiative WHERE place_id = ${placeId} AND id = ANY (${[...ids]}::integer[])`;
  const found = rows.map(initiativeOf);
  return ids.flatMap((id) => found.filter((each) => each.id === id));
};

export const idOfRequest = async (db: Queries, placeId: string, requestId: string): Promise<number | undefined> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM initiative WHERE place_id = ${placeId} AND request_id = ${requestId}`;
  return row?.id;
};

/** Until the transaction ends, nobody else changes it. By id, so that two who merge each into the other wait in order. */
export const lock = (db: Queries, ids: readonly number[]): Promise<number> =>
  db.$executeRaw`SELECT 1 FROM initiative WHERE id = ANY (${[...ids]}::integer[]) ORDER BY id FOR NO KEY UPDATE`;

interface Written {
  readonly placeId: string;
  readonly number: number;
  readonly authorId: number;
  readonly now: Temporal.Instant;
  readonly objectives: readonly string[];
}

export const insertInitiative = async (
  db: Queries,
  { sketch, sourceLink, requestId }: Pick<Noting, 'sketch' | 'sourceLink' | 'requestId'>,
  { placeId, number, authorId, now, objectives }: Written,
): Promise<number> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO initiative (place_id, number, title, summary, district, theme, stage, people, needs, offers, objectives,
      owner_id, created_by, source_link, created_at, news_at, request_id)
    VALUES (${placeId}, ${number}::integer, ${sketch.title}, ${sketch.summary}, ${sketch.district ?? null},
      ${sketch.theme ?? null}, ${sketch.stage ?? null}, ${sketch.people ?? null}::integer, ${[...sketch.needs]}::text[],
      ${[...sketch.offers]}::text[], ${[...objectives]}::text[], ${authorId}::integer, ${authorId}::integer,
      ${sourceLink ?? null}, ${at(now)}, ${at(now)}, ${requestId})
    RETURNING id`;
  if (!row) throw new Error('an initiative was not written');
  return row.id;
};

type Changeable = Sketch & Pick<Initiative, 'objectives' | 'agreement' | 'state' | 'ownerId'>;

/** All of it, by whoever locked it: there is news. */
export const writeInitiative = (db: Queries, id: number, one: Changeable, now: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE initiative SET title = ${one.title}, summary = ${one.summary}, district = ${one.district ?? null},
      theme = ${one.theme ?? null}, stage = ${one.stage ?? null}, people = ${one.people ?? null}::integer,
      needs = ${[...one.needs]}::text[], offers = ${[...one.offers]}::text[], objectives = ${[...one.objectives]}::text[],
      contact_agreement = ${one.agreement}, state = ${one.state}, owner_id = ${one.ownerId ?? null}::integer,
      news_at = ${at(now)}, version = version + 1
    WHERE id = ${id}`;

/** Those that were merged into it before follow it; so do their people. */
export const writeMerged = async (db: Queries, id: number, into: number): Promise<void> => {
  await db.$executeRaw`
    UPDATE initiative SET merged_into = ${into}::integer, version = version + 1
    WHERE id = ${id}::integer OR merged_into = ${id}::integer`;
  await db.$executeRaw`
    INSERT INTO initiative_follower (initiative_id, member_id, kind, at)
    SELECT ${into}::integer, member_id, kind, at FROM initiative_follower WHERE initiative_id = ${id}::integer
    ON CONFLICT DO NOTHING`;
};

/** Latest news first; those that were merged are in the other. */
export const initiativesLike = async (
  db: Queries,
  placeId: string,
  { states, district, theme, ownerId }: Filter,
  most: number,
): Promise<{ readonly all: readonly Initiative[]; readonly count: number }> => {
  const rows = await db.$queryRaw<(InitiativeRow & { readonly total: number })[]>`
    SELECT ${initiativeColumns}, count(*) OVER ()::integer AS total FROM initiative
    WHERE place_id = ${placeId} AND merged_into IS NULL
      ${states ? Prisma.sql`AND state = ANY (${[...states]}::text[])` : Prisma.empty}
      ${district === undefined ? Prisma.empty : Prisma.sql`AND district = ${district}`}
      ${theme === undefined ? Prisma.empty : Prisma.sql`AND theme = ${theme}`}
      ${ownerId === undefined ? Prisma.empty : Prisma.sql`AND owner_id = ${ownerId}::integer`}
    ORDER BY news_at DESC, id DESC LIMIT ${most}::integer`;
  return { all: rows.map(initiativeOf), count: rows[0]?.total ?? 0 };
};

/** Nobody had news of them since, and someone follows them. */
export const silentSince = async (
  db: Queries,
  placeId: string,
  before: Temporal.Instant,
): Promise<readonly Initiative[]> => {
  const rows = await db.$queryRaw<InitiativeRow[]>`
    SELECT ${initiativeColumns} FROM initiative
    WHERE place_id = ${placeId} AND merged_into IS NULL AND news_at <= ${at(before)}
      AND state IN ('spotted', 'met', 'accompanied') AND owner_id IS NOT NULL ORDER BY id`;
  return rows.map(initiativeOf);
};
