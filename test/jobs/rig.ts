// The jobs of one instance, or of several, over one database, with platforms of four lines: what they were told, and what they
// answer.
import { type Adapter, Unreachable } from '../../src/chat/adapter.ts';
import { openWork } from '../../src/cli/jobs.ts';
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
  /** What the next messages meet, in order, then nothing. Of « death », the platform has the message, and nothing follows. */
  readonly meets: ('refusal' | 'failure' | 'death')[];
}

export const fakePlatform = (platform: Platform): FakePlatform => {
  const told: string[] = [];
  const meets: FakePlatform['meets'] = [];
  const unused = async () => {
    throw new Error('not asked here');
  };
  return {
    platform,
    told,
    meets,
    start: unused,
    post: unused,
    update: unused,
    stop: unused,
    tell: async ({ workspace, userId }, reply) => {
      const met = meets.shift();
      if (met === 'refusal') throw new Unreachable('they take no private message');
      if (met === 'failure') throw new Error('the platform is down');
      told.push(`${userId}: ${plain(reply)}`);
      if (met === 'death') await new Promise(() => {});
      return { workspace, channel: userId, message: String(told.length) };
    },
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
    close: async () => {
      for (const close of closing) await close();
    },
  };
};
