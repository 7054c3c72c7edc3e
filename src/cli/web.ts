// The web server over an open house: what it shows, what it says of its health, what it measures.
import type { RequestListener } from 'node:http';
import type { Config } from '../config.ts';
import { isUpToDate, migrationsIn } from '../db/migrate.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import type { House } from '../main.ts';
import type { Platform } from '../reply/tree.ts';
import type { Readiness } from '../web/app.ts';
import type { Measures } from '../web/metrics.ts';
import { startWeb, type Web } from '../web/server.ts';
import { calendarsOf, postersOf } from './addresses.ts';

export interface WebParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly measures: Measures | undefined;
  readonly slack: RequestListener | undefined;
  /** Those that are connected; looked at each time. */
  readonly connected: () => readonly Platform[];
}

const readinessOf = ({ db }: House, config: Config, connected: WebParts['connected']): (() => Promise<Readiness>) => {
  const migrations = migrationsIn();
  const wanted: readonly Platform[] = [
    ...(config.slack ? (['slack'] as const) : []),
    ...(config.discord ? (['discord'] as const) : []),
  ];
  return async () => ({
    migrations: await isUpToDate(db, migrations),
    database: true,
    platforms: Object.fromEntries(wanted.map((platform) => [platform, connected().includes(platform)])),
  });
};

/** Metrics are opened before the house, which is then watched. */
const metricsOf = ({ core, db }: House, measures: Measures | undefined, token: string | undefined) => {
  if (!measures || token === undefined) return undefined;
  const { pool } = db;
  measures.watch({
    queue: () => core.watch.waiting(),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  });
  return { token, text: measures.text, type: measures.type };
};

/** Rejects with a sentence when it cannot listen. */
export const openPages = (config: Config, house: House, parts: WebParts): Promise<Web> => {
  const { clock, log, measures, slack, connected } = parts;
  return startWeb({
    ...config.web,
    core: house.core,
    places: house.places,
    clock,
    log,
    slack,
    health: async () => (await house.db.pool.query('SELECT 1')).rowCount === 1,
    readiness: readinessOf(house, config, connected),
    calendarOf: calendarsOf(house, clock, log),
    posterOf: postersOf(house, clock, log),
    metrics: metricsOf(house, measures, config.metricsToken),
  });
};
