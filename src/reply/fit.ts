// Makes a reply fit a platform. A long list or choice is shortened where everyone sees it; anything else that is too
// long is a defect of ours: it is cut with an ellipsis and reported to `onCut` (which throws in tests).
import { plainBlock, plainLine } from './plain.ts';
import type { Block, Inline, Line, Reply } from './tree.ts';

/** In UTF-16 code units and in numbers of things. */
export interface Limits {
  readonly blocks: number;
  readonly headingChars: number;
  readonly paragraphChars: number;
  readonly listItems: number;
  readonly fields: number;
  /** Buttons of one block. */
  readonly buttons: number;
  readonly choices: number;
  readonly labelChars: number;
  readonly commandChars: number;
  /** Of the whole reply's words. */
  readonly totalChars: number;
}

export interface Fitting {
  /** « … et 12 de plus ». */
  readonly more: (count: number) => Line;
  readonly onCut: (what: string) => void;
}

const ELLIPSIS = '…';

const cutText = (text: string, limit: number, what: string, { onCut }: Fitting): string => {
  if (text.length <= limit) return text;
  onCut(`${what}: ${text.length} characters, ${limit} at most`);
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, '')}${ELLIPSIS}`;
};

const textOf = (node: Inline): string => (typeof node === 'string' ? node : plainLine([node]));

const cutLine = (line: Line, limit: number, what: string, fitting: Fitting): Line => {
  if (plainLine(line).length <= limit) return line;
  const kept: Inline[] = [];
  let room = limit;
  for (const node of line) {
    const { length } = textOf(node);
    if (length > room) return [...kept, cutText(textOf(node), room, what, fitting)];
    kept.push(node);
    room -= length;
  }
  return kept;
};

const head = <T>(all: readonly T[], limit: number, what: string, { onCut }: Fitting): readonly T[] => {
  if (all.length > limit) onCut(`${all.length} ${what}, ${limit} at most`);
  return all.slice(0, limit);
};

/** The first items, and how many more there are: the last line counts among the `limit`. */
const shorten = (items: readonly Line[], limit: number, { more }: Fitting): readonly Line[] =>
  items.length <= limit ? items : [...items.slice(0, limit - 1), more(items.length - limit + 1)];

const fitBlock = (block: Block, limits: Limits, fitting: Fitting): readonly Block[] => {
  const { paragraphChars, labelChars, commandChars } = limits;
  const label = (text: string) => cutText(text, labelChars, 'label', fitting);
  const command = (line: string) => {
    if (line.length > commandChars) fitting.onCut(`a command: ${line.length} characters, ${commandChars} at most`);
    return line;
  };
  switch (block.type) {
    case 'heading':
      return [{ ...block, text: cutText(block.text, limits.headingChars, 'heading', fitting) }];
    case 'paragraph':
      return [{ ...block, line: cutLine(block.line, paragraphChars, 'paragraph', fitting) }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => cutLine(item, paragraphChars, 'item', fitting)) }];
    case 'fields':
      return [
        {
          ...block,
          fields: head(block.fields, limits.fields, 'fields', fitting).map((field) => ({
            ...field,
            value: cutLine(field.value, paragraphChars, 'field', fitting),
          })),
        },
      ];
    case 'buttons':
      return [
        {
          ...block,
          buttons: head(block.buttons, limits.buttons, 'buttons', fitting).map((button) => ({
            ...button,
            label: label(button.label),
            command: command(button.command),
          })),
        },
      ];
    case 'choice': {
      const options = block.options
        .slice(0, limits.choices)
        .map((option) => ({ ...option, label: label(option.label), command: command(option.command) }));
      const left = block.options.length - options.length;
      return [{ ...block, options }, ...(left > 0 ? [{ type: 'paragraph', line: fitting.more(left) } as const] : [])];
    }
    case 'picture':
    case 'file':
      return [{ ...block, words: cutLine(block.words, paragraphChars, 'words', fitting) }];
  }
};

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + plainBlock(block).length + 1, 0);

/** Lists at their limit, then taken from the end of the longest until the whole fits. */
const fitTotal = (blocks: readonly Block[], limits: Limits, fitting: Fitting): readonly Block[] => {
  const withItems = (limit: number) =>
    blocks.map((block) => (block.type === 'list' ? { ...block, items: shorten(block.items, limit, fitting) } : block));
  let fitted = withItems(limits.listItems);
  // Each time from the whole lists: what is left out is counted once.
  for (let items = limits.listItems - 1; lengthOf(fitted) > limits.totalChars && items >= 2; items -= 1)
    fitted = withItems(items);
  const excess = lengthOf(fitted) - limits.totalChars;
  if (excess <= 0) return fitted;
  const paragraphs = fitted.filter((block) => block.type === 'paragraph');
  const longest = paragraphs.reduce(
    (a, b) => (plainLine(b.line).length > plainLine(a.line).length ? b : a),
    paragraphs[0] ?? { type: 'paragraph', line: [] },
  );
  const room = Math.max(1, plainLine(longest.line).length - excess);
  return fitted.map((block) =>
    block === longest ? { ...longest, line: cutLine(longest.line, room, 'reply', fitting) } : block,
  );
};

export const fit = (reply: Reply, limits: Limits, fitting: Fitting): Reply => ({
  ...reply,
  blocks: fitTotal(
    head(
      reply.blocks.flatMap((block) => fitBlock(block, limits, fitting)),
      limits.blocks,
      'blocks',
      fitting,
    ),
    limits,
    fitting,
  ),
});
