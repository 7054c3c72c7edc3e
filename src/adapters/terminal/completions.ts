// What the Tab key offers: the names of the commands, then what the options suggest for the last word.
import type { Chat } from '../../chat/adapter.ts';
import { isGroup } from '../../chat/command.ts';
import type { Person } from '../../chat/invocation.ts';

export const completions = (
  line: string,
  chat: Pick<Chat, 'commands' | 'suggest'>,
  person: Person,
): [string[], string] => {
  const slash = line.startsWith('/') ? '/' : '';
  const [name = '', ...words] = line.slice(slash.length).split(' ');
  if (words.length === 0)
    return [chat.commands.map((command) => `${slash}${command.name} `).filter((one) => one.startsWith(line)), line];
  const command = chat.commands.find((one) => one.name === name);
  const typed = words.at(-1) ?? '';
  if (!command || isGroup(command)) return [[], typed];
  const offered = Object.keys(command.options).flatMap((option) =>
    chat.suggest({ person, line: name, fields: {}, option, typed }),
  );
  return [offered.map(({ value }) => value).filter((value) => value.startsWith(typed)), typed];
};
