// What Discord sends when someone chooses an entry in the menu of a message: the message comes along, so that nothing has to
// be read that was not picked. https://discord.com/developers/docs/interactions/application-commands#message-commands
import type { APIMessage, APIMessageApplicationCommandInteraction } from 'discord.js';
import { type MessageMenu, type PickedMessage, pickedFrom } from '../../chat/message-menu.ts';
import { sentence } from './mention.ts';

/** A forwarded message has its words in what it forwards. */
const wordsOf = (message: APIMessage, botId: string): string => {
  const forwarded = message.message_snapshots?.[0]?.message.content ?? '';
  return sentence({ content: message.content === '' ? forwarded : message.content, mentions: message.mentions }, botId);
};

/** What the bot said itself is nobody's words. */
const picked = (message: APIMessage, guildId: string | undefined, botId: string): PickedMessage => ({
  text: message.author.id === botId ? '' : wordsOf(message, botId),
  link: `https://discord.com/channels/${guildId ?? '@me'}/${message.channel_id}/${message.id}`,
});

/** Undefined: an entry that no command has any more. */
export const fromMenu = (
  { data, guild_id }: APIMessageApplicationCommandInteraction,
  menus: readonly MessageMenu[],
  botId: string,
): ReturnType<typeof pickedFrom> | undefined => {
  const menu = menus.find(({ label }) => label === data.name);
  if (!menu) return undefined;
  const message = data.resolved.messages[data.target_id];
  return message && pickedFrom(menu, picked(message, guild_id, botId));
};
