// The menu of a message: which commands stand in it, and what a command's form takes of a message that someone picked. The
// form is always shown: nothing of what someone else wrote is kept unless it was read again.
import { menuNotice } from '../messages/menu.fr.ts';
import type { Line } from '../reply/tree.ts';
import type { Command, CommandGroup, FromMessage } from './command.ts';
import type { Invocation } from './invocation.ts';
import type { Option, ReadContext } from './option.ts';
import { routes } from './registry.ts';

export interface MessageMenu extends FromMessage {
  /** `initiative noter`. */
  readonly path: string;
  readonly summary: string;
}

export const messageMenus = (commands: readonly (Command | CommandGroup)[]): readonly MessageMenu[] =>
  routes(commands).flatMap(({ path, command: { summary, fromMessage } }) =>
    fromMessage ? [{ ...fromMessage, path, summary }] : [],
  );

/** What a platform hands over of a message; without words when it has none, or when they are the bot's own. */
export interface PickedMessage {
  readonly text: string;
  readonly link: string;
}

/** What is the same of each such request, whatever the platform. */
export const pickedFrom = (
  menu: MessageMenu,
  { text, link }: PickedMessage,
): Pick<Invocation, 'line' | 'fields' | 'by' | 'wantsForm' | 'canOpenForm'> => ({
  line: menu.path,
  fields: { [menu.text]: text, [menu.link]: link },
  by: 'menu',
  wantsForm: true,
  canOpenForm: true,
});

/** Cut where everyone sees it. */
const shortened = (text: string, limit: number): string =>
  `${text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;

interface Fitted {
  readonly text: string;
  /** How many characters the field holds, when that is less than the message has. */
  readonly cutAt: number | undefined;
}

const fittedTo = (option: Option<unknown> | undefined, text: string, context: ReadContext): Fitted => {
  const read = option?.parse(text, context);
  if (!read || read.ok || read.error.code !== 'reading.too_long') return { text, cutAt: undefined };
  return { text: shortened(text, read.error.limit), cutAt: read.error.limit };
};

/** The fields as the form shows them, and what it says of what it left out. */
export const taken = (
  { options, fromMessage }: Command,
  { fields, spot }: Pick<Invocation, 'fields' | 'spot'>,
  context: ReadContext,
): { readonly fields: Invocation['fields']; readonly notice: Line } => {
  if (!fromMessage) return { fields, notice: [] };
  const typed = fields[fromMessage.text]?.trim() ?? '';
  const { text, cutAt } = fittedTo(options[fromMessage.text], typed, context);
  // Nobody else could follow a link to a private conversation.
  const link = spot === undefined ? '' : (fields[fromMessage.link] ?? '');
  return {
    fields: { ...fields, [fromMessage.text]: text, [fromMessage.link]: link },
    notice: menuNotice({ isEmpty: typed === '', cutAt, isPrivate: spot === undefined }),
  };
};
