import '@slack/bolt';
import { expect, test } from 'vitest';
import { type Responder, Unreachable } from '../../../src/chat/adapter.ts';
import { type CommandGroup, defineCommand, defineGroup } from '../../../src/chat/command.ts';
import type { Invocation } from '../../../src/chat/invocation.ts';
import { optional, type RequiredOption } from '../../../src/chat/option.ts';
import { ok } from '../../../src/kernel/result.ts';
import { buttons, p, say } from '../../../src/reply/tree.ts';
import { talkativeChat } from '../../contract/talkative-chat.ts';
import { openConnectedDiscord } from '../../support/discord/connected.ts';

const text: RequiredOption<string> = {
  kind: 'rest',
  summary: 'Quelle réservation',
  required: true,
  input: 'text',
  completes: true,
  parse: (raw) => ok(raw),
  find: (sentence) => ok({ value: sentence.text, sentence }),
  print: (value) => value,
  phrase: (value) => value,
  suggest: () => [],
};

const reservations: CommandGroup = defineGroup({
  name: 'reservations',
  summary: 'Vos réservations',
  alone: 'voir',
  commands: [
    defineCommand({
      name: 'voir',
      summary: 'Voir',
      access: 'membre',
      audience: 'asker',
      options: {},
      examples: [],
      run: async () => say('info', p('voir')),
    }),
    defineCommand({
      name: 'modifier',
      summary: 'Modifier',
      access: 'membre',
      audience: 'asker',
      options: { laquelle: text, personnes: optional({ ...text, input: 'integer' }) },
      examples: [],
      run: async () => say('info', p('modifier')),
    }),
  ],
});

/** Answers as the talkative chat does, and more: `with` answers what a test wants. */
const chatWith = (answer?: (invocation: Invocation, responder: Responder) => Promise<void>) => {
  const chat = talkativeChat();
  return {
    ...chat,
    commands: [...chat.commands, reservations],
    dispatch: (invocation: Invocation, responder: Responder) =>
      answer && !invocation.line.startsWith('dire')
        ? answer(invocation, responder)
        : chat.dispatch(invocation, responder),
  };
};

test('a subcommand comes as its whole path, and a number as it is written', async () => {
  const chat = chatWith();
  await using house = await openConnectedDiscord(chat);
  await house.discord.person('1001', 'Léa').says('/reservations modifier laquelle:12 personnes:3');
  expect(chat.heard.at(-1)).toMatchObject({
    line: 'reservations modifier',
    fields: { laquelle: '12', personnes: '3' },
  });
  house.discord.assertClean();
});

test('completions follow what is typed, knowing what was typed before', async () => {
  const asked: object[] = [];
  const chat = {
    ...chatWith(),
    suggest: (query: object) => {
      asked.push(query);
      return [
        ...Array.from({ length: 40 }, (_, index) => ({
          label: `Suite ${index} ${'x'.repeat(120)}`,
          value: `suite ${index}`,
        })),
        { label: 'trop long', value: 'x'.repeat(101) },
      ];
    },
  };
  await using house = await openConnectedDiscord(chat);
  const choices = await house.discord
    .person('1001', 'Léa')
    .completes('reservations modifier', 'laquelle', 'dem', { personnes: '3' });
  expect(asked).toEqual([
    {
      person: { platform: 'discord', workspace: house.discord.guildId },
      line: 'reservations modifier',
      fields: { personnes: '3' },
      option: 'laquelle',
      typed: 'dem',
    },
  ]);
  expect(choices).toHaveLength(25);
  expect(choices[0]?.name).toHaveLength(100);
  house.discord.assertClean();
});

test('someone whose private messages are closed is told in the channel how to get the answer', async () => {
  await using house = await openConnectedDiscord(chatWith());
  const lea = house.discord.person('1001', 'Léa');
  lea.refusesPrivateMessages();
  const seen = await lea.mentions('réserve le coworking demain');
  expect(seen).toMatchObject({ private: false, text: expect.stringMatching(/vos messages privés sont fermés/) });
  expect(seen.text).not.toContain('coworking');
  house.discord.assertClean();
});

