import { expect, test } from 'vitest';
import { invocationFrom } from '../../../src/adapters/discord/mention.ts';
import { saidPayload } from '../../support/discord/payloads.ts';
import { createWorld, type DiscordUser } from '../../support/discord/world.ts';

const world = createWorld({ token: 'x', guilds: 1 });
const lea: DiscordUser = { id: '1001', username: 'lea', name: 'Léa', administers: false, acceptsPrivateMessages: true };
const surroundings = { botId: world.botId, onlyGuild: world.guilds[0], isAdmin: () => false };

type Said = Parameters<typeof invocationFrom>[0];

const heard = (content: string, more: object = {}): string | undefined =>
  invocationFrom(
    { ...saidPayload(world, lea, world.channelId, '5', content), ...more } as unknown as Said,
    surroundings,
  )?.line;

test.each([
  [`<@${world.botId}> réserve le coworking`, 'réserve le coworking'],
  [`bonjour <@!${world.botId}>, réserve <@${world.botId}>`, 'bonjour , réserve'],
  [`<@${world.botId}>`, ''],
  [`<@${world.botId}>   demain   matin `, 'demain matin'],
  [`<@${world.botId}> avec <:cafe:123456> <a:danse:99>`, 'avec :cafe: :danse:'],
])('%j is heard as %j', (content, line) => {
  expect(heard(content, { mentions: [{ id: world.botId }] })).toBe(line);
});

test('other people are named as they are shown', () => {
  const mentions = [{ id: world.botId }, { id: '1002', username: 'karim', global_name: 'Karim' }];
  expect(heard(`<@${world.botId}> préviens <@1002>`, { mentions })).toBe('préviens @Karim');
});

test('a reply to the bot is said to it', () => {
  expect(heard('demain plutôt', { type: 19, content: 'demain plutôt', mentions: [{ id: world.botId }] })).toBe(
    'demain plutôt',
  );
});

test('a nickname of the server comes before any other name', () => {
  const said = {
    ...saidPayload(world, lea, world.channelId, '5', `<@${world.botId}> ici`),
    member: { nick: 'Léa du fablab', roles: [] },
  } as unknown as Said;
  expect(invocationFrom(said, surroundings)?.person.displayName).toBe('Léa du fablab');
});
