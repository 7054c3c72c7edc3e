// What Discord dispatches over its gateway, as it came: who asks is read from it alone, without a cache or a call. Knows the
// shape of the SDK's client, and not the SDK.
import type {
  APIGuildScheduledEvent,
  APIInteraction,
  Client,
  GatewayDispatchEvents,
  GatewayGuildDeleteDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayReadyDispatchData,
} from 'discord.js';
import type { Log } from '../../kernel/log.ts';
import { administers } from './person.ts';
import type { Requests } from './requests.ts';

/** Sees the servers' scheduled events move by other hands. */
interface Witness {
  changed(event: APIGuildScheduledEvent): void;
  deleted(event: APIGuildScheduledEvent): void;
}

interface Parts {
  readonly requests: Requests;
  readonly witness: Witness;
  /** Of the bot's servers: kept up to date. */
  readonly guilds: Set<string>;
  /** Their names, which are the SDK's. */
  readonly events: typeof GatewayDispatchEvents;
  readonly run: (work: () => Promise<void>) => void;
  readonly log: Log;
}

export const administersOn =
  (client: Client) =>
  (guildId: string, userId: string, roles: readonly string[]): boolean => {
    const guild = client.guilds.cache.get(guildId);
    const allows = (role: string): boolean => {
      const permissions = guild?.roles.cache.get(role)?.permissions.bitfield;
      return permissions !== undefined && administers(String(permissions));
    };
    return guild?.ownerId === userId || [...roles, guildId].some(allows);
  };

const watch = (client: Client, log: Log): void => {
  client.on('error', (err) => log.error({ err }, 'discord client error'));
  client.on('shardError', (err, shard) => log.warn({ err, shard }, 'discord connection error'));
  client.on('shardReconnecting', (shard) => log.info({ shard }, 'discord reconnecting'));
  client.on('shardResume', (shard, count) => log.info({ shard, count }, 'discord resumed'));
  client.on('shardDisconnect', ({ code }, shard) =>
    log.error({ code, shard }, 'discord closed the connection for good'),
  );
};

/** Resolves once Discord says that it will tell everything. */
export const listenWith = (client: Client, { requests, witness, guilds, events, run, log }: Parts): Promise<void> => {
  const ready = Promise.withResolvers<void>();
  watch(client, log);
  client.ws.on(events.Ready, (data: GatewayReadyDispatchData) => {
    guilds.clear();
    for (const { id } of data.guilds) guilds.add(id);
    ready.resolve();
  });
  client.ws.on(events.GuildCreate, ({ id }: { readonly id: string }) => guilds.add(id));
  client.ws.on(events.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
    // A server that is down for a while is still one of ours.
    if (!unavailable) guilds.delete(id);
  });
  client.ws.on(events.InteractionCreate, (interaction: APIInteraction) => run(() => requests.interaction(interaction)));
  client.ws.on(events.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
    run(() => requests.message(message)),
  );
  client.ws.on(events.GuildScheduledEventUpdate, (event: APIGuildScheduledEvent) => witness.changed(event));
  client.ws.on(events.GuildScheduledEventDelete, (event: APIGuildScheduledEvent) => witness.deleted(event));
  return ready.promise;
};
