// Slack, over Bolt: Socket Mode with an app token, else HTTP. The only file that knows the SDK. An acknowledgement goes
// back over the connection by which the request came, and waits for nothing else.
import type { RequestListener } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Adapter, Chat } from '../../chat/adapter.ts';
import type { Homes } from '../../chat/home.ts';
import { messageMenus } from '../../chat/message-menu.ts';
import type { Log } from '../../kernel/log.ts';
import { slackWords } from '../../messages/slack.fr.ts';
import { more } from '../../messages/words.fr.ts';
import { type FirstAnswer, Refused } from './answering.ts';
import { createCalls } from './calls.ts';
import { createDirectory } from './directory.ts';
import { createHomes, homeOpened } from './home.ts';
import { createDoor } from './http-door.ts';
import { actionRequest, commandRequest, type Request, submissionRequest, type Triggered } from './invocation.ts';
import { mentionRequest } from './mention.ts';
import { pickedRequest } from './picked.ts';
import { keepConnecting } from './reconnecting.ts';
import { unlessHidden } from './refusals.ts';
import { sdkLog } from './sdk-log.ts';
import { createTelling } from './telling.ts';
import { createTurnstile } from './turnstile.ts';
import { responderTo } from './view-answering.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly connection:
    | { readonly by: 'socket'; readonly appToken: string }
    | { readonly by: 'http'; readonly signingSecret: string };
  /** Undefined: Slack itself. */
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** A reply of ours that is too long for Slack: logged in production, thrown in tests. */
  readonly onCut: (what: string) => void;
}

export interface SlackAdapter extends Adapter {
  /** Each person's « Accueil ». */
  readonly homes: Homes;
  /** For `POST /slack/events`, when connected by HTTP. Checks signatures, and refuses what is older than five minutes. */
  readonly requestListener: RequestListener | undefined;
}

/** A call is worth a few attempts, not half an hour of them: whoever asked is waiting. */
const patience = { retryConfig: { retries: 4, factor: 2, minTimeout: 400 }, timeout: 30_000 };

/** A line that is cut, or an answer of 500, does not say whether a message was posted: whoever asked looks, and tries again. */
const once = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 30_000 };

const secondsAsked = (error: unknown): number | undefined =>
  error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : undefined;

/** Slack lets an app ask for a connection about once a minute. */
const RECONNECT_MS = 30_000;

const accepted = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    throw error instanceof webApi.WebAPIPlatformError ? new Refused(error.data.error, { cause: error }) : error;
  }
};

