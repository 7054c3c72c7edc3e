import { expect, test } from 'vitest';
import { type Received, receivedFrom } from '../../../src/adapters/discord/invocation.ts';

type Interaction = Parameters<typeof receivedFrom>[0];

const GUILD = '200000000000000001';
const BOT = '900';
const menus = [{ label: 'Garder ce message', path: 'carnet garder', summary: 'Garder', text: 'phrase', link: 'lien' }];
const user = { id: '1001', username: 'lea', global_name: 'Léa', discriminator: '0', avatar: null };
const member = { user, nick: null, roles: [], permissions: '2147483648' };

/** As Discord sends it, less what nobody here reads. */
const received = (type: number, data: object, more: object = { guild_id: GUILD, member }): Received | undefined =>
  receivedFrom(
    { id: '300', application_id: '400', type, token: 'jeton', version: 1, data, ...more } as unknown as Interaction,
    { botId: BOT, onlyGuild: GUILD, menus },
  );

const asked = (type: number, data: object, more?: object) => {
  const one = received(type, data, more);
  if (one?.kind !== 'request') throw new Error('No request');
  return one;
};

const message = { id: '500', flags: 1 << 6 };
const press = (custom_id: string) => ({ component_type: 2, custom_id });
const everyone = { guild_id: GUILD, member };

test.each<[string, object, string, object]>([
  ['a bare command', { type: 1, name: 'reserver' }, 'reserver', {}],
  [
    'an integer',
    { type: 1, name: 'reserver', options: [{ type: 4, name: 'personnes', value: 3 }] },
    'reserver',
    { personnes: '3' },
  ],
  [
    'a subcommand',
    {
      type: 1,
      name: 'reservations',
      options: [{ type: 1, name: 'modifier', options: [{ type: 3, name: 'laquelle', value: '12' }] }],
    },
    'reservations modifier',
    { laquelle: '12' },
  ],
  [
    'a subcommand without options',
    { type: 1, name: 'reservations', options: [{ type: 1, name: 'voir' }] },
    'reservations voir',
    {},
  ],
])('%s is its path and its fields', (_, data, line, fields) => {
  expect(asked(2, data).invocation).toMatchObject({
    id: '300',
    line,
    fields,
    by: 'command',
    wantsForm: false,
    canOpenForm: true,
  });
});

test.each([
  ['r:annuler 12', 'annuler 12', false],
  ['b2:annuler 12', 'annuler 12', false],
  ['f:reservations modifier 12', 'reservations modifier 12', true],
  ['r:dire : deux points : et r:autres', 'dire : deux points : et r:autres', false],
])('the button %j sends « %s »', (id, line, wantsForm) => {
  expect(asked(3, press(id), { ...everyone, message }).invocation).toMatchObject({ line, wantsForm, by: 'button' });
});

test('what becomes of the card follows from who sees it', () => {
  const answer = (id: string, more: object) => asked(3, press(id), more).answer;
  expect(answer('r:x', { ...everyone, message })).toEqual({
    inPrivateChannel: false,
    replacesCard: true,
    staysLaidOut: false,
  });
  expect(answer('r:x', { ...everyone, message: { id: '5', flags: 0 } })).toMatchObject({ replacesCard: false });
  expect(answer('r:x', { user, message: { id: '5', flags: 1 << 15 } })).toEqual({
    inPrivateChannel: true,
    replacesCard: true,
    staysLaidOut: true,
  });
  expect(answer('b:x', { ...everyone, message })).toMatchObject({ replacesCard: false });
});

test('a choice sends the command of its option', () => {
  expect(
    asked(3, { component_type: 3, custom_id: 'choix:1', values: ['r:dire lundi'] }, { ...everyone, message }).invocation
      .line,
  ).toBe('dire lundi');
});

