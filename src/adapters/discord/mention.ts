// A message that names the bot, or is written to it in private → what the chat reads. Pure, on plain data.
import type { APIUser, GatewayMessageCreateDispatchData } from 'discord.js';
import type { Invocation } from '../../chat/invocation.ts';
import { displayNameOf, personOf } from './person.ts';

export interface Surroundings {
  readonly botId: string;
  readonly onlyGuild: string | undefined;
  /** From memory: a message does not come with its author's permissions. */
  readonly isAdmin: (guildId: string, userId: string, roles: readonly string[]) => boolean;
}

const DEFAULT = 0;
const REPLY = 19;

/** What was said, without the bot's name; other people's are written as they are shown. */
export const sentence = (
  { content, mentions }: Pick<GatewayMessageCreateDispatchData, 'content' | 'mentions'>,
  botId: string,
): string => {
  const nameOf = (id: string): string => {
    const named: APIUser | undefined = mentions.find((user) => user.id === id);
    return named ? `@${displayNameOf(named, undefined)}` : '';
  };
  return content
    .replace(/<@!?(\d+)>/g, (_, id: string) => (id === botId ? ' ' : nameOf(id)))
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
};

export const invocationFrom = (
  message: GatewayMessageCreateDispatchData,
  { botId, onlyGuild, isAdmin }: Surroundings,
): Invocation | undefined => {
  const { id, author, member, guild_id, mentions, type, webhook_id } = message;
  if (author.bot || webhook_id !== undefined || (type !== DEFAULT && type !== REPLY)) return undefined;
  if (guild_id !== undefined && !mentions.some((user) => user.id === botId)) return undefined;
  return {
    id,
    person: personOf(
      {
        guildId: guild_id,
        user: author,
        member,
        isAdmin: () => guild_id !== undefined && isAdmin(guild_id, author.id, member?.roles ?? []),
      },
      onlyGuild,
    ),
    // A message does not say what the bot may do there; it is told when something is to be said.
    spot:
      guild_id === undefined
        ? undefined
        : { at: { platform: 'discord', workspace: guild_id, channel: message.channel_id }, look: async () => ({}) },
    line: sentence(message, botId),
    fields: {},
    by: 'mention',
    wantsForm: false,
    canOpenForm: false,
  };
};
