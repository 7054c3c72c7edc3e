// Everything that is configured, until it is stopped: Slack, Discord, the web page, or the terminal where there is
// neither. The platforms' libraries are loaded only when they serve.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { terminalAdapter, WORKSPACE } from '../adapters/terminal/adapter.ts';
import type { Session } from '../adapters/terminal/terminal.ts';
import type { Adapter, Chat } from '../chat/adapter.ts';
import { measured } from '../chat/measured.ts';
import type { Config } from '../config.ts';
import { turnOf } from '../db/turn.ts';
import { countingLog, createLog, type Log } from '../kernel/log.ts';
import { type Metrics, noMetrics } from '../kernel/metrics.ts';
import type { Clock } from '../kernel/time.ts';
import { type House, openHouse } from '../main.ts';
import { cliWords, startWords as words } from '../messages/start.fr.ts';
import type { Measures } from '../web/metrics.ts';
import type { Web } from '../web/server.ts';
import { filesFolder } from './files-folder.ts';
import { type Employed, employ } from './jobs.ts';
import { connectDiscord, connectSlack, onCutIn } from './platforms.ts';
import { atOption, clockOf, complain, configured, type Verb } from './verb.ts';
import { openPages } from './web.ts';

const STOP_WITHIN_MS = 4_000;

const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

interface Served {
  readonly web: Web | undefined;
}

interface Means {
  readonly clock: Clock;
  readonly log: Log;
  readonly measures: Measures | undefined;
  readonly metrics: Metrics;
}

/** What is measured costs nothing where nobody may read it. */
const openMeasures = async ({ metricsToken }: Config): Promise<Measures | undefined> =>
  metricsToken === undefined ? undefined : (await import('../web/metrics.ts')).openMeasures();

/** Without a platform, the page is a convenience: a port that is taken is told, and does not stop the terminal. */
const openWeb = async (
  config: Config,
  house: House,
  means: Means,
  slack: Awaited<ReturnType<typeof connectSlack>>,
  adapters: readonly Adapter[],
): Promise<Web | undefined> => {
  try {
    return await openPages(config, house, {
      ...means,
      slack: slack?.requestListener,
      connected: () => adapters.map(({ platform }) => platform),
    });
  } catch (error) {
    if (config.slack ?? config.discord) throw error;
    tell(error instanceof Error ? error.message : String(error));
    return undefined;
  }
};

/** All of it or nothing: what was already connected is let go when something else can't be. */
const serve = async (
  config: Config,
  house: House,
  { adapters, homes, mirrors, scheduler }: Employed,
  means: Means,
): Promise<Served> => {
  const { log, metrics } = means;
  const slack = await connectSlack(config, log);
  const discord = await connectDiscord(config, log, (name) => turnOf(house.db, name));
  const web = await openWeb(config, house, means, slack, adapters);
  const chat = scheduler.attentive(house.chat);
  try {
    for (const adapter of [slack, discord]) {
      if (!adapter) continue;
      await adapter.start(chat);
      adapters.push(measured(adapter, metrics));
    }
    if (slack) homes.push(slack.homes);
    if (discord) mirrors.push(discord.mirror);
    return { web };
  } catch (error) {
    await Promise.all([...adapters.map((adapter) => adapter.stop()), web?.close()]);
    throw error;
  }
};

const openTerminal = async (config: Config, chat: Chat, adapters: Adapter[], log: Log): Promise<Session> => {
  const terminal = terminalAdapter({ folder: filesFolder(config), newId: randomUUID, onCut: onCutIn(log) });
  await terminal.start(chat);
  adapters.push(terminal);
  const { username } = userInfo();
  const interactive = process.stdin.isTTY === true;
  if (interactive) tell(words.terminal);
  return terminal.join({
    person: {
      platform: 'terminal',
      workspace: WORKSPACE,
      userId: username,
      displayName: username,
      isWorkspaceAdmin: async () => true,
    },
    input: process.stdin,
    output: process.stdout,
    interactive,
    colour: process.stdout.isTTY === true,
  });
};

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

/** Resolves when there is nothing more to do: a signal, or the end of the terminal's input once something was said there. */
const untilDone = async (session: Session | undefined): Promise<void> => {
  const stopped = stopSignal();
  if (!session) return stopped;
  const ended = await Promise.race([session.finished, stopped]);
  if (ended && ended.lines === 0 && process.stdin.isTTY !== true) await stopped;
};

const close = async (
  { web }: Served,
  employed: Employed,
  session: Session | undefined,
  house: House,
): Promise<void> => {
  // Whatever hangs does not keep the process: what was accepted is already in the database.
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await employed.close();
  await Promise.all([...employed.adapters.map((adapter) => adapter.stop()), session?.stop()]);
  await web?.close();
  await house.close();
};

export const startVerb: Verb = {
  name: 'start',
  about: cliWords.about.start,
  takes: '[OPTIONS]',
  options: atOption,
  run: async (given) => {
    const config = configured();
    if (!config) return 1;
    const measures = await openMeasures(config);
    const metrics = measures ?? noMetrics;
    const log = countingLog(
      createLog({ level: config.logLevel, pretty: process.stderr.isTTY === true }),
      metrics.logged,
    );
    const clock = clockOf(given);
    const opened = await openHouse({ config, clock, log, metrics });
    if (!opened.ok) {
      complain(words.notStarted, opened.error);
      return 1;
    }
    const house = opened.value;
    for (const warning of house.warnings) tell(warning);
    const employed = await employ({ ...house, clock, log });
    let served: Served;
    try {
      served = await serve(config, house, employed, { clock, log, measures, metrics });
    } catch (error) {
      complain(words.notStarted, [error instanceof Error ? error.message : String(error)]);
      await employed.close();
      await house.close();
      return 1;
    }
    const isConnected = employed.adapters.length > 0;
    tell(
      words.serving(
        employed.adapters.map(({ platform }) => platform),
        served.web && `http://${config.web.host}:${served.web.port}/`,
      ),
    );
    if (!isConnected) tell(words.howToConnect);
    const chat = employed.scheduler.attentive(house.chat);
    const session = isConnected ? undefined : await openTerminal(config, chat, employed.adapters, log);
    await employed.scheduler.start();
    await untilDone(session);
    await close(served, employed, session, house);
    return 0;
  },
};
