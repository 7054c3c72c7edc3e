// The only queries of projects. What changes one is a line of the audit log, which says which, and nothing of what it says.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { ShownName } from '../names/model.ts';
import { nameAs } from '../names/rules.ts';
import {
  type Directory,
  type DirectoryWish,
  type Project,
  type ProjectFacts,
  type Visibility,
  visibilities,
} from './model.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

interface ProjectRow {
  readonly id: number;
  readonly number: number;
  readonly owner_id: number;
  readonly display_name: string;
  readonly shown_name: ShownName;
  readonly name: string;
  readonly pitch: string;
  readonly theme: string | null;
  readonly stage: string | null;
  readonly form: string | null;
  readonly district: string | null;
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly visibility: string;
  readonly initiative_id: number | null;
  readonly initiative_number: number | null;
  readonly initiative_title: string | null;
  readonly created_at: Date;
  readonly archived_at: Date | null;
}

const selected = Prisma.sql`
  SELECT project.id, project.number, project.owner_id, member.display_name, member.shown_name, name, pitch, project.theme,
    project.stage, form, project.district, project.needs, project.offers, visibility, initiative_id,
    initiative.number AS initiative_number, initiative.title AS initiative_title, project.created_at, archived_at`;
const joined = Prisma.sql`
  FROM project JOIN member ON member.id = project.owner_id LEFT JOIN initiative ON initiative.id = initiative_id`;

const visibilityOf = (text: string): Visibility => {
  const known = visibilities.find((each) => each === text);
  if (known === undefined) throw new Error(`a project is seen by « ${text} »`);
  return known;
};

const projectOf = (row: ProjectRow): Project => ({
  id: row.id,
  number: row.number,
  ownerId: row.owner_id,
  owner: nameAs(row.display_name, row.shown_name),
  name: row.name,
  pitch: row.pitch,
  theme: row.theme ?? undefined,
  stage: row.stage ?? undefined,
  form: row.form ?? undefined,
  district: row.district ?? undefined,
  needs: row.needs,
  offers: row.offers,
  visibility: visibilityOf(row.visibility),
  initiative:
    row.initiative_id === null || row.initiative_number === null
      ? undefined
      : { id: row.initiative_id, number: row.initiative_number, title: row.initiative_title ?? '' },
  createdAt: instantOf(row.created_at),
  archivedAt: row.archived_at === null ? undefined : instantOf(row.archived_at),
});

const first = async (rows: Promise<readonly ProjectRow[]>): Promise<Project | undefined> => {
  const [row] = await rows;
  return row && projectOf(row);
};

export const projectNumbered = (db: Queries, placeId: string, number: number): Promise<Project | undefined> =>
  first(db.$queryRaw<ProjectRow[]>`
    ${selected} ${joined} WHERE project.place_id = ${placeId} AND project.number = ${number}::integer`);

/** Until the transaction ends, nobody else changes it. */
export const lockedProject = async (db: Queries, placeId: string, number: number): Promise<Project | undefined> => {
  await db.$executeRaw`
    SELECT 1 FROM project WHERE place_id = ${placeId} AND number = ${number}::integer FOR NO KEY UPDATE`;
  return projectNumbered(db, placeId, number);
};

export const projectOfRequest = (db: Queries, placeId: string, requestId: string): Promise<Project | undefined> =>
  first(db.$queryRaw<ProjectRow[]>`
    ${selected} ${joined} WHERE project.place_id = ${placeId} AND project.request_id = ${requestId}`);

/** The first that was made of it. */
export const projectFrom = (db: Queries, placeId: string, initiativeId: number): Promise<Project | undefined> =>
  first(db.$queryRaw<ProjectRow[]>`
    ${selected} ${joined} WHERE project.place_id = ${placeId} AND initiative_id = ${initiativeId}::integer
    ORDER BY project.id LIMIT 1`);

export const projectsWithIds = async (
  db: Queries,
  placeId: string,
  ids: readonly number[],
): Promise<readonly Project[]> => {
  const rows = await db.$queryRaw<ProjectRow[]>`
    ${selected} ${joined} WHERE project.place_id = ${placeId} AND project.id = ANY (${[...ids]}::integer[])`;
  const found = rows.map(projectOf);
  return ids.flatMap((id) => found.filter((each) => each.id === id));
};

