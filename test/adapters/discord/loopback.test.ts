// The Discord of the tests objects as the real one would: otherwise the other tests would prove little.
import { expect, test } from 'vitest';
import { messageProblems, parseCommand, parseModal } from '../../support/discord/checks.ts';
import { type LoopbackDiscord, openDiscord } from '../../support/discord/discord.ts';
import { createInteractions, type Kind } from '../../support/discord/interactions.ts';
import { shown } from '../../support/discord/markdown.ts';
import { createWorld } from '../../support/discord/world.ts';

const mentions = { allowed_mentions: { parse: [], users: [] } };
const plain = { ...mentions, content: 'bonjour' };
const situation = { files: [], wasLaidOut: false, edits: false };
const problems = (body: object, more: object = {}): string =>
  messageProblems(body, { ...situation, ...more }).join('\n');

const button = (custom_id: string, label = custom_id) => ({ type: 2, style: 2, label, custom_id });
const row = (...components: readonly object[]) => ({ type: 1, components });
const select = (values: readonly string[]) => ({
  type: 3,
  custom_id: 's',
  options: values.map((value) => ({ label: value, value })),
});
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

test.each<[RegExp, object]>([
  [/content/, { content: 'x'.repeat(2001) }],
  [/empty/, { content: '  ' }],
  [/allowed_mentions/, { content: 'x', allowed_mentions: undefined }],
  [/parse/, { content: 'x', allowed_mentions: { parse: ['everyone'], users: [] } }],
  [/6 rows/, { components: many(6, (index) => row(button(`${index}`))) }],
  [/components/, { components: [row(...many(6, (index) => button(`${index}`)))] }],
  [/components/, { components: [row(select(['a']), button('b'))] }],
  [/components/, { components: [row(select(many(26, (index) => `${index}`)))] }],
  [/stands twice/, { components: [row(button('a'), button('a'))] }],
  [/stands twice/, { components: [row(select(['a', 'a']))] }],
  [/custom_id/, { components: [row(button('x'.repeat(101)))] }],
  [/label/, { components: [row(button('a', 'x'.repeat(81)))] }],
  [/only rows/, { components: [{ type: 10, content: 'x' }] }],
  [/in `content`/, { flags: 1 << 15, components: [{ type: 10, content: 'x' }] }],
  [
    /4000 at most/,
    { content: null, flags: 1 << 15, components: many(2, () => ({ type: 10, content: 'x'.repeat(2500) })) },
  ],
  [
    /40 at most|components/,
    { content: null, flags: 1 << 15, components: many(41, () => ({ type: 10, content: 'x' })) },
  ],
  [
    /is not attached/,
    { content: null, flags: 1 << 15, components: [{ type: 13, file: { url: 'attachment://a.png' } }] },
  ],
  [/surprise/, { surprise: true }],
])('a message is refused: %s', (problem, body) => {
  expect(problems(plain)).toBe('');
  expect(problems({ ...plain, ...body })).toMatch(problem);
});

test('a message laid out in components stays so, and an edit cannot change who sees it', () => {
  expect(problems(plain, { wasLaidOut: true })).toMatch(/stays so/);
  expect(problems({ ...plain, flags: 64 }, { edits: true })).toMatch(/visibility/);
});

test.each<[string, object]>([
  ['too long a title', { title: 'x'.repeat(46) }],
  [
    'six fields',
    {
      components: many(6, (index) => ({
        type: 18,
        label: 'a',
        component: { type: 4, style: 1, custom_id: `${index}` },
      })),
    },
  ],
  [
    'two fields of one name',
    { components: many(2, () => ({ type: 18, label: 'a', component: { type: 4, style: 1, custom_id: 'a' } })) },
  ],
  [
    'too long a label',
    { components: [{ type: 18, label: 'x'.repeat(46), component: { type: 4, style: 1, custom_id: 'a' } }] },
  ],
])('a modal is refused: %s', (_, more) => {
  const modal = {
    custom_id: 'm',
    title: 'Titre',
    components: [{ type: 18, label: 'a', component: { type: 4, style: 1, custom_id: 'a' } }],
  };
  expect(parseModal(modal).success).toBe(true);
  expect(parseModal({ ...modal, ...more }).success).toBe(false);
});

