// What a person sees of one answer, and what a person can do, whatever the platform: dialogue tests read the same over
// Slack, Discord and the terminal.

export interface SeenField {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly problem: string | undefined;
}

export interface SeenForm {
  readonly title: string;
  /** What stands above the fields; empty when nothing does. */
  readonly notice: string;
  readonly fields: readonly SeenField[];
}

export interface Seen {
  /** All the words of the card, one block a line; empty when a form was opened instead. */
  readonly text: string;
  /** The labels of its buttons, in order. */
  readonly buttons: readonly string[];
  /** The labels of its choices' options, in order. */
  readonly choices: readonly string[];
  readonly form: SeenForm | undefined;
  /** Whether only the person sees it. */
  readonly private: boolean;
  /** Whether it took the place of the card that was acted on. */
  readonly replaced: boolean;
  /** The names of the pictures and files that came with it. */
  readonly files: readonly string[];
}

/**
 * Each act resolves once the answer is there. `presses` and `chooses` act on the last card that the person saw which has
 * such a label, `submits` on the form that is open, and all of them reject when there is none: a test never presses what
 * a person could not.
 */
export interface PersonDriver {
  /** Types a whole line: `/reserver coworking demain`. */
  says(line: string): Promise<Seen>;
  presses(label: string): Promise<Seen>;
  chooses(label: string): Promise<Seen>;
  /** Values by field name; a field that is not named keeps what it is filled with. */
  submits(fields: Readonly<Record<string, string>>): Promise<Seen>;
  /** Says a sentence to the bot by naming it. */
  mentions(text: string): Promise<Seen>;
}
