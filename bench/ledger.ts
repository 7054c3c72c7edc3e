// (d) The same booking with a thousand and with a million bookings in the ledger, past and future, as busy a day in both.
import { type Core, createCore } from '../src/core/core.ts';
import { syncResources } from '../src/core/ledger/store.ts';
import type { Actor } from '../src/core/people/model.ts';
import { type Database, openDatabase } from '../src/db/open.ts';
import { clockStartingAt } from '../src/kernel/time.ts';
import { meet } from './core.ts';
import type { Databases } from './databases.ts';
import { type Finding, median } from './report.ts';
import { alternately, type Pair } from './rounds.ts';
import { NOW, place, startOf } from './stays.ts';

const FEW = 1_000;
const MANY = 1_000_000;
const PEOPLE = 200;
const TRIES = 60;
const ROUNDS = 15;

/** Eighteen a room and a day, two an hour from 9 to 18; a year to come at most, the rest in the past. */
const fill = async ({ pool }: Database, count: number): Promise<void> => {
  const rooms = place.spaces.map(({ key }) => key);
  const days = Math.ceil(count / rooms.length / 18);
  const ahead = Math.min(365, Math.ceil(days / 2));
  await pool.query('ALTER TABLE booking DISABLE TRIGGER USER');
  await pool.query('ALTER TABLE occupation DISABLE TRIGGER USER');
  await pool.query(
    `INSERT INTO booking (id, place_id, member_id, space_key, starts_at, ends_at, people, whole, request_id, created_at)
     SELECT i, $1, 1 + i % $2, ($3::text[])[1 + i % $4], start, start + interval '1 hour', 1, false, 'filled ' || i, start
     FROM generate_series(1, $5::integer) AS i,
       LATERAL (SELECT i / $4 AS nth) AS slot,
       LATERAL (SELECT ($6::date + ($7 - nth / 18) + make_time(9 + nth % 18 / 2, 0, 0)) AT TIME ZONE $8 AS start) AS at`,
    [place.id, PEOPLE, rooms, rooms.length, count, '2026-11-23', ahead, place.timeZone],
  );
  await pool.query(
    `INSERT INTO occupation (place_id, resource_key, starts_at, ends_at, seats, whole, kind, source_id)
     SELECT place_id, space_key, starts_at, ends_at, 1, false, 'booking', id FROM booking ORDER BY starts_at`,
  );
  await pool.query(`SELECT setval(pg_get_serial_sequence('booking', 'id'), $1)`, [count]);
  await pool.query('ALTER TABLE booking ENABLE TRIGGER USER');
  await pool.query('ALTER TABLE occupation ENABLE TRIGGER USER');
  await pool.query('VACUUM ANALYZE');
};

interface Filled {
  readonly core: Core;
  readonly actors: readonly Actor[];
  close(): Promise<void>;
}

const openFilled = async (url: string, count: number): Promise<Filled> => {
  const db = await openDatabase({ url });
  await syncResources(db, [place], NOW);
  const core = createCore({ db, places: [place], clock: clockStartingAt(NOW) });
  const actors = await meet(core, PEOPLE);
  await fill(db, count);
  return { core, actors, close: () => db.close() };
};

const spaceKey = place.spaces[0]?.key ?? '';
const start = startOf({ spaceKey, date: Temporal.PlainDate.from('2026-11-24'), from: 18 });
const request = {
  spaceKey,
  start,
  end: start.add({ hours: 1 }),
  bareDay: false,
  people: 1,
  equipment: [],
  purpose: undefined,
};

interface Times {
  readonly book: number;
  readonly look: number;
}

/** The median of many, in milliseconds: booked, cancelled, booked again by someone else; and what is free that day. */
const measure = async ({ core, actors }: Filled, round: number): Promise<Times> => {
  const times: { book: number[]; look: number[] } = { book: [], look: [] };
  for (let nth = 0; nth < TRIES; nth += 1) {
    const actor = actors[(round * TRIES + nth) % PEOPLE];
    if (!actor) throw new Error('nobody books');
    const began = performance.now();
    const made = await core.booking.book(actor, request, `bench:${round}:${nth}`);
    const booked = performance.now();
    if (!made.ok || made.value.kind !== 'booked') throw new Error(`the booking was refused: ${JSON.stringify(made)}`);
    await core.booking.available(actor, { spaceKey: undefined, when: { from: start.startOfDay(), to: request.end } });
    times.look.push(performance.now() - booked);
    times.book.push(booked - began);
    await core.booking.cancel(actor, made.value.booking.id, `bench:${round}:${nth}:no`);
  }
  return { book: median(times.book), look: median(times.look) };
};

export const ledgerBenchmark = async (databases: Databases): Promise<readonly Finding[]> => {
  const many = await openFilled(await databases.create(), MANY);
  const few = await openFilled(await databases.create(), FEW);
  const pairs = await alternately(
    ROUNDS,
    (round) => measure(many, round),
    (round) => measure(few, round),
  );
  await many.close();
  await few.close();
  const finding = (what: string, pick: (times: Times) => number): Finding => {
    const each = (side: keyof Pair<Times>) => median(pairs.map((pair) => pick(pair[side]))).toFixed(2);
    return {
      what: `(d) ${what} with ${MANY} bookings in the ledger`,
      floor: `the same with ${FEW}`,
      ratios: pairs.map((pair) => pick(pair.house) / pick(pair.floor)),
      goal: { atMost: 1.3 },
      details: [`${each('house')} ms against ${each('floor')}`],
    };
  };
  return [finding('a booking', ({ book }) => book), finding('what is free that day', ({ look }) => look)];
};
