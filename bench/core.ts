// (b) Bookings per second through the core, 16 at a time, against raw `pg` inserts through the same trigger.
import pg from 'pg';
import { type Core, createCore } from '../src/core/core.ts';
import { syncResources } from '../src/core/ledger/store.ts';
import type { Actor } from '../src/core/people/model.ts';
import { openDatabase } from '../src/db/open.ts';
import { clockStartingAt } from '../src/kernel/time.ts';
import type { Databases } from './databases.ts';
import { type Finding, median, spread } from './report.ts';
import { alternately, inParallel } from './rounds.ts';
import { hour, NOW, place, startOf } from './stays.ts';

const AT_ONCE = 16;
const PEOPLE = 200;
const BOOKINGS = 500;
const ROUNDS = 31;

const hoursOf = (round: number) => Array.from({ length: BOOKINGS }, (_, index) => round * BOOKINGS + index);

export const requestFor = (n: number) => {
  const { spaceKey } = hour(n);
  const start = startOf(hour(n));
  const end = start.add({ hours: 1 });
  return { spaceKey, start, end, bareDay: false, people: 1, equipment: [], purpose: undefined };
};

export const meet = (core: Core, count: number): Promise<readonly Actor[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      core.people.resolve({
        placeId: place.id,
        platform: 'slack',
        workspace: 'T1',
        userId: `U${index}`,
        displayName: `personne ${index}`,
      }),
    ),
  );

const openHouse = async (url: string) => {
  const db = await openDatabase({ url, maxConnections: AT_ONCE });
  await syncResources(db, [place], NOW);
  const core = createCore({ db, places: [place], clock: clockStartingAt(NOW) });
  const actors = await meet(core, PEOPLE);
  return {
    book: async (n: number): Promise<void> => {
      const actor = actors[n % PEOPLE];
      const outcome = actor && (await core.booking.book(actor, requestFor(n), `bench:${n}`));
      if (!outcome?.ok) throw new Error(`booking ${n} was refused: ${outcome?.error.code}`);
    },
    close: () => db.close(),
  };
};

const INSERT = `
  INSERT INTO occupation (place_id, resource_key, starts_at, ends_at, seats, whole, kind, source_id)
  VALUES ($1, $2, $3, $4, 1, false, 'booking', $5)`;

const openFloor = async (url: string) => {
  const db = await openDatabase({ url, maxConnections: 1 });
  await syncResources(db, [place], NOW);
  await db.close();
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
  return {
    insert: async (n: number): Promise<void> => {
      const { spaceKey, start, end } = requestFor(n);
      const values = [place.id, spaceKey, start.toInstant().toString(), end.toInstant().toString(), n];
      await pool.query({ name: 'insert', text: INSERT, values });
    },
    close: () => pool.end(),
  };
};

export const coreBenchmark = async (databases: Databases): Promise<readonly Finding[]> => {
  const house = await openHouse(await databases.create());
  const floor = await openFloor(await databases.create());
  const perSecond = async (round: number, work: (n: number) => Promise<void>): Promise<number> =>
    BOOKINGS / (await inParallel(hoursOf(round), AT_ONCE, work)).seconds;
  const pairs = await alternately(
    ROUNDS,
    (round) => perSecond(round, house.book),
    (round) => perSecond(round, floor.insert),
  );
  await house.close();
  await floor.close();
  return [
    {
      what: `(b) bookings through the core, ${AT_ONCE} at a time`,
      floor: 'raw inserts through the same trigger',
      ratios: pairs.map((pair) => pair.house / pair.floor),
      goal: { atLeast: 0.4 },
      details: [
        `${spread(pairs.map((pair) => pair.house))} bookings/s, ${Math.round(median(pairs.map((pair) => pair.floor)))} inserts/s`,
      ],
    },
  ];
};
