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

const CHAT_INPUT = 1;

type OptionLike = NonNullable<CommandJson['options']>[number] | NonNullable<Registered['options']>[number];

/** Discord leaves out what is false or empty. */
const normalOption = (option: OptionLike): unknown => ({
  type: option.type,
  name: option.name,
  description: option.description,
  required: 'required' in option && option.required === true,
  autocomplete: 'autocomplete' in option && option.autocomplete === true,
  options: 'options' in option ? (option.options ?? []).map(normalOption) : [],
});

const normal = ({ name, description, options, contexts, integration_types }: CommandJson | Registered): unknown => ({
  name,
  description,
  options: (options ?? []).map(normalOption),
  contexts: [...(contexts ?? [])].sort(),
  integration_types: [...(integration_types ?? [])].sort(),
});

export const deploy = async (registrar: Registrar, wanted: readonly CommandJson[]): Promise<Difference> => {
  // Entries of message menus and activities have names of their own, and are not ours to remove.
  const registered = (await registrar.list()).filter(({ type }) => type === CHAT_INPUT);
  const known = new Map(registered.map((command) => [command.name, command]));
  const difference = {
    created: [] as string[],
    updated: [] as string[],
    removed: [] as string[],
    unchanged: [] as string[],
  };

  for (const command of wanted) {
    const there = known.get(command.name);
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
  for (const { id, name } of registered.filter((command) => !wanted.some(({ name: kept }) => kept === command.name))) {
    await registrar.remove(id);
    difference.removed.push(name);
  }
  return difference;
};
