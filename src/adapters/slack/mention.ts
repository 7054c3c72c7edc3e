// A sentence said to the bot, by naming it or in private: as an invocation, and the address of its answer.
import { z } from 'zod';
import { type Directory, person, type Request, spotIn } from './invocation.ts';
import { saidToBot } from './typed-text.ts';

const said = z.object({
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    user: z.string().optional(),
    bot_id: z.string().optional(),
    edited: z.unknown().optional(),
    text: z.string().default(''),
    channel: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** Undefined: said by a bot, said again by an edit, or said elsewhere than to the bot. */
export const mentionRequest = async (
  body: unknown,
  botUserId: string,
  directory: Directory,
): Promise<Request | undefined> => {
  const { team_id, event_id, event } = said.parse(body);
  const direct = event.type === 'message' && event.channel_type === 'im';
  const isOurs = direct || event.type === 'app_mention';
  if (!isOurs || !event.user || event.user === botUserId || event.bot_id || event.subtype || event.edited)
    return undefined;
  return {
    invocation: {
      id: event_id,
      person: person(team_id, event.user, await directory.nameOf(event.user), directory),
      spot: spotIn(team_id, event.channel, directory),
      line: saidToBot(event.text, botUserId),
      fields: {},
      by: 'mention',
      wantsForm: false,
      canOpenForm: false,
    },
    to: { userId: event.user, channel: event.channel, thread: event.thread_ts, direct, replaces: false },
  };
};
