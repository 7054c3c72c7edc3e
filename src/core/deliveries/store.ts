// The deliveries' only queries. Every state is left by one statement that says from which state: of two who try, one does.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import type { Queue } from '../../db/queue.ts';
import type { Channel, DeliveryKind, MessageAt, Planned, Shown, Unsent } from './model.ts';
import { deliveryColumns, type Known, type KnownRow, knownOf } from './rows.ts';

export const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

/** Whoever gets true runs that occurrence of the job. Those of a month ago are forgotten. */
export const claimRun = async (db: Queries, { job, due, instance, now }: ClaimedRun): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    WITH forgotten AS (DELETE FROM job_run WHERE job = ${job} AND due < ${at(due)} - interval '30 days')
    INSERT INTO job_run (job, due, claimed_by, claimed_at) VALUES (${job}, ${at(due)}, ${instance}, ${at(now)})
    ON CONFLICT DO NOTHING RETURNING job`;
  return rows.length > 0;
};

export interface ClaimedRun {
  readonly job: string;
  readonly due: Temporal.Instant;
  readonly instance: string;
  readonly now: Temporal.Instant;
}

/** Those whose end comes before they are due are written as dropped: they are returned, once. */
export const insertPlanned = async (
  db: Queries,
  planned: readonly Planned[],
  now: Temporal.Instant,
): Promise<readonly Unsent[]> => {
  const rows = planned.map(({ placeId, key, to, kind, subjectId, due, expiresAt, liveUntil }) => ({
    place_id: placeId,
    key,
    ...('memberId' in to ? { member_id: to.memberId } : to.channel),
    kind,
    subject_id: subjectId,
    due: due.toString(),
    expires_at: expiresAt.toString(),
    live_until: liveUntil?.toString(),
  }));
  const dropped = await db.$queryRaw<{ place_id: string; key: string; state: string }[]>`
    INSERT INTO delivery (place_id, key, member_id, platform, workspace, channel, kind, subject_id, due, expires_at,
      live_until, state, settled_at, reason, created_at)
    SELECT place_id, key, member_id, platform, workspace, channel, kind, subject_id, due, expires_at, live_until,
      CASE WHEN late THEN 'dropped' ELSE 'pending' END, CASE WHEN late THEN ${at(now)} END,
      CASE WHEN late THEN 'too_late' END, ${at(now)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS planned
      (place_id text, key text, member_id integer, platform text, workspace text, channel text, kind text,
       subject_id integer, due timestamptz, expires_at timestamptz, live_until timestamptz)
    CROSS JOIN LATERAL (SELECT greatest(due, ${at(now)}) >= expires_at AS late) AS useful
    -- Those that are there are most of them: each conflict would use up a number.
    WHERE NOT EXISTS (
      SELECT FROM delivery AS known WHERE known.place_id = planned.place_id AND known.key = planned.key
    )
    ORDER BY place_id, key
    ON CONFLICT (place_id, key) DO NOTHING
    RETURNING place_id, key, state`;
  return dropped.flatMap(({ place_id: placeId, key, state }) =>
    state === 'dropped' ? [{ placeId, key, reason: 'too_late' as const }] : [],
  );
};

/** Which of them are planned already, whatever became of them. */
export const keysPlanned = async (
  db: Queries,
  placeId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT key FROM delivery WHERE place_id = ${placeId} AND key = ANY (${[...keys]}::text[])`;
  return new Set(rows.map(({ key }) => key));
};

/** The most that go into the queue in one statement. */
export const AT_ONCE = 500;
/** Platforms side by side: each takes only so many a second, and none is to wait for another. In a channel, in order. */
export const MIXED = Prisma.sql`coalesce(hashtext(platform || channel), 0), id`;

/** What is due goes into the queue, in one transaction. Returns how many: there may be more. */
export const queueDue = ({ prisma }: Database, queue: Queue, now: Temporal.Instant): Promise<number> =>
  prisma.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: number; is_person: boolean }[]>`
      UPDATE delivery SET state = 'queued' WHERE state = 'pending' AND id IN (
        SELECT id FROM delivery WHERE state = 'pending' AND due <= ${at(now)} ORDER BY due, ${MIXED} LIMIT ${AT_ONCE}::integer
        FOR UPDATE SKIP LOCKED
      ) RETURNING id, member_id IS NOT NULL AS is_person`;
    const idsOf = (wanted: boolean) => rows.filter(({ is_person }) => is_person === wanted).map(({ id }) => id);
    await queue.put(tx, idsOf(true), 'person');
    await queue.put(tx, idsOf(false), 'channel');
    return rows.length;
  });

