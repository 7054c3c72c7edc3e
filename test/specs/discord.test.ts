// Every request that we send, held against Discord's own OpenAPI document.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { defineCommand } from '../../src/chat/command.ts';
import { words } from '../../src/chat/options/words.ts';
import { buttons, p, say } from '../../src/reply/tree.ts';
import { talkativeChat } from '../contract/talkative-chat.ts';
import { openConnectedDiscord } from '../support/discord/connected.ts';
import type { Request } from '../support/discord/rest.ts';

interface Schema {
  readonly $ref?: string;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const ID = 'discord.json';
const document: Document = JSON.parse(
  readFileSync(new URL('../../../shared/specs/discord-openapi.json', import.meta.url), 'utf8'),
);

// Discord's formats (snowflake, nonce…) say what a string means, not how it is checked; numbers in strings are accepted.
const ajv = new Ajv2020({ strict: false, validateFormats: false, coerceTypes: true, allErrors: true });
ajv.addSchema({ ...document, $id: ID });

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** The most literal path wins: `@original` before a message's id. */
const patternOf = (path: string, method: string): string | undefined =>
  Object.keys(document.paths)
    .filter((pattern) => matches(pattern, path) && document.paths[pattern]?.[method] !== undefined)
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];

const pointer = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/');

const objections = ({ method, path, body, files }: Request): readonly string[] => {
  const verb = method.toLowerCase();
  const pattern = patternOf(path, verb);
  if (!pattern) return [`${method} ${path} is no call of Discord's`];
  const content = document.paths[pattern]?.[verb]?.requestBody?.content;
  if (!content) return body === undefined ? [] : [`${method} ${pattern} takes no body`];
  if (files.length > 0 && !('multipart/form-data' in content)) return [`${method} ${pattern} takes no files`];
  const validate = ajv.compile({
    $ref: `${ID}#/paths/${pointer(pattern, verb)}/requestBody/content/${pointer('application/json')}/schema`,
  });
  return validate(structuredClone(body)) ? [] : [`${method} ${pattern}: ${ajv.errorsText(validate.errors)}`];
};

test('each call that the adapter makes is one that Discord describes', async () => {
  const requests: Request[] = [];
  const chat = talkativeChat();
  const noter = {
    ...defineCommand({
      name: 'noter',
      summary: 'Noter',
      access: 'membre',
      audience: 'asker',
      options: { phrase: words('Quoi') },
      examples: [],
      run: async () => say('done', p('Noté')),
    }),
    fromMessage: { label: 'Noter ce message', text: 'phrase', link: 'phrase' },
  };
  const commands = [...chat.commands, noter];
  const suggest = { ...chat, commands, suggest: () => [{ label: 'Coworking', value: 'coworking' }] };
  const house = await openConnectedDiscord(suggest, {
    observe: (request) => requests.push({ ...request, body: structuredClone(request.body) }),
  });
  const lea = house.discord.person('1001001001001001001', 'Léa');
  await lea.completes('dire', 'texte', 'cow');
  await lea.says('/publier texte:bonjour');
  await lea.menu('Noter ce message', { text: 'Bonjour' });
  await lea.submits({ texte: 'salut' });
  await lea.says('/carte');
  await lea.presses('À côté');
  await lea.presses('Remplir');
  await lea.submits({ texte: 'salut', jour: 'lundi' });
  await lea.says('/carte');
  await lea.chooses('Lundi');
  await lea.says('/fichier');
  await lea.mentions('bonjour');
  lea.refusesPrivateMessages();
  await lea.mentions('encore');
  const named = { as: 'mention', name: 'Léa', userIds: { discord: lea.id } } as const;
  const ref = await house.adapter.post(house.channel, say('info', p('Fermé lundi, ', named)), 'm1');
  await house.adapter.update(
    ref,
    say('info', buttons({ label: 'Voir', command: 'dire oui', tone: 'primary' }), p('Fermé mardi')),
  );
  const { mirror } = house.adapter;
  const sheet = {
    eventId: 1,
    title: 'Café des porteurs',
    where: 'La Mijoteuse',
    about: ['Rencontre.'],
    how: 'Tapez /evenement voir.',
    start: Temporal.Instant.from('2036-11-26T08:30Z'),
    end: Temporal.Instant.from('2036-11-26T10:30Z'),
  };
  const event = await mirror.create(house.discord.guildId, sheet);
  await mirror.change(house.discord.guildId, event, { ...sheet, title: 'Café déplacé' });
  await mirror.standing(house.discord.guildId);
  await mirror.remove(house.discord.guildId, event);
  await house.close();

  expect(
    new Set(
      requests.map(
        ({ method, path }) => `${method} ${path.replace(/interaction-\d+/, 'TOKEN').replace(/\d{17,}/g, 'ID')}`,
      ),
    ),
  ).toEqual(
    new Set([
      'GET /applications/@me',
      'GET /applications/ID/commands',
      'POST /applications/ID/commands',
      'GET /users/@me',
      'GET /users/@me/guilds',
      'GET /gateway/bot',
      'POST /interactions/ID/TOKEN/callback',
      'PATCH /webhooks/ID/TOKEN/messages/@original',
      'POST /users/@me/channels',
      'POST /channels/ID/messages',
      'GET /channels/ID/messages/ID',
      'PATCH /channels/ID/messages/ID',
      'POST /guilds/ID/scheduled-events',
      'PATCH /guilds/ID/scheduled-events/ID',
      'GET /guilds/ID/scheduled-events',
      'DELETE /guilds/ID/scheduled-events/ID',
    ]),
  );
  expect(requests.flatMap(objections)).toEqual([]);
});

test('a body that Discord does not describe is found out', () => {
  const request = { method: 'POST', path: '/channels/1/messages', query: new URLSearchParams(), files: [] };
  expect(objections({ ...request, body: { content: 'x' } })).toEqual([]);
  expect(objections({ ...request, body: { content: 'x'.repeat(4001) } })).toHaveLength(1);
  expect(objections({ ...request, body: { components: [{ type: 1, components: [] }] } })).toHaveLength(1);
  expect(objections({ ...request, path: '/channels/1/nowhere', body: {} })).toHaveLength(1);
});
