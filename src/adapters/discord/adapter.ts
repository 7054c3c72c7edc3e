// Discord through discord.js: its gateway hands requests in as plain data, its REST clients carry the answers out.
import {
  type APIInteraction,
  Client,
  DefaultRestOptions,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatchData,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
  Options,
  PermissionFlagsBits,
  REST,
  RESTEvents,
  type RESTGetCurrentApplicationResult,
  type RESTOptions,
} from 'discord.js';
import type { Adapter, Chat } from '../../chat/adapter.ts';
import type { Command, CommandGroup } from '../../chat/command.ts';
import type { Log } from '../../kernel/log.ts';
import { discordProblems } from '../../messages/discord.fr.ts';
import { discordApi, registrarOf } from './api.ts';
import { definitionsOf } from './definition.ts';
import { type Difference, deploy } from './deploy.ts';
import { inFlight } from './in-flight.ts';
import { requestHandler } from './requests.ts';
import { drawWith } from './responder.ts';
import { tellingThrough } from './telling.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Such as `http://127.0.0.1:1234/api`; Discord's own when undefined. */
  readonly apiUrl?: string | undefined;
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
  GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
  UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
});

const sentenceFor = (error: unknown): string => {
  const words = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : '';
  if (/TokenInvalid|Authentication failed/.test(words)) return discordProblems.badToken;
  return /intents/i.test(words) ? discordProblems.badIntents : discordProblems.unreachable;
};

export const discordAdapter = ({
  token,
  apiUrl,
  log,
  onCut = (what) => log.warn({ reason: what }, 'a reply was cut'),
}: DiscordOptions): Adapter => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    makeCache,
    rest: restOptions(apiUrl),
  });
  const unlimited = new REST({ ...restOptions(apiUrl), globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const api = discordApi(client.rest, unlimited);
  const draw = drawWith(onCut);
  const running = inFlight();
  const guilds = new Set<string>();
  let botId = '';

  const isAdmin = (guildId: string, userId: string, roles: readonly string[]): boolean => {
    const guild = client.guilds.cache.get(guildId);
    const allows = (role: string) =>
      guild?.roles.cache
        .get(role)
        ?.permissions.any([PermissionFlagsBits.Administrator, PermissionFlagsBits.ManageGuild]);
    return guild?.ownerId === userId || [...roles, guildId].some((role) => allows(role) === true);
  };

  const watch = (): void => {
    client.on(Events.Error, (err) => log.error({ err }, 'discord client error'));
    client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'discord connection error'));
    client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'discord reconnecting'));
    client.on(Events.ShardResume, (shard, count) => log.info({ shard, count }, 'discord resumed'));
    client.on(Events.ShardDisconnect, ({ code }, shard) =>
      log.error({ code, shard }, 'discord closed the connection for good'),
    );
    client.rest.on(RESTEvents.RateLimited, ({ timeToReset, method, route }) =>
      log.info({ ms: timeToReset, method, path: route }, 'discord rate limit'),
    );
  };

  /** What Discord dispatches, as it came: who asks is read from it alone, without a cache or a call. */
  const listen = (chat: Chat): Promise<void> => {
    const ready = Promise.withResolvers<void>();
    const requests = requestHandler({
      chat,
      api,
      draw,
      log,
      surroundings: () => ({ botId, onlyGuild: guilds.size === 1 ? [...guilds][0] : undefined, isAdmin }),
    });
    client.ws.on(GatewayDispatchEvents.Ready, (data: GatewayReadyDispatchData) => {
      botId = data.user.id;
      guilds.clear();
      for (const { id } of data.guilds) guilds.add(id);
      ready.resolve();
    });
    client.ws.on(GatewayDispatchEvents.GuildCreate, ({ id }: { readonly id: string }) => guilds.add(id));
    client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
      // A server that is down for a while is still one of ours.
      if (!unavailable) guilds.delete(id);
    });
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      running.run(() => requests.interaction(interaction)),
    );
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
      running.run(() => requests.message(message)),
    );
    return ready.promise;
  };

  return {
    platform: 'discord',

    start: async (chat) => {
      watch();
      const ready = listen(chat);
      try {
        await client.login(token);
      } catch (error) {
        throw new Error(sentenceFor(error), { cause: error });
      }
      await ready;
    },

    ...tellingThrough({ api, draw, log, botId: () => botId }),

    stop: async () => {
      await running.drain();
      await client.destroy();
      unlimited.clearHashSweeper();
      unlimited.clearHandlerSweeper();
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
