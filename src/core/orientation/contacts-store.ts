// The only queries of those who ask to be contacted. Who sees their names, and who answers them, is a line of the audit log.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { ContactRequest, ContactWish } from './model.ts';

interface Asked {
  readonly placeId: string;
  readonly memberId: number;
  readonly wish: ContactWish;
  readonly now: Temporal.Instant;
}

const at = (instant: Temporal.Instant): string => instant.toString();

/** Its number; undefined when they have asked for it already, and wait. */
export const insertContact = async (
  db: Queries,
  { placeId, memberId, wish, now }: Asked,
): Promise<number | undefined> => {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO orientation_contact (place_id, member_id, wish, consented_at)
    VALUES (${placeId}, ${memberId}, ${wish}, ${at(now)}::timestamptz)
    ON CONFLICT (member_id, wish) WHERE handled_at IS NULL DO NOTHING RETURNING id`;
  return row?.id;
};

interface Looking {
  readonly placeId: string;
  readonly actorId: number;
  readonly now: Temporal.Instant;
}

interface Row {
  readonly id: number;
  readonly wish: ContactWish;
  readonly display_name: string;
  readonly consented_at: Date;
}

/** Those who wait, the first who asked first. That someone looked is written down. */
export const waitingContacts = async (
  db: Queries,
  { placeId, actorId, now }: Looking,
): Promise<readonly ContactRequest[]> => {
  const rows = await db.$queryRaw<Row[]>`
    WITH waiting AS (
      SELECT orientation_contact.id, wish, display_name, consented_at
      FROM orientation_contact JOIN member ON member.id = member_id
      WHERE orientation_contact.place_id = ${placeId} AND handled_at IS NULL
    ), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT ${placeId}, ${at(now)}::timestamptz, ${actorId}::integer, 'orientation.contacts_seen', 'contacts',
        jsonb_build_object('people', (SELECT count(*) FROM waiting)) WHERE EXISTS (SELECT FROM waiting)
    )
    SELECT id, wish, display_name, consented_at FROM waiting ORDER BY consented_at, id`;
  return rows.map(({ id, wish, display_name: name, consented_at }) => ({
    id,
    wish,
    name,
    consentedAt: instantOf(consented_at),
  }));
};

/** False when there is none of that number that waits. */
export const writeHandled = async (db: Queries, { placeId, actorId, now }: Looking, id: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH handled AS (
      UPDATE orientation_contact SET handled_at = ${at(now)}::timestamptz, handled_by = ${actorId}::integer
      WHERE id = ${id}::integer AND place_id = ${placeId} AND handled_at IS NULL RETURNING id
    ), logged AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT ${placeId}, ${at(now)}::timestamptz, ${actorId}::integer, 'orientation.contact_handled', 'contact ' || id, '{}'
      FROM handled
    )
    SELECT id FROM handled`;
  return rows.length > 0;
};

/** True when they take it back: nobody sees it any more. */
export const withdrawContacts = (db: Queries, memberId: number): Promise<number> =>
  db.$executeRaw`DELETE FROM orientation_contact WHERE member_id = ${memberId} AND handled_at IS NULL`;

export const isContactWaiting = async (db: Queries, placeId: string, id: number): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM orientation_contact WHERE id = ${id}::integer AND place_id = ${placeId} AND handled_at IS NULL`;
  return rows.length > 0;
};

export const deleteHandled = (db: Queries, placeId: string, before: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    DELETE FROM orientation_contact WHERE place_id = ${placeId} AND handled_at < ${at(before)}::timestamptz`;

/** Whoever the staff is, where no channel is theirs. */
export const staffOf = async (db: Queries, placeId: string): Promise<readonly number[]> => {
  const rows = await db.$queryRaw<{ member_id: number }[]>`
    SELECT DISTINCT member_id FROM member_role JOIN member ON member.id = member_id
    WHERE place_id = ${placeId} AND role IN ('animation', 'admin') ORDER BY member_id`;
  return rows.map(({ member_id }) => member_id);
};
