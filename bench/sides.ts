// The two sides of a benchmark of platforms: the house as `node src/cli.ts start` runs it, and the bare echo. Each is a
// process of its own, connected to a Slack and a Discord of its own in another one.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { commands } from '../commands/index.ts';
import { deployCommands } from '../src/adapters/discord/adapter.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../test/support/slack/loopback.ts';
import type { Platforms } from './platforms.ts';
import { openRemote, type Remote } from './remote.ts';
import { NOW, PLACE_FILE } from './stays.ts';

type Addresses = Awaited<ReturnType<Platforms['addresses']>>;

export interface Side {
  readonly platforms: Remote<Platforms>['ask'];
  /** From its start until it said that it serves. */
  readonly startedInMs: number;
  /** Resident, in MB. */
  memory(): number;
  /** Of processor, in milliseconds, since it started. */
  cpuMs(): number;
  /** @throws what the platforms objected to, and what the side said that it should not have. */
  close(): Promise<void>;
}

export type Where = { readonly databaseUrl: string } | { readonly dataDir: string };

const environmentOf = (where: Where, { slackApiUrl, discordApiUrl, discordToken }: Addresses) => ({
  PATH: process.env.PATH,
  PLACES: PLACE_FILE,
  PORT: '0',
  LOG_LEVEL: 'warn',
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: slackApiUrl,
  DISCORD_TOKEN: discordToken,
  DISCORD_API_URL: discordApiUrl,
  ...('databaseUrl' in where ? { DATABASE_URL: where.databaseUrl } : { DATA_DIR: where.dataDir }),
});

const CLOCK_TICKS = 100;

const statusOf = ({ pid }: ChildProcess, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

const ticksOf = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
};

/** Until it says, on its standard error, where its page is; what it says after that is a complaint. */
const untilServing = (child: ChildProcess, complaints: string[]): Promise<string> => {
  if (!child.stderr) throw new Error('the standard error of a side is not read');
  const serving = Promise.withResolvers<string>();
  const before: string[] = [];
  let isServing = false;
  createInterface({ input: child.stderr }).on('line', (line) => {
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
    (isServing ? complaints : before).push(line);
    if (url === undefined || isServing) return;
    isServing = true;
    serving.resolve(url);
  });
  child.once('exit', (code) => serving.reject(new Error(`a side ended (${code}):\n${before.join('\n')}`)));
  return serving.promise;
};

const openSide = async (start: (addresses: Addresses) => ChildProcess): Promise<Side> => {
  const platforms = openRemote<Platforms>('platforms.ts');
  const complaints: string[] = [];
  const addresses = await platforms.ask.addresses(undefined as never);
  await deployCommands({ token: addresses.discordToken, apiUrl: addresses.discordApiUrl }, commands);
  const began = performance.now();
  const child = start(addresses);
  const end = (): void => void child.kill();
  process.once('exit', end);
  const url = await untilServing(child, complaints);
  const startedInMs = performance.now() - began;
  const onEarlyEnd = (): void => {
    process.stderr.write(`a side ended before its time:\n${complaints.join('\n')}\n`);
    platforms.child.kill();
  };
  child.once('exit', onEarlyEnd);
  await platforms.ask.deliverTo(`${url}slack/events`);
  return {
    platforms: platforms.ask,
    startedInMs,
    memory: () => statusOf(child, 'VmRSS') / 1024,
    cpuMs: () => (ticksOf(child) * 1000) / CLOCK_TICKS,
    close: async () => {
      child.removeListener('exit', onEarlyEnd);
      child.kill('SIGTERM');
      await once(child, 'exit');
      process.removeListener('exit', end);
      await platforms.ask.assertClean(undefined as never);
      await platforms.stop();
      if (complaints.length > 0) throw new Error(`a side complained:\n${complaints.join('\n')}`);
    },
  };
};

const stdio = ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'];

/** The flags of this run (`--cpu-prof`) are the house's too. */
export const openHouseSide = (where: Where): Promise<Side> =>
  openSide((addresses) =>
    spawn(process.execPath, [...process.execArgv, 'src/cli.ts', 'start', '--at', NOW.toString()], {
      stdio,
      env: environmentOf(where, addresses),
    }),
  );

export const openEchoSide = (): Promise<Side> =>
  openSide(({ slackApiUrl, discordApiUrl, discordToken }) =>
    spawn(process.execPath, ['bench/echo.ts', slackApiUrl, discordApiUrl, discordToken], { stdio }),
  );
