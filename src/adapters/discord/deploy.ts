// Registers the commands, and touches only what differs: Discord counts creations, and every change is a moment when the
// people's clients must learn the command again.
import { isDeepStrictEqual } from 'node:util';
import type { APIApplicationCommand } from 'discord.js';
import type { CommandJson } from './definition.ts';

type Registered = Pick<
  APIApplicationCommand,
  'id' | 'type' | 'name' | 'description' | 'options' | 'contexts' | 'integration_types'
>;

export interface Registrar {
  list(): Promise<readonly Registered[]>;
  create(command: CommandJson): Promise<void>;
  edit(id: string, command: CommandJson): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Names, each once. */
export interface Difference {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** What is typed, and what stands in the menu of a message: entries of people's menus and activities are not ours to touch. */
const OURS: readonly number[] = [1, 3];

type OptionLike = NonNullable<Registered['options']>[number];

/** Discord leaves out what is false or empty. */
const normalOption = (option: OptionLike): unknown => ({
  type: option.type,
  name: option.name,
  description: option.description,
  required: 'required' in option && option.required === true,
  autocomplete: 'autocomplete' in option && option.autocomplete === true,
  options: 'options' in option ? (option.options ?? []).map(normalOption) : [],
});

const normal = (command: CommandJson | Registered): unknown => {
  const { type, name, contexts, integration_types } = command;
  const options = 'options' in command ? command.options : [];
  return {
    type,
    name,
    description: 'description' in command ? command.description : '',
    options: (options ?? []).map(normalOption),
    contexts: [...(contexts ?? [])].sort(),
    integration_types: [...(integration_types ?? [])].sort(),
  };
};

/** A name may stand once among the commands, and once in the menu. */
const keyOf = ({ type, name }: Pick<CommandJson | Registered, 'type' | 'name'>): string => `${type} ${name}`;

export const deploy = async (registrar: Registrar, wanted: readonly CommandJson[]): Promise<Difference> => {
  const registered = (await registrar.list()).filter(({ type }) => OURS.includes(type));
  const known = new Map(registered.map((command) => [keyOf(command), command]));
  const kept = new Set(wanted.map(keyOf));
  const difference = {
    created: [] as string[],
    updated: [] as string[],
    removed: [] as string[],
    unchanged: [] as string[],
  };

  for (const command of wanted) {
    const there = known.get(keyOf(command));
    if (!there) {
      await registrar.create(command);
      difference.created.push(command.name);
    } else if (isDeepStrictEqual(normal(there), normal(command))) {
      difference.unchanged.push(command.name);
    } else {
      await registrar.edit(there.id, command);
      difference.updated.push(command.name);
    }
  }
  for (const { id, name } of registered.filter((command) => !kept.has(keyOf(command)))) {
    await registrar.remove(id);
    difference.removed.push(name);
  }
  return difference;
};
