// What a session is given, and what it gives.
import type { Readable, Writable } from 'node:stream';
import type { Chat } from '../../chat/adapter.ts';
import type { Person, Spot } from '../../chat/invocation.ts';
import type { Reply } from '../../reply/tree.ts';
import type { Card } from './cards.ts';
import type { Questions } from './questions.ts';

export interface Terminal {
  readonly person: Person;
  readonly input: Readable;
  readonly output: Writable;
  /** Someone is there to be asked: prompts, and forms as questions. Piped input is answered line by line instead. */
  readonly interactive: boolean;
  readonly colour: boolean;
}

export interface House {
  readonly chat: Chat;
  /** Where everyone at the terminal reads. */
  readonly spot: Spot;
  readonly folder: string;
  readonly newId: () => string;
  readonly onCut: (what: string) => void;
  /** Shows to everyone else an answer that all may see. */
  readonly tellOthers: (from: Session, reply: Reply) => Promise<void>;
}

export interface Shown {
  readonly mark: string | undefined;
  readonly isPublic: boolean;
  readonly message: string | undefined;
  readonly replaces: Card | undefined;
}

export interface Session {
  readonly person: Person;
  /** At the end of the input, once all is answered; `lines` counts those that said something. */
  readonly finished: Promise<{ readonly lines: number }>;
  show(reply: Reply, how: Shown): Promise<void>;
  cards(): readonly Card[];
  questions(): Questions | undefined;
  stop(): Promise<void>;
}
