// What is said without being asked: once in a channel, once to a person, and changed where it stands.
import { type Adapter, inWords, type Sought } from '../../chat/adapter.ts';
import type { Log } from '../../kernel/log.ts';
import { type Fitting, fit } from '../../reply/fit.ts';
import type { Reply } from '../../reply/tree.ts';
import type { Calls } from './answering.ts';
import { filesOf } from './files.ts';
import { limits } from './limits.ts';
import { cannotGather, cannotLook, inChannel, inPrivate } from './refusals.ts';
import { render, type SlackMessage } from './render.ts';
import { markedMessage } from './seeking.ts';
import type { Turnstile } from './turnstile.ts';

interface Parts {
  /** Not repeated when nobody knows whether they were heard. */
  readonly calls: Calls;
  readonly turn: Turnstile;
  readonly botId: () => string;
  readonly fitting: Fitting;
  readonly log: Log;
}

export const createTelling = ({
  calls,
  turn,
  botId,
  fitting,
  log,
}: Parts): Pick<Adapter, 'post' | 'update' | 'tell' | 'gather' | 'seek' | 'looks'> => {
  const fitted = (reply: Reply): SlackMessage => render(fit(reply, limits, fitting));

  const post = async (channel: string, reply: Reply, mark: string): Promise<string> => {
    const { ts } = await turn(() => calls.post({ channel }, fitted(reply), mark));
    for (const file of filesOf(reply)) {
      try {
        await turn(() => calls.upload({ channel }, file));
      } catch (err) {
        // The message is there, and its words say the same: it is not sent again for a file.
        log.warn({ platform: 'slack', err }, 'a file could not follow its message');
      }
    }
    return ts;
  };

  const tell = async (userId: string, reply: Reply, mark: string) => {
    const channel = await calls.direct(userId);
    return { channel, message: await post(channel, reply, mark) };
  };

  const marked = async (channel: string, { mark, since }: Sought): Promise<string | undefined> => {
    try {
      const history: Calls['history'] = (args) => turn(() => calls.history(args));
      return await markedMessage({ history }, channel, { mark, since, botId: botId() });
    } catch (error) {
      if (!cannotLook(error)) throw error;
      log.warn({ platform: 'slack', reason: error.message }, 'what may have been said there cannot be looked for');
      return undefined;
    }
  };

  const gathered = async (userIds: readonly string[]): Promise<string | undefined> => {
    try {
      return await turn(() => calls.together(userIds));
    } catch (error) {
      if (!cannotGather(error)) throw error;
      log.warn({ platform: 'slack', reason: error.message }, 'two people cannot be brought into one conversation');
      return undefined;
    }
  };

  return {
    post: async ({ workspace, channel }, reply, mark) => ({
      workspace,
      channel,
      message: await inWords(post(channel, reply, mark), inChannel),
    }),
    update: ({ channel, message }, reply) =>
      inWords(
        turn(() => calls.update(channel, message, fitted(reply))),
        inChannel,
      ),
    tell: async ({ workspace, userId }, reply, mark) => ({
      workspace,
      ...(await inWords(tell(userId, reply, mark), inPrivate)),
    }),
    gather: async (people) => {
      const [first] = people;
      const channel = await gathered(people.map(({ userId }) => userId));
      return first && channel !== undefined ? { workspace: first.workspace, channel } : undefined;
    },
    seek: async (where, sought) => {
      const channel = 'channel' in where ? where.channel : await inWords(calls.direct(where.userId), inPrivate);
      const message = await marked(channel, sought);
      return message === undefined ? undefined : { workspace: where.workspace, channel, message };
    },
    looks: (reply) => JSON.stringify(fitted(reply)),
  };
};
