// (g) Reading French: right answers and phrases a second, side by side with chrono-node's French on the same phrases. The
// time is that of the thread, so that what else the machine does weighs on neither.
import { MONDAY_10H, read, timeOf } from '../test/reading/house.ts';
import { NEWCOMERS } from '../test/reading/newcomers.ts';
import { PHRASES } from '../test/reading/phrases.ts';
import { STRANGERS } from '../test/reading/strangers.ts';
import { TOWNSFOLK } from '../test/reading/townsfolk.ts';
import { VOICES } from '../test/reading/voices.ts';
import { chronoReads, isRightOf } from './chrono.ts';
import type { Finding } from './report.ts';
import { alternately } from './rounds.ts';

const ROUNDS = 12;
const PASSES = 8;

const said: readonly (readonly [phrase: string, time: string])[] = [
  ...Object.values(PHRASES).flat(),
  ...[VOICES, STRANGERS, TOWNSFOLK, NEWCOMERS]
    .flatMap((voices) => Object.values(voices).flat())
    // What is said on another day has another present.
    .flatMap(([phrase, { at, now }]) => (now === undefined ? [[phrase, at] as const] : [])),
];

/** Phrases a second, on one thread. */
const speed = async (readOne: (phrase: string) => unknown): Promise<number> => {
  const before = process.threadCpuUsage();
  for (let pass = 0; pass < PASSES; pass += 1) for (const [phrase] of said) readOne(phrase);
  const { user, system } = process.threadCpuUsage(before);
  return (PASSES * said.length * 1_000_000) / (user + system);
};

/** The slowest phrase, once warm: the best of three, for the clock of the wall is shared. */
const slowest = (): { readonly phrase: string; readonly ms: number } => {
  const timed = said.map(([phrase]) => {
    const times = Array.from({ length: 3 }, () => {
      const began = performance.now();
      read(phrase);
      return performance.now() - began;
    });
    return { phrase, ms: Math.min(...times) };
  });
  return timed.reduce((worst, each) => (each.ms > worst.ms ? each : worst));
};

const share = (right: number): string => `${right} of ${said.length} (${((100 * right) / said.length).toFixed(1)} %)`;

export const readingBenchmark = async (): Promise<readonly Finding[]> => {
  const pairs = await alternately(
    ROUNDS,
    () => speed(read),
    () => speed((phrase) => chronoReads(phrase, MONDAY_10H)),
  );
  const ours = said.filter(([phrase, time]) => timeOf(read(phrase)) === time).length;
  const theirs = said.filter(([phrase, time]) =>
    isRightOf(chronoReads(phrase, MONDAY_10H), time, read(phrase).when?.slots ?? []),
  ).length;
  const worst = slowest();
  return [
    {
      what: '(g) phrases read a second, on one core',
      floor: 'chrono-node’s French on the same phrases',
      ratios: pairs.map(({ house, floor }) => house / floor),
      goal: { atLeast: 20_000 },
      measured: { values: pairs.map(({ house }) => house), unit: ' phrases/s' },
      details: [
        `the right time: ours ${share(ours)}; chrono-node, judged on its dates and on the hours that were said, ${share(theirs)}`,
        `the slowest phrase: ${worst.ms.toFixed(2)} ms, « ${worst.phrase} »`,
      ],
    },
  ];
};