export const slackAdapter = ({ botToken, connection, apiUrl, log, onCut }: SlackOptions): SlackAdapter => {
  const logger = { ...sdkLog(log), getLevel: () => LogLevel.WARN };
  // The SDK writes into the options that it is given: each client has its own.
  const clientOptions = () => ({ ...(apiUrl !== undefined && { slackApiUrl: apiUrl }), logger });
  const client = (how: webApi.WebClientOptions) => new webApi.WebClient(botToken, { ...clientOptions(), ...how });
  const web = client(patience);
  const directory = createDirectory({
    profile: async (user) => (await accepted(web.users.info({ user }))).user ?? {},
    conversation: (channel) =>
      accepted(web.conversations.info({ channel })).then((asked) => asked.channel, unlessHidden),
    openDirect: async (users) => (await accepted(web.conversations.open({ users }))).channel?.id,
  });
  const around = { accepted, direct: directory.direct, log };
  const calls = createCalls(web, around);
  const fitting = { more, onCut };
  const telling = createTelling({
    calls: createCalls(client(once), around),
    turn: createTurnstile(secondsAsked),
    botId: () => me.botId,
    fitting,
    log,
  });
  // Apart: where Slack limits one client, all its calls wait.
  const homes = createHomes({ calls: createCalls(client(patience), around), fitting });
  const running = new Set<Promise<void>>();
  let chat: Chat | undefined;
  let me = { teamId: '', botId: '', botUserId: '', origin: '' };

  const receiver =
    connection.by === 'socket'
      ? new SocketModeReceiver({
          appToken: connection.appToken,
          logger,
          installerOptions: { clientOptions: clientOptions() },
        })
      : new HTTPReceiver({ signingSecret: connection.signingSecret, logger });

  const endAttempts =
    receiver instanceof SocketModeReceiver
      ? keepConnecting(receiver.client, {
          everyMs: RECONNECT_MS,
          onRefused: (err) => log.error({ platform: 'slack', err }, 'slack refuses to connect again'),
        })
      : () => {};

  const app = new App({
    receiver,
    // Who the bot is was asked once, at start: no request waits for it.
    authorize: async () => me,
    convoStore: false,
    logger,
    clientOptions: clientOptions(),
  });

  /** Until it is done, `stop` waits for it. */
  const accept = async (work: Promise<void>): Promise<void> => {
    running.add(work);
    await work.finally(() => running.delete(work));
  };

  const answer = async ({ invocation, to }: Request, first: FirstAnswer): Promise<void> => {
    if (!chat) throw new Error('Slack sent a request before the chat was there');
    directory.meet(invocation.person);
    await accept(chat.dispatch(invocation, responderTo({ first, to, calls, fitting })));
  };

  const hear = async (body: unknown): Promise<void> => {
    const request = await mentionRequest(body, me.botUserId, directory);
    if (request) await answer(request, { by: 'sdk' });
  };

  /** Slack shows a warning beside what is not acknowledged, were it a link that we need not hear of. */
  const acted = async (request: Triggered | undefined, ack: () => Promise<void>): Promise<void> =>
    request ? answer(request, { by: 'ack', triggerId: request.triggerId, ack }) : ack();

  app.command(/^\//, ({ body, ack }) => acted(commandRequest(body, directory), () => ack()));
  app.action(/^/, ({ body, ack }) => acted(actionRequest(body, directory), () => ack()));
  app.shortcut({ callback_id: /^/, type: 'message_action' }, ({ body, ack }) =>
    acted(pickedRequest(body, messageMenus(chat?.commands ?? []), me, directory), () => ack()),
  );
  app.view({ callback_id: /^/, type: 'view_submission' }, async ({ body, ack }) => {
    const request = submissionRequest(body, directory);
    await answer(request, {
      by: 'update',
      again: request.again,
      ack: (update) => (update ? ack({ ...update, view: { ...update.view, blocks: [...update.view.blocks] } }) : ack()),
    });
  });
  app.event('app_home_opened', async ({ body }) => {
    const person = homeOpened(body);
    if (person && chat) await accept(chat.home(person, homes));
  });
  app.event('app_mention', ({ body }) => accept(hear(body)));
  app.event('message', ({ body }) => accept(hear(body)));
  app.view({ callback_id: /^/, type: 'view_closed' }, ({ ack }) => ack());
  app.shortcut({ callback_id: /^/, type: 'shortcut' }, ({ ack }) => ack());
  app.options(/^/, ({ ack }) => ack());
  app.error(async (error) => {
    log.error({ platform: 'slack', err: error.original ?? error }, 'a slack request could not be read');
    throw error;
  });

  return {
    platform: 'slack',
    homes,
    requestListener:
      receiver instanceof HTTPReceiver ? createDoor(receiver, { isOpen: () => chat !== undefined, log }) : undefined,
    start: async (given) => {
      try {
        const self = await accepted(web.auth.test());
        const { team_id: teamId = '', bot_id: botId = '', user_id: botUserId = '', url: origin = '' } = self;
        me = { teamId, botId, botUserId, origin };
        chat = given;
        if (receiver instanceof SocketModeReceiver) await app.start();
      } catch (error) {
        chat = undefined;
        throw new Error(slackWords.cannotConnect(error instanceof Error ? error.message : String(error)), {
          cause: error,
        });
      }
    },
    ...telling,
    stop: async () => {
      // What arrives meanwhile was accepted too, until the connection closes.
      while (running.size > 0) await Promise.allSettled(running);
      chat = undefined;
      endAttempts();
      if (receiver instanceof SocketModeReceiver) await app.stop();
    },
  };
};
