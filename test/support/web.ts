// The web server over a house of the test's: its database, its places, its clock.
import { type Core, createCore } from '../../src/core/core.ts';
import { syncResources } from '../../src/core/ledger/store.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Place } from '../../src/place/model.ts';
import { startWeb, type Web, type WebOptions } from '../../src/web/server.ts';
import { mijoteuse } from '../place/fixture.ts';
import type { TestDatabase } from './database.ts';

export interface WebHouse extends AsyncDisposable {
  readonly core: Core;
  readonly web: Web;
  /** `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** Event and pattern of what broke. */
  readonly broken: readonly string[];
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Local time of the first place. */
  at(local: string): void;
}

export interface WebWishes extends Partial<WebOptions> {
  readonly places?: readonly Place[];
  readonly publicUrl?: string;
  readonly at?: string;
}

const localTime = (place: Place, text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(place.timeZone).toInstant();

/** Monday 23 November 2026, 10:00, at La Mijoteuse, unless the test says otherwise. */
export const openWebHouse = async (
  db: TestDatabase,
  { places = [mijoteuse], publicUrl, at = '2026-11-23T10:00', ...changes }: WebWishes = {},
): Promise<WebHouse> => {
  const first = places[0] ?? mijoteuse;
  let now = localTime(first, at);
  const clock = { now: () => now };
  await syncResources(db, places, now);
  const core = createCore({ db, places, clock, publicUrl });
  const broken: string[] = [];
  const note: Log['error'] = ({ path }, event) => {
    broken.push(`${event} ${String(path)}`);
  };
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    core,
    places,
    clock,
    log: { debug: () => {}, info: () => {}, warn: note, error: note },
    health: async () => true,
    readiness: async () => ({ database: true, migrations: true, platforms: {} }),
    calendarOf: async () => undefined,
    posterOf: async () => undefined,
    metrics: undefined,
    ...changes,
  });
  const origin = `http://127.0.0.1:${web.port}`;
  return {
    core,
    web,
    origin,
    broken,
    get: (path, init) => fetch(`${origin}${path}`, { redirect: 'manual', ...init }),
    at: (local) => {
      now = localTime(first, local);
    },
    [Symbol.asyncDispose]: () => web.close(),
  };
};
