import { commands } from '../../commands/index.ts';
import { definitionsOf } from '../adapters/discord/definition.ts';
import { cliWords as words } from '../messages/start.fr.ts';
import { quoted } from '../messages/words.fr.ts';
import { complain, configured, type Verb } from './verb.ts';

/** What stands in the menu of a message is no command to type, and is not named like one. */
const shownName = (name: string): string => (/^[a-z][a-z0-9]*$/.test(name) ? `/${name}` : quoted(name));

const deployed = async (guildId: string | undefined): Promise<number> => {
  const config = configured();
  if (!config) return 1;
  if (!config.discord) {
    complain(words.noToken, []);
    return 1;
  }
  const { deployCommands } = await import('../adapters/discord/adapter.ts');
  try {
    const difference = await deployCommands(
      { ...config.discord, ...(guildId === undefined ? {} : { guildId }) },
      commands,
    );
    const lines = (['created', 'updated', 'removed', 'unchanged'] as const).map(
      (kind) => `${words.deployed[kind]}\u00a0: ${difference[kind].map(shownName).join(', ') || '–'}\n`,
    );
    process.stdout.write(lines.join(''));
    return 0;
  } catch (error) {
    complain(words.unreachable(error instanceof Error ? error.message : String(error)), []);
    return 1;
  }
};

export const commandsVerb: Verb = {
  name: 'commands',
  about: words.about.commands,
  takes: '[OPTIONS]',
  options: {
    deploy: { value: undefined, about: words.option.deploy },
    guild: { value: 'ID', about: words.option.guild },
  },
  run: async (given) => {
    if (given.flag('deploy')) return deployed(given.text('guild'));
    process.stdout.write(`${JSON.stringify(definitionsOf(commands), null, 2)}\n`);
    return 0;
  },
};
