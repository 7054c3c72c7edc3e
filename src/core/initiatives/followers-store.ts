// The only queries of who follows initiatives, and of who knows them.
import type { Queries } from '../../db/direct.ts';
import type { Following } from './model.ts';
import { at } from './store.ts';

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

/** By name; undefined: they do not, or no longer. */
export const followerNamed = async (
  db: Queries,
  id: number,
  { memberId, kind }: Omit<Follower, 'now'>,
): Promise<string | undefined> => {
  const [row] = await db.$queryRaw<{ display_name: string }[]>`
    SELECT display_name FROM initiative_follower JOIN member ON member.id = member_id
    WHERE initiative_id = ${id}::integer AND member_id = ${memberId}::integer AND kind = ${kind}`;
  return row?.display_name;
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
