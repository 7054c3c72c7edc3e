// Slack's Web API, as far as we use it: the methods, their arguments, their refusals.
import { z } from 'zod';
import { home, messageContent, modal } from './block-kit.ts';
import { APP, BOT, TEAM, WORKSPACE_URL, type Workspace } from './workspace.ts';

export type Answer =
  | { readonly ok: true; readonly [key: string]: unknown }
  | { readonly ok: false; readonly error: string };

/** A value that came as JSON in a field of a form. */
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const flag = z.enum(['true', 'false']).optional();
const content = { text: messageContent.shape.text, blocks: json.pipe(messageContent.shape.blocks) };
const metadata = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
const no = (error: string): Answer => ({ ok: false, error });

export interface Method {
  readonly token: 'bot' | 'app';
  /** The problems of the arguments make a violation of the test; `run` answers as Slack would. */
  readonly run: (
    given: Readonly<Record<string, string>>,
  ) => { readonly problems: z.ZodError } | { readonly answer: Answer };
}

const method = <S extends z.ZodRawShape>(
  shape: S,
  answer: (given: z.infer<z.ZodObject<S>>) => Answer,
  token: Method['token'] = 'bot',
): Method => ({
  token,
  run: (given) => {
    const read = z.strictObject(shape).safeParse(given);
    return read.success ? { answer: answer(read.data as z.infer<z.ZodObject<S>>) } : { problems: read.error };
  },
});

