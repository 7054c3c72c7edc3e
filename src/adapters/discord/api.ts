// The calls that we make, over whatever speaks HTTP to Discord. Answers to interactions are exempt from the limit of 50
// requests a second that holds for everything else, so they go their own way.
import type {
  APIInteraction,
  RESTGetAPIApplicationCommandsResult,
  RESTGetAPIChannelMessageResult,
  RESTGetAPIChannelMessagesResult,
  RESTPostAPIChannelMessageResult,
  RESTPostAPICurrentUserCreateDMChannelResult,
} from 'discord.js';
import type { Registrar } from './deploy.ts';
import type { Message } from './render.ts';

type Route = `/${string}`;

interface File {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array | string;
}

interface Sent {
  readonly body?: unknown;
  readonly files?: File[];
  readonly auth?: boolean;
}

export interface Http {
  get(route: Route, asked?: { readonly query: URLSearchParams }): Promise<unknown>;
  post(route: Route, sent: Sent): Promise<unknown>;
  patch(route: Route, sent: Sent): Promise<unknown>;
  delete(route: Route): Promise<unknown>;
}

export type Ticket = Pick<APIInteraction, 'id' | 'application_id' | 'token'>;

export const firstAnswers = { later: 5, laterInCard: 6, suggestions: 8, form: 9 } as const;

export interface HowSent {
  readonly inReplyTo?: string;
  /** Of two messages with one mark within a few minutes, Discord keeps the first, and answers with it. */
  readonly mark?: string;
}

export interface DiscordApi {
  firstAnswer(ticket: Ticket, type: (typeof firstAnswers)[keyof typeof firstAnswers], data?: unknown): Promise<void>;
  answer(ticket: Ticket, message: Message): Promise<void>;
  send(channelId: string, message: Message, how?: HowSent): Promise<RESTPostAPIChannelMessageResult>;
  /** At most a hundred, those that come first after that snowflake, in no order. */
  after(channelId: string, snowflake: string): Promise<RESTGetAPIChannelMessagesResult>;
  edit(channelId: string, messageId: string, message: Message): Promise<void>;
  message(channelId: string, messageId: string): Promise<RESTGetAPIChannelMessageResult>;
  privateChannelWith(userId: string): Promise<string>;
}

/** Discord gives no more at once. */
export const PER_PAGE = 100;

const withFiles = ({ body, files }: Message, more: object = {}): Sent => ({
  body: { ...body, ...more },
  ...(files.length > 0 ? { files: files.map(({ name, contentType, data }) => ({ name, contentType, data })) } : {}),
});

/** A line that was cut says nothing of what was received: repeating these calls is harmless, giving them up is not. */
const againIfCut = async (call: () => Promise<unknown>): Promise<void> => {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error && 'status' in error) throw error;
    await call();
  }
};

export const discordApi = (http: Http, unlimited: Http): DiscordApi => ({
  firstAnswer: async ({ id, token }, type, data) => {
    const body = data === undefined ? { type } : { type, data };
    await againIfCut(() => unlimited.post(`/interactions/${id}/${token}/callback`, { body, auth: false }));
  },
  answer: async ({ application_id, token }, message) => {
    const sent = { ...withFiles(message), auth: false };
    await againIfCut(() => unlimited.patch(`/webhooks/${application_id}/${token}/messages/@original`, sent));
  },
  send: async (channelId, message, { inReplyTo, mark } = {}) => {
    const more = {
      ...(inReplyTo === undefined ? {} : { message_reference: { message_id: inReplyTo, fail_if_not_exists: false } }),
      ...(mark === undefined ? {} : { nonce: mark, enforce_nonce: true }),
    };
    return (await http.post(
      `/channels/${channelId}/messages`,
      withFiles(message, more),
    )) as RESTPostAPIChannelMessageResult;
  },
  after: async (channelId, snowflake) => {
    const query = new URLSearchParams({ after: snowflake, limit: String(PER_PAGE) });
    return (await http.get(`/channels/${channelId}/messages`, { query })) as RESTGetAPIChannelMessagesResult;
  },
  edit: async (channelId, messageId, message) => {
    await http.patch(`/channels/${channelId}/messages/${messageId}`, withFiles(message));
  },
  message: async (channelId, messageId) =>
    (await http.get(`/channels/${channelId}/messages/${messageId}`)) as RESTGetAPIChannelMessageResult,
  privateChannelWith: async (userId) => {
    const channel = await http.post('/users/@me/channels', { body: { recipient_id: userId } });
    return (channel as RESTPostAPICurrentUserCreateDMChannelResult).id;
  },
});

/** Without a server: for all of them, and for private conversations. */
export const registrarOf = (http: Http, applicationId: string, guildId?: string): Registrar => {
  const route: Route =
    guildId === undefined
      ? `/applications/${applicationId}/commands`
      : `/applications/${applicationId}/guilds/${guildId}/commands`;
  return {
    list: async () => (await http.get(route)) as RESTGetAPIApplicationCommandsResult,
    create: async (command) => {
      await http.post(route, { body: command });
    },
    edit: async (id, command) => {
      await http.patch(`${route}/${id}`, { body: command });
    },
    remove: async (id) => {
      await http.delete(`${route}/${id}`);
    },
  };
};
