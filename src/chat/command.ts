// What people can type, declared once. Slack's text, its manifest, Discord's JSON, the forms, /aide and
// commands/README.md are readers of these objects.
import type { Core } from '../core/core.ts';
import type { Actor } from '../core/people/model.ts';
import type { Place, Role } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Audience } from './adapter.ts';
import type { Spot } from './invocation.ts';
import type { ArgumentsOf, Options } from './option.ts';

export interface Call<O> {
  readonly args: ArgumentsOf<O>;
  readonly actor: Actor;
  readonly core: Core;
  readonly place: Place;
  readonly now: Temporal.Instant;
  /** In which channel it was said; undefined in a private conversation. */
  readonly spot: Spot | undefined;
  /** The same request twice has the same id: what it wrote the first time is given again. */
  readonly requestId: string;
  /** Everything that can be typed: /aide is their reader. */
  readonly commands: readonly (Command | CommandGroup)[];
  /** Every option was asked at once, in a form: what is absent was left empty on purpose. */
  readonly complete: boolean;
  /** The line that asks the same with other values: what an alternative's button carries. */
  lineWith(values: Partial<ArgumentsOf<O>>): string;
  /** The line of any command, by its path: `reservations modifier`. */
  line(path: string, values: Readonly<Record<string, unknown>>): string;
}

/** An entry of the menu that people open on a message: Slack's message shortcuts, Discord's message commands. */
export interface FromMessage<Names extends string = string> {
  /** In French, 24 characters at most; no other entry has it. */
  readonly label: string;
  /** The options that are filled with the message's words, and with the address at which it is read. */
  readonly text: Names;
  readonly link: Names;
}

/** A command with its types erased: what the registry and the adapters read. */
export interface Command {
  readonly name: string;
  /** In French, 100 characters at most. */
  readonly summary: string;
  /** Of its form, in French, 24 characters at most: its summary when that is short enough. */
  readonly title: string;
  readonly access: Role;
  readonly audience: Audience;
  readonly options: Options;
  /** What may follow its name, as someone would type it. */
  readonly examples: readonly string[];
  /** Words by which a sentence said to the bot means this command: « réserve », « je voudrais réserver ». */
  readonly said: readonly string[];
  /** Words that mean it when the sentence says no other command: « je voudrais … », but not « je voudrais annuler … ». */
  readonly implied: readonly string[];
  /** What everyone may type, and whose answer depends on their roles. */
  readonly answersByRole: boolean;
  /** Undefined: not offered on a message. */
  readonly fromMessage: FromMessage | undefined;
  run(call: Call<Options>): Promise<Reply>;
}

export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly Command[];
  /** Which of `commands` is meant when the group's name is typed alone. */
  readonly alone: string;
}

interface Declaration<O extends Options> {
  readonly name: string;
  readonly summary: string;
  readonly title?: string;
  readonly access: Role;
  readonly audience: Audience;
  readonly options: O;
  readonly examples: readonly string[];
  readonly said?: readonly string[];
  readonly implied?: readonly string[];
  readonly answersByRole?: boolean;
  readonly fromMessage?: FromMessage<keyof O & string>;
  run(call: Call<O>): Promise<Reply>;
}

export const defineCommand = <const O extends Options>(declaration: Declaration<O>): Command => ({
  said: [],
  implied: [],
  answersByRole: false,
  fromMessage: undefined,
  title: declaration.summary,
  ...declaration,
});

export const defineGroup = (group: CommandGroup): CommandGroup => group;

export const isGroup = (entry: Command | CommandGroup): entry is CommandGroup => 'commands' in entry;