/** Those that live first, the last ones first. */
export const projectsOf = async (db: Queries, placeId: string, ownerId: number): Promise<readonly Project[]> => {
  const rows = await db.$queryRaw<ProjectRow[]>`
    ${selected} ${joined} WHERE project.place_id = ${placeId} AND project.owner_id = ${ownerId}::integer
    ORDER BY archived_at IS NOT NULL, project.id DESC`;
  return rows.map(projectOf);
};

interface Eyes {
  readonly placeId: string;
  readonly memberId: number;
  readonly visibilities: readonly Visibility[];
}

/** What they see of what lives, the last ones first. */
export const projectsSeen = async (
  db: Queries,
  { placeId, memberId, visibilities: seen }: Eyes,
  { theme, district, need, offer }: DirectoryWish,
  most: number,
): Promise<Directory> => {
  const rows = await db.$queryRaw<(ProjectRow & { readonly total: number })[]>`
    ${selected}, count(*) OVER ()::integer AS total ${joined}
    WHERE project.place_id = ${placeId} AND archived_at IS NULL
      AND (project.owner_id = ${memberId}::integer OR visibility = ANY (${[...seen]}::text[]))
      ${theme === undefined ? Prisma.empty : Prisma.sql`AND project.theme = ${theme}`}
      ${district === undefined ? Prisma.empty : Prisma.sql`AND project.district = ${district}`}
      ${need === undefined ? Prisma.empty : Prisma.sql`AND ${need} = ANY (project.needs)`}
      ${offer === undefined ? Prisma.empty : Prisma.sql`AND ${offer} = ANY (project.offers)`}
    ORDER BY project.id DESC LIMIT ${most}::integer`;
  return { projects: rows.map(projectOf), count: rows[0]?.total ?? 0 };
};

interface Making {
  readonly placeId: string;
  readonly number: number;
  readonly ownerId: number;
  readonly visibility: Visibility;
  readonly initiativeId: number | undefined;
  readonly requestId: string;
  readonly now: Temporal.Instant;
}

export const insertProject = (db: Queries, facts: ProjectFacts, making: Making): Promise<number> => {
  const { placeId, number, ownerId, visibility, initiativeId, requestId, now } = making;
  return db.$executeRaw`
    WITH made AS (
      INSERT INTO project (place_id, number, owner_id, name, pitch, theme, stage, form, district, needs, offers, visibility,
        initiative_id, created_at, request_id)
      VALUES (${placeId}, ${number}::integer, ${ownerId}::integer, ${facts.name}, ${facts.pitch}, ${facts.theme ?? null},
        ${facts.stage ?? null}, ${facts.form ?? null}, ${facts.district ?? null}, ${[...facts.needs]}::text[],
        ${[...facts.offers]}::text[], ${visibility}, ${initiativeId ?? null}::integer, ${at(now)}, ${requestId})
    )
    ${noted('project.created', { placeId, number, actorId: ownerId, now })}`;
};

interface Changing {
  readonly placeId: string;
  readonly number: number;
  readonly actorId: number;
  readonly now: Temporal.Instant;
}

const noted = (action: string, { placeId, number, actorId, now }: Changing): Prisma.Sql => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  VALUES (${placeId}, ${at(now)}, ${actorId}::integer, ${action}, ${`project ${number}`}, '{}')`;

/** All of it, by whoever locked it. */
export const writeProject = (
  db: Queries,
  project: Pick<Project, 'id' | 'visibility' | 'archivedAt' | 'ownerId'> & ProjectFacts,
  { action, ...by }: Changing & { readonly action: 'changed' | 'visibility' | 'archived' | 'restored' | 'handed' },
): Promise<number> => db.$executeRaw`
  WITH written AS (
    UPDATE project SET name = ${project.name}, pitch = ${project.pitch}, theme = ${project.theme ?? null},
      stage = ${project.stage ?? null}, form = ${project.form ?? null}, district = ${project.district ?? null},
      needs = ${[...project.needs]}::text[], offers = ${[...project.offers]}::text[], visibility = ${project.visibility},
      owner_id = ${project.ownerId}::integer,
      archived_at = ${project.archivedAt?.toString() ?? null}::timestamptz, version = version + 1
    WHERE id = ${project.id}::integer
  )
  ${noted(`project.${action}`, by)}`;
