// Which commands a person may use.
import type { Actor } from '../core/people/model.ts';
import { holds } from '../core/people/rules.ts';
import { type Command, type CommandGroup, isGroup } from './command.ts';

/** What they may use of it: the command, the group without the commands that are others', or nothing. */
export const openPart = (entry: Command | CommandGroup, actor: Actor): readonly (Command | CommandGroup)[] => {
  const isOpen = ({ access }: Command): boolean => holds(actor, access);
  if (!isGroup(entry)) return isOpen(entry) ? [entry] : [];
  const commands = entry.commands.filter(isOpen);
  return commands.length > 0 ? [{ ...entry, commands }] : [];
};
