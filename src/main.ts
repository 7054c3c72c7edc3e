// The composition root: configuration → database → core → chat. What is served (platforms, page, terminal) is wired in
// src/cli/start.ts on top of it.
import { commands } from '../commands/index.ts';
import type { Chat } from './chat/adapter.ts';
import { createChat } from './chat/dispatch.ts';
import { createRegistry } from './chat/registry.ts';
import type { Config } from './config.ts';
import { type Core, createCore } from './core/core.ts';
import { syncResources } from './core/ledger/store.ts';
import { DatabaseBusy } from './db/folder-lock.ts';
import { migrate } from './db/migrate.ts';
import { type Database, openDatabase } from './db/open.ts';
import { type Log, newReference } from './kernel/log.ts';
import { type Metrics, noMetrics } from './kernel/metrics.ts';
import { fail, ok, type Result } from './kernel/result.ts';
import type { Clock } from './kernel/time.ts';
import { placeProblem, placeWarning } from './messages/place-file.fr.ts';
import { startWords } from './messages/start.fr.ts';
import { loadPlaces } from './place/load.ts';
import type { Place, Role } from './place/model.ts';

export interface House {
  readonly places: readonly Place[];
  readonly db: Database;
  readonly core: Core;
  readonly chat: Chat;
  /** What deserves the attention of whoever starts it, in French. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

export interface HouseParts {
  readonly config: Pick<Config, 'databaseUrl' | 'dataDir' | 'places' | 'web'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** A role that whoever speaks has for this run, beyond their own: the command line's `say --role`. */
  readonly lentRole?: Role | undefined;
}

/** A place alone takes every workspace; among several, each takes those that its file names. */
export const placeFinder =
  (places: readonly Place[]) =>
  ({
    platform,
    workspace,
  }: {
    readonly platform: 'slack' | 'discord' | 'terminal';
    readonly workspace: string;
  }): Place | undefined => {
    const named =
      platform === 'terminal' ? undefined : places.find(({ workspaces }) => workspaces[platform].includes(workspace));
    const [first] = places;
    if (named || !first || (places.length > 1 && platform !== 'terminal')) return named;
    const listed = platform === 'terminal' ? [] : first.workspaces[platform];
    return listed.length === 0 ? first : undefined;
  };

const lending = (core: Core, role: Role | undefined): Core =>
  role === undefined
    ? core
    : {
        ...core,
        people: {
          ...core.people,
          resolve: async (identity) => {
            const actor = await core.people.resolve(identity);
            return { ...actor, roles: new Set([...actor.roles, role]) };
          },
        },
      };

interface Furnishings extends Pick<HouseParts, 'clock' | 'log' | 'lentRole' | 'metrics'> {
  readonly db: Database;
  readonly places: readonly Place[];
  readonly publicUrl?: string | undefined;
}

/** Everything above an open, migrated database: also what tests build, on a database of theirs. */
export const furnish = async ({ db, places, clock, log, metrics = noMetrics, lentRole, publicUrl }: Furnishings) => {
  const kept = await syncResources(db, places, clock.now());
  const core = lending(createCore({ db, places, clock, publicUrl }), lentRole);
  for (const { id } of places) await core.staff.openings.refresh(id);
  const findPlace = placeFinder(places);
  const chat = createChat({
    registry: createRegistry(commands),
    placeOf: (person) => {
      const file = findPlace(person);
      return file && core.staff.openings.current(file);
    },
    core,
    clock,
    log,
    metrics,
    newReference: () => newReference(),
  });
  return { core, chat, kept };
};

const opened = async (
  { databaseUrl, dataDir }: HouseParts['config'],
  metrics: Metrics | undefined,
): Promise<Result<Database, readonly string[]>> => {
  try {
    return ok(await openDatabase(databaseUrl === undefined ? { dataDir } : { url: databaseUrl }, metrics));
  } catch (error) {
    if (error instanceof DatabaseBusy) return fail([startWords.busy(error.dataDir, error.pid)]);
    throw error;
  }
};

/** Every problem in French sentences, or a house ready to serve. */
export const openHouse = async ({ config, ...parts }: HouseParts): Promise<Result<House, readonly string[]>> => {
  const loaded = loadPlaces(config.places);
  if (!loaded.ok) return fail(loaded.error.map(placeProblem));
  const { places, warnings } = loaded.value;
  const database = await opened(config, parts.metrics);
  if (!database.ok) return database;
  const db = database.value;
  try {
    await migrate(db);
    const { core, chat, kept } = await furnish({ db, places, publicUrl: config.web.publicUrl, ...parts });
    return ok({
      places,
      db,
      core,
      chat,
      warnings: [...warnings.map(placeWarning), ...kept.map(startWords.keptCapacity)],
      close: () => db.close(),
    });
  } catch (error) {
    await db.close();
    throw error;
  }
};
