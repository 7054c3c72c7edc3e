// What Slack sends when someone chooses an entry in the menu of a message: https://docs.slack.dev/interactivity/implementing-shortcuts
import { z } from 'zod';
import { type MessageMenu, pickedFrom } from '../../chat/message-menu.ts';
import { type Directory, handleOf, person, spotIn, type Triggered, team, user, workspaceOf } from './invocation.ts';
import { typedText } from './typed-text.ts';

const chosen = z.object({ callback_id: z.string() });

const messageAction = z.object({
  trigger_id: z.string(),
  response_url: z.string().optional(),
  message_ts: z.string(),
  user,
  team,
  channel: z.object({ id: z.string() }),
  message: z.object({
    user: z.string().optional(),
    bot_id: z.string().optional(),
    text: z.string().nullish(),
    thread_ts: z.string().optional(),
    blocks: z.array(z.unknown()).optional(),
    attachments: z.array(z.object({ fallback: z.string().nullish(), text: z.string().nullish() })).optional(),
  }),
});

type Message = z.infer<typeof messageAction>['message'];

/** Of blocks: text stands in `text`, at some depth; a link that has no words of its own is its address. */
const wordsOf = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node) return typeof node.text === 'string' ? node.text : wordsOf(node.text);
  if ('url' in node && typeof node.url === 'string') return node.url;
  return 'elements' in node ? wordsOf(node.elements) : '';
};

/** Slack gives a message's words beside its blocks; some apps leave them out. */
const textOf = ({ text, blocks = [], attachments = [] }: Message): string =>
  [
    text,
    blocks.map(wordsOf).join('\n'),
    attachments.map((attached) => attached.text ?? attached.fallback ?? '').join('\n'),
  ]
    .map((words) => typedText(words ?? ''))
    .find((words) => words !== '') ?? '';

/** A thread's first message bears its own time as that of the thread. */
const threadOf = ({ thread_ts }: Message, ts: string): string | undefined => (thread_ts === ts ? undefined : thread_ts);

/** As Slack writes it: asking for it would be a call between the press and the form, whose time is counted. */
const permalink = (
  origin: string,
  { channel, ts, thread }: Record<'channel' | 'ts', string> & { thread?: string | undefined },
) => {
  const url = new URL(`/archives/${channel}/p${ts.replace('.', '')}`, origin);
  if (thread === undefined) return url.href;
  url.search = String(new URLSearchParams({ thread_ts: thread, cid: channel }));
  return url.href;
};

/** Who the bot is, and at which address its workspace is read. */
export interface Self {
  readonly botId: string;
  readonly botUserId: string;
  readonly origin: string;
}

/** Undefined: an entry that no command has any more. What the bot said itself is nobody's words. */
export const pickedRequest = (
  body: unknown,
  menus: readonly MessageMenu[],
  self: Self,
  directory: Directory,
): Triggered | undefined => {
  const { callback_id } = chosen.parse(body);
  const menu = menus.find(({ path }) => path === callback_id);
  if (!menu) return undefined;
  const picked = messageAction.parse(body);
  const { message, message_ts: ts, channel } = picked;
  const thread = threadOf(message, ts);
  const isOurs = message.bot_id === self.botId || message.user === self.botUserId;
  const workspace = workspaceOf(picked);
  return {
    invocation: {
      id: picked.trigger_id,
      person: person(workspace, picked.user.id, handleOf(picked.user), directory),
      spot: spotIn(workspace, channel.id, directory),
      ...pickedFrom(menu, {
        text: isOurs ? '' : textOf(message),
        link: permalink(self.origin, { channel: channel.id, ts, thread }),
      }),
    },
    // As for a command: between two people, the bot is not there.
    to: {
      userId: picked.user.id,
      channel: channel.id,
      thread,
      responseUrl: picked.response_url,
      direct: false,
      replaces: false,
    },
    triggerId: picked.trigger_id,
  };
};