test('someone whose private messages are closed cannot be told anything, now or later', async () => {
  await using house = await openConnectedDiscord(chatWith());
  house.discord.person('1001', 'Léa').refusesPrivateMessages();
  const telling = house.adapter.tell(house.ref('1001'), say('info', p('Rappel')), 'm1');
  await expect(telling).rejects.toBeInstanceOf(Unreachable);
  house.discord.assertClean();
});

test('what is written to the bot in private is heard without naming it, and answered there', async () => {
  const chat = chatWith();
  await using house = await openConnectedDiscord(chat);
  const seen = await house.discord.person('1001', 'Léa').writes('réserve le coworking demain');
  expect(seen).toMatchObject({ private: true, text: 'Entendu : réserve le coworking demain' });
  expect(chat.heard[0]?.person.workspace).toBe(house.discord.guildId);
});

test('in private, a bot of several servers does not guess which one is meant', async () => {
  const chat = chatWith();
  await using house = await openConnectedDiscord(chat, { guilds: 2 });
  const lea = house.discord.person('1001', 'Léa');
  await lea.writes('bonjour');
  await lea.mentions('bonjour');
  expect(chat.heard.map(({ person }) => person.workspace)).toEqual(['dm', house.discord.guildId]);
});

test('a command typed in private is answered by a message that stays', async () => {
  await using house = await openConnectedDiscord(chatWith());
  const lea = house.discord.person('1001', 'Léa').inPrivate();
  expect(await lea.says('/dire texte:bonjour')).toMatchObject({ private: true, text: 'Vous avez dit : bonjour' });
  expect(house.discord.messages().map(({ onlyFor }) => onlyFor)).toEqual([undefined]);
});

test('a card sent in private gives way to the answer of its button, laid out or not', async () => {
  await using house = await openConnectedDiscord(chatWith());
  const lea = house.discord.person('1001', 'Léa');
  const oui = buttons({ label: 'Oui', command: 'dire oui' });
  for (const reminder of [say('question', p('Venez-vous ?'), oui), say('question', oui, p('Venez-vous ?'))]) {
    await house.adapter.tell(
      { workspace: house.discord.guildId, userId: lea.id },
      reminder,
      crypto.randomUUID().slice(0, 24),
    );
    expect(lea.readsPrivate().buttons).toEqual(['Oui']);
    expect(await lea.presses('Oui')).toMatchObject({
      text: 'Vous avez dit : oui',
      buttons: [],
      replaced: true,
      private: true,
    });
  }
  house.discord.assertClean();
});

test('a posted message can be edited whatever its layout was and becomes', async () => {
  await using house = await openConnectedDiscord(chatWith());
  const plain = say('info', p('Atelier jeudi'));
  const laidOut = say('info', buttons({ label: 'Venir', command: 'dire oui' }), p('Atelier vendredi'));
  const ref = await house.adapter.post(house.channel, plain, 'm1');
  for (const reply of [laidOut, plain, laidOut]) await house.adapter.update(ref, reply);
  expect(house.inChannel()).toEqual(['Atelier vendredi']);
  house.discord.assertClean();
});

test('a first answer whose receipt got lost is not taken for a failure', async () => {
  const chat = chatWith();
  await using house = await openConnectedDiscord(chat);
  house.discord.loseReceipts(1);
  expect(await house.discord.person('1001', 'Léa').says('/dire texte:bonjour')).toMatchObject({
    text: 'Vous avez dit : bonjour',
  });
  expect(chat.failures).toEqual([]);
  house.discord.assertClean();
});

test('too many calls are made again when Discord allows them', async () => {
  await using house = await openConnectedDiscord(chatWith());
  house.discord.limit(2, 0.05);
  await house.adapter.post(house.channel, say('info', p('Fermé lundi')), 'm1');
  house.discord.limit(1, 0.05, true);
  expect(await house.discord.person('1001', 'Léa').says('/dire texte:bonjour')).toMatchObject({
    text: 'Vous avez dit : bonjour',
  });
  expect(house.discord.refusedForRate()).toBe(3);
  expect(house.inChannel()).toEqual(['Fermé lundi']);
});

