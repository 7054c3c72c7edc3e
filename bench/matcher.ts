// The closest three among 100, 10,000 and 100,000 initiatives and projects, by the core, beside a bare `pg` that reads the rows
// that were weighed, and the one that they were weighed against, by their primary keys.
import pg from 'pg';
import { closestTo } from '../src/core/synergies/closest.ts';
import type { Codes } from '../src/core/synergies/rules.ts';
import { candidatesFor, subjectOf } from '../src/core/synergies/store.ts';
import { type Database, openDatabase } from '../src/db/open.ts';
import { CROWD_PLACE, fillCrowd } from '../test/support/crowd.ts';
import type { Databases } from './databases.ts';
import { type Finding, median, quantile } from './report.ts';
import { alternately } from './rounds.ts';

const SIZES = [100, 10_000, 100_000];
const ROUNDS = 15;
const TRIES = 30;
/** As many as a large town could ever have; beyond, only what it costs is told. */
const PROMISED = 10_000;
const MOST_MS = 50;

const looking = { placeId: CROWD_PLACE, audience: 'members', memberId: 0 } as const;
const codes: Codes = {
  stages: ['idee', 'preparation', 'lancement', 'active'],
  ofTheme: new Set(['materiel', 'competences', 'terrain']),
};

interface Weighed {
  readonly number: number;
  readonly id: number;
  readonly kinds: readonly string[];
  readonly ids: readonly number[];
}

/** Spread over all of them; none is a project, none asleep. */
const numbersAmong = (count: number): readonly number[] =>
  Array.from({ length: TRIES }, (_, nth) => Math.floor((nth * count) / TRIES / 10) * 10 + 1);

const weighedOf = async ({ direct }: Database, number: number): Promise<Weighed> => {
  const subject = await subjectOf(direct, looking, { kind: 'initiative', number });
  if (!subject) throw new Error(`there is no initiative ${number}`);
  const candidates = await candidatesFor(direct, subject, 'members');
  return {
    number,
    id: subject.sheet.id,
    kinds: candidates.map(({ sheet }) => sheet.kind),
    ids: candidates.map(({ sheet }) => sheet.id),
  };
};

const COLUMNS = 'kind, source_id, number, title, theme, district, stage, needs, offers, news_at, terms';

const timed = async <T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const one of all) {
    const began = performance.now();
    await work(one);
    times.push(performance.now() - began);
  }
  return times;
};

const measured = async (databases: Databases, count: number): Promise<Finding> => {
  const url = await databases.create();
  const db = await openDatabase({ url });
  await fillCrowd(db.pool, count);
  await db.pool.query('VACUUM ANALYZE');
  const all: Weighed[] = [];
  for (const number of numbersAmong(count)) all.push(await weighedOf(db, number));
  const bare = new pg.Client({ connectionString: url });
  await bare.connect();
  const pairs = await alternately(
    ROUNDS,
    () =>
      timed(all, async ({ number }) => {
        const found = await closestTo(db.direct, looking, { kind: 'initiative', number }, { codes });
        if (found === undefined) throw new Error(`there is no initiative ${number}`);
      }),
    () =>
      timed(all, async ({ id, kinds, ids }) => {
        await bare.query({
          name: 'one',
          text: `SELECT ${COLUMNS} FROM synergy_sheet WHERE kind = 'initiative' AND source_id = $1`,
          values: [id],
        });
        const { rowCount } = await bare.query({
          name: 'many',
          text: `SELECT ${COLUMNS} FROM unnest($1::text[], $2::integer[]) AS wanted (kind, source_id)
            JOIN synergy_sheet USING (kind, source_id)`,
          values: [kinds, ids],
        });
        if (rowCount !== ids.length) throw new Error(`${ids.length} rows were weighed, ${rowCount} were read`);
      }),
  );
  await bare.end();
  await db.close();
  const house = pairs.flatMap((pair) => pair.house);
  return {
    what: `(k) the closest three among ${count}`,
    floor: 'bare pg, the same rows by primary key',
    ratios: pairs.map((pair) => median(pair.house) / median(pair.floor)),
    goal: count <= PROMISED ? { atMost: MOST_MS } : undefined,
    measured: { values: pairs.map((pair) => median(pair.house)), unit: ' ms' },
    details: [
      `p95 ${quantile(house, 0.95).toFixed(1)} ms; ${median(all.map(({ ids }) => ids.length))} weighed; the floor takes ${median(pairs.map((pair) => median(pair.floor))).toFixed(1)} ms`,
    ],
  };
};

export const matcherBenchmark = async (databases: Databases): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const count of SIZES) findings.push(await measured(databases, count));
  return findings;
};
