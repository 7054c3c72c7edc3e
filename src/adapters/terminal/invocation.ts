// A line typed → what is asked of the chat. Pure.
import type { Chat } from '../../chat/adapter.ts';
import type { Invocation } from '../../chat/invocation.ts';

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const isCommandName = (chat: Pick<Chat, 'commands'>, word: string): boolean =>
  chat.commands.some(({ name }) => name === folded(word));

type Asked = Pick<Invocation, 'line' | 'by' | 'canOpenForm'>;

/** `/reserver coworking`, `reserver coworking`, `@Mijote réserve le coworking`, and any sentence said as one speaks. */
export const askedBy = (typed: string, chat: Pick<Chat, 'commands'>, canOpenForm: boolean): Asked => {
  const line = typed.trim();
  const named = /^@mijote\b[\s,:]*(.*)$/isu.exec(line);
  if (named) return { line: named[1] ?? '', by: 'mention', canOpenForm: false };
  const [first = ''] = line.split(/\s/, 1);
  const isCommand = line.startsWith('/') || isCommandName(chat, first);
  return { line: line.replace(/^\/+\s*/, ''), by: isCommand ? 'command' : 'mention', canOpenForm };
};

/** The number of a button; undefined for anything else. */
export const pressedNumber = (typed: string): number | undefined =>
  /^\s*\[?\d{1,3}\]?\s*$/.test(typed) ? Number(typed.replace(/\D/g, '')) : undefined;
