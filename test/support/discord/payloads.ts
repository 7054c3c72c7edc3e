// What Discord sends of a person, a server, a message: the fields that its documentation says are always there.
import type { DiscordUser, Message, World } from './world.ts';

const NOW = '2026-11-23T10:00:00.000000+00:00';
const ADMINISTRATOR = '8';
const MEMBER = '2147483648';

export const userPayload = ({ id, username, name }: DiscordUser) => ({
  id,
  username,
  discriminator: '0',
  global_name: name,
  avatar: null,
  public_flags: 0,
});

export const botPayload = ({ botId }: World) => ({
  id: botId,
  username: 'mijote',
  discriminator: '0000',
  global_name: null,
  avatar: null,
  bot: true,
  mfa_enabled: true,
  verified: true,
  flags: 0,
});

/** The member part of a message; an interaction adds the permissions. */
export const memberPayload = ({ administers }: DiscordUser, guildId: string) => ({
  nick: null,
  avatar: null,
  roles: administers ? [roleId(guildId)] : [],
  joined_at: NOW,
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  communication_disabled_until: null,
});

export const permissionsOf = ({ administers }: DiscordUser): string => (administers ? ADMINISTRATOR : MEMBER);

/** To use commands, to see the channel, to write in it and in its threads. */
const BOT = { commands: 1n << 31n, view: 1n << 10n, send: 1n << 11n, sendInThreads: 1n << 38n } as const;

/** What the bot may do there, as each request says it. */
export const botPermissionsIn = ({ troubles }: World, channelId: string): string => {
  const { commands, view, send, sendInThreads } = BOT;
  switch (troubles.get(channelId)) {
    case 50_001:
      return String(commands);
    case 50_013:
      return String(commands | view);
    default:
      return String(commands | view | send | sendInThreads);
  }
};

const roleId = (guildId: string): string => String(BigInt(guildId) + 1n);

const role = (id: string, name: string, permissions: string) => ({
  id,
  name,
  permissions,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  position: 0,
  managed: false,
  mentionable: false,
  flags: 0,
});

export const guildPayload = (world: World, id: string) => ({
  id,
  name: 'La Mijoteuse',
  icon: null,
  owner_id: '1',
  roles: [role(id, '@everyone', MEMBER), role(roleId(id), 'Équipe', ADMINISTRATOR)],
  channels: [...world.channels.values()]
    .filter(({ guildId }) => guildId === id)
    .map((channel) => ({
      id: channel.id,
      type: 0,
      name: 'general',
      position: 0,
      permission_overwrites: [],
      parent_id: null,
      flags: 0,
    })),
  threads: [],
  members: [],
  presences: [],
  voice_states: [],
  emojis: [],
  stickers: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  features: [],
  joined_at: NOW,
  large: false,
  unavailable: false,
  member_count: 10,
  afk_timeout: 300,
  afk_channel_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  application_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: 'fr',
  vanity_url_code: null,
  description: null,
  banner: null,
  splash: null,
  discovery_splash: null,
});

export const channelPayload = (world: World, channelId: string) => {
  const channel = world.channels.get(channelId);
  const user = channel?.with === undefined ? undefined : world.users.get(channel.with);
  return channel?.guildId === undefined
    ? { id: channelId, type: 1, last_message_id: null, flags: 0, recipients: user ? [userPayload(user)] : [] }
    : {
        id: channelId,
        type: 0,
        name: 'general',
        guild_id: channel.guildId,
        position: 0,
        flags: 0,
        permissions: MEMBER,
        nsfw: false,
        parent_id: null,
      };
};

export const messagePayload = (world: World, message: Message) => ({
  id: message.id,
  type: message.replyTo === undefined ? 0 : 19,
  channel_id: message.channelId,
  author: botPayload(world),
  content: message.content,
  components: message.components,
  flags: message.flags,
  attachments: message.files.map(({ name, contentType, bytes }, index) => ({
    id: String(BigInt(message.id) + BigInt(index) + 1n),
    filename: name,
    content_type: contentType,
    size: bytes.length,
    url: `https://cdn.discordapp.com/attachments/${message.channelId}/${name}`,
    proxy_url: `https://media.discordapp.net/attachments/${message.channelId}/${name}`,
  })),
  embeds: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  timestamp: NOW,
  edited_timestamp: null,
});

/** A message that someone picked: it comes whole, whatever the intents. */
export const pickedPayload = (
  world: World,
  channelId: string,
  {
    id,
    by,
    text,
    forwards,
  }: {
    readonly id: string;
    readonly by: DiscordUser | undefined;
    readonly text: string;
    readonly forwards: string | undefined;
  },
) => ({
  id,
  type: 0,
  channel_id: channelId,
  author: by ? userPayload(by) : botPayload(world),
  content: text,
  ...(forwards === undefined ? {} : { message_snapshots: [{ message: { type: 0, content: forwards, mentions: [] } }] }),
  mentions: [...world.users.values()].filter((user) => text.includes(`<@${user.id}>`)).map(userPayload),
  mention_roles: [],
  mention_everyone: false,
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  tts: false,
  flags: 0,
  timestamp: NOW,
  edited_timestamp: null,
});

/** What a person wrote, naming the bot or not; without the message content intent, only that reaches a bot. */
export const saidPayload = (world: World, user: DiscordUser, channelId: string, id: string, content: string) => {
  const guildId = world.channels.get(channelId)?.guildId;
  const named = content.includes(`<@${world.botId}>`);
  return {
    id,
    type: 0,
    channel_id: channelId,
    channel_type: guildId === undefined ? 1 : 0,
    author: userPayload(user),
    content: named || guildId === undefined ? content : '',
    ...(guildId === undefined ? {} : { guild_id: guildId, member: memberPayload(user, guildId) }),
    mentions: named ? [botPayload(world)] : [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    tts: false,
    flags: 0,
    timestamp: NOW,
    edited_timestamp: null,
  };
};
