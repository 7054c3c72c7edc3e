// The whole house on a real database, with a clock that the test holds, and people at the three platforms: the real SDKs
// over real sockets to our own Slack and Discord.

import type { Adapter, ChannelRef } from '../../src/chat/adapter.ts';
import type { Homes } from '../../src/chat/home.ts';
import type { AgendaMirror } from '../../src/chat/mirror.ts';
import { openWork, type Work } from '../../src/cli/jobs.ts';
import type { ChannelTrouble } from '../../src/core/deliveries/model.ts';
import type { Patience } from '../../src/db/queue.ts';
import type { Log } from '../../src/kernel/log.ts';
import { furnish } from '../../src/main.ts';
import type { Place } from '../../src/place/model.ts';
import type { Platform } from '../../src/reply/tree.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { type ConnectedDiscord, openConnectedDiscord } from './discord/connected.ts';
import type { PersonDriver } from './seen.ts';
import { openSlackWorld, type SlackWorld } from './slack/world.ts';
import { channel, inChannel, openRoom, type Seat, toldTo } from './terminal.ts';

interface PlatformWorld {
  readonly slack?: SlackWorld;
  readonly discord?: ConnectedDiscord;
  readonly adapter: Adapter;
  person(userId: string, name: string): PersonDriver;
  /** What a person was told without having asked, in order. */
  told(userId: string): readonly string[];
  readonly channel: ChannelRef;
  /** What stands in that channel, for everyone, in order. */
  inChannel(): readonly string[];
  /** From now on nothing can be said there, for that reason; undefined: it can again. */
  closeChannel(trouble: ChannelTrouble | undefined): void;
  close(): Promise<void>;
}

export interface TestHouse extends AsyncDisposable {
  readonly db: TestDatabase;
  readonly core: Awaited<ReturnType<typeof furnish>>['core'];
  readonly chat: Awaited<ReturnType<typeof furnish>>['chat'];
  /** What broke: event and reference. */
  readonly broken: readonly string[];
  /** The same name is the same person. */
  on(platform: Platform): Promise<{
    person(name: string): PersonDriver;
    /** What they were told without having asked, in order. */
    told(name: string): readonly string[];
    readonly channel: ChannelRef;
    /** What stands in that channel, for everyone, in order. */
    inChannel(): readonly string[];
    /** From now on nothing can be said there, for that reason; undefined: it can again. */
    closeChannel(trouble: ChannelTrouble | undefined): void;
  }>;
  /** That event was to be expected: it is no longer among what broke. */
  lets(event: string): void;
  /** What only these have: a page for each person, scheduled events. */
  onSlack(): Promise<SlackWorld>;
  onDiscord(): Promise<ConnectedDiscord>;
  now(): Temporal.Instant;
  /** What the clock does each minute, at the minute that it is. */
  runJobs(): Promise<void>;
  /** What the jobs did not send, and why: `too_late reminder.before booking 1 …`. */
  readonly unsent: readonly string[];
  /** Each line of the log, whatever its level. */
  readonly logged: readonly string[];
  /** Lets time pass, or sets it. */
  wait(duration: Temporal.DurationLike): void;
  at(local: string): void;
}

export interface HouseWishes {
  /** Local time of the place: `2026-11-23T10:00`. */
  readonly at?: string;
  readonly place?: Place;
  readonly db?: TestDatabase;
  /** At which the web page would be reached. */
  readonly publicUrl?: string;
  /** Of the queue, when the test lets something fail. */
  readonly patience?: Patience;
}

const USER_IDS: Readonly<Record<string, string>> = { lea: '1001', karim: '1002', ana: '1003', noe: '1004' };

const idOf = (name: string): string => {
  const id = USER_IDS[name];
  if (id === undefined) throw new Error(`${name} is nobody: add them to USER_IDS`);
  return id;
};

const openWorld = async (
  platform: Platform,
  chat: TestHouse['chat'],
  now: () => Temporal.Instant,
): Promise<PlatformWorld> => {
  switch (platform) {
    case 'slack': {
      const slack = await openSlackWorld(chat);
      return { ...slack, slack };
    }
    case 'discord': {
      const discord = await openConnectedDiscord(chat);
      discord.discord.scheduled.useClock(now);
      return { ...discord, discord };
    }
    case 'terminal': {
      const room = await openRoom(chat);
      const seats = new Map<string, Seat>();
      return {
        ...room,
        channel,
        closeChannel: () => {
          throw new Error('everyone at a terminal can always be told');
        },
        inChannel: () => [...seats.values()].slice(0, 1).flatMap(inChannel),
        person: (userId, name) => {
          const seat = room.person(userId, name);
          seats.set(userId, seat);
          return seat;
        },
        told: (userId) => {
          const seat = seats.get(userId);
          return seat ? toldTo(seat) : [];
        },
      };
    }
  }
};

