// The port: what a platform must be able to do, and what it is given. No optional member.
import type { ChannelTrouble } from '../core/deliveries/model.ts';
import type { Platform, Reply } from '../reply/tree.ts';
import type { Command, CommandGroup } from './command.ts';
import type { Form } from './form.ts';
import type { Homes } from './home.ts';
import type { Invocation, Person } from './invocation.ts';
import type { Suggestion } from './option.ts';

/** Who reads the answer: the person alone, or everyone in the channel. Fixed before the command runs. */
export type Audience = 'asker' | 'channel';

/** How one invocation is answered: either `openForm` alone, or `acknowledge` and then `answer` once. */
export interface Responder {
  /** Called only where the invocation says `canOpenForm`; it is the first answer. */
  openForm(form: Form): Promise<void>;
  /** The first answer, at once: the platforms drop what is not acknowledged within 3 s. */
  acknowledge(audience: Audience): Promise<void>;
  answer(reply: Reply): Promise<void>;
}

export interface SuggestQuery {
  readonly person: Pick<Person, 'platform' | 'workspace'>;
  readonly line: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly option: string;
  readonly typed: string;
}

/** The chat as adapters see it. */
export interface Chat {
  readonly commands: readonly (Command | CommandGroup)[];
  /** Never rejects: what breaks is logged, and told to the person with its reference. */
  dispatch(invocation: Invocation, responder: Responder): Promise<void>;
  /** Someone opened their page: it is written. Never rejects. */
  home(person: Pick<Person, 'platform' | 'workspace' | 'userId'>, homes: Homes): Promise<void>;
  /** From memory; never throws. At most 25. */
  suggest(query: SuggestQuery): readonly Suggestion[];
}

export interface ChannelRef {
  readonly workspace: string;
  readonly channel: string;
}

/** A message that was posted, by which it can be edited. */
export interface MessageRef extends ChannelRef {
  readonly message: string;
}

export interface PersonRef {
  readonly workspace: string;
  readonly userId: string;
}

/** This person can't be told anything here: they refuse private messages, they left… Trying again would not help. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export type { ChannelTrouble } from '../core/deliveries/model.ts';

/** Nothing can be said in this channel until someone changes something there: the reason says what. */
export class ChannelClosed extends Error {
  override readonly name = 'ChannelClosed';
  readonly reason: ChannelTrouble;

  constructor(reason: ChannelTrouble, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** The message is no longer there, or can no longer be changed. */
export class MessageGone extends Error {
  override readonly name = 'MessageGone';
}

/** What a platform refuses, in the words of the port. */
export const inWords = async <T>(call: Promise<T>, words: (error: unknown) => unknown): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    throw words(error);
  }
};

/** A message that may have been sent, by someone who did not live to know. */
export interface Sought {
  readonly mark: string;
  /** What it says, as far as is known: for platforms that do not give marks back. */
  readonly reply: Reply;
  readonly since: Temporal.Instant;
}

export interface Adapter {
  readonly platform: Platform;
  /** Connects, and hands each request to the chat. Rejects with a sentence when it cannot connect. */
  start(chat: Chat): Promise<void>;
  /**
   * Once: a call whose outcome is not known is not repeated. `mark`: the same for each attempt to say the same thing, of at
   * most 25 characters (Discord's nonce). Rejects with `ChannelClosed` when nothing can be said there.
   */
  post(channel: ChannelRef, reply: Reply, mark: string): Promise<MessageRef>;
  /** Rejects with `MessageGone`, or with `ChannelClosed`. */
  update(message: MessageRef, reply: Reply): Promise<void>;
  /** Privately, and once. Rejects with `Unreachable` when that person can't be told there, now or later. */
  tell(person: PersonRef, reply: Reply, mark: string): Promise<MessageRef>;
  /**
   * A private conversation of those people and the bot, in which nothing was said yet or which is the same as before: asking
   * again opens no other. Undefined: the platform has none for them.
   */
  gather(people: readonly PersonRef[]): Promise<ChannelRef | undefined>;
  /** The message of that mark, if it is there. Undefined: it is not, or the platform does not let us look. */
  seek(where: ChannelRef | PersonRef, sought: Sought): Promise<MessageRef | undefined>;
  /** What people see of it there: two replies that look the same need no update. */
  looks(reply: Reply): string;
  /** Answers what was already accepted, then disconnects. */
  stop(): Promise<void>;
}
