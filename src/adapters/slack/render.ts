// A reply as Slack's blocks. Words go in `rich_text`, whose strings are literal, never in `mrkdwn`, where they would be
// markup; the top-level text, which is parsed, is escaped.
import { plain } from '../../reply/plain.ts';
import type { Block, Button, ChoiceOption, Inline, Line, Reply } from '../../reply/tree.ts';
import { MOST, short } from './limits.ts';

type Style = { readonly bold: true } | { readonly code: true };

export type RichElement =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'link'; readonly url: string; readonly text: string }
  | { readonly type: 'user'; readonly user_id: string };

export interface RichSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly RichElement[];
}

export interface RichList {
  readonly type: 'rich_text_list';
  readonly style: 'bullet';
  readonly elements: readonly RichSection[];
}

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

export interface SlackOption {
  readonly text: PlainText;
  readonly value: string;
  readonly description?: PlainText;
}

export type ActionElement =
  | {
      readonly type: 'button';
      readonly action_id: string;
      readonly text: PlainText;
      readonly value: string;
      readonly style?: 'primary' | 'danger';
    }
  | {
      readonly type: 'static_select';
      readonly action_id: string;
      readonly placeholder: PlainText;
      readonly options: readonly SlackOption[];
    };

export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'rich_text'; readonly elements: readonly (RichSection | RichList)[] }
  | { readonly type: 'actions'; readonly elements: readonly ActionElement[] };

export interface SlackMessage {
  /** What notifications and screen readers say. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export const plainText = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false });

const inline = (node: Inline): RichElement => {
  if (typeof node === 'string') return { type: 'text', text: node };
  switch (node.as) {
    case 'strong':
      return { type: 'text', text: node.text, style: { bold: true } };
    case 'code':
      return { type: 'text', text: node.text, style: { code: true } };
    case 'link':
      return { type: 'link', url: node.href, text: node.text };
    case 'mention':
      return node.userIds.slack === undefined
        ? { type: 'text', text: node.name }
        : { type: 'user', user_id: node.userIds.slack };
  }
};

/** Slack refuses an empty element and an empty section. */
const section = (line: Line): RichSection => {
  const elements = line.map(inline).filter((element) => element.type === 'user' || element.text !== '');
  return { type: 'rich_text_section', elements: elements.length > 0 ? elements : [{ type: 'text', text: ' ' }] };
};

export const richText = (line: Line): SlackBlock => ({ type: 'rich_text', elements: [section(line)] });

/** An action's id says what becomes of the card, and is unique in its message. */
const button = ({ label, command, tone, effect = 'replace' }: Button, id: string): ActionElement => ({
  type: 'button',
  action_id: `${effect}:${id}`,
  text: plainText(label),
  value: command,
  ...(tone && { style: tone }),
});

const option = ({ label, hint, command }: ChoiceOption): SlackOption => ({
  text: plainText(label),
  value: command,
  ...(hint && { description: plainText(short(hint, MOST.option)) }),
});

const blockOf = (block: Block, index: number): SlackBlock => {
  switch (block.type) {
    case 'heading':
      return { type: 'header', text: plainText(block.text) };
    case 'paragraph':
      return richText(block.line);
    case 'list':
      return {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: block.items.map(section) }],
      };
    case 'fields':
      return richText(
        block.fields.flatMap(
          ({ label, value }, row): Line => [row === 0 ? '' : '\n', { as: 'strong', text: label }, '\u00a0: ', ...value],
        ),
      );
    case 'buttons':
      return { type: 'actions', elements: block.buttons.map((each, at) => button(each, `${index}.${at}`)) };
    case 'choice':
      return {
        type: 'actions',
        elements: [
          {
            type: 'static_select',
            action_id: `replace:${index}`,
            placeholder: plainText(short(block.label, MOST.placeholder)),
            options: block.options.map(option),
          },
        ],
      };
    case 'picture':
    case 'file':
      return richText(block.words);
  }
};

/** In a parsed text, `<!channel>` and `<@U1>` notify: these three characters are the whole of its grammar. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const isSomething = (block: Block): boolean => {
  switch (block.type) {
    case 'list':
      return block.items.length > 0;
    case 'fields':
      return block.fields.length > 0;
    case 'buttons':
      return block.buttons.length > 0;
    case 'choice':
      return block.options.length > 0;
    case 'heading':
      return block.text !== '';
    case 'paragraph':
    case 'picture':
    case 'file':
      return true;
  }
};

/** Of a reply that fits. */
export const render = (reply: Reply): SlackMessage => ({
  text: short(escaped(plain(reply)), MOST.text),
  blocks: reply.blocks.filter(isSomething).map(blockOf),
});
