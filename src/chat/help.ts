// Which commands a person may use.
import type { Actor } from '../core/people/model.ts';
import { holds } from '../core/people/rules.ts';
import { type Command, type CommandGroup, isGroup } from './command.ts';

/** A group is open to whoever may use one of its commands. */
export const isOpenTo = (entry: Command | CommandGroup, actor: Actor): boolean =>
  (isGroup(entry) ? entry.commands : [entry]).some(({ access }) => holds(actor, access));
