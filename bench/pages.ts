// A place's first page with ten thousand events, past and to come, and with a hundred, the week as busy in both: made anew
// each time, as after a change, and asked for again by someone who has it.

import { createCore } from '../src/core/core.ts';
import { syncResources } from '../src/core/ledger/store.ts';
import { openDatabase } from '../src/db/open.ts';
import { createLog } from '../src/kernel/log.ts';
import { startWeb } from '../src/web/server.ts';
import { fill } from './agenda.ts';
import type { Databases } from './databases.ts';
import { type Finding, median } from './report.ts';
import { alternately, type Pair } from './rounds.ts';
import { NOW, place } from './stays.ts';

const FEW = 100;
const MANY = 10_000;
const TRIES = 20;
const ROUNDS = 15;

interface Filled {
  /** Whoever asks for the page next finds it changed. */
  change(): Promise<void>;
  get(path: string, tag?: string): Promise<Response>;
  close(): Promise<void>;
}

const openFilled = async (url: string, count: number): Promise<Filled> => {
  const db = await openDatabase({ url });
  const clock = { now: () => NOW };
  await syncResources(db, [place], NOW);
  await fill(db, count);
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    core: createCore({ db, places: [place], clock }),
    places: [place],
    clock,
    log: createLog({ level: 'error' }),
    health: async () => true,
    readiness: async () => ({ database: true, migrations: true, platforms: {} }),
    calendarOf: async () => undefined,
    posterOf: async () => undefined,
    metrics: undefined,
  });
  let asked = 0;
  return {
    change: async () => {
      await db.pool.query('UPDATE agenda SET revision = revision + 1');
    },
    get: (path, tag) => {
      // One visitor after the other: the limit is of each.
      asked += 1;
      const headers = { 'X-Forwarded-For': `203.0.113.${asked % 250}`, ...(tag && { 'If-None-Match': tag }) };
      return fetch(`http://127.0.0.1:${web.port}${path}`, { headers });
    },
    close: async () => {
      await web.close();
      await db.close();
    },
  };
};

interface Times {
  readonly made: number;
  readonly known: number;
}

const timed = async (work: () => Promise<Response>, status: number): Promise<number> => {
  const began = performance.now();
  const answer = await work();
  const text = await answer.text();
  const ms = performance.now() - began;
  if (answer.status !== status || (status === 200 && !text.includes('Café 1 ')))
    throw new Error(`the page was answered ${answer.status}`);
  return ms;
};

/** The median of many, in milliseconds. */
const measure = async ({ change, get }: Filled): Promise<Times> => {
  const [made, known]: [number[], number[]] = [[], []];
  for (let nth = 0; nth < TRIES; nth += 1) {
    await change();
    made.push(await timed(() => get('/'), 200));
    const tag = (await get('/')).headers.get('etag') ?? '';
    known.push(await timed(() => get('/', tag), 304));
  }
  return { made: median(made), known: median(known) };
};

export const pagesBenchmark = async (databases: Databases): Promise<readonly Finding[]> => {
  const many = await openFilled(await databases.create(), MANY);
  const few = await openFilled(await databases.create(), FEW);
  const pairs = await alternately(
    ROUNDS,
    () => measure(many),
    () => measure(few),
  );
  await many.close();
  await few.close();
  const finding = (what: string, pick: (times: Times) => number): Finding => {
    const each = (side: keyof Pair<Times>) => median(pairs.map((pair) => pick(pair[side]))).toFixed(2);
    return {
      what: `(i) ${what} with ${MANY} events`,
      floor: `the same with ${FEW}`,
      ratios: pairs.map((pair) => pick(pair.house) / pick(pair.floor)),
      goal: { atMost: 1.3 },
      details: [`${each('house')} ms against ${each('floor')}`],
    };
  };
  return [
    finding('the first page, made anew,', ({ made }) => made),
    finding('the first page, known already,', ({ known }) => known),
  ];
};
