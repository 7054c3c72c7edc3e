// (e) From start to the first answer on existing data, and memory when idle: embedded and on PostgreSQL, with Slack and
// Discord both connected.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Databases } from './databases.ts';
import type { Line } from './platforms.ts';
import { type Finding, median } from './report.ts';
import { alternately } from './rounds.ts';
import { openEchoSide, openHouseSide, type Side, type Where } from './sides.ts';
import { hour } from './stays.ts';

const BOOKINGS = 200;
const ROUNDS = 5;
const IDLE_MS = 2_000;

const MEMORY_GOALS = { embedded: 400, PostgreSQL: 180 } as const;

const bookings: readonly Line[] = Array.from({ length: BOOKINGS }, (_, n) => {
  const { spaceKey, date, from } = hour(n);
  return { userId: String(7_000 + n), text: `/reserver ${spaceKey} ${date} ${from}h-${from + 1}h` };
});

interface Started {
  readonly seconds: number;
  readonly megabytes: number;
}

const start = async (open: () => Promise<Side>): Promise<Started> => {
  const side = await open();
  const lines = [{ userId: '7000', text: '/dispo' }];
  const { seconds } = await side.platforms.load({ platform: 'slack', lines, atOnce: 1, expected: '' });
  await sleep(IDLE_MS);
  const megabytes = side.memory();
  await side.close();
  return { seconds: side.startedInMs / 1000 + seconds, megabytes };
};

const measure = async (engine: keyof typeof MEMORY_GOALS, where: Where): Promise<readonly Finding[]> => {
  const before = await openHouseSide(where);
  await before.platforms.load({ platform: 'slack', lines: bookings, atOnce: 16, expected: '' });
  await before.close();
  const pairs = await alternately(
    ROUNDS,
    () => start(() => openHouseSide(where)),
    () => start(openEchoSide),
  );
  const floorOf = (pick: (started: Started) => number, unit: string) =>
    `the floor: ${median(pairs.map(({ floor }) => pick(floor))).toPrecision(3)}${unit}`;
  const ratios = (pick: (started: Started) => number) => pairs.map(({ house, floor }) => pick(house) / pick(floor));
  const floor = 'a bare echo on both SDKs';
  return [
    {
      what: `(e) from start to the first answer, ${engine}`,
      floor,
      ratios: ratios(({ seconds }) => seconds),
      measured: { values: pairs.map(({ house }) => house.seconds), unit: ' s' },
      goal: { atMost: 1.5 },
      details: [floorOf(({ seconds }) => seconds, ' s')],
    },
    {
      what: `(e) memory when idle, ${engine}`,
      floor,
      ratios: ratios(({ megabytes }) => megabytes),
      measured: { values: pairs.map(({ house }) => house.megabytes), unit: ' MB' },
      goal: { atMost: MEMORY_GOALS[engine] },
      details: [floorOf(({ megabytes }) => megabytes, ' MB')],
    },
  ];
};

export const startBenchmark = async (databases: Databases): Promise<readonly Finding[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mijote-bench-'));
  try {
    return [
      ...(await measure('embedded', { dataDir })),
      ...(await measure('PostgreSQL', { databaseUrl: await databases.create() })),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};
