// Discord through discord.js: its gateway hands requests in as plain data, its REST clients carry the answers out.
import {
  Client,
  DefaultRestOptions,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  REST,
  RESTEvents,
  type RESTGetAPICurrentUserGuildsResult,
  type RESTGetAPICurrentUserResult,
  type RESTGetCurrentApplicationResult,
  type RESTOptions,
} from 'discord.js';
import type { Adapter, Chat } from '../../chat/adapter.ts';
import type { Command, CommandGroup } from '../../chat/command.ts';
import type { AgendaMirror } from '../../chat/mirror.ts';
import type { Log } from '../../kernel/log.ts';
import { alone, type Turn } from '../../kernel/turn.ts';
import { discordApi, registrarOf } from './api.ts';
import { definitionsOf } from './definition.ts';
import { type Difference, deploy } from './deploy.ts';
import { inFlight } from './in-flight.ts';
import { administersOn, listenWith } from './listening.ts';
import { sentenceFor } from './refusals.ts';
import { requestHandler } from './requests.ts';
import { drawWith } from './responder.ts';
import { scheduledEvents } from './scheduled.ts';
import { createShifts, type Listening, type Shifts } from './shifts.ts';
import { tellingThrough } from './telling.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Such as `http://127.0.0.1:1234/api`; Discord's own when undefined. */
  readonly apiUrl?: string | undefined;
  /** Of several instances, whose turn it is to listen; it is always ours unless said otherwise. */
  readonly turn?: Turn;
  readonly log: Log;
  /** Told of a reply that had to be cut though it should fit; by default it is logged. */
  readonly onCut?: (what: string) => void;
}

/**
 * Attachments leave as bytes. Bolt brings another undici, and whichever loads first carries the requests of all: it may
 * not know the FormData of the others, and then fails on every upload.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const encoded = new Response(init.body);
  const headers = { ...init.headers, 'content-type': encoded.headers.get('content-type') ?? '' };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await encoded.arrayBuffer()) });
};

const restOptions = (apiUrl: string | undefined) => ({ makeRequest, ...(apiUrl === undefined ? {} : { api: apiUrl }) });

/** Nothing that anyone said is kept: requests are read as they arrive. */
const makeCache = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
  UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
});

export interface DiscordAdapter extends Adapter {
  /** The servers' scheduled events. */
  readonly mirror: AgendaMirror;
}

export const discordAdapter = ({
  token,
  apiUrl,
  turn = alone,
  log,
  onCut = (what) => log.warn({ reason: what }, 'a reply was cut'),
}: DiscordOptions): DiscordAdapter => {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  const unlimited = new REST({ ...restOptions(apiUrl), globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  /** What must not be done twice, and bears no mark by which Discord would know it. */
  const once = new REST({ ...restOptions(apiUrl), retries: 0 }).setToken(token);
  const api = discordApi(rest, unlimited);
  const draw = drawWith(onCut);
  const running = inFlight();
  const guilds = new Set<string>();
  let botId = '';
  const { witness, ...mirror } = scheduledEvents({
    http: rest,
    once,
    botId: () => botId,
    guilds: () => [...guilds],
  });

  const listening = async (chat: Chat): Promise<Listening> => {
    const client = new Client({
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.DirectMessages,
        GatewayIntentBits.GuildScheduledEvents,
      ],
      makeCache,
      rest: restOptions(apiUrl),
    });
    const requests = requestHandler({
      chat,
      api,
      draw,
      log,
      surroundings: () => ({
        botId,
        onlyGuild: guilds.size === 1 ? [...guilds][0] : undefined,
        isAdmin: administersOn(client),
      }),
    });
    const ready = listenWith(client, {
      requests,
      witness,
      guilds,
      events: GatewayDispatchEvents,
      run: running.run,
      log,
    });
    await client.login(token);
    await ready;
    return { close: () => client.destroy() };
  };

  /** Who the bot is and where: speaking needs no more, whoever listens. */
  const introduce = async (): Promise<void> => {
    const me = (await rest.get('/users/@me')) as RESTGetAPICurrentUserResult;
    botId = me.id;
    const mine = (await rest.get('/users/@me/guilds')) as RESTGetAPICurrentUserGuildsResult;
    for (const { id } of mine) guilds.add(id);
  };

  let shifts: Shifts | undefined;

  return {
    platform: 'discord',
    mirror,

    start: async (chat) => {
      rest.on(RESTEvents.RateLimited, ({ timeToReset, method, route }) =>
        log.info({ ms: timeToReset, method, path: route }, 'discord rate limit'),
      );
      shifts = createShifts({ turn, listen: () => listening(chat), log });
      try {
        await introduce();
        await shifts.start();
      } catch (error) {
        throw new Error(sentenceFor(error), { cause: error });
      }
    },

    ...tellingThrough({ api, draw, log, botId: () => botId }),

    stop: async () => {
      await running.drain();
      await shifts?.stop();
      for (const each of [rest, unlimited, once]) {
        each.clearHashSweeper();
        each.clearHandlerSweeper();
      }
    },
  };
};

export interface DeployOptions extends Pick<DiscordOptions, 'token' | 'apiUrl'> {
  /** Registers them there alone, which shows at once: for trying. */
  readonly guildId?: string;
}

/** Brings what Discord has registered to what is declared, and says what that took. */
export const deployCommands = async (
  { token, apiUrl, guildId }: DeployOptions,
  commands: readonly (Command | CommandGroup)[],
): Promise<Difference> => {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  const { id } = (await rest.get('/applications/@me')) as RESTGetCurrentApplicationResult;
  return deploy(registrarOf(rest, id, guildId), definitionsOf(commands));
};
