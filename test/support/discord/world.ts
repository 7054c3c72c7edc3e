// What a Discord holds: people, channels, messages, commands; and what it has to object to our requests.
import type { CommandBody, Component, MenuBody } from './checks.ts';

export interface DiscordUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly administers: boolean;
  /** Whether a bot may write to them in private. */
  acceptsPrivateMessages: boolean;
}

export interface Channel {
  readonly id: string;
  /** Undefined: the private conversation with `with`. */
  readonly guildId: string | undefined;
  readonly with: string | undefined;
}

export interface SentFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  /** Whom an ephemeral message is for. */
  readonly onlyFor: string | undefined;
  readonly replyTo: string | undefined;
  content: string;
  components: readonly Component[];
  flags: number;
  pings: readonly string[];
  files: readonly SentFile[];
  /** Of whoever sent it, and when: of two in a few minutes, the second is not made. */
  readonly nonce: { readonly value: string | number; readonly at: number } | undefined;
  /** Grows with each change of any message: the greatest is what people saw last. */
  shownAt: number;
}

export interface Registered {
  readonly id: string;
  readonly body: CommandBody | MenuBody;
  readonly version: string;
}

export interface World {
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly guilds: readonly string[];
  /** The channel that all share, on the first server. */
  readonly channelId: string;
  readonly users: Map<string, DiscordUser>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  /** Why nothing can be said there: 50001, 50013… */
  readonly troubles: Map<string, number>;
  /** For how long two messages of one mark are one. */
  nonceMs: number;
  /** Marks of messages that were sent, and taken away since. */
  readonly removed: Map<string | number, number>;
  /** By where they hold: a server's id, or `everywhere`. */
  readonly commands: Map<string, Map<string, Registered>>;
  readonly violations: string[];
  /** Called for each message that the bot makes or changes. */
  readonly onMessage: Set<(message: Message) => void>;
  snowflake(): string;
  tick(): number;
}

export const privateChannelWith = (world: World, userId: string): Channel => {
  const known = [...world.channels.values()].find((channel) => channel.with === userId);
  if (known) return known;
  const channel = { id: world.snowflake(), guildId: undefined, with: userId };
  world.channels.set(channel.id, channel);
  return channel;
};

const DISCORD_EPOCH_MS = 1_420_070_400_000;

export const createWorld = ({ token, guilds: count }: { readonly token: string; readonly guilds: number }): World => {
  let last = 0n;
  let moment = 0;
  const snowflake = (): string => {
    const now = BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n;
    last = now > last ? now : last + 64n;
    return String(last);
  };
  const guilds = Array.from({ length: count }, snowflake);
  const channels = guilds.map((guildId): Channel => ({ id: snowflake(), guildId, with: undefined }));
  return {
    token,
    applicationId: snowflake(),
    botId: snowflake(),
    guilds,
    channelId: channels[0]?.id ?? '',
    users: new Map(),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: new Map(),
    troubles: new Map(),
    nonceMs: 180_000,
    removed: new Map(),
    commands: new Map(),
    violations: [],
    onMessage: new Set(),
    snowflake,
    tick: () => {
      moment += 1;
      return moment;
    },
  };
};
