// The commands as Discord wants them declared.
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { type Command, type CommandGroup, isGroup } from '../../chat/command.ts';
import { type MessageMenu, messageMenus } from '../../chat/message-menu.ts';
import type { Option } from '../../chat/option.ts';

export type CommandJson =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

type Entry = Command | CommandGroup;

/** None is required of Discord's client, which would not send a command typed alone: what is missing, the form asks. */
const optionOf = ([name, { summary, input, completes }]: readonly [
  string,
  Option<unknown>,
]): APIApplicationCommandBasicOption => {
  const common = { name, description: summary, required: false };
  switch (input) {
    case 'integer':
      return { ...common, type: 4 };
    case 'text':
    case 'choice':
      return { ...common, type: 3, autocomplete: completes };
  }
};

const optionsOf = ({ options }: Command): APIApplicationCommandBasicOption[] => Object.entries(options).map(optionOf);

const subcommand = (command: Command): APIApplicationCommandSubcommandOption => ({
  type: 1,
  name: command.name,
  description: command.summary,
  options: optionsOf(command),
});

const definitionOf = (entry: Entry): CommandJson => ({
  type: 1,
  name: entry.name,
  description: entry.summary,
  options: isGroup(entry) ? entry.commands.map(subcommand) : optionsOf(entry),
  // Installed on a server (0); typed on a server (0) or in a private conversation with the bot (1).
  integration_types: [0],
  contexts: [0, 1],
});

/** In the menu of a message, on a server alone: a private conversation has no link that others could follow. */
const menuEntry = ({ label }: MessageMenu): CommandJson => ({
  type: 3,
  name: label,
  integration_types: [0],
  contexts: [0],
});

export const definitionsOf = (commands: readonly Entry[]): readonly CommandJson[] => [
  ...commands.map(definitionOf),
  ...messageMenus(commands).map(menuEntry),
];
