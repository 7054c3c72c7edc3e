// Our own Discord, on 127.0.0.1: the real discord.js connects to it over HTTP and a WebSocket. It checks what we send as
// Discord would, and keeps every objection for `assertClean`.
import type { AddressInfo } from 'node:net';
import type { Mishap } from '../mishaps.ts';
import { type Rate, type RateLimit, rateLimit } from '../rate.ts';
import { textOf } from './card.ts';
import { createRegistry, type Registry } from './commands.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { type DiscordPerson, personOn } from './person.ts';
import { createRest, type Request, type Weather } from './rest.ts';
import { createScheduled, type ScheduledEvents } from './scheduled.ts';
import { firstThenRest, type Split } from './typed.ts';
import { createWorld, type DiscordUser, type Message, type World } from './world.ts';

export interface LoopbackOptions {
  /** How many servers the bot is on. */
  readonly guilds?: number;
  readonly heartbeatMs?: number;
  readonly split?: Split;
  readonly observe?: (request: Request) => void;
}

export interface LoopbackDiscord extends AsyncDisposable {
  readonly apiUrl: string;
  readonly token: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly registry: Registry;
  readonly scheduled: ScheduledEvents;
  /** The same id is the same person, with what they have before their eyes. */
  person(userId: string, name: string, options?: { readonly administers?: boolean }): DiscordPerson;
  /** The bot's messages that everyone reads in the channel, oldest first. */
  inChannel(): readonly string[];
  messages(): readonly Message[];
  told(userId: string): readonly string[];
  /** Every call but first answers waits that long. */
  stall(milliseconds: number): void;
  /** The next calls are refused for being too many. */
  limit(times: number, seconds: number, global?: boolean): void;
  refusedForRate(): number;
  /** That happens to the next such call: `POST /channels/:channel/messages`. */
  meetNext(call: string, mishap: Mishap): void;
  /** From now on, all calls but first answers may come only so often. */
  limitRate(rate: Rate): RateLimit;
  /** Takes the next first answers, then cuts the line. */
  loseReceipts(times: number): void;
  /** How long each act of a person waited for its first answer, in milliseconds. */
  waits(): readonly number[];
  /** @throws with everything that Discord would object to, and every act left without a first answer. */
  assertClean(): void;
  close(): Promise<void>;
}

export const openDiscord = async ({
  guilds = 1,
  heartbeatMs = 41_250,
  split = firstThenRest,
  observe,
}: LoopbackOptions = {}): Promise<LoopbackDiscord> => {
  const world = createWorld({ token: 'MTA0.loopback.token', guilds });
  const interactions = createInteractions(world);
  const registry = createRegistry(world);
  const scheduled = createScheduled(world, () => gateway);
  const weather: Weather = {
    stallMs: 0,
    limited: undefined,
    losesReceipts: 0,
    mishaps: [],
    rate: undefined,
    observe,
    refusedForRate: 0,
  };
  const people = new Map<string, DiscordPerson>();

  let port = 0;
  const server = createRest({
    world,
    interactions,
    registry,
    scheduled,
    weather,
    gatewayUrl: () => `ws://127.0.0.1:${port}/gateway`,
  });
  const gateway = createGateway(server, world, heartbeatMs);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;

  const close = async (): Promise<void> => {
    gateway.close();
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };

  const inOrder = (): readonly Message[] => [...world.messages.values()];

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: world.token,
    guildId: world.guilds[0] ?? '',
    channelId: world.channelId,
    world,
    gateway,
    registry,
    scheduled,
    person: (userId, name, { administers = false } = {}) => {
      const known = people.get(userId);
      if (known) return known;
      const user: DiscordUser = {
        id: userId,
        username: name.toLowerCase(),
        name,
        administers,
        acceptsPrivateMessages: true,
      };
      world.users.set(userId, user);
      const person = personOn({ world, gateway, interactions, registry, split }, user, world.channelId);
      people.set(userId, person);
      return person;
    },
    inChannel: () =>
      inOrder()
        .filter(({ channelId, onlyFor }) => channelId === world.channelId && onlyFor === undefined)
        .map((message) => textOf(world, message)),
    messages: inOrder,
    told: (userId) =>
      inOrder()
        .filter(({ channelId }) => world.channels.get(channelId)?.with === userId)
        .map((message) => textOf(world, message)),
    stall: (milliseconds) => {
      weather.stallMs = milliseconds;
    },
    limit: (times, seconds, global = false) => {
      weather.limited = { times, seconds, global };
    },
    refusedForRate: () => weather.refusedForRate,
    meetNext: (call, mishap) => void weather.mishaps.push({ call, mishap }),
    limitRate: (rate) => {
      weather.rate = rateLimit(rate);
      return weather.rate;
    },
    loseReceipts: (times) => {
      weather.losesReceipts = times;
    },
    waits: () => interactions.all().flatMap(({ waitedMs }) => (waitedMs === undefined ? [] : [waitedMs])),
    assertClean: () => {
      const silent = interactions.all().filter(({ waitedMs }) => waitedMs === undefined);
      const objections = [...world.violations, ...silent.map(({ kind }) => `no first answer to ${kind}`)];
      if (objections.length > 0) throw new Error(`Discord objects:\n- ${objections.join('\n- ')}`);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
};
