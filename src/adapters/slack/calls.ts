// Our calls to Slack's Web API, in the words of this folder. Knows the shape of the SDK's client, and not the SDK.
import type { Log } from '../../kernel/log.ts';
import type { Calls, HistoryArguments } from './answering.ts';
import { contentOf } from './files.ts';
import type { FormView } from './form.ts';
import type { SlackBlock } from './render.ts';
import { postToResponseUrl } from './response-url.ts';
import type { CardView, HomeView } from './views.ts';

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

/** The SDK writes into the lists that it is given. */
type Sent<V extends FormView | CardView | HomeView> = Omit<V, 'blocks'> & { blocks: V['blocks'][number][] };

interface Viewed {
  readonly view?: { readonly id?: string; readonly hash?: string };
}

/** The part of the SDK's client that we use. */
interface WebApi {
  readonly views: {
    open(args: { trigger_id: string; view: Sent<FormView | CardView> }): Promise<Viewed>;
    push(args: { trigger_id: string; view: Sent<CardView> }): Promise<Viewed>;
    update(args: { view_id: string; view: Sent<FormView | CardView> }): Promise<Viewed>;
    publish(args: { user_id: string; view: Sent<HomeView>; hash?: string }): Promise<Viewed>;
  };
  readonly chat: {
    postMessage(
      args: Posted & { unfurl_links: boolean; unfurl_media: boolean; metadata?: Metadata },
    ): Promise<{ ts?: string }>;
    postEphemeral(args: Posted & { user: string }): Promise<unknown>;
    update(args: Omit<Posted, 'thread_ts'> & { ts: string }): Promise<unknown>;
  };
  readonly conversations: {
    history(args: HistoryArguments): Promise<unknown>;
    open(args: { users: string }): Promise<{ readonly channel?: { readonly id?: string } }>;
  };
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

const sent = <V extends FormView | CardView | HomeView>(view: V): Sent<V> => ({ ...view, blocks: [...view.blocks] });

const idOf = ({ view }: Viewed): string => {
  if (view?.id === undefined) throw new Error('Slack opened a modal and gave no reference to it');
  return view.id;
};

export const createCalls = (web: WebApi, { accepted, direct, log }: Around): Calls => ({
  direct,
  respond: postToResponseUrl,
  openView: async (trigger_id, view) => idOf(await accepted(web.views.open({ trigger_id, view: sent(view) }))),
  pushView: async (trigger_id, view) => idOf(await accepted(web.views.push({ trigger_id, view: sent(view) }))),
  updateView: async (view_id, view) => {
    await accepted(web.views.update({ view_id, view: sent(view) }));
  },
  publish: async (user_id, view, over) => {
    const hash = over === undefined ? {} : { hash: over };
    const shown = await accepted(web.views.publish({ user_id, view: sent(view), ...hash }));
    if (shown.view?.hash === undefined) throw new Error('Slack showed a page and gave no hash of it');
    return shown.view.hash;
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
  together: async (userIds) => {
    const { channel } = await accepted(web.conversations.open({ users: userIds.join(',') }));
    if (channel?.id === undefined) throw new Error('Slack opened a conversation and did not say which');
    return channel.id;
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
