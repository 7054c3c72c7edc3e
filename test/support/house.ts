// The whole house on a real database, with a clock that the test holds, and people at the three platforms: the real SDKs
// over real sockets to our own Slack and Discord.

import type { Log } from '../../src/kernel/log.ts';
import { furnish } from '../../src/main.ts';
import type { Place } from '../../src/place/model.ts';
import type { Platform } from '../../src/reply/tree.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { openConnectedDiscord } from './discord/connected.ts';
import type { PersonDriver } from './seen.ts';
import { openSlackWorld } from './slack/world.ts';
import { openRoom } from './terminal.ts';

interface PlatformWorld {
  person(userId: string, name: string): PersonDriver;
  close(): Promise<void>;
}

export interface TestHouse extends AsyncDisposable {
  readonly db: TestDatabase;
  readonly core: Awaited<ReturnType<typeof furnish>>['core'];
  readonly chat: Awaited<ReturnType<typeof furnish>>['chat'];
  /** What broke: event and reference. */
  readonly broken: readonly string[];
  /** The same name is the same person. */
  on(platform: Platform): Promise<{ person(name: string): PersonDriver }>;
  /** Lets time pass, or sets it. */
  wait(duration: Temporal.DurationLike): void;
  at(local: string): void;
}

export interface HouseWishes {
  /** Local time of the place: `2026-11-23T10:00`. */
  readonly at?: string;
  readonly place?: Place;
  readonly db?: TestDatabase;
}

const USER_IDS: Readonly<Record<string, string>> = { lea: '1001', karim: '1002', ana: '1003', noe: '1004' };

const openWorld = async (platform: Platform, chat: TestHouse['chat']): Promise<PlatformWorld> => {
  switch (platform) {
    case 'slack':
      return openSlackWorld(chat);
    case 'discord':
      return openConnectedDiscord(chat);
    case 'terminal':
      return openRoom(chat);
  }
};

/** Monday 23 November 2026, 10:00, at La Mijoteuse, unless the test says otherwise. */
export const openHouse = async ({
  at = '2026-11-23T10:00',
  place = mijoteuse,
  db: given,
}: HouseWishes = {}): Promise<TestHouse> => {
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(place.timeZone).toInstant();
  let now = local(at);
  const db = given ?? (await openTestDatabase());
  const broken: string[] = [];
  const note: Log['error'] = ({ reference, err }, event) => {
    broken.push(`${event} ${String(reference ?? '')} ${err instanceof Error ? (err.stack ?? err.message) : ''}`);
  };
  const log: Log = { debug: () => {}, info: () => {}, warn: note, error: note };
  const { core, chat } = await furnish({ db, places: [place], clock: { now: () => now }, log });
  const worlds = new Map<Platform, Promise<PlatformWorld>>();

  return {
    db,
    core,
    chat,
    broken,
    on: async (platform) => {
      const opening = worlds.get(platform) ?? openWorld(platform, chat);
      worlds.set(platform, opening);
      const world = await opening;
      return {
        person: (name) => {
          const id = USER_IDS[name];
          if (id === undefined) throw new Error(`${name} is nobody: add them to USER_IDS`);
          return world.person(id, name);
        },
      };
    },
    wait: (duration) => {
      now = now.toZonedDateTimeISO(place.timeZone).add(duration).toInstant();
    },
    at: (text) => {
      now = local(text);
    },
    [Symbol.asyncDispose]: async () => {
      for (const world of worlds.values()) await (await world).close();
      if (given === undefined) await db.close();
      if (broken.length > 0) throw new Error(`Something broke in the house:\n${broken.join('\n')}`);
    },
  };
};
