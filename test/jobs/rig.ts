// The jobs of one instance, or of several, over one database, with platforms of four lines: what they were told, and what they
// answer.
import { type Adapter, MessageGone, type MessageRef, Unreachable } from '../../src/chat/adapter.ts';
import { openWork } from '../../src/cli/jobs.ts';
import type { AnnouncementKind } from '../../src/core/announcements/model.ts';
import { type Core, createCore } from '../../src/core/core.ts';
import { syncResources } from '../../src/core/ledger/store.ts';
import type { Actor, Identity } from '../../src/core/people/model.ts';
import type { Patience } from '../../src/db/queue.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Place } from '../../src/place/model.ts';
import { plain } from '../../src/reply/plain.ts';
import type { Platform } from '../../src/reply/tree.ts';
import type { TestDatabase } from '../support/database.ts';

export interface FakePlatform extends Adapter {
  /** `user: words`. */
  readonly told: string[];
  /** What stands in its channels, by reference: `channel: words`. */
  readonly posted: Map<string, string>;
  /** How often something that stands was changed. */
  readonly updates: () => number;
  /** What the next messages meet, in order, then nothing. Of « death », the platform has the message, and nothing follows. */
  readonly meets: (Error | 'refusal' | 'failure' | 'death' | 'loss')[];
}

/** What a platform has, the same for two instances that are connected to it. */
export const fakeWorld = () => ({ marks: new Map<string, MessageRef>(), posted: new Map<string, string>() });

export const fakePlatform = (platform: Platform, { marks, posted } = fakeWorld()): FakePlatform => {
  const told: string[] = [];
  const meets: FakePlatform['meets'] = [];
  let updates = 0;
  const unused = async () => {
    throw new Error('not asked here');
  };
  const take = async (mark: string, keep: () => MessageRef): Promise<MessageRef> => {
    const met = meets.shift();
    if (met instanceof Error) throw met;
    if (met === 'refusal') throw new Unreachable('they take no private message');
    if (met === 'failure') throw new Error('the platform is down');
    const at = keep();
    marks.set(mark, at);
    if (met === 'loss') throw new Error('the line was cut');
    if (met === 'death') await new Promise(() => {});
    return at;
  };
  return {
    platform,
    told,
    posted,
    updates: () => updates,
    meets,
    start: unused,
    stop: unused,
    post: ({ workspace, channel }, reply, mark) =>
      take(mark, () => {
        const message = String(posted.size + 1);
        posted.set(message, `${channel}: ${plain(reply)}`);
        return { workspace, channel, message };
      }),
    update: async ({ channel, message }, reply) => {
      const met = meets.shift();
      if (met instanceof Error) throw met;
      if (met === 'failure') throw new Error('the platform is down');
      if (!posted.has(message)) throw new MessageGone('someone took it away');
      updates += 1;
      posted.set(message, `${channel}: ${plain(reply)}`);
    },
    tell: ({ workspace, userId }, reply, mark) =>
      take(mark, () => {
        told.push(`${userId}: ${plain(reply)}`);
        return { workspace, channel: userId, message: String(told.length) };
      }),
    gather: async ([first]) => first && { workspace: first.workspace, channel: 'deux' },
    seek: async (_where, { mark }) => marks.get(mark),
    looks: plain,
  };
};

export interface Rig {
  readonly core: Core;
  /** What was logged: event, reason, reference. */
  readonly logged: readonly string[];
  at(local: string): void;
  now(): Temporal.ZonedDateTime;
  person(platform: Platform, userId: string): Promise<Actor>;
  /** The same member on another platform, last seen at this moment. */
  alsoOn(actor: Actor, platform: Platform, userId: string): Promise<void>;
  /** One more process. */
  instance(adapters: readonly Adapter[], patience?: Patience): Promise<Jobs>;
  /** Whoever took something from the queue is taken for dead at the next tick. */
  silence(): Promise<void>;
  close(): Promise<void>;
}

export const IMPATIENT: Patience = { retryLimit: 2, retrySeconds: 0, silenceSeconds: 600 };

/** Monday 23 November 2026, 10:00. */
export const openRig = async (db: TestDatabase, place: Place): Promise<Rig> => {
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(place.timeZone);
  let now = local('2026-11-23T10:00');
  const clock = { now: () => now.toInstant() };
  const core = createCore({ db, places: [place], clock });
  await syncResources(db, [place], now.toInstant());
  const logged: string[] = [];
  const closing: (() => Promise<void>)[] = [];
  const note: Log['info'] = ({ reason, reference }, event) => {
    logged.push([event, reason, reference].filter((part) => part !== undefined).join(' '));
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const identity = (platform: Platform, userId: string): Identity => ({
    placeId: place.id,
    platform,
    workspace: 'W',
    userId,
    displayName: userId,
  });

  return {
    core,
    logged,
    at: (text) => {
      now = local(text);
    },
    now: () => now,
    person: (platform, userId) => core.people.resolve(identity(platform, userId)),
    alsoOn: async ({ memberId }, platform, userId) => {
      const lastSeenAt = now.toInstant().toString();
      await db.prisma.identity.create({ data: { ...identity(platform, userId), memberId, lastSeenAt } });
    },
    instance: async (adapters, patience = IMPATIENT) => {
      const work = await openWork({ db, core, places: [place], clock, log, adapters, patience });
      closing.push(work.close);
      return work.jobs;
    },
    silence: async () => {
      // The queue looks at most once a second.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await db.pool.query(
        "UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '1 hour' WHERE state = 'active'",
      );
    },
    close: async () => {
      for (const close of closing) await close();
    },
  };
};

export const staffOf = async (rig: Rig): Promise<Actor> => {
  const ana = await rig.person('slack', 'ana');
  return { ...ana, roles: new Set(['animation']) };
};

/** A channel of Slack, from the moment that it is. */
export const followIn = async (rig: Rig, channel: string, kinds: readonly AnnouncementKind[]): Promise<void> => {
  const actor = await staffOf(rig);
  for (const kind of kinds) {
    const where = { at: { platform: 'slack', workspace: 'W', channel }, name: undefined } as const;
    const followed = await rig.core.announcements.follow(actor, kind, where);
    if (!followed.ok) throw new Error(`${channel} could not follow ${kind}: ${followed.error.code}`);
  }
};
