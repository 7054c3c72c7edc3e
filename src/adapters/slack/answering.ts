// How one request of Slack's is answered: acknowledged with nothing but the connection it came by, then answered where it
// came from, or as near to it as Slack allows.
import type { Audience, Responder } from '../../chat/adapter.ts';
import type { Form } from '../../chat/form.ts';
import { slackWords } from '../../messages/slack.fr.ts';
import { type Fitting, fit } from '../../reply/fit.ts';
import { type Block, p, type Reply } from '../../reply/tree.ts';
import { type FormView, formView } from './form.ts';
import { limits } from './limits.ts';
import { render, type SlackMessage } from './render.ts';
import type { ReturnAddress } from './return-address.ts';

export type FileBlock = Extract<Block, { readonly type: 'picture' | 'file' }>;

interface Spot {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** What Slack said no to, with its reason: `channel_not_found`, `used_url`. Nothing was posted. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface HistoryArguments {
  readonly channel: string;
  readonly oldest: string;
  readonly limit: number;
  readonly include_all_metadata: true;
  readonly cursor?: string;
}

/** Our calls to Slack. Each throws `Refused` where Slack says no, and something else where it is not known to have heard. */
export interface Calls {
  openView(triggerId: string, view: FormView): Promise<void>;
  /** To a response_url. */
  respond(
    url: string,
    message: SlackMessage,
    how: { readonly audience: Audience; readonly replaces: boolean; readonly thread: string | undefined },
  ): Promise<void>;
  /** `mark`: by which it is found again. */
  post(spot: Spot, message: SlackMessage, mark?: string): Promise<{ readonly ts: string }>;
  postEphemeral(spot: Spot, userId: string, message: SlackMessage): Promise<void>;
  /** The conversation of that person with the bot. */
  direct(userId: string): Promise<string>;
  update(channel: string, ts: string, message: SlackMessage): Promise<void>;
  /** One page of a conversation, the newest first. */
  history(args: HistoryArguments): Promise<unknown>;
  upload(spot: Spot, file: FileBlock): Promise<void>;
  /** That an answer went another way than it should have. */
  detoured(reason: string): void;
}

export const filesOf = ({ blocks }: Reply): readonly FileBlock[] =>
  blocks.filter((block) => block.type === 'picture' || block.type === 'file');

export const contentOf = (file: FileBlock): Uint8Array =>
  file.type === 'picture' ? file.png : new TextEncoder().encode(file.content);

const whereIs = (sent: readonly FileBlock[]): string => {
  if (sent.length > 1) return slackWords.filesSentPrivately;
  return sent[0]?.type === 'picture' ? slackWords.pictureSentPrivately : slackWords.fileSentPrivately;
};

/** How the first answer is given: `ack` of a command or button, `update` of a submitted form, none where the SDK gave it. */
export type FirstAnswer =
  | { readonly by: 'ack'; readonly triggerId: string; ack(): Promise<void> }
  | {
      readonly by: 'update';
      readonly again: number;
      ack(update?: { readonly response_action: 'update'; readonly view: FormView }): Promise<void>;
    }
  | { readonly by: 'sdk' };

export interface Answering {
  readonly first: FirstAnswer;
  readonly to: ReturnAddress;
  readonly calls: Calls;
  readonly fitting: Fitting;
}

/** Each way in turn, as long as Slack says no. */
const firstAccepted = async (ways: readonly (() => Promise<unknown>)[], detoured: Calls['detoured']): Promise<void> => {
  const refusals: Refused[] = [];
  for (const way of ways) {
    try {
      await way();
      return;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(error);
      detoured(error.message);
    }
  }
  throw new AggregateError(refusals, 'Slack refused the answer wherever it could go');
};

const waysTo = (
  audience: Audience,
  message: SlackMessage,
  { to, calls }: Answering,
): readonly (() => Promise<unknown>)[] => {
  const { channel, thread, responseUrl, userId, direct } = to;
  const replaces = to.replaces && (audience === 'asker' || direct);
  const respond = responseUrl ? [() => calls.respond(responseUrl, message, { audience, replaces, thread })] : [];
  const inPrivate = async () => calls.post({ channel: await calls.direct(userId) }, message);
  if (channel === undefined) return [...respond, inPrivate];
  const spot = { channel, thread };
  if (audience === 'channel' || direct) return [...respond, () => calls.post(spot, message)];
  return [...respond, () => calls.postEphemeral(spot, userId, message), inPrivate];
};

export const createResponder = (answering: Answering): Responder => {
  const { first, to, calls, fitting } = answering;
  let audience: Audience = 'asker';
  let acknowledged = first.by === 'sdk';

  const acknowledge = async (): Promise<void> => {
    if (acknowledged || first.by === 'sdk') return;
    acknowledged = true;
    await first.ack();
  };

  const openForm = async (form: Form): Promise<void> => {
    switch (first.by) {
      case 'ack':
        await acknowledge();
        return calls.openView(first.triggerId, formView(form, to));
      case 'update':
        acknowledged = true;
        return first.ack({ response_action: 'update', view: formView(form, to, first.again + 1) });
      case 'sdk':
        throw new Error('Slack opens no form in answer to a message');
    }
  };

  /** A picture that Slack refuses takes nothing away: its words say the same. */
  const uploaded = async (spot: Spot, file: FileBlock): Promise<boolean> => {
    try {
      await calls.upload(spot, file);
      return true;
    } catch (error) {
      if (!(error instanceof Refused) || file.type !== 'picture') throw error;
      calls.detoured(error.message);
      return false;
    }
  };

  /** An ephemeral answer can hold no file: the file goes to the person's private messages, and the answer says so. */
  const withFiles = async (reply: Reply): Promise<Reply> => {
    const files = filesOf(reply);
    if (files.length === 0) return reply;
    const aside = audience === 'asker' && !to.direct;
    const channel = aside || to.channel === undefined ? await calls.direct(to.userId) : to.channel;
    const spot = { channel, thread: aside ? undefined : to.thread };
    const sent: FileBlock[] = [];
    for (const file of files) if (await uploaded(spot, file)) sent.push(file);
    if (!aside || sent.length === 0) return reply;
    return { ...reply, blocks: [...reply.blocks, p(whereIs(sent))] };
  };

  return {
    openForm,
    acknowledge: async (given) => {
      audience = given;
      await acknowledge();
    },
    answer: async (reply) => {
      const message = render(fit(await withFiles(reply), limits, fitting));
      await firstAccepted(waysTo(audience, message, answering), calls.detoured);
    },
  };
};