export const webApi = (workspace: Workspace, origin: () => string): ReadonlyMap<string, Method> => {
  const { members, channels, troubles, messages, uploads, files } = workspace;
  const troubleOf = (channel: string): string | undefined =>
    channels.has(channel) ? troubles.get(channel) : 'channel_not_found';

  return new Map<string, Method>([
    [
      'auth.test',
      method({}, () => ({
        ok: true,
        url: WORKSPACE_URL,
        team: 'La Mijoteuse',
        user: 'mijote',
        team_id: TEAM,
        user_id: BOT.userId,
        bot_id: BOT.botId,
        is_enterprise_install: false,
      })),
    ],
    [
      'apps.connections.open',
      method(
        {},
        () => ({
          ok: true,
          url: `${origin().replace('http', 'ws')}/link?app_id=${APP}&ticket=${workspace.nextId('t')}`,
        }),
        'app',
      ),
    ],
    [
      'chat.postMessage',
      method(
        {
          channel: z.string(),
          thread_ts: z.string().optional(),
          unfurl_links: flag,
          unfurl_media: flag,
          metadata: json.pipe(metadata).optional(),
          ...content,
        },
        ({ channel, thread_ts, text, blocks, metadata }) => {
          const trouble = troubleOf(channel);
          if (trouble) return no(trouble);
          const message = workspace.post({ text, blocks }, { channel, thread: thread_ts, metadata });
          return { ok: true, channel, ts: message.ts, message: { type: 'message', text, blocks, bot_id: BOT.botId } };
        },
      ),
    ],
    [
      'chat.postEphemeral',
      method(
        { channel: z.string(), user: z.string(), thread_ts: z.string().optional(), ...content },
        ({ channel, user, thread_ts, text, blocks }) => {
          if (!channels.has(channel)) return no('channel_not_found');
          if (!members.has(user)) return no('user_not_in_channel');
          return {
            ok: true,
            message_ts: workspace.post({ text, blocks }, { channel, thread: thread_ts, ephemeralFor: user }).ts,
          };
        },
      ),
    ],
    [
      'chat.update',
      method({ channel: z.string(), ts: z.string(), ...content }, ({ channel, ts, text, blocks }) => {
        const trouble = troubleOf(channel);
        if (trouble) return no(trouble);
        const message = messages.find(
          (each) => each.channel === channel && each.ts === ts && each.ephemeralFor === undefined,
        );
        if (!message) return no('message_not_found');
        workspace.edit(message, { text, blocks });
        return { ok: true, channel, ts, text };
      }),
    ],
    [
      'conversations.history',
      method(
        {
          channel: z.string(),
          oldest: z.string().regex(/^\d+(\.\d{1,6})?$/),
          limit: z.coerce.number().int().min(1).max(999),
          include_all_metadata: flag,
          cursor: z.string().optional(),
        },
        ({ channel, oldest, limit, include_all_metadata, cursor = '0' }) => {
          const trouble = troubleOf(channel);
          if (trouble && trouble !== 'is_archived') return no(trouble);
          const all = messages
            .filter(
              (each) => each.channel === channel && each.ephemeralFor === undefined && Number(each.ts) > Number(oldest),
            )
            .toReversed();
          const [from, end] = [Number(cursor), Number(cursor) + limit];
          return {
            ok: true,
            messages: all.slice(from, end).map(({ ts, content, metadata }) => ({
              type: 'message',
              user: BOT.userId,
              bot_id: BOT.botId,
              ts,
              ...content,
              ...(include_all_metadata === 'true' && metadata ? { metadata } : {}),
            })),
            has_more: end < all.length,
            response_metadata: { next_cursor: end < all.length ? String(end) : '' },
          };
        },
      ),
    ],
    [
      'conversations.info',
      method({ channel: z.string() }, ({ channel }) => {
        const trouble = troubleOf(channel);
        // A private channel where the bot is not is one that it is not shown.
        if (trouble === 'channel_not_found' || trouble === 'not_in_channel') return no('channel_not_found');
        return {
          ok: true,
          channel: {
            id: channel,
            name: 'general',
            is_channel: true,
            is_archived: trouble === 'is_archived',
            is_member: true,
          },
        };
      }),
    ],
    [
      'conversations.open',
      method({ users: z.string() }, ({ users }) => {
        const wanted = users.split(',');
        if (!wanted.every((user) => members.has(user)))
          return no(wanted.length > 1 ? 'users_not_found' : 'user_not_found');
        if (workspace.lacking.has('mpim:write') && wanted.length > 1) return no('missing_scope');
        const id = wanted.length > 1 ? workspace.groupOf(wanted) : workspace.directOf(users);
        return { ok: true, channel: { id } };
      }),
    ],
    [
      'users.info',
      method({ user: z.string() }, ({ user }) => {
        const member = members.get(user);
        return member
          ? {
              ok: true,
              user: { id: member.id, team_id: TEAM, name: member.name, is_admin: member.isAdmin, is_owner: false },
            }
          : no('user_not_found');
      }),
    ],
    [
      'views.open',
      method({ trigger_id: z.string(), view: json.pipe(modal) }, ({ trigger_id, view }) => {
        const whose = workspace.useTrigger(trigger_id);
        if ('error' in whose) return no(whose.error);
        return { ok: true, view: { id: workspace.open(whose.userId, view).id } };
      }),
    ],
    [
      'views.push',
      method({ trigger_id: z.string(), view: json.pipe(modal) }, ({ trigger_id, view }) => {
        const whose = workspace.useTrigger(trigger_id);
        if ('error' in whose) return no(whose.error);
        const top = workspace.views.get(whose.userId);
        if (!top) return no('not_found');
        if (top.under?.under) return no('push_limit_reached');
        return { ok: true, view: { id: workspace.open(whose.userId, view, top).id } };
      }),
    ],
    [
      'views.update',
      method(
        { view_id: z.string(), view: json.pipe(modal), hash: z.string().optional() },
        ({ view_id, view, hash }) => {
          const open = workspace.openView(view_id);
          if (!open) return no('not_found');
          if (hash !== undefined && hash !== open.hash) return no('hash_conflict');
          workspace.reopen(open, view);
          return { ok: true, view: { id: open.id, hash: open.hash } };
        },
      ),
    ],
    [
      'views.publish',
      method({ user_id: z.string(), view: json.pipe(home), hash: z.string().optional() }, ({ user_id, view, hash }) => {
        if (!members.has(user_id)) return no('user_not_found');
        if (hash !== undefined && hash !== workspace.homes.get(user_id)?.hash) return no('hash_conflict');
        const shown = workspace.publish(user_id, view);
        return { ok: true, view: { id: shown.id, hash: shown.hash, type: 'home' } };
      }),
    ],
    [
      'files.getUploadURLExternal',
      method({ filename: z.string().min(1), length: z.coerce.number().int().positive() }, ({ filename, length }) => {
        const file_id = workspace.nextId('F');
        uploads.set(file_id, { name: filename, length, bytes: undefined });
        return { ok: true, upload_url: `${origin()}/upload/${file_id}`, file_id };
      }),
    ],
    [
      'files.completeUploadExternal',
      method(
        {
          files: json.pipe(z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1)),
          channel_id: z.string(),
          thread_ts: z.string().optional(),
        },
        ({ files: completed, channel_id }) => {
          if (!channels.has(channel_id)) return no('channel_not_found');
          for (const { id } of completed) {
            const upload = uploads.get(id);
            if (!upload?.bytes) return no('file_not_found');
            files.push({ name: upload.name, channel: channel_id, bytes: upload.bytes });
          }
          return { ok: true, files: completed };
        },
      ),
    ],
  ]);
};
