// What a platform hands over: who, what was typed or pressed. The same shape for a Slack text, a Discord interaction, a
// button, a form, an entry of a message's menu and a line of the terminal.
import type { Channel, ChannelTrouble } from '../core/deliveries/model.ts';
import type { Platform } from '../reply/tree.ts';

export interface Person {
  readonly platform: Platform;
  /** Slack team id, Discord guild id, or the terminal's host. */
  readonly workspace: string;
  readonly userId: string;
  readonly displayName: string;
  /** Asked only when a command wants more than a member's role: it may cost a call to the platform. */
  isWorkspaceAdmin(): Promise<boolean>;
}

/** A channel in which something was said: others read it too. */
export interface Spot {
  readonly at: Channel;
  /** What the platform says of it, as far as it does: it may cost a call. */
  look(): Promise<{
    readonly name?: string | undefined;
    /** Why the bot could not write there. */
    readonly trouble?: ChannelTrouble | undefined;
  }>;
}

export interface Invocation {
  /** The platform's own id of this request: the same id twice is one request. */
  readonly id: string;
  readonly person: Person;
  /** Undefined in a private conversation. */
  readonly spot: Spot | undefined;
  /** `reserver coworking demain`, `annuler 12`, `reservations modifier` or, in a mention, any sentence. */
  readonly line: string;
  /** Options already separated by the platform (Discord's, a form's), by name; read after those of the line. */
  readonly fields: Readonly<Record<string, string>>;
  /** `menu`: chosen in the menu of a message, whose words and address are the fields. */
  readonly by: 'command' | 'button' | 'form' | 'mention' | 'menu';
  /** A « form » button: open the command's form, filled with what the line says, even if nothing is missing. */
  readonly wantsForm: boolean;
  /** Whether the platform can open a form as the first answer to this request. */
  readonly canOpenForm: boolean;
}
