// Twenty times, the process that says what is to be said is killed without warning, between its claim of a message and its
// record of it: nothing is lost, and nothing is said twice.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { seedDataFolder } from '../support/database.ts';
import { openDiscord } from '../support/discord/discord.ts';
import { BOT_TOKEN, openSlack } from '../support/slack/loopback.ts';
import { planEverything, type Spots } from './kill-house.ts';

const POSTMAN = fileURLToPath(new URL('./kill-postman.ts', import.meta.url));
const ROUNDS = 20;
const SEED = 20_261_126;

/** Mulberry32: the same kills at each run. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
};

const namesOf = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const openPlatforms = async () => {
  const looks: string[] = [];
  const slack = await openSlack();
  const discord = await openDiscord({
    observe: ({ method, path }) => {
      if (method === 'GET' && path.endsWith('/messages')) looks.push(path);
    },
  });
  // Only what it remembers of a channel tells: the minutes in which it refuses the same mark twice have passed.
  discord.world.nonceMs = 0;
  const discordChannels = Array.from({ length: 200 }, () => discord.world.snowflake());
  for (const id of discordChannels) discord.world.channels.set(id, { id, guildId: discord.guildId, with: undefined });
  const spots: Spots = {
    slack: { channels: namesOf('C9', 200), people: namesOf('U9', 50) },
    discord: { channels: discordChannels, people: namesOf('9000', 50) },
  };
  for (const channel of spots.slack.channels) slack.workspace.channels.add(channel);
  for (const id of spots.slack.people) slack.person(id, id);
  for (const id of spots.discord.people) discord.person(id, id);

  const watchers = new Set<() => void>();
  const heard = () => {
    for (const watcher of watchers) watcher();
  };
  slack.workspace.watch(heard);
  discord.world.onMessage.add(heard);
  return { slack, discord, spots, watchers, looks };
};

type Platforms = Awaited<ReturnType<typeof openPlatforms>>;

const begin = (dataDir: string, { slack, discord }: Platforms): ChildProcess =>
  spawn(process.execPath, [POSTMAN, dataDir, slack.apiUrl, BOT_TOKEN, discord.apiUrl, discord.token], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const endOf = (child: ChildProcess) =>
  new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code));
  });

/** At the message of that number that a platform takes: before it can answer, or so many milliseconds later. */
const killAt = (child: ChildProcess, { watchers }: Platforms, nth: number, laterMs: number) => {
  let taken = 0;
  const watch = () => {
    taken += 1;
    if (taken !== nth) return;
    watchers.delete(watch);
    if (laterMs === 0) child.kill('SIGKILL');
    else setTimeout(() => child.kill('SIGKILL'), laterMs);
  };
  watchers.add(watch);
};

test('kill -9 twenty times between claim and record: nothing is lost, nothing is said twice', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mijote-kill-'));
  await seedDataFolder(dataDir);
  const platforms = await openPlatforms();
  const { slack, discord, spots, looks } = platforms;
  const seeding = await openDatabase({ dataDir });
  const planned = await planEverything(seeding, spots);
  await seeding.close();
  expect(planned).toBe(500);

  const random = seeded(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = begin(dataDir, platforms);
    killAt(child, platforms, 1 + random(12), random(2) === 0 ? 0 : 1 + random(12));
    expect(await endOf(child)).toBe('SIGKILL');
  }
  expect(await endOf(begin(dataDir, platforms))).toBe(0);

  const saidOnSlack = new Map<string, number>();
  for (const { channel } of slack.workspace.messages) saidOnSlack.set(channel, (saidOnSlack.get(channel) ?? 0) + 1);
  const wanted = [...spots.slack.channels, ...spots.slack.people.map((id) => slack.workspace.directOf(id))];
  expect(saidOnSlack).toEqual(new Map(wanted.map((channel) => [channel, 1])));

  const saidOnDiscord = new Map<string, number>();
  for (const { channelId } of discord.messages()) saidOnDiscord.set(channelId, (saidOnDiscord.get(channelId) ?? 0) + 1);
  expect([...saidOnDiscord.values()].every((count) => count === 1)).toBe(true);
  expect(saidOnDiscord.size).toBe(250);

  // They were looked for, on both: the kills did fall between claim and record.
  expect(slack.calls.filter((method) => method === 'conversations.history').length).toBeGreaterThan(5);
  expect(looks.length).toBeGreaterThan(5);

  const db = await openDatabase({ dataDir });
  expect(await db.prisma.delivery.groupBy({ by: ['state'], _count: true })).toEqual([{ state: 'sent', _count: 500 }]);
  await db.close();
  slack.assertClean();
  discord.assertClean();
  await slack.close();
  await discord.close();
  rmSync(dataDir, { recursive: true, force: true });
}, 300_000);
