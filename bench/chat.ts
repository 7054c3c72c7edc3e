// (a) Requests per second on Slack (signed HTTP) and Discord (gateway), from sent to seen, against the bare SDKs.
import pg from 'pg';
import type { Databases } from './databases.ts';
import type { Line, Load, Served } from './platforms.ts';
import { type Finding, median, quantile, spread } from './report.ts';
import { alternately, type Pair } from './rounds.ts';
import { openEchoSide, openHouseSide, type Side } from './sides.ts';
import { hour } from './stays.ts';

const AT_ONCE = 16;
const PEOPLE = 200;
const REQUESTS = 1_000;
const ROUNDS = 7;

type Platform = Load['platform'];
type Kind = 'dispo' | 'picture' | 'reserver';

const NAMES = { slack: 'Slack, signed HTTP', discord: 'Discord, gateway' } as const;
const SDKS = { slack: 'a bare Bolt echo', discord: 'a bare discord.js echo' } as const;
const NAMED = { dispo: '/dispo, in words', picture: '/dispo of one space, drawn', reserver: '/reserver' } as const;
const GOALS = { dispo: { atLeast: 0.4 }, picture: undefined, reserver: { atLeast: 0.2 } } as const;
/** A picture takes as long as many sentences. */
const SHARES = { dispo: 1, picture: 0.1, reserver: 1 } as const;

/** One of two hundred people each time. In words: every space, today or on some day. */
const lineOf = (platform: Platform, kind: Kind, n: number): Line => {
  const { spaceKey, date, from } = hour(n);
  const userId = String(7_000 + (n % PEOPLE));
  switch (kind) {
    case 'dispo':
      // Discord's client puts a bare word in the first option, which is the space.
      return { userId, text: n % 2 === 0 ? '/dispo' : `/dispo ${platform === 'discord' ? 'quand:' : ''}${date}` };
    case 'picture':
      return { userId, text: `/dispo ${spaceKey} ${date}` };
    case 'reserver':
      return { userId, text: `/reserver ${spaceKey} ${date} ${from}h-${from + 1}h` };
  }
};

interface Round extends Served {
  readonly perSecond: number;
  /** Of the bot's own processor time, a request. */
  readonly botMs: number;
}

const EXPECTED = { dispo: 'places libres', picture: '', reserver: 'C’est réservé' } as const;
const ECHO = 'Entendu.';

const runRound = async ({ platforms, cpuMs }: Side, load: Load): Promise<Round> => {
  const before = cpuMs();
  const served = await platforms.load(load);
  const count = load.lines.length;
  return { ...served, perSecond: count / served.seconds, botMs: (cpuMs() - before) / count };
};

const findingOf = (platform: Platform, kind: Kind, pairs: readonly Pair<Round>[]): Finding => {
  const latency = (side: keyof Pair<Round>, share: number) =>
    Math.round(
      quantile(
        pairs.flatMap((pair) => pair[side].latencies),
        share,
      ),
    );
  const each = (side: keyof Pair<Round>, pick: (round: Round) => number) =>
    median(pairs.map((pair) => pick(pair[side])));
  const both = (pick: (round: Round) => number, digits: number) =>
    `${each('house', pick).toFixed(digits)} against ${each('floor', pick).toFixed(digits)}`;
  return {
    what: `(a) ${NAMED[kind]} on ${NAMES[platform]}, ${AT_ONCE} at a time`,
    floor: SDKS[platform],
    ratios: pairs.map(({ house, floor }) => house.perSecond / floor.perSecond),
    goal: GOALS[kind],
    details: [
      `${spread(pairs.map(({ house }) => house.perSecond))} answers/s against ${spread(pairs.map(({ floor }) => floor.perSecond))}`,
      `p50 ${latency('house', 0.5)} ms against ${latency('floor', 0.5)}, p99 ${latency('house', 0.99)} ms against ${latency('floor', 0.99)}`,
      `processor time a request: the bot ${both(({ botMs }) => botMs, 2)} ms, platform and people ${both(({ cpuMs, latencies }) => cpuMs / latencies.length, 2)} ms`,
    ],
  };
};

const assertBooked = async (databaseUrl: string, expected: number): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::integer AS count FROM booking');
  await client.end();
  if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} bookings were made of ${expected} asked for`);
};

const chatBenchmark =
  (platform: Platform) =>
  async (databases: Databases): Promise<readonly Finding[]> => {
    const databaseUrl = await databases.create();
    const house = await openHouseSide({ databaseUrl });
    const floor = await openEchoSide();
    const measure = (kind: Kind): Promise<readonly Pair<Round>[]> => {
      const count = REQUESTS * SHARES[kind];
      const loadOf = (round: number, expected: string): Load => ({
        platform,
        lines: Array.from({ length: count }, (_, index) => lineOf(platform, kind, round * count + index)),
        atOnce: AT_ONCE,
        expected,
      });
      return alternately(
        ROUNDS,
        (round) => runRound(house, loadOf(round, EXPECTED[kind])),
        (round) => runRound(floor, loadOf(round, ECHO)),
      );
    };
    // Bookings first, so that there is something to read.
    const booked = await measure('reserver');
    await assertBooked(databaseUrl, (ROUNDS + 1) * REQUESTS);
    const read = await measure('dispo');
    const drawn = await measure('picture');
    await house.close();
    await floor.close();
    return [
      findingOf(platform, 'dispo', read),
      findingOf(platform, 'reserver', booked),
      findingOf(platform, 'picture', drawn),
    ];
  };

export const slackBenchmark = chatBenchmark('slack');
export const discordBenchmark = chatBenchmark('discord');
