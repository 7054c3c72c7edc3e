// `/agenda` through the chat with ten thousand events, past and to come, and with a hundred: the week shown as busy in both.

import { type Database, openDatabase } from '../src/db/open.ts';
import { createLog } from '../src/kernel/log.ts';
import { clockStartingAt } from '../src/kernel/time.ts';
import { furnish } from '../src/main.ts';
import { plain } from '../src/reply/plain.ts';
import type { Databases } from './databases.ts';
import { type Finding, median } from './report.ts';
import { alternately, type Pair } from './rounds.ts';
import { NOW, place } from './stays.ts';

const FEW = 100;
const MANY = 10_000;
/** Of each, in the week that is shown. */
const THIS_WEEK = 8;
const COMERS = 5;
const TRIES = 40;
const ROUNDS = 15;

/** Asked, and what the answer must have for it to count. */
const LINES = {
  'this week': ['/agenda', 'Café 1 '],
  'a theme': ['/agenda compost', 'Atelier compost'],
  'a week without anything': ['/agenda 12 mars 2029', 'Rien n’est annoncé'],
} as const;

type Asked = keyof typeof LINES;

/** Twenty a day outside of this week and of what is asked about, half of them past; each with people who come. */
export const fill = async ({ pool }: Database, count: number): Promise<void> => {
  const values = `place_id, kind, title, starts_at, ends_at, capacity, request_id, created_at`;
  await pool.query(
    `INSERT INTO event (${values})
     SELECT $1, 'gathering', 'Café ' || i || ' des porteurs', start, start + interval '2 hours', 20, 'bench', start
     FROM generate_series(1, $2::integer) AS i, LATERAL (SELECT $3::timestamptz + i * interval '13 hours' AS start) AS at`,
    [place.id, THIS_WEEK, NOW.toString()],
  );
  await pool.query(
    `INSERT INTO event (${values})
     SELECT $1, 'other', CASE WHEN i <= 3 THEN 'Atelier compost' ELSE 'Rencontre ' || i END, start, start + interval '2 hours',
       20, 'bench', start
     FROM generate_series(1, $2::integer) AS i, LATERAL (
       SELECT $3::timestamptz + (CASE WHEN i % 2 = 0 THEN -1 ELSE 1 END) * (14 + i / 40) * interval '1 day' AS start
     ) AS at`,
    [place.id, count - THIS_WEEK, NOW.toString()],
  );
  await pool.query(
    `INSERT INTO member (place_id, display_name, created_at)
     SELECT $1, 'member ' || n, now() FROM generate_series(1, $2::integer) AS n`,
    [place.id, COMERS],
  );
  await pool.query('ALTER TABLE event_signup DISABLE TRIGGER USER');
  await pool.query(
    `INSERT INTO event_signup (event_id, member_id, place_id, answer, answered_at)
     SELECT event.id, member.id, event.place_id, 'going', now() FROM event CROSS JOIN member`,
  );
  await pool.query('ALTER TABLE event_signup ENABLE TRIGGER USER');
  await pool.query('VACUUM ANALYZE');
};

interface Filled {
  ask(line: string, nth: number): Promise<string>;
  close(): Promise<void>;
}

const openFilled = async (url: string, count: number): Promise<Filled> => {
  const db = await openDatabase({ url });
  const log = createLog({ level: 'error' });
  const { chat } = await furnish({ db, places: [place], clock: clockStartingAt(NOW), log });
  await fill(db, count);
  return {
    ask: (line, nth) =>
      new Promise((resolve, reject) => {
        const person = {
          platform: 'terminal',
          workspace: 'bench',
          userId: 'someone',
          displayName: 'someone',
          isWorkspaceAdmin: async () => false,
        } as const;
        const asked = {
          id: `${nth}`,
          person,
          spot: undefined,
          line,
          fields: {},
          by: 'command',
          wantsForm: false,
          canOpenForm: false,
        } as const;
        chat
          .dispatch(asked, {
            openForm: async () => reject(new Error(`${line} opened a form`)),
            acknowledge: async () => {},
            answer: async (reply) => resolve(plain(reply)),
          })
          .catch(reject);
      }),
    close: () => db.close(),
  };
};

type Times = Readonly<Record<Asked, number>>;

/** The median of many, in milliseconds. */
const measure = async ({ ask }: Filled, round: number): Promise<Times> => {
  const time = async (asked: Asked): Promise<number> => {
    const [line, expected] = LINES[asked];
    const times: number[] = [];
    for (let nth = 0; nth < TRIES; nth += 1) {
      const began = performance.now();
      const answer = await ask(line, round * TRIES + nth);
      times.push(performance.now() - began);
      if (!answer.includes(expected)) throw new Error(`${line} was answered « ${answer} »`);
    }
    return median(times);
  };
  return {
    'this week': await time('this week'),
    'a theme': await time('a theme'),
    'a week without anything': await time('a week without anything'),
  };
};

export const agendaBenchmark = async (databases: Databases): Promise<readonly Finding[]> => {
  const many = await openFilled(await databases.create(), MANY);
  const few = await openFilled(await databases.create(), FEW);
  const pairs = await alternately(
    ROUNDS,
    (round) => measure(many, round),
    (round) => measure(few, round),
  );
  await many.close();
  await few.close();
  return (Object.keys(LINES) as Asked[]).map((asked): Finding => {
    const each = (side: keyof Pair<Times>) => median(pairs.map((pair) => pair[side][asked])).toFixed(2);
    return {
      what: `(h) /agenda, ${asked}, with ${MANY} events`,
      floor: `the same with ${FEW}`,
      ratios: pairs.map((pair) => pair.house[asked] / pair.floor[asked]),
      goal: { atMost: 1.3 },
      details: [`${each('house')} ms against ${each('floor')}`],
    };
  });
};
