// The pages' only queries.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { HomeAt } from './model.ts';

const isHome = ({ placeId, platform, workspace, userId }: HomeAt): Prisma.Sql =>
  Prisma.sql`place_id = ${placeId} AND platform = ${platform} AND workspace = ${workspace} AND user_id = ${userId}`;

export const writeOpened = async (db: Queries, at: HomeAt, now: Temporal.Instant): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO home (place_id, platform, workspace, user_id, opened_at)
    VALUES (${at.placeId}, ${at.platform}, ${at.workspace}, ${at.userId}, ${now.toString()}::timestamptz)
    ON CONFLICT (place_id, platform, workspace, user_id) DO UPDATE SET opened_at = excluded.opened_at`;
};

export const shownIn = async (db: Queries, at: HomeAt): Promise<string | undefined> => {
  const [row] = await db.$queryRaw<{ shown: string | null }[]>`SELECT shown FROM home WHERE ${isHome(at)}`;
  return row?.shown ?? undefined;
};

export const writeShown = async (db: Queries, at: HomeAt, shown: string): Promise<void> => {
  await db.$executeRaw`UPDATE home SET shown = ${shown} WHERE ${isHome(at)}`;
};

export const forgetHome = async (db: Queries, at: HomeAt): Promise<void> => {
  await db.$executeRaw`DELETE FROM home WHERE ${isHome(at)}`;
};

/** Nobody looks at them any more. */
export const forgetHomesBefore = async (
  db: Queries,
  placeId: string,
  openedBefore: Temporal.Instant,
): Promise<void> => {
  await db.$executeRaw`
    DELETE FROM home WHERE place_id = ${placeId} AND opened_at < ${openedBefore.toString()}::timestamptz`;
};

interface HomeRow {
  readonly place_id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly user_id: string;
}

/** Each once, and given to one instance. */
export const takeMoved = async (
  db: Queries,
  placeId: string,
  platforms: readonly string[],
): Promise<readonly HomeAt[]> => {
  const rows = await db.$queryRaw<HomeRow[]>`
    WITH moved AS (
      DELETE FROM home_change USING home
      WHERE home.id = home_id AND place_id = ${placeId} AND platform = ANY (${[...platforms]}::text[])
      RETURNING home_id
    )
    SELECT place_id, platform, workspace, user_id FROM home
    WHERE id IN (SELECT home_id FROM moved) ORDER BY id`;
  return rows.map(({ place_id, platform, workspace, user_id }) => ({
    placeId: place_id,
    platform,
    workspace,
    userId: user_id,
  }));
};

export const moveAgain = async (db: Queries, at: HomeAt): Promise<void> => {
  await db.$executeRaw`INSERT INTO home_change (home_id) SELECT id FROM home WHERE ${isHome(at)}`;
};