test('three hundred commands at once are answered without waiting for the limit of other calls', async () => {
  await using house = await openConnectedDiscord(chatWith());
  const started = performance.now();
  const people = Array.from({ length: 300 }, (_, index) => house.discord.person(String(2000 + index), `p${index}`));
  const answers = await Promise.all(people.map((person, index) => person.says(`/dire texte:${index}`)));
  expect(answers.map(({ text: said }) => said)).toEqual(people.map((_, index) => `Vous avez dit : ${index}`));
  // Of the two calls that each takes, one would wait: at 50 a second, the last for 5 s.
  expect(performance.now() - started).toBeLessThan(4_500);
  house.discord.assertClean();
});

test('a picture and a file arrive byte for byte, with Slack’s and Discord’s own HTTP clients both loaded', async () => {
  const png = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);
  await using house = await openConnectedDiscord(
    chatWith(async (_, responder) => {
      await responder.acknowledge('asker');
      await responder.answer(
        say(
          'done',
          { type: 'picture', name: 'semaine à venir.png', png, words: ['La semaine'] },
          {
            type: 'file',
            name: 'agenda.ics',
            mime: 'text/calendar',
            content: 'BEGIN:VCALENDAR\r\né',
            words: ['L’agenda'],
          },
        ),
      );
    }),
  );
  const seen = await house.discord.person('1001', 'Léa').says('/fichier');
  expect(seen).toMatchObject({
    text: 'La semaine\nL’agenda',
    private: true,
    files: ['semaine_a_venir.png', 'agenda.ics'],
  });
  const files = house.discord.messages().flatMap(({ files: sent }) => sent);
  expect(files.map(({ contentType }) => contentType)).toEqual(['image/png', 'text/calendar']);
  expect(files[0]?.bytes).toEqual(png);
  expect(new TextDecoder().decode(files[1]?.bytes)).toBe('BEGIN:VCALENDAR\r\né');
  house.discord.assertClean();
});

test('whoever administers the server is known as such, by what they type and by what they say', async () => {
  const admins: boolean[] = [];
  await using house = await openConnectedDiscord(
    chatWith(async ({ person, by }, responder) => {
      await responder.acknowledge('asker');
      admins.push(await person.isWorkspaceAdmin());
      await responder.answer(say('info', p(by)));
    }),
  );
  const { discord } = house;
  for (const person of [discord.person('1001', 'Léa'), discord.person('1002', 'Karim', { administers: true })]) {
    await person.says('/reservations voir');
    await person.mentions('qui suis-je');
  }
  expect(admins).toEqual([false, false, true, true]);
});

test('bots, and messages that do not name this one, are not heard', async () => {
  const chat = chatWith();
  await using house = await openConnectedDiscord(chat);
  const { discord } = house;
  const lea = discord.person('1001', 'Léa');
  const said = {
    id: '1',
    type: 0,
    channel_id: discord.channelId,
    guild_id: discord.guildId,
    mentions: [{ id: discord.world.botId }],
    content: 'bonjour',
  };
  const author = { id: '77', username: 'autre', discriminator: '0', avatar: null };
  discord.gateway.dispatch('MESSAGE_CREATE', { ...said, author: { ...author, bot: true } });
  discord.gateway.dispatch('MESSAGE_CREATE', { ...said, author, webhook_id: '78' });
  discord.gateway.dispatch('MESSAGE_CREATE', { ...said, author, type: 7 });
  discord.gateway.dispatch('MESSAGE_CREATE', { ...said, author, mentions: [] });
  await lea.mentions('moi si');
  expect(chat.heard.map(({ line }) => line)).toEqual(['moi si']);
});

test('once stopping, it accepts nothing more', async () => {
  const chat = chatWith();
  await using house = await openConnectedDiscord(chat);
  const { discord } = house;
  const slow = discord.person('1001', 'Léa').says('/lent texte:enfin');
  while (chat.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const stopped = house.adapter.stop();
  discord.gateway.dispatch('MESSAGE_CREATE', {
    id: '5',
    type: 0,
    channel_id: discord.channelId,
    guild_id: discord.guildId,
    author: { id: '9', username: 'x', discriminator: '0', avatar: null },
    mentions: [{ id: discord.world.botId }],
    content: 'trop tard',
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  chat.release();
  expect((await slow).text).toBe('Vous avez dit : enfin');
  await stopped;
  expect(chat.heard).toHaveLength(1);
});
