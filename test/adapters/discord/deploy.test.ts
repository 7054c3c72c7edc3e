import { expect, test } from 'vitest';
import { deployCommands } from '../../../src/adapters/discord/adapter.ts';
import { definitionsOf } from '../../../src/adapters/discord/definition.ts';
import { type Command, type CommandGroup, defineCommand, defineGroup } from '../../../src/chat/command.ts';
import { optional, type RequiredOption } from '../../../src/chat/option.ts';
import { ok } from '../../../src/kernel/result.ts';
import { p, say } from '../../../src/reply/tree.ts';
import { openDiscord } from '../../support/discord/discord.ts';
import type { Request } from '../../support/discord/rest.ts';

const text: RequiredOption<string> = {
  kind: 'rest',
  summary: 'Quel espace',
  required: true,
  input: 'text',
  completes: true,
  parse: (raw) => ok(raw),
  find: (sentence) => ok({ value: sentence.text, sentence }),
  print: (value) => value,
  phrase: (value) => value,
  suggest: () => [],
};

const command = (name: string, summary = `Essai ${name}`): Command =>
  defineCommand({
    name,
    summary,
    access: 'membre',
    audience: 'asker',
    options: {
      espace: text,
      personnes: optional({ ...text, input: 'integer', summary: 'Combien' }),
      motif: optional({ ...text, input: 'choice' }),
    },
    examples: [],
    run: async () => say('info', p(name)),
  });

const group: CommandGroup = defineGroup({
  name: 'reservations',
  summary: 'Vos réservations',
  alone: 'voir',
  commands: [command('voir'), command('modifier')],
});

const changes = (requests: readonly Request[]): readonly string[] =>
  requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

test('registers what is new, changes what differs, removes what is gone, and leaves the rest alone', async () => {
  const requests: Request[] = [];
  await using discord = await openDiscord({ observe: (request) => requests.push(request) });
  const deploy = (commands: readonly (Command | CommandGroup)[]) => {
    requests.length = 0;
    return deployCommands(discord, commands);
  };

  expect(await deploy([command('reserver'), command('dispo'), group])).toEqual({
    created: ['reserver', 'dispo', 'reservations'],
    updated: [],
    removed: [],
    unchanged: [],
  });
  expect(changes(requests)).toEqual(['POST', 'POST', 'POST']);

  expect(await deploy([command('reserver'), command('dispo'), group])).toEqual({
    created: [],
    updated: [],
    removed: [],
    unchanged: ['reserver', 'dispo', 'reservations'],
  });
  expect(changes(requests)).toEqual([]);

  const changed = { ...group, commands: [command('voir'), command('modifier', 'Changer une réservation')] };
  expect(await deploy([command('reserver', 'Réserver un espace'), changed, command('aide')])).toEqual({
    created: ['aide'],
    updated: ['reserver', 'reservations'],
    removed: ['dispo'],
    unchanged: [],
  });
  expect(changes(requests)).toEqual(['PATCH', 'PATCH', 'POST', 'DELETE']);
  discord.assertClean();
});

test('registers on one server alone where asked to', async () => {
  await using discord = await openDiscord();
  await deployCommands({ ...discord, guildId: discord.guildId }, [command('reserver')]);
  expect([discord.registry.list(discord.guildId).length, discord.registry.list().length]).toEqual([1, 0]);
});

test('declares a command with typed options, none of which Discord’s client insists on', () => {
  expect(definitionsOf([command('reserver')])).toEqual([
    {
      type: 1,
      name: 'reserver',
      description: 'Essai reserver',
      integration_types: [0],
      contexts: [0, 1],
      options: [
        { type: 3, name: 'espace', description: 'Quel espace', required: false, autocomplete: true },
        { type: 4, name: 'personnes', description: 'Combien', required: false },
        { type: 3, name: 'motif', description: 'Quel espace', required: false, autocomplete: true },
      ],
    },
  ]);
});

test('declares a group as subcommands', () => {
  expect(definitionsOf([group])).toMatchObject([
    {
      name: 'reservations',
      options: [
        { type: 1, name: 'voir' },
        { type: 1, name: 'modifier' },
      ],
    },
  ]);
});

test('what stands in the menu of a message is declared beside the command, on servers alone, and follows it', async () => {
  await using discord = await openDiscord();
  const noter = { ...command('noter'), fromMessage: { label: 'Noter ce message', text: 'espace', link: 'espace' } };
  expect(definitionsOf([noter])[1]).toEqual({
    type: 3,
    name: 'Noter ce message',
    integration_types: [0],
    contexts: [0],
  });
  const nothing = { created: [], updated: [], removed: [], unchanged: [] };
  const both = ['noter', 'Noter ce message'];
  expect(await deployCommands(discord, [noter])).toEqual({ ...nothing, created: both });
  expect(await deployCommands(discord, [noter])).toEqual({ ...nothing, unchanged: both });
  expect(await deployCommands(discord, [command('noter')])).toEqual({
    ...nothing,
    unchanged: ['noter'],
    removed: ['Noter ce message'],
  });
  discord.assertClean();
});
