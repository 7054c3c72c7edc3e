// What is said without being asked: once in a channel, once to a person, and changed where it stands.
import { type Adapter, inWords } from '../../chat/adapter.ts';
import type { Log } from '../../kernel/log.ts';
import type { DiscordApi } from './api.ts';
import { cannotLook, inChannel, inPrivate, refusalCode } from './refusals.ts';
import { isLaidOut } from './render.ts';
import type { Draw } from './responder.ts';
import { sentMessage } from './seeking.ts';

interface Parts {
  readonly api: DiscordApi;
  readonly draw: Draw;
  readonly botId: () => string;
  readonly log: Log;
}

export const tellingThrough = ({
  api,
  draw,
  botId,
  log,
}: Parts): Pick<Adapter, 'post' | 'update' | 'tell' | 'gather' | 'seek' | 'looks'> => {
  const edited: Adapter['update'] = async ({ channel, message }, reply) => {
    const { flags } = await api.message(channel, message);
    await api.edit(channel, message, draw(reply, { staysLaidOut: isLaidOut(flags) }));
  };

  return {
    post: async ({ workspace, channel }, reply, mark) => {
      const { id } = await inWords(api.send(channel, draw(reply), { mark }), inChannel);
      return { workspace, channel, message: id };
    },

    update: (message, reply) => inWords(edited(message, reply), inChannel),

    tell: async ({ workspace, userId }, reply, mark) => {
      const channel = await inWords(api.privateChannelWith(userId), inPrivate);
      const { id } = await inWords(api.send(channel, draw(reply), { mark }), inPrivate);
      return { workspace, channel, message: id };
    },

    // A bot opens private messages with one person at a time: https://discord.com/developers/docs/resources/user#create-group-dm
    // wants each person's own access token.
    gather: async () => undefined,

    seek: async (where, { mark, reply, since }) => {
      const channel =
        'channel' in where ? where.channel : await inWords(api.privateChannelWith(where.userId), inPrivate);
      try {
        const message = await sentMessage(api, channel, { mark, message: draw(reply), since, botId: botId() });
        return message === undefined ? undefined : { workspace: where.workspace, channel, message };
      } catch (error) {
        if (!cannotLook(error)) throw error;
        const code = refusalCode(error) ?? 0;
        log.warn({ platform: 'discord', code }, 'what may have been said there cannot be looked for');
        return undefined;
      }
    },

    looks: (reply) => JSON.stringify(draw(reply).body),
  };
};
