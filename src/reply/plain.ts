// The text twin of a reply: notifications, screen readers, the terminal, logs, tests.
import type { Block, Inline, Line, Reply } from './tree.ts';

const plainInline = (node: Inline): string => {
  if (typeof node === 'string') return node;
  switch (node.as) {
    case 'strong':
    case 'code':
      return node.text;
    case 'link':
      return node.text === node.href ? node.href : `${node.text} (${node.href})`;
    case 'mention':
      return node.name;
  }
};

export const plainLine = (line: Line): string => line.map(plainInline).join('');

/** A block in words; buttons and choices are their labels, for a platform may show them otherwise. */
export const plainBlock = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return plainLine(block.line);
    case 'list':
      return block.items.map((item) => `• ${plainLine(item)}`).join('\n');
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}\u00a0: ${plainLine(value)}`).join('\n');
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ');
    case 'choice':
      return [block.label, ...block.options.map(({ label, hint }) => `• ${label}${hint ? ` (${hint})` : ''}`)].join(
        '\n',
      );
    case 'picture':
    case 'file':
      return `${plainLine(block.words)} [${block.name}]`;
  }
};

export const plain = ({ blocks }: Reply): string => blocks.map(plainBlock).join('\n');
