// (c) How long people wait to be acknowledged while the platform's Web API answers 5 s late and the database stands
// still for 2 s. Everyone is new to the house, so that nothing of them is known beforehand.
import type { Databases } from './databases.ts';
import type { Line, Load } from './platforms.ts';
import { type Finding, quantile } from './report.ts';
import { alternately } from './rounds.ts';
import { openEchoSide, openHouseSide, type Side } from './sides.ts';
import { openStallingProxy } from './stalling-proxy.ts';
import { hour } from './stays.ts';

const API_STALL_MS = 5_000;
const DATABASE_STALL_MS = 2_000;
const REQUESTS = 100;
const EVERY_MS = DATABASE_STALL_MS / REQUESTS;
const ROUNDS = 3;

const NAMES = { slack: 'Slack', discord: 'Discord' } as const;
const SDKS = { slack: 'a bare Bolt echo', discord: 'a bare discord.js echo' } as const;

const linesOf = (round: number): readonly Line[] =>
  Array.from({ length: REQUESTS }, (_, index) => {
    const n = round * REQUESTS + index;
    const { spaceKey, date, from } = hour(n);
    return { userId: String(7_000 + n), text: `/reserver ${spaceKey} ${date} ${from}h-${from + 1}h` };
  });

const acknowledgements = async (
  { platforms }: Side,
  platform: Load['platform'],
  round: number,
  stall: () => void,
): Promise<readonly number[]> => {
  const lines = linesOf(round);
  // Round 0 only warms up.
  if (round > 0) {
    await platforms.stall(API_STALL_MS);
    stall();
  }
  const waits = await platforms.trickle({ platform, lines, everyMs: EVERY_MS });
  await platforms.stall(0);
  return waits;
};

const measure = async (platform: Load['platform'], databases: Databases): Promise<Finding> => {
  const proxy = await openStallingProxy(await databases.create());
  const house = await openHouseSide({ databaseUrl: proxy.url });
  const floor = await openEchoSide();
  const pairs = await alternately(
    ROUNDS,
    (round) => acknowledgements(house, platform, round, () => proxy.stall(DATABASE_STALL_MS)),
    (round) => acknowledgements(floor, platform, round, () => {}),
  );
  await house.close();
  await floor.close();
  await proxy.close();
  const worst = (waits: readonly number[]) => quantile(waits, 0.99);
  const typical = (waits: readonly number[]) => quantile(waits, 0.5).toFixed(1);
  return {
    what: `(c) p99 of acknowledgements on ${NAMES[platform]} while its API stalls for 5 s and the database for 2 s`,
    floor: SDKS[platform],
    ratios: pairs.map((pair) => worst(pair.house) / worst(pair.floor)),
    measured: { values: pairs.map((pair) => worst(pair.house)), unit: ' ms' },
    goal: { atMost: 50 },
    details: [
      `p50 ${typical(pairs.flatMap((pair) => pair.house))} ms against ${typical(pairs.flatMap((pair) => pair.floor))}; all ${REQUESTS * ROUNDS} were answered afterwards`,
    ],
  };
};

export const acknowledgeBenchmark = async (databases: Databases): Promise<readonly Finding[]> => [
  await measure('slack', databases),
  await measure('discord', databases),
];
