import { expect, test } from 'vitest';
import { discordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { talkativeChat } from '../../contract/talkative-chat.ts';
import { openConnectedDiscord } from '../../support/discord/connected.ts';
import { type LoopbackDiscord, openDiscord } from '../../support/discord/discord.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** Says a sentence while nobody may be listening: the answer is looked for later. */
const mention = (discord: LoopbackDiscord, text: string) => discord.person('1001', 'Léa').mentions(text);

const connectTo = ({ apiUrl, token }: Pick<LoopbackDiscord, 'apiUrl' | 'token'>) =>
  discordAdapter({ token, apiUrl, log: silent });

test('the connection is kept alive by heartbeats', async () => {
  await using house = await openConnectedDiscord(talkativeChat(), { heartbeatMs: 60 });
  await until(() => house.discord.gateway.heartbeats() >= 3);
  expect(house.discord.gateway).toSatisfy(({ identified, resumed }) => identified() === 1 && resumed() === 0);
});

test('what is said while the line is cut is answered once it is back, and once only', async () => {
  const chat = talkativeChat();
  await using house = await openConnectedDiscord(chat);
  const { discord } = house;
  expect((await mention(discord, 'avant')).text).toBe('Entendu : avant');
  // Discord may send again what it is not sure that we had.
  discord.gateway.repeatOnResume(2);
  discord.gateway.drop();
  await until(() => !discord.gateway.connected());
  const answers = await Promise.all([mention(discord, 'pendant'), discord.person('1002', 'Karim').mentions('aussi')]);
  expect(answers.map(({ text }) => text)).toEqual(['Entendu : pendant', 'Entendu : aussi']);
  expect((await mention(discord, 'après')).text).toBe('Entendu : après');
  expect(chat.heard.map(({ line }) => line)).toEqual(['avant', 'pendant', 'aussi', 'après']);
  expect([discord.gateway.identified(), discord.gateway.resumed()]).toEqual([1, 1]);
  discord.assertClean();
});

test('when Discord asks to come back, the session is resumed', async () => {
  await using house = await openConnectedDiscord(talkativeChat());
  const { discord } = house;
  discord.gateway.askToReconnect();
  await until(() => discord.gateway.resumed() === 1);
  expect((await mention(discord, 'toujours là')).text).toBe('Entendu : toujours là');
  expect(discord.gateway.identified()).toBe(1);
});

test('a session that Discord forgot is opened anew', async () => {
  await using house = await openConnectedDiscord(talkativeChat());
  const { discord } = house;
  discord.gateway.invalidate(false);
  // Discord lets a bot identify once in 5 s, and discord.js keeps to it.
  await until(() => discord.gateway.identified() === 2);
  expect((await mention(discord, 'de nouveau')).text).toBe('Entendu : de nouveau');
  discord.assertClean();
});

test('a session that Discord doubts is resumed', async () => {
  await using house = await openConnectedDiscord(talkativeChat());
  house.discord.gateway.invalidate(true);
  await until(() => house.discord.gateway.resumed() === 1);
  expect((await mention(house.discord, 'encore')).text).toBe('Entendu : encore');
});

test('a wrong token is refused in words that say what to do', async () => {
  await using discord = await openDiscord();
  await expect(connectTo({ ...discord, token: 'faux' }).start(talkativeChat())).rejects.toThrow(
    /refuse le jeton DISCORD_TOKEN/,
  );
});

test('a gateway that refuses the bot’s rights is told so', async () => {
  await using discord = await openDiscord();
  discord.gateway.closeNewConnections(4014);
  await expect(connectTo(discord).start(talkativeChat())).rejects.toThrow(/droits demandés/);
});

test('a Discord that cannot be reached is told so', async () => {
  const { apiUrl, token, close } = await openDiscord();
  await close();
  await expect(connectTo({ apiUrl, token }).start(talkativeChat())).rejects.toThrow(/Discord ne répond pas/);
});

test('stopping ends the connection for good', async () => {
  await using house = await openConnectedDiscord(talkativeChat());
  await house.adapter.stop();
  await until(() => !house.discord.gateway.connected());
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(house.discord.gateway.connected()).toBe(false);
  expect(house.complaints).toEqual([]);
});
