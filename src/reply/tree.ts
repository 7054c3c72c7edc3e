// What the bot says, as data. Every string is literal: nothing in it is markup, so nothing that a member typed can
// become a mention, a link or a format. Only a platform's renderer knows markup.

export type Platform = 'slack' | 'discord' | 'terminal';

export type Inline =
  | string
  | { readonly as: 'strong'; readonly text: string }
  | { readonly as: 'code'; readonly text: string }
  | { readonly as: 'link'; readonly text: string; readonly href: string }
  | { readonly as: 'mention'; readonly name: string; readonly userIds: Readonly<Partial<Record<Platform, string>>> };

export type Line = readonly Inline[];

/**
 * A button is a typed command: pressing it sends `command` through the same reading, the same role check as typing it.
 * `effect` says what becomes of the card: its answer replaces it ('replace', when the card is private), stands beside it
 * ('beside'), or the command's form opens, filled with what `command` says ('form').
 */
export interface Button {
  readonly label: string;
  readonly command: string;
  readonly tone?: 'primary' | 'danger';
  readonly effect?: 'replace' | 'beside' | 'form';
}

/** One of several: choosing an option sends its command, as a button would. */
export interface ChoiceOption {
  readonly label: string;
  readonly hint?: string;
  readonly command: string;
}

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly line: Line }
  | { readonly type: 'list'; readonly items: readonly Line[] }
  | { readonly type: 'fields'; readonly fields: readonly { readonly label: string; readonly value: Line }[] }
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly type: 'choice'; readonly label: string; readonly options: readonly ChoiceOption[] }
  | { readonly type: 'picture'; readonly name: string; readonly png: Uint8Array; readonly words: Line }
  | {
      readonly type: 'file';
      readonly name: string;
      readonly mime: string;
      readonly content: string;
      readonly words: Line;
    };

/** 'refusal': an expected no, with what to do next. 'error': something broke, with the reference that the log has too. */
export type Tone = 'done' | 'info' | 'question' | 'refusal' | 'error';

export interface Reply {
  readonly tone: Tone;
  readonly blocks: readonly Block[];
}

export const strong = (text: string): Inline => ({ as: 'strong', text });
export const code = (text: string): Inline => ({ as: 'code', text });
export const link = (text: string, href: string): Inline => ({ as: 'link', text, href });

export const heading = (text: string): Block => ({ type: 'heading', text });
export const p = (...line: Inline[]): Block => ({ type: 'paragraph', line });
export const list = (items: readonly Line[]): Block => ({ type: 'list', items });
export const fields = (...rows: readonly (readonly [label: string, value: Line])[]): Block => ({
  type: 'fields',
  fields: rows.map(([label, value]) => ({ label, value })),
});
export const buttons = (...all: readonly Button[]): Block => ({ type: 'buttons', buttons: all });

export const say = (tone: Tone, ...blocks: readonly Block[]): Reply => ({ tone, blocks });
