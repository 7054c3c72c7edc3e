// How one request of Slack's is answered: acknowledged with nothing but the connection it came by, then answered where it
// came from, or as near to it as Slack allows.
import type { Audience, Responder } from '../../chat/adapter.ts';
import type { Form } from '../../chat/form.ts';
import { type Fitting, fit } from '../../reply/fit.ts';
import { type FileBlock, withFiles } from './files.ts';
import { type FormView, formView } from './form.ts';
import { limits } from './limits.ts';
import { render, type SlackMessage } from './render.ts';
import type { ReturnAddress } from './return-address.ts';
import type { CardView, HomeView } from './views.ts';

export interface Spot {
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
  /** Its id, as that of `pushView`, which puts it on top of the modal that was acted on. */
  openView(triggerId: string, view: FormView | CardView): Promise<string>;
  pushView(triggerId: string, view: CardView): Promise<string>;
  updateView(viewId: string, view: FormView | CardView): Promise<void>;
  /** A person's page, over the one of that hash if any is given. Its own hash. */
  publish(userId: string, view: HomeView, over: string | undefined): Promise<string>;
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
  /** The conversation of those people with the bot, the same each time. */
  together(userIds: readonly string[]): Promise<string>;
  update(channel: string, ts: string, message: SlackMessage): Promise<void>;
  /** One page of a conversation, the newest first. */
  history(args: HistoryArguments): Promise<unknown>;
  upload(spot: Spot, file: FileBlock): Promise<void>;
  /** That an answer went another way than it should have. */
  detoured(reason: string): void;
}

/** How the first answer is given: `ack` of a command or button, `update` of a submitted form, none where the SDK gave it. */
export type FirstAnswer =
  | { readonly by: 'ack'; readonly triggerId: string; ack(): Promise<void> }
  | {
      readonly by: 'update';
      readonly again: number;
      ack(update?: { readonly response_action: 'update'; readonly view: FormView | CardView }): Promise<void>;
    }
  | { readonly by: 'sdk' };

export interface Answering {
  readonly first: FirstAnswer;
  readonly to: ReturnAddress;
  readonly calls: Calls;
  readonly fitting: Fitting;
}

/** Each way in turn, as long as Slack says no. */
export const firstAccepted = async (
  ways: readonly (() => Promise<unknown>)[],
  detoured: Calls['detoured'],
): Promise<void> => {
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

/** A request that Slack delivers again has its form open already: it is used up, and nobody has to hear of it. */
const openedOnce = async (open: () => Promise<unknown>, detoured: Calls['detoured']): Promise<void> => {
  try {
    await open();
  } catch (error) {
    if (!(error instanceof Refused) || error.message !== 'exchanged_trigger_id') throw error;
    detoured(error.message);
  }
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
        await openedOnce(() => calls.openView(first.triggerId, formView(form, to)), calls.detoured);
        return;
      case 'update':
        acknowledged = true;
        return first.ack({ response_action: 'update', view: formView(form, to, first.again + 1) });
      case 'sdk':
        throw new Error('Slack opens no form in answer to a message');
    }
  };

  return {
    openForm,
    acknowledge: async (given) => {
      audience = given;
      await acknowledge();
    },
    answer: async (reply) => {
      const message = render(fit(await withFiles(reply, { to, audience, calls }), limits, fitting));
      await firstAccepted(waysTo(audience, message, answering), calls.detoured);
    },
  };
};
