// Our calls to Slack's Web API, in the words of this folder. Knows the shape of the SDK's client, and not the SDK.
import type { Log } from '../../kernel/log.ts';
import { type Calls, contentOf, type HistoryArguments } from './answering.ts';
import type { FormView, InputBlock } from './form.ts';
import type { SlackBlock } from './render.ts';
import { postToResponseUrl } from './response-url.ts';

interface Posted {
  readonly channel: string;
  readonly text: string;
  readonly blocks: SlackBlock[];
  readonly thread_ts?: string;
}

/** What only apps see of a message. */
interface Metadata {
  readonly event_type: string;
  readonly event_payload: { readonly mark: string };
}

interface Upload {
  readonly channel_id: string;
  readonly filename: string;
  readonly title: string;
  readonly file: Buffer;
}

/** The part of the SDK's client that we use. */
interface WebApi {
  readonly views: {
    open(args: {
      trigger_id: string;
      view: Omit<FormView, 'blocks'> & { blocks: (SlackBlock | InputBlock)[] };
    }): Promise<unknown>;
  };
  readonly chat: {
    postMessage(
      args: Posted & { unfurl_links: boolean; unfurl_media: boolean; metadata?: Metadata },
    ): Promise<{ ts?: string }>;
    postEphemeral(args: Posted & { user: string }): Promise<unknown>;
    update(args: Omit<Posted, 'thread_ts'> & { ts: string }): Promise<unknown>;
  };
  readonly conversations: { history(args: HistoryArguments): Promise<unknown> };
  readonly files: { uploadV2(args: Upload | (Upload & { thread_ts: string })): Promise<unknown> };
}

interface Around {
  /** Turns what Slack says no to into `Refused`. */
  readonly accepted: <T>(call: Promise<T>) => Promise<T>;
  readonly direct: Calls['direct'];
  readonly log: Log;
}

/** Of messages that may have to be found again. */
export const MARKED = 'mijote_delivery';

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread });

export const createCalls = (web: WebApi, { accepted, direct, log }: Around): Calls => ({
  direct,
  respond: postToResponseUrl,
  openView: async (trigger_id, view) => {
    await accepted(web.views.open({ trigger_id, view: { ...view, blocks: [...view.blocks] } }));
  },
  post: async ({ channel, thread }, { text, blocks }, mark) => {
    const quiet = { unfurl_links: false, unfurl_media: false };
    const marked = mark === undefined ? {} : { metadata: { event_type: MARKED, event_payload: { mark } } };
    const message = { channel, text, blocks: [...blocks], ...inThread(thread), ...quiet, ...marked };
    const { ts } = await accepted(web.chat.postMessage(message));
    if (ts === undefined) throw new Error('Slack posted a message and gave no reference to it');
    return { ts };
  },
  postEphemeral: async ({ channel, thread }, user, { text, blocks }) => {
    await accepted(web.chat.postEphemeral({ channel, user, text, blocks: [...blocks], ...inThread(thread) }));
  },
  update: async (channel, ts, { text, blocks }) => {
    await accepted(web.chat.update({ channel, ts, text, blocks: [...blocks] }));
  },
  history: (args) => accepted(web.conversations.history(args)),
  upload: async ({ channel, thread }, file) => {
    const shared = {
      channel_id: channel,
      filename: file.name,
      title: file.name,
      file: Buffer.from(contentOf(file)),
    };
    await accepted(web.files.uploadV2(thread === undefined ? shared : { ...shared, thread_ts: thread }));
  },
  detoured: (reason) => log.warn({ platform: 'slack', reason }, 'an answer goes another way'),
});
