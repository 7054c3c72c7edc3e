// The subscriptions' only queries.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Channel, ChannelTrouble } from '../deliveries/model.ts';
import type { AnnouncementKind, Subscription, Where } from './model.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export interface Doing {
  readonly placeId: string;
  readonly actorId: number;
  readonly kind: AnnouncementKind;
  readonly now: Temporal.Instant;
}

/** « channel slack/T1/C1 ». */
const subjectOf = ({ platform, workspace, channel }: Channel): string => `channel ${platform}/${workspace}/${channel}`;

/** False when it was followed already. One that had stopped begins again, for whoever asks now. */
export const insertSubscription = async (
  db: Queries,
  { at: where, name }: Where,
  { placeId, actorId, kind, now }: Doing,
): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH followed AS (
      INSERT INTO subscription AS known (place_id, platform, workspace, channel, channel_name, kind, created_by, created_at)
      VALUES (${placeId}, ${where.platform}, ${where.workspace}, ${where.channel}, ${name ?? null}, ${kind}, ${actorId},
        ${at(now)})
      ON CONFLICT (place_id, platform, workspace, channel, kind) DO UPDATE
        SET created_by = excluded.created_by, created_at = excluded.created_at,
          channel_name = coalesce(excluded.channel_name, known.channel_name),
          disabled_at = NULL, disabled_because = NULL, staff_needed = false
        WHERE known.disabled_at IS NOT NULL
      RETURNING place_id, created_at
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT place_id, created_at, ${actorId}, 'announcement.followed', ${subjectOf(where)}, ${JSON.stringify({ kind })}::jsonb
    FROM followed RETURNING id`;
  return rows.length > 0;
};

/** False when it was not followed. */
export const deleteSubscription = async (
  db: Queries,
  where: Channel,
  { placeId, actorId, kind, now }: Doing,
): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH stopped AS (
      DELETE FROM subscription WHERE place_id = ${placeId} AND platform = ${where.platform}
        AND workspace = ${where.workspace} AND channel = ${where.channel} AND kind = ${kind}
      RETURNING place_id
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    SELECT place_id, ${at(now)}, ${actorId}, 'announcement.stopped', ${subjectOf(where)}, ${JSON.stringify({ kind })}::jsonb
    FROM stopped RETURNING id`;
  return rows.length > 0;
};

interface SubscriptionRow {
  readonly id: number;
  readonly platform: Channel['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly channel_name: string | null;
  readonly kind: AnnouncementKind;
  readonly created_by: number | null;
  readonly disabled_at: Date | null;
  readonly disabled_because: ChannelTrouble | null;
  readonly staff_needed: boolean;
}

/** And who is to be told when it stops. */
export interface Followed extends Subscription {
  readonly createdBy: number | undefined;
  readonly isStaffNeeded: boolean;
}

const followedOf = (row: SubscriptionRow): Followed => ({
  id: row.id,
  kind: row.kind,
  at: { platform: row.platform, workspace: row.workspace, channel: row.channel },
  name: row.channel_name ?? undefined,
  createdBy: row.created_by ?? undefined,
  isStaffNeeded: row.staff_needed,
  stopped:
    row.disabled_at === null || row.disabled_because === null
      ? undefined
      : { because: row.disabled_because, at: instantOf(row.disabled_at) },
});

/** By channel. */
export const subscriptionsOf = async (db: Queries, placeId: string): Promise<readonly Followed[]> =>
  (
    await db.$queryRaw<SubscriptionRow[]>`
      SELECT * FROM subscription WHERE place_id = ${placeId} ORDER BY platform, workspace, channel, id`
  ).map(followedOf);

/** Those that stopped after that moment. */
export const stoppedSince = async (
  db: Queries,
  placeId: string,
  since: Temporal.Instant,
): Promise<readonly Followed[]> =>
  (
    await db.$queryRaw<SubscriptionRow[]>`
      SELECT * FROM subscription WHERE place_id = ${placeId} AND disabled_at > ${at(since)} ORDER BY id`
  ).map(followedOf);

export interface Owed {
  readonly placeId: string;
  readonly kind: AnnouncementKind;
  readonly due: Temporal.Instant;
  /** How the keys of its deliveries begin. */
  readonly key: string;
}

/** The channels that followed it by then, and of which nothing is planned yet; the key of their delivery. */
export const channelsOwed = async (
  db: Queries,
  { placeId, kind, due, key }: Owed,
): Promise<readonly { readonly id: number; readonly to: Channel; readonly key: string }[]> => {
  const rows = await db.$queryRaw<(Channel & { readonly id: number; readonly key: string })[]>`
    SELECT id, platform, workspace, channel, delivery_key AS key FROM subscription
    CROSS JOIN LATERAL (
      SELECT ${`${key} `}::text || platform || '/' || workspace || '/' || channel AS delivery_key
    ) AS named
    WHERE place_id = ${placeId} AND subscription.kind = ${kind} AND disabled_at IS NULL AND created_at <= ${at(due)}
      AND NOT EXISTS (SELECT FROM delivery WHERE delivery.place_id = ${placeId} AND delivery.key = delivery_key)
    ORDER BY id`;
  return rows.map(({ id, platform, workspace, channel, key: own }) => ({
    id,
    to: { platform, workspace, channel },
    key: own,
  }));
};

/** Nothing more is said there until someone follows again. */
export const disableChannel = (
  db: Queries,
  placeId: string,
  { platform, workspace, channel }: Channel,
  { because, now }: { readonly because: ChannelTrouble; readonly now: Temporal.Instant },
): Promise<number> =>
  db.$executeRaw`
    UPDATE subscription SET disabled_at = ${at(now)}, disabled_because = ${because}
    WHERE place_id = ${placeId} AND platform = ${platform} AND workspace = ${workspace} AND channel = ${channel}
      AND disabled_at IS NULL`;

/** Whoever asked for that one, and for others in that channel, could not be told. */
export const needStaff = (db: Queries, placeId: string, id: number): Promise<number> =>
  db.$executeRaw`
    UPDATE subscription SET staff_needed = true FROM subscription AS known
    WHERE known.id = ${id} AND known.place_id = ${placeId} AND subscription.place_id = ${placeId}
      AND (subscription.platform, subscription.workspace, subscription.channel, subscription.disabled_at)
        = (known.platform, known.workspace, known.channel, known.disabled_at)
      AND subscription.created_by IS NOT DISTINCT FROM known.created_by`;
