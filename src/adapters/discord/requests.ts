// One request from Discord, handed to the chat with the way to answer it.
import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord.js';
import type { Chat } from '../../chat/adapter.ts';
import { messageMenus } from '../../chat/message-menu.ts';
import type { Suggestion } from '../../chat/option.ts';
import type { Log } from '../../kernel/log.ts';
import { type DiscordApi, firstAnswers } from './api.ts';
import { receivedFrom } from './invocation.ts';
import { clip, suggestion } from './limits.ts';
import { invocationFrom, type Surroundings } from './mention.ts';
import { firstTime } from './once.ts';
import { refusalCode, refusals } from './refusals.ts';
import { type Draw, interactionResponder, messageResponder } from './responder.ts';

export interface RequestParts {
  readonly chat: Chat;
  readonly api: DiscordApi;
  readonly draw: Draw;
  readonly log: Log;
  readonly surroundings: () => Surroundings;
}

/** Neither ever rejects. */
export interface Requests {
  interaction(interaction: APIInteraction): Promise<void>;
  message(message: GatewayMessageCreateDispatchData): Promise<void>;
}

/** What would be cut is left out: it would come back as something else. */
const choicesOf = (suggestions: readonly Suggestion[]) =>
  suggestions
    .filter(({ value }) => value !== '' && value.length <= suggestion.chars)
    .slice(0, suggestion.count)
    .map(({ label, value }) => ({ name: clip(label, suggestion.chars), value }));

export const requestHandler = ({ chat, api, draw, log, surroundings }: RequestParts): Requests => {
  const isNew = firstTime();
  const menus = messageMenus(chat.commands);

  const suggest = async (interaction: APIInteraction, suggestions: readonly Suggestion[]): Promise<void> => {
    try {
      await api.firstAnswer(interaction, firstAnswers.suggestions, { choices: choicesOf(suggestions) });
    } catch (err) {
      // Whoever types on makes the question void before it is answered: nothing is wrong.
      if (refusalCode(err) !== refusals.unknownInteraction) log.warn({ err }, 'suggestions could not be sent');
    }
  };

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (err) {
      log.error({ err }, 'a request from discord could not be read');
    }
  };

  return {
    interaction: (interaction) =>
      guarded(async () => {
        if (!isNew(interaction.id)) return;
        const received = receivedFrom(interaction, { ...surroundings(), menus });
        if (!received) return log.warn({ code: interaction.type }, 'an interaction of no kind that we know');
        if (received.kind === 'typing') return suggest(interaction, chat.suggest(received.query));
        await chat.dispatch(received.invocation, interactionResponder(interaction, received.answer, api, draw));
      }),

    message: (message) =>
      guarded(async () => {
        const invocation = invocationFrom(message, surroundings());
        if (!invocation || !isNew(invocation.id)) return;
        await chat.dispatch(invocation, messageResponder(message, api, draw));
      }),
  };
};
