// A button carries its whole command, but Discord gives it 100 characters: a longer one is kept, under the hash of its
// words, and the button carries the hash. Whoever presses it runs it as themselves: it opens nothing that typing would not.
import { createHash } from 'node:crypto';
import type { LinesRoom } from '../core/lines/usecases.ts';
import type { Block, Reply } from '../reply/tree.ts';

/** Leaves room for the platforms' own prefixes in 100 characters. */
const MOST_CHARS = 90;
const PREFIX = 'suite';

const idOf = (placeId: string, line: string): string =>
  createHash('sha256').update(`${placeId} ${line}`).digest('base64url').slice(0, 22);

/** Every command that the block carries, replaced by what `shown` makes of it. */
const mapCommands = (block: Block, shown: (line: string) => string): Block => {
  if (block.type === 'buttons')
    return { ...block, buttons: block.buttons.map((button) => ({ ...button, command: shown(button.command) })) };
  if (block.type === 'choice')
    return { ...block, options: block.options.map((option) => ({ ...option, command: shown(option.command) })) };
  return block;
};

export const shortenCommands = async (reply: Reply, placeId: string, kept: LinesRoom): Promise<Reply> => {
  const long = new Map<string, string>();
  const shortened = (line: string): string => {
    if (line.length <= MOST_CHARS) return line;
    const id = idOf(placeId, line);
    long.set(id, line);
    return `${PREFIX} ${id}`;
  };
  const blocks = reply.blocks.map((block) => mapCommands(block, shortened));
  if (long.size > 0)
    await kept.keep(
      placeId,
      [...long].map(([id, line]) => ({ id, line })),
    );
  return { ...reply, blocks };
};

export const isShortened = (line: string): boolean => line.startsWith(`${PREFIX} `);

/** The kept line, or undefined when it is no longer there. */
export const expandLine = (line: string, placeId: string, kept: LinesRoom): Promise<string | undefined> =>
  kept.recall(placeId, line.slice(PREFIX.length + 1).trim());
