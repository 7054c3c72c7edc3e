// Reply → what a terminal prints. Buttons and options get numbers, and are pressed by typing theirs.
import { styleText } from 'node:util';
import { terminalWords as words } from '../../messages/terminal.fr.ts';
import { more } from '../../messages/words.fr.ts';
import { fit } from '../../reply/fit.ts';
import type { Block, Button, ChoiceOption, Inline, Line, Reply } from '../../reply/tree.ts';
import { limits } from './limits.ts';
import { safeLine, safeText } from './safe-text.ts';

export interface Act {
  readonly number: number;
  readonly label: string;
  readonly command: string;
  readonly effect: NonNullable<Button['effect']>;
}

export interface Attachment {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface Screen {
  readonly text: string;
  readonly acts: readonly Act[];
  readonly files: readonly Attachment[];
  /** The people named on purpose, whose terminal rings. */
  readonly rings: readonly string[];
}

export interface Rendering {
  readonly colour: boolean;
  /** The number of the first button; undefined where no number can be typed: the commands are shown instead. */
  readonly from: number | undefined;
  readonly pathOf: (fileName: string) => string;
  /** Our own defect: something was too long and was cut. */
  readonly onCut: (what: string) => void;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const painter =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? styleText(style, text, { validateStream: false }) : text;

const inline = (node: Inline, paint: Paint): string => {
  if (typeof node === 'string') return safeText(node);
  switch (node.as) {
    case 'strong':
      return paint('bold', safeText(node.text));
    case 'code':
      return paint('cyan', safeText(node.text));
    case 'link':
      return node.text === node.href
        ? paint('underline', safeLine(node.href))
        : `${safeText(node.text)} (${paint('underline', safeLine(node.href))})`;
    case 'mention':
      return paint('bold', safeLine(node.name));
  }
};

const lineText = (line: Line, paint: Paint): string => line.map((node) => inline(node, paint)).join('');

type Numbered = Act | (Omit<Act, 'number'> & { readonly number: undefined });

const actText = ({ number, label, command }: Numbered, paint: Paint): string =>
  number === undefined
    ? `[${safeLine(label)}${'\u00a0'}: /${safeLine(command)}]`
    : `${paint('bold', `[${number}]`)} ${safeLine(label)}`;

/** Mutable only here: numbers are given in the order of reading. */
const counter = (from: number | undefined) => {
  let next = from;
  return ({ label, command, ...rest }: Button | ChoiceOption): Numbered => {
    const number = next;
    if (next !== undefined) next += 1;
    return { number, label, command, effect: ('effect' in rest ? rest.effect : undefined) ?? 'replace' };
  };
};

interface Piece {
  readonly text: string;
  readonly acts: readonly Numbered[];
}

const piece = (
  block: Block,
  numbered: ReturnType<typeof counter>,
  paint: Paint,
  pathOf: Rendering['pathOf'],
): Piece => {
  switch (block.type) {
    case 'heading':
      return { text: paint(['bold', 'underline'], safeLine(block.text)), acts: [] };
    case 'paragraph':
      return { text: lineText(block.line, paint), acts: [] };
    case 'list':
      return { text: block.items.map((item) => `• ${lineText(item, paint)}`).join('\n'), acts: [] };
    case 'fields':
      return {
        text: block.fields
          .map(({ label, value }) => `${safeLine(label)}${'\u00a0'}: ${lineText(value, paint)}`)
          .join('\n'),
        acts: [],
      };
    case 'buttons': {
      const acts = block.buttons.map(numbered);
      return { text: acts.map((act) => actText(act, paint)).join('  '), acts };
    }
    case 'choice': {
      const acts = block.options.map(numbered);
      const options = acts.map((act, index) => {
        const hint = block.options[index]?.hint;
        return `  ${actText(act, paint)}${hint ? ` (${safeLine(hint)})` : ''}`;
      });
      return { text: [`${safeLine(block.label)}${'\u00a0'}:`, ...options].join('\n'), acts };
    }
    case 'picture':
    case 'file':
      return { text: `${lineText(block.words, paint)} — ${words.saved(safeLine(pathOf(block.name)))}`, acts: [] };
  }
};

const linesOf = (block: Block): readonly Line[] => {
  switch (block.type) {
    case 'paragraph':
      return [block.line];
    case 'list':
      return block.items;
    case 'fields':
      return block.fields.map(({ value }) => value);
    case 'picture':
    case 'file':
      return [block.words];
    case 'heading':
    case 'buttons':
    case 'choice':
      return [];
  }
};

const namedIn = (blocks: readonly Block[]): readonly string[] =>
  blocks
    .flatMap(linesOf)
    .flat()
    .flatMap((node) =>
      typeof node === 'object' && node.as === 'mention' && node.userIds.terminal ? [node.userIds.terminal] : [],
    );

const attachments = (block: Block): readonly Attachment[] => {
  if (block.type === 'picture') return [{ name: block.name, content: block.png }];
  return block.type === 'file' ? [{ name: block.name, content: block.content }] : [];
};

export const render = (reply: Reply, { colour, from, pathOf, onCut }: Rendering): Screen => {
  const { blocks } = fit(reply, limits, { more, onCut });
  const numbered = counter(from);
  const pieces = blocks.map((block) => piece(block, numbered, painter(colour), pathOf));
  return {
    text: pieces.map(({ text }) => text).join('\n'),
    acts: pieces.flatMap(({ acts }) => acts).filter((act) => act.number !== undefined),
    files: blocks.flatMap(attachments),
    rings: namedIn(blocks),
  };
};