/** Those that are not settled. */
export const unsettled = async (db: Queries, ids: readonly number[]): Promise<readonly Known[]> => {
  const rows = await db.$queryRaw<KnownRow[]>`
    SELECT ${deliveryColumns}, state, reference, shown_hash, attempts FROM delivery
    WHERE id = ANY (${[...ids]}::integer[]) AND state IN ('queued', 'sending', 'stale')`;
  return rows.map(knownOf);
};

interface Begun {
  /** Since when the platform may have it, told by someone who did not live to know. */
  readonly maybeSince: Temporal.Instant | undefined;
}

/**
 * From now on the platform may have it. Undefined when it is settled. One that is being sent already is taken over: the queue
 * gave it to us because the other went silent, or did not know.
 */
export const startSending = async (
  db: Queries,
  id: number,
  { instance, now }: { readonly instance: string; readonly now: Temporal.Instant },
): Promise<Begun | undefined> => {
  const [row] = await db.$queryRaw<{ maybe_since: Date | null }[]>`
    UPDATE delivery SET state = 'sending', claimed_by = ${instance}, claimed_at = ${at(now)},
      maybe_since = coalesce(before.maybe_since, clock_timestamp())
    FROM (SELECT id, maybe_since FROM delivery WHERE id = ${id} FOR UPDATE) AS before
    WHERE delivery.id = before.id AND state IN ('queued', 'sending') RETURNING before.maybe_since`;
  return row && { maybeSince: row.maybe_since === null ? undefined : instantOf(row.maybe_since) };
};

/** It went wrong, and is tried again. */
export const putBack = (db: Queries, id: number): Promise<number> =>
  db.$executeRaw`
    UPDATE delivery SET state = CASE state WHEN 'sending' THEN 'queued' ELSE state END, attempts = attempts + 1
    WHERE id = ${id} AND state IN ('queued', 'sending', 'stale')`;

export const postpone = (db: Queries, id: number, due: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE delivery SET state = 'pending', due = ${at(due)} WHERE id = ${id} AND state IN ('queued', 'sending')`;

/** What was not said may be planned anew under its key. */
export const forgetUnsaid = (db: Queries, placeId: string, key: string): Promise<number> =>
  db.$executeRaw`
    DELETE FROM delivery WHERE place_id = ${placeId} AND key = ${key} AND state IN ('pending', 'dropped')`;

/** What is left to say of these kinds in a channel that no longer wants to be told; what is being said is said. */
export const dropUnsaid = (
  db: Queries,
  placeId: string,
  { platform, workspace, channel }: Channel,
  { kinds, now }: { readonly kinds: readonly DeliveryKind[]; readonly now: Temporal.Instant },
): Promise<number> =>
  db.$executeRaw`
    UPDATE delivery SET state = 'dropped', reason = 'moot', settled_at = ${at(now)}
    WHERE place_id = ${placeId} AND platform = ${platform} AND workspace = ${workspace} AND channel = ${channel}
      AND kind = ANY (${[...kinds]}::text[]) AND state IN ('pending', 'queued')`;

export interface Settled {
  readonly state: 'sent' | 'dropped' | 'failed';
  readonly reason?: string | undefined;
  /** The platform's own, to find the message by. */
  readonly reference?: MessageAt | undefined;
  readonly shown?: Shown | undefined;
  readonly now: Temporal.Instant;
}

export const settle = (db: Queries, id: number, { state, reason, reference, shown, now }: Settled): Promise<number> =>
  db.$executeRaw`
    UPDATE delivery SET state = ${state}, reason = ${reason ?? null}, settled_at = ${at(now)},
      reference = ${reference === undefined ? null : JSON.stringify(reference)}::jsonb,
      shown_revision = ${shown?.revision ?? null}::bigint, shown_hash = ${shown?.hash ?? null}
    WHERE id = ${id} AND state IN ('queued', 'sending')`;
