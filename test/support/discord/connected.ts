// Our adapter, connected by the real discord.js to our own Discord, its commands registered.
import { type DiscordAdapter, deployCommands, discordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { Chat } from '../../../src/chat/adapter.ts';
import type { ChannelTrouble } from '../../../src/core/deliveries/model.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { AdapterWorld } from '../../contract/adapter.ts';
import { type LoopbackDiscord, type LoopbackOptions, openDiscord } from './discord.ts';

export interface ConnectedDiscord extends AdapterWorld, AsyncDisposable {
  readonly discord: LoopbackDiscord;
  readonly adapter: DiscordAdapter;
  /** From now on nothing can be said in the common channel, for that reason. */
  closeChannel(trouble: ChannelTrouble | undefined): void;
  /** What the adapter logged as a warning or an error. */
  readonly complaints: readonly string[];
}

/** As Discord says it. */
const SAID: Readonly<Partial<Record<ChannelTrouble, number>>> = {
  channel_gone: 10_003,
  not_invited: 50_001,
  not_allowed: 50_013,
};

const never = (what: string): never => {
  throw new Error(what);
};

export const openConnectedDiscord = async (chat: Chat, options: LoopbackOptions = {}): Promise<ConnectedDiscord> => {
  const discord = await openDiscord(options);
  const { apiUrl, token } = discord;
  const complaints: string[] = [];
  const complain: Log['warn'] = ({ err }, event) => {
    complaints.push(err instanceof Error ? `${event}: ${err.message}` : event);
  };
  const log: Log = { debug: () => {}, info: () => {}, warn: complain, error: complain };
  const adapter = discordAdapter({ token, apiUrl, log, onCut: never });
  await deployCommands({ token, apiUrl }, chat.commands);
  await adapter.start(chat);

  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= adapter.stop();
    return stopped;
  };
  const leave = async (): Promise<void> => {
    await stop();
    await discord.close();
  };

  return {
    discord,
    adapter: { ...adapter, stop },
    complaints,
    channel: { workspace: discord.guildId, channel: discord.channelId },
    person: (userId, name) => discord.person(userId, name),
    ref: (userId) => {
      discord.person(userId, userId);
      return { workspace: discord.guildId, userId };
    },
    typed: (command, text) => (text === '' ? `/${command}` : `/${command} texte:${text}`),
    closeChannel: (trouble) => {
      discord.world.troubles.delete(discord.channelId);
      const code = trouble && SAID[trouble];
      if (code) discord.world.troubles.set(discord.channelId, code);
    },
    inChannel: discord.inChannel,
    told: discord.told,
    stall: discord.stall,
    waits: discord.waits,
    close: async () => {
      await leave();
      discord.assertClean();
    },
    [Symbol.asyncDispose]: leave,
  };
};
