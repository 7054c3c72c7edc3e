// The mirrors' only queries. Who holds one is decided by the database's own clock: it is the same for all instances.
import type { Queries } from '../../db/direct.ts';
import type { MirrorAt, Mirrored } from './model.ts';

/** Long enough for one call, however long the platform makes it wait. */
const HELD_MINUTES = 5;

/** Its number, when it is now held by that holder; undefined: another one holds it. Asked again, it is held for longer. */
export const hold = async (
  db: Queries,
  { placeId, platform, workspace }: MirrorAt,
  holder: string,
): Promise<number | undefined> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO mirror AS known (place_id, platform, workspace, holder, held_until)
    VALUES (${placeId}, ${platform}, ${workspace}, ${holder}, now() + make_interval(mins => ${HELD_MINUTES}::integer))
    ON CONFLICT (place_id, platform, workspace) DO UPDATE
      SET holder = excluded.holder, held_until = excluded.held_until
      WHERE known.holder IS NULL OR known.holder = excluded.holder OR known.held_until < now()
    RETURNING id`;
  return row?.id;
};

export const letGo = async (db: Queries, id: number, holder: string): Promise<void> => {
  await db.$executeRaw`
    UPDATE mirror SET holder = NULL, held_until = NULL WHERE id = ${id}::integer AND holder = ${holder}`;
};

export const mirroredIn = async (db: Queries, id: number): Promise<readonly Mirrored[]> => {
  const rows = await db.$queryRaw<{ event_id: number; reference: string }[]>`
    SELECT event_id, reference FROM mirrored WHERE mirror_id = ${id}::integer`;
  return rows.map(({ event_id, reference }) => ({ eventId: event_id, reference }));
};

export const keepMirrored = async (db: Queries, id: number, { eventId, reference }: Mirrored): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO mirrored (mirror_id, event_id, reference) VALUES (${id}::integer, ${eventId}::integer, ${reference})
    ON CONFLICT (mirror_id, event_id) DO UPDATE SET reference = excluded.reference`;
};

export const forgetMirrored = async (db: Queries, id: number, reference: string): Promise<void> => {
  await db.$executeRaw`DELETE FROM mirrored WHERE mirror_id = ${id}::integer AND reference = ${reference}`;
};

/** Whether that is news. */
export const markRefused = async (db: Queries, id: number, now: Temporal.Instant): Promise<boolean> => {
  const changed = await db.$executeRaw`
    UPDATE mirror SET refused_at = ${now.toString()}::timestamptz WHERE id = ${id}::integer AND refused_at IS NULL`;
  return changed > 0;
};

export const markAllowed = async (db: Queries, id: number): Promise<void> => {
  await db.$executeRaw`UPDATE mirror SET refused_at = NULL WHERE id = ${id}::integer AND refused_at IS NOT NULL`;
};

export const refusedMirrors = (
  db: Queries,
  placeId: string,
): Promise<readonly { readonly id: number; readonly since: Date }[]> =>
  db.$queryRaw`
    SELECT id, refused_at AS since FROM mirror WHERE place_id = ${placeId} AND refused_at IS NOT NULL ORDER BY id`;
