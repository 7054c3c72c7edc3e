// How a request is answered: an interaction by its own first answer and then an edit of it; a message that named the bot
// by another message.
import type { GatewayMessageCreateDispatchData } from 'discord.js';
import type { Audience, Responder } from '../../chat/adapter.ts';
import { privateRefused } from '../../messages/discord.fr.ts';
import type { Reply } from '../../reply/tree.ts';
import { type DiscordApi, firstAnswers, type Ticket } from './api.ts';
import type { Answer } from './invocation.ts';
import { modalOf } from './modal.ts';
import { refusalCode, refusals } from './refusals.ts';
import { type Message, type Rendering, render } from './render.ts';

const EPHEMERAL = 1 << 6;

export type Draw = (reply: Reply, rendering?: Pick<Rendering, 'staysLaidOut'>) => Message;

export const drawWith =
  (onCut: Rendering['onCut']): Draw =>
  (reply, rendering = {}) =>
    render(reply, { onCut, ...rendering });

export const interactionResponder = (ticket: Ticket, answer: Answer, api: DiscordApi, draw: Draw): Responder => {
  let editsCard = false;

  /** A first answer that was repeated because its receipt got lost has been given all the same. */
  const once = async (given: Promise<void>): Promise<void> => {
    try {
      await given;
    } catch (error) {
      if (refusalCode(error) !== refusals.alreadyAcknowledged) throw error;
    }
  };

  return {
    openForm: (form) => api.firstAnswer(ticket, firstAnswers.form, modalOf(form)),
    acknowledge: (audience) => {
      editsCard = answer.replacesCard && audience === 'asker';
      if (editsCard) return once(api.firstAnswer(ticket, firstAnswers.laterInCard));
      const flags = audience === 'asker' && !answer.inPrivateChannel ? EPHEMERAL : 0;
      return once(api.firstAnswer(ticket, firstAnswers.later, { flags }));
    },
    answer: (reply) => api.answer(ticket, draw(reply, { staysLaidOut: editsCard && answer.staysLaidOut })),
  };
};

type Said = Pick<GatewayMessageCreateDispatchData, 'id' | 'channel_id' | 'guild_id' | 'author'>;

export const messageResponder = (
  { id, channel_id, guild_id, author }: Said,
  api: DiscordApi,
  draw: Draw,
): Responder => {
  let audience: Audience = 'asker';

  const answerInPrivate = async (reply: Reply): Promise<void> => {
    try {
      await api.send(await api.privateChannelWith(author.id), draw(reply));
    } catch (error) {
      if (refusalCode(error) !== refusals.cannotWriteToThem) throw error;
      await api.send(channel_id, draw(privateRefused), { inReplyTo: id });
    }
  };

  return {
    openForm: async () => {
      throw new Error('A message cannot be answered by a form: its invocation says so.');
    },
    /** A message waits as long as it takes: nothing to send. */
    acknowledge: async (chosen) => {
      audience = chosen;
    },
    answer: async (reply) => {
      if (audience === 'asker' && guild_id !== undefined) return answerInPrivate(reply);
      await api.send(channel_id, draw(reply), { inReplyTo: id });
    },
  };
};