test('a form brings back its line and what was filled in', () => {
  const field = (component: object) => ({ type: 18, id: 1, component });
  const components = [
    { type: 10, id: 9 },
    field({ type: 4, custom_id: 'texte', value: ' salut ' }),
    field({ type: 4, custom_id: 'vide', value: '  ' }),
    field({ type: 3, custom_id: 'jour', values: ['lundi'] }),
    field({ type: 3, custom_id: 'rien', values: [] }),
    { type: 1, components: [{ type: 4, custom_id: 'ancien', value: 'oui' }] },
  ];
  expect(asked(5, { custom_id: 'm:reservations modifier 12', components }).invocation).toMatchObject({
    line: 'reservations modifier 12',
    fields: { texte: ' salut ', jour: 'lundi', ancien: 'oui' },
    by: 'form',
    canOpenForm: false,
  });
});

test('typing asks for what follows, with what was given before', () => {
  const options = [
    { type: 3, name: 'espace', value: 'coworking' },
    { type: 3, name: 'quand', value: 'dem', focused: true },
  ];
  expect(received(4, { type: 1, name: 'reserver', options })).toEqual({
    kind: 'typing',
    query: {
      person: { platform: 'discord', workspace: GUILD },
      line: 'reserver',
      fields: { espace: 'coworking' },
      option: 'quand',
      typed: 'dem',
    },
  });
});

test.each<[string, number, object, object?]>([
  ['a ping', 1, {}],
  ['an entry of a message’s menu that no command has', 2, { type: 3, name: 'Noter', target_id: '1' }],
  ['an entry of someone’s menu', 2, { type: 2, name: 'Garder ce message', target_id: '1' }],
  ['a button of another bot’s making', 3, press('x:y'), { ...everyone, message }],
  ['a form of another making', 5, { custom_id: 'autre', components: [] }],
  ['nobody', 2, { type: 1, name: 'aide' }, {}],
])('%s is not for the chat', (_, type, data, more) => {
  expect(received(type, data, more)).toBeUndefined();
});

test.each([
  ['0', false],
  ['2147483648', false],
  ['8', true],
  ['32', true],
  ['18014398509481983', true],
])('permissions %s: administers the server, %s', async (permissions, admin) => {
  const { person } = asked(
    2,
    { type: 1, name: 'aide' },
    { guild_id: GUILD, member: { ...member, permissions } },
  ).invocation;
  expect(await person.isWorkspaceAdmin()).toBe(admin);
});

test('a person is named as the server shows them, and in private as they chose', async () => {
  const named = asked(2, { type: 1, name: 'aide' }, { guild_id: GUILD, member: { ...member, nick: 'Léa du fablab' } });
  expect(named.invocation.person).toMatchObject({
    platform: 'discord',
    workspace: GUILD,
    userId: '1001',
    displayName: 'Léa du fablab',
  });
  const { person } = asked(2, { type: 1, name: 'aide' }, { user: { ...user, global_name: null } }).invocation;
  expect(person).toMatchObject({ workspace: GUILD, displayName: 'lea' });
  expect(await person.isWorkspaceAdmin()).toBe(false);
});

const pick = (more: object) => {
  const said = { id: '600', channel_id: '700', author: { id: '1002' }, content: 'Repair café', mentions: [], ...more };
  return asked(2, { type: 3, name: 'Garder ce message', target_id: '600', resolved: { messages: { 600: said } } });
};

test('an entry of a message’s menu is its command’s path, with the words and where they are read', () => {
  expect(pick({}).invocation).toMatchObject({
    line: 'carnet garder',
    fields: { phrase: 'Repair café', lien: `https://discord.com/channels/${GUILD}/700/600` },
    by: 'menu',
    wantsForm: true,
    canOpenForm: true,
  });
  expect(pick({}).answer).toEqual({ inPrivateChannel: false, replacesCard: false, staysLaidOut: false });
});

test.each<[string, object, string]>([
  [
    'names as they are shown',
    { content: 'avec <@1003> <:fete:12>', mentions: [{ id: '1003', username: 'ana' }] },
    'avec @ana :fete:',
  ],
  ['what is forwarded', { content: '', message_snapshots: [{ message: { content: 'Une annonce' } }] }, 'Une annonce'],
  ['nothing of a picture alone', { content: '', attachments: [{ id: '1' }] }, ''],
  ['nothing of the bot’s own words', { author: { id: BOT }, content: 'Une carte' }, ''],
])('an entry of a message’s menu takes %s', (_, more, phrase) => {
  expect(pick(more).invocation.fields.phrase).toBe(phrase);
});
