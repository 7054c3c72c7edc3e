// What Slack knows of people and its requests do not say: asked when needed, and remembered while the process lives.
import type { Person } from '../../chat/invocation.ts';
import { slackWords } from '../../messages/slack.fr.ts';
import type { Directory } from './invocation.ts';

interface Profile {
  readonly name?: string;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
}

interface Conversation {
  readonly name?: string;
  readonly is_archived?: boolean;
}

export interface Lookups {
  profile(userId: string): Promise<Profile>;
  openDirect(userId: string): Promise<string | undefined>;
  /** Undefined: private, and the bot is not in it. */
  conversation(channel: string): Promise<Conversation | undefined>;
}

export interface SlackDirectory extends Directory {
  /** Remembers the name that a request said. */
  meet(person: Person): void;
  /** The conversation of that person with the bot. */
  direct(userId: string): Promise<string>;
}

const MOST_REMEMBERED = 5_000;
/** A name is worth a short wait: the message that wants it is acknowledged already. */
const NAME_WAIT_MS = 1_500;

const remember = <V>(memory: Map<string, V>, key: string, value: V): V => {
  const [oldest] = memory.keys();
  if (memory.size >= MOST_REMEMBERED && oldest !== undefined) memory.delete(oldest);
  memory.set(key, value);
  return value;
};

const within = async <T>(milliseconds: number, answer: Promise<T>, otherwise: T): Promise<T> => {
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => late.resolve(otherwise), milliseconds);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

export const createDirectory = ({ profile, openDirect, conversation }: Lookups): SlackDirectory => {
  const names = new Map<string, string>();
  const conversations = new Map<string, string>();

  const askedName = async (userId: string): Promise<string | undefined> => {
    try {
      const { name } = await profile(userId);
      return name && remember(names, userId, name);
    } catch {
      // The sentence can be answered without the name of who said it.
      return undefined;
    }
  };

  return {
    meet: ({ userId, displayName }) => {
      if (displayName !== slackWords.someone && names.get(userId) !== displayName) remember(names, userId, displayName);
    },
    nameOf: async (userId) =>
      names.get(userId) ?? (await within(NAME_WAIT_MS, askedName(userId), undefined)) ?? slackWords.someone,
    isAdmin: async (userId) => {
      const { is_admin = false, is_owner = false } = await profile(userId);
      return is_admin || is_owner;
    },
    look: async (channel) => {
      try {
        const seen = await conversation(channel);
        if (!seen) return { trouble: 'not_invited' };
        // In a public channel where it is not, the bot may write all the same (chat:write.public).
        return { name: seen.name, trouble: seen.is_archived === true ? 'channel_archived' : undefined };
      } catch {
        // Slack did not say: what stands in the way is told when something is to be said there.
        return {};
      }
    },
    direct: async (userId) => {
      const known = conversations.get(userId);
      if (known !== undefined) return known;
      const opened = await openDirect(userId);
      if (opened === undefined) throw new Error('Slack opened a conversation and did not say which');
      return remember(conversations, userId, opened);
    },
  };
};
