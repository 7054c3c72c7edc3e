// Of several instances of one bot, one listens, all speak; another takes over.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { deployCommands, discordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { createShifts } from '../../../src/adapters/discord/shifts.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Turn } from '../../../src/kernel/turn.ts';
import { p, say } from '../../../src/reply/tree.ts';
import { talkativeChat } from '../../contract/talkative-chat.ts';
import { openDiscord } from '../../support/discord/discord.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** One turn for all who ask here; `lose` takes it from whoever has it. */
const oneTurn = () => {
  let current: { readonly lost: () => void } | undefined;
  const turn: Turn = {
    take: async () => {
      if (current) return undefined;
      const lost = Promise.withResolvers<void>();
      const mine = { lost: lost.resolve };
      current = mine;
      return {
        lost: lost.promise,
        giveBack: async () => {
          if (current === mine) current = undefined;
        },
      };
    },
  };
  return { turn, lose: () => current?.lost() };
};

const instances = (count: number) => {
  const { turn, lose } = oneTurn();
  const listening: number[] = [];
  const most = { atOnce: 0 };
  const all = Array.from({ length: count }, (_, index) =>
    createShifts({
      turn,
      log: silent,
      everyMs: 20,
      listen: async () => {
        listening.push(index);
        most.atOnce = Math.max(most.atOnce, listening.length);
        return { close: async () => void listening.splice(listening.indexOf(index), 1) };
      },
    }),
  );
  return { all, listening, most, lose };
};

test('one listens; when it ends another does, and never two at once', async () => {
  const { all, listening, most } = instances(3);
  await Promise.all(all.map((shifts) => shifts.start()));
  for (let ends = 0; ends < 3; ends += 1) {
    await expect.poll(() => listening).toHaveLength(1);
    await all[listening[0] ?? 0]?.stop();
  }
  await pause(60);
  expect(listening).toEqual([]);
  expect(most.atOnce).toBe(1);
});

test('whoever can no longer say that it is their turn stops listening, and someone begins again', async () => {
  const { all, listening, most, lose } = instances(2);
  await Promise.all(all.map((shifts) => shifts.start()));
  lose();
  await pause(10);
  await expect.poll(() => listening).toHaveLength(1);
  expect(most.atOnce).toBe(1);
  await Promise.all(all.map((shifts) => shifts.stop()));
  expect(listening).toEqual([]);
});

test('a start that fails gives the turn back, and is told', async () => {
  const { turn } = oneTurn();
  const listen = () => Promise.reject(new Error('refused'));
  await expect(createShifts({ turn, log: silent, listen }).start()).rejects.toThrow('refused');
  expect(await turn.take()).toBeDefined();
});

test('two instances of one bot answer a mention once; the one that does not listen speaks all the same, and takes over', async () => {
  await using discord = await openDiscord();
  const { turn } = oneTurn();
  const chats = [talkativeChat(), talkativeChat()];
  const adapters = chats.map(() => discordAdapter({ token: discord.token, apiUrl: discord.apiUrl, log: silent, turn }));
  const [first, second] = adapters;
  if (!first || !second) throw new Error('two instances');
  await deployCommands(discord, chats[0]?.commands ?? []);
  await first.start(chats[0] ?? talkativeChat());
  await second.start(chats[1] ?? talkativeChat());

  const lea = discord.person('1001', 'Léa');
  await lea.mentions('dire bonjour');
  await pause(100);
  expect(chats.map(({ heard }) => heard.length)).toEqual([1, 0]);

  const channel = { workspace: discord.guildId, channel: discord.channelId };
  await second.post(channel, say('info', p('Fermé lundi')), 'mark-1');
  expect(discord.inChannel()).toContain('Fermé lundi');

  await first.stop();
  await expect.poll(() => discord.gateway.connected(), { timeout: 10_000, interval: 50 }).toBe(true);
  await pause(200);
  await lea.mentions('dire encore');
  expect(chats.map(({ heard }) => heard.length)).toEqual([1, 1]);
  await second.stop();
});