test.each<[string, object]>([
  ['a capital', { name: 'Reserver' }],
  ['too long a description', { description: 'x'.repeat(101) }],
  [
    'a required option after another',
    {
      options: [
        { type: 3, name: 'a', description: 'a' },
        { type: 3, name: 'b', description: 'b', required: true },
      ],
    },
  ],
  [
    'an option twice',
    {
      options: [
        { type: 3, name: 'a', description: 'a' },
        { type: 3, name: 'a', description: 'b' },
      ],
    },
  ],
])('a command is refused: %s', (_, more) => {
  const command = { name: 'reserver', description: 'Réserver', options: [] };
  expect(parseCommand(command).success).toBe(true);
  expect(parseCommand({ ...command, ...more }).success).toBe(false);
});

const openInteraction = (kind: Kind) => {
  const world = createWorld({ token: 'x', guilds: 1 });
  const interactions = createInteractions(world);
  const interaction = interactions.open({ kind, userId: '1', channelId: world.channelId, card: undefined });
  return {
    world,
    interactions,
    first: (body: object) => interactions.firstAnswer(interaction.id, interaction.token, body, []),
    interaction,
  };
};

test('a second first answer is refused, and told', () => {
  const { world, first } = openInteraction('command');
  first({ type: 5, data: { flags: 64 } });
  expect(() => first({ type: 5, data: { flags: 64 } })).toThrow(/already been acknowledged/);
  expect(world.violations).toEqual(['a second first answer to command']);
});

test.each<[Kind, object]>([
  ['form', { type: 9, data: {} }],
  ['command', { type: 6 }],
  ['command', { type: 8, data: { choices: [] } }],
  ['typing', { type: 5, data: {} }],
  ['command', { type: 5, data: { flags: 1 << 15 } }],
  ['command', { type: 9, data: { title: '' } }],
])('a first answer that does not suit a %s is refused: %j', (kind, body) => {
  const { world, first } = openInteraction(kind);
  expect(() => first(body)).toThrow();
  expect(world.violations).toHaveLength(1);
});

test('an answer before the first one is refused', () => {
  const { world, interactions, interaction } = openInteraction('command');
  expect(() => interactions.editOriginal(interaction.token, { body: plain, files: [] })).toThrow();
  expect(world.violations).toEqual(['an answer to command before its first answer']);
});

test('a first answer after 3 s is refused', async () => {
  const { world, first } = openInteraction('command');
  await new Promise((resolve) => setTimeout(resolve, 3_050));
  expect(() => first({ type: 5, data: {} })).toThrow(/Unknown interaction/);
  expect(world.violations).toEqual([expect.stringMatching(/after 3\d{3} ms/)]);
});

const call = ({ apiUrl, token }: LoopbackDiscord, path: string, init: RequestInit = {}) =>
  fetch(`${apiUrl}/v10${path}`, {
    ...init,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
  });

test('calls need the token, a known address, and patience when they are too many', async () => {
  await using discord = await openDiscord();
  expect((await call({ ...discord, token: 'faux' }, '/users/@me')).status).toBe(401);
  discord.assertClean();
  expect((await call(discord, '/guilds/1/bans')).status).toBe(404);
  expect(() => discord.assertClean()).toThrow(/unknown call: GET \/guilds\/1\/bans/);
  discord.limit(1, 0.2, true);
  const limited = await call(discord, '/users/@me');
  expect([limited.status, limited.headers.get('retry-after'), limited.headers.get('x-ratelimit-global')]).toEqual([
    429,
    '0.2',
    'true',
  ]);
  expect(await limited.json()).toMatchObject({ retry_after: 0.2, global: true });
  expect((await call(discord, '/users/@me')).status).toBe(200);
});