/** Tried again at once: real time is not the test's. */
const IMPATIENT: Patience = { retryLimit: 2, retrySeconds: 0, silenceSeconds: 600 };

/** Monday 23 November 2026, 10:00, at La Mijoteuse, unless the test says otherwise. */
export const openHouse = async ({
  at = '2026-11-23T10:00',
  place = mijoteuse,
  db: given,
  publicUrl,
  patience = IMPATIENT,
}: HouseWishes = {}): Promise<TestHouse> => {
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(place.timeZone).toInstant();
  let now = local(at);
  const db = given ?? (await openTestDatabase());
  const broken: string[] = [];
  const note: Log['error'] = ({ reference, err }, event) => {
    broken.push(`${event} ${String(reference ?? '')} ${err instanceof Error ? (err.stack ?? err.message) : ''}`);
  };
  const unsent: string[] = [];
  const say =
    (write: Log['error']): Log['error'] =>
    (facts, event) => {
      if (/could not be delivered|was dropped/.test(event))
        unsent.push(`${String(facts.reason)} ${String(facts.reference)}`);
      else write(facts, event);
    };
  const logged: string[] = [];
  const written =
    (write: Log['error']): Log['error'] =>
    (facts, event) => {
      const { err, ...rest } = facts;
      logged.push(`${event} ${JSON.stringify(rest)} ${err instanceof Error ? (err.stack ?? err.message) : ''}`);
      write(facts, event);
    };
  const nothing = (): void => {};
  const log: Log = {
    debug: written(nothing),
    info: written(say(nothing)),
    warn: written(say(note)),
    error: written(note),
  };
  const clock = { now: () => now };
  const { core, chat } = await furnish({ db, places: [place], clock, log, publicUrl });
  const adapters: Adapter[] = [];
  const homes: Homes[] = [];
  const mirrors: AgendaMirror[] = [];
  let work: Promise<Work> | undefined;
  const worlds = new Map<Platform, Promise<PlatformWorld>>();

  const openedWorld = async (platform: Platform): Promise<PlatformWorld> => {
    const known = worlds.get(platform);
    const opening = known ?? openWorld(platform, chat, clock.now);
    worlds.set(platform, opening);
    const world = await opening;
    if (known) return world;
    adapters.push(world.adapter);
    if (world.slack) homes.push(world.slack.adapter.homes);
    if (world.discord) mirrors.push(world.discord.adapter.mirror);
    return world;
  };

  return {
    db,
    core,
    chat,
    broken,
    on: async (platform) => {
      const world = await openedWorld(platform);
      return {
        person: (name) => world.person(idOf(name), name),
        told: (name) => world.told(idOf(name)),
        channel: world.channel,
        inChannel: world.inChannel,
        closeChannel: world.closeChannel,
      };
    },
    lets: (event) => {
      const at = broken.findIndex((each) => each.startsWith(event));
      if (at < 0) throw new Error(`nothing said « ${event} »`);
      broken.splice(at, 1);
    },
    onSlack: async () => {
      const { slack } = await openedWorld('slack');
      if (!slack) throw new Error('Slack is not itself');
      return slack;
    },
    onDiscord: async () => {
      const { discord } = await openedWorld('discord');
      if (!discord) throw new Error('Discord is not itself');
      return discord;
    },
    now: clock.now,
    runJobs: async () => {
      work ??= openWork({ db, core, places: [place], clock, log, adapters, homes, mirrors, patience });
      await (await work).jobs.tick();
    },
    unsent,
    logged,
    wait: (duration) => {
      now = now.toZonedDateTimeISO(place.timeZone).add(duration).toInstant();
    },
    at: (text) => {
      now = local(text);
    },
    [Symbol.asyncDispose]: async () => {
      await (await work)?.close();
      for (const world of worlds.values()) await (await world).close();
      if (given === undefined) await db.close();
      if (broken.length > 0) throw new Error(`Something broke in the house:\n${broken.join('\n')}`);
    },
  };
};
