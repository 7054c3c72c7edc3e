// A process apart: our own Slack and Discord, and the people who type there. Everything that is sent is bounded in
// number, and waits for its answer; the platforms' checks are those of the tests.
import { setTimeout as sleep } from 'node:timers/promises';
import { openDiscord } from '../test/support/discord/discord.ts';
import { openSlack } from '../test/support/slack/loopback.ts';
import { serve } from './remote.ts';
import { inParallel } from './rounds.ts';

export interface Line {
  /** A number, as a string. */
  readonly userId: string;
  /** As typed at the platform: `/reserver atelier demain`. */
  readonly text: string;
}

export interface Load {
  readonly platform: 'slack' | 'discord';
  readonly lines: readonly Line[];
  readonly atOnce: number;
  /** A part of what every answer must say: a refusal is quicker than an answer, and is not one. */
  readonly expected: string;
}

export interface Served {
  readonly seconds: number;
  /** From sent to seen, each, in milliseconds. */
  readonly latencies: readonly number[];
  /** Of this process, in milliseconds of processor. */
  readonly cpuMs: number;
}

const slack = await openSlack();
const discord = await openDiscord();

const personOn = (platform: Load['platform'], userId: string) =>
  platform === 'slack' ? slack.person(`U${userId}`, `nom-${userId}`) : discord.person(userId, `nom-${userId}`);

const waitsOf = (platform: Load['platform']): readonly number[] =>
  platform === 'slack' ? slack.waits() : discord.waits();

const load = async ({ platform, lines, atOnce, expected }: Load): Promise<Served> => {
  const cpu = process.cpuUsage();
  const { seconds, latencies } = await inParallel(lines, atOnce, async ({ userId, text }) => {
    const seen = await personOn(platform, userId).says(text);
    if (!seen.text.includes(expected)) throw new Error(`« ${text} » was answered: ${seen.text}`);
  });
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, latencies, cpuMs: (user + system) / 1000 };
};

interface Trickle {
  readonly platform: Load['platform'];
  readonly lines: readonly Line[];
  readonly everyMs: number;
}

/** Sends at a steady pace, whether or not what went before was answered. Gives how long each waited to be acknowledged. */
const trickle = async ({ platform, lines, everyMs }: Trickle): Promise<readonly number[]> => {
  const before = waitsOf(platform).length;
  const answers: Promise<unknown>[] = [];
  for (const { userId, text } of lines) {
    answers.push(personOn(platform, userId).says(text));
    await sleep(everyMs);
  }
  await Promise.all(answers);
  return waitsOf(platform).slice(before);
};

const handlers = {
  addresses: () => ({ slackApiUrl: slack.apiUrl, discordApiUrl: discord.apiUrl, discordToken: discord.token }),
  deliverTo: (url: string) => slack.deliverTo(url),
  stall: (milliseconds: number) => {
    slack.stall(milliseconds);
    discord.stall(milliseconds);
  },
  load,
  trickle,
  /** @throws with what the platforms had to object to. */
  assertClean: () => {
    slack.assertClean();
    discord.assertClean();
  },
};

export type Platforms = typeof handlers;

serve(handlers);