test('an act that nobody answers is told at the end', async () => {
  await using discord = await openDiscord();
  discord.registry.create({ name: 'aide', description: 'Aide' });
  void discord
    .person('1', 'Léa')
    .says('/aide')
    .catch(() => {});
  await Promise.resolve();
  expect(() => discord.assertClean()).toThrow(/no first answer to command/);
});

test('a person cannot do what Discord’s client would not let them', async () => {
  await using discord = await openDiscord();
  discord.registry.create({
    name: 'reserver',
    description: 'Réserver',
    options: [
      { type: 3, name: 'espace', description: 'Où', required: true },
      { type: 4, name: 'personnes', description: 'Combien' },
    ],
  });
  const lea = discord.person('1', 'Léa');
  const says = (line: string) => (async () => lea.says(line))();
  await expect(says('/inconnue')).rejects.toThrow(/not registered/);
  await expect(says('/reserver')).rejects.toThrow(/asks for « espace »/);
  await expect(says('/reserver espace:a personnes:trois')).rejects.toThrow(/whole number/);
  await expect(lea.presses('Annuler')).rejects.toThrow(/sees no button/);
  await expect(lea.submits({})).rejects.toThrow(/no form open/);
});

test('what would stand out on Discord stands out here', () => {
  expect(shown('**a** _b_ `c` [d](<https://x.fr>) \\*e\\*')).toBe('a b c d (https://x.fr) *e*');
  expect(shown('@everyone <@&1> https://x.fr')).toBe('⟦@everyone⟧ ⟦<@&1>⟧ ⟦https://x.fr⟧');
});

const meeting = {
  name: 'Café',
  scheduled_start_time: '2036-11-26T08:30:00Z',
  scheduled_end_time: '2036-11-26T10:30:00Z',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'La Mijoteuse' },
};

test.each<[RegExp, object]>([
  [/name/, { name: 'x'.repeat(101) }],
  [/description/, { description: 'x'.repeat(1001) }],
  [/location/, { entity_metadata: { location: 'x'.repeat(101) } }],
  [/scheduled_end_time/, { scheduled_end_time: undefined }],
  [/in the past/, { scheduled_start_time: '2006-11-26T08:30:00Z' }],
  [/before start/, { scheduled_end_time: '2036-11-26T08:30:00Z' }],
  [/privacy_level/, { privacy_level: 1 }],
  [/surprise/i, { surprise: true }],
])('a scheduled event is refused: %s', async (problem, body) => {
  await using discord = await openDiscord();
  const { scheduled, guildId } = discord;
  scheduled.create(guildId, meeting);
  expect(() => discord.assertClean()).not.toThrow();
  expect(() => scheduled.create(guildId, { ...meeting, ...body })).toThrow(/Invalid Form Body/);
  expect(() => discord.assertClean()).toThrow(problem);
});

test('a server has 100 scheduled events at most, and lets the bot change its own alone', async () => {
  await using discord = await openDiscord();
  const { scheduled, guildId } = discord;
  const theirs = scheduled.madeByHand(guildId, meeting);
  expect(() => scheduled.remove(guildId, theirs.id)).toThrow('Missing Permissions');
  expect(() => scheduled.edit(guildId, '1', { name: 'x' })).toThrow('Unknown Guild Scheduled Event');
  for (let more = 1; more < 100; more += 1) scheduled.create(guildId, meeting);
  expect(() => scheduled.create(guildId, meeting)).toThrow(/Maximum number/);
  scheduled.forbid(guildId, true);
  expect(() => scheduled.create(guildId, meeting)).toThrow('Missing Permissions');
  const [ours] = scheduled.on(guildId).filter(({ id }) => id !== theirs.id);
  if (!ours) throw new Error('there is none');
  scheduled.forbid(guildId, false);
  scheduled.changedByHand(ours, { status: 2 });
  const later = { scheduled_start_time: '2036-11-26T09:00:00Z' };
  expect(() => scheduled.edit(guildId, ours.id, later)).toThrow('Cannot update an active event');
});
