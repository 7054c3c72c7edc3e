// Signing up in a storm: many connections answer at once, and the places grow meanwhile.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../src/core/core.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase({ maxConnections: 18 });
let ticks = 0;
/** Each look at the clock is later than the one before: an order is one. */
const clock = {
  now: () => {
    ticks += 1;
    return Temporal.Instant.from('2026-11-23T09:00:00Z').add({ milliseconds: ticks });
  },
};
const core = createCore({ db, places: [mijoteuse], clock });
afterAll(() => db.close());
beforeEach(() => db.reset());

const people = (count: number): Promise<readonly Actor[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      core.people.resolve({
        placeId: mijoteuse.id,
        platform: 'terminal',
        workspace: 'here',
        userId: `u${index}`,
        displayName: `u${index}`,
      }),
    ),
  );

interface Row {
  readonly answer: string;
  readonly answered_at: Date;
}

const rowsOf = async (eventId: number): Promise<readonly Row[]> =>
  (await db.pool.query<Row>('SELECT answer, answered_at FROM event_signup WHERE event_id = $1', [eventId])).rows;

const of = (rows: readonly Row[], answer: string) => rows.filter((row) => row.answer === answer);

/** Nobody who waits came before someone who has a place. */
const expectInOrder = (rows: readonly Row[]): void => {
  const last = Math.max(...of(rows, 'going').map(({ answered_at }) => answered_at.getTime()), 0);
  const first = Math.min(...of(rows, 'waiting').map(({ answered_at }) => answered_at.getTime()));
  expect(last).toBeLessThan(first);
};

test('forty want twelve places at once: twelve have one, the others are in line, in the order of their answers', async () => {
  const eventId = await addEvent(db, { spaceKey: null, capacity: 12 });
  const actors = await people(40);
  const outcomes = await Promise.all(actors.map((actor) => core.signups.answer(actor, eventId, 'going')));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const rows = await rowsOf(eventId);
  expect([of(rows, 'going').length, of(rows, 'waiting').length]).toEqual([12, 28]);
  expectInOrder(rows);
});

test('people come, leave and hesitate while the places grow: never too many, no place left empty, nobody lost', async () => {
  const eventId = await addEvent(db, { spaceKey: null, capacity: 5 });
  const actors = await people(30);
  let seed = 42;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const wishes = ['going', 'going', 'going', 'maybe', 'not_going'] as const;
  for (let round = 0; round < 6; round += 1) {
    const answers = Array.from({ length: 60 }, () => {
      const actor = actors[random(actors.length)];
      const wish = wishes[random(wishes.length)];
      if (!actor || !wish) throw new Error('nobody of that number');
      return core.signups.answer(actor, eventId, wish);
    });
    const grows = db.pool.query('UPDATE event SET capacity = capacity + 1 WHERE id = $1', [eventId]);
    const outcomes = await Promise.all(answers);
    await grows;
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const rows = await rowsOf(eventId);
    const [going, waiting] = [of(rows, 'going').length, of(rows, 'waiting').length];
    expect(going).toBeLessThanOrEqual(6 + round);
    if (waiting > 0) expect(going).toBe(6 + round);
    expectInOrder(rows);
  }
});

test('the same person answers on every connection at once: one answer stands', async () => {
  const eventId = await addEvent(db, { spaceKey: null, capacity: 1 });
  const [lea] = await people(1);
  if (!lea) throw new Error('someone');
  await Promise.all(
    Array.from({ length: 18 }, (_, index) => core.signups.answer(lea, eventId, index % 2 ? 'going' : 'maybe')),
  );
  expect(await rowsOf(eventId)).toHaveLength(1);
});
