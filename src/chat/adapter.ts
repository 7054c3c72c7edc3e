// The port: what a platform must be able to do, and what it is given. No optional member.
import type { Platform, Reply } from '../reply/tree.ts';
import type { Command, CommandGroup } from './command.ts';
import type { Form } from './form.ts';
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

export interface Adapter {
  readonly platform: Platform;
  /** Connects, and hands each request to the chat. Rejects with a sentence when it cannot connect. */
  start(chat: Chat): Promise<void>;
  post(channel: ChannelRef, reply: Reply): Promise<MessageRef>;
  update(message: MessageRef, reply: Reply): Promise<void>;
  /** Privately. Rejects with `Unreachable` when that person can't be told there, now or later. */
  tell(person: PersonRef, reply: Reply): Promise<MessageRef>;
  /** Answers what was already accepted, then disconnects. */
  stop(): Promise<void>;
}
