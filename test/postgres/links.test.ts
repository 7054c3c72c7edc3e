// Races over one pair: from many connections, one link, one introduction, and no agreement that a refusal overtakes.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/core/people/model.ts';
import { openDesk } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addInitiative } from '../support/initiatives.ts';

const desk = await openDesk(mijoteuse, { maxConnections: 20 });
afterAll(() => desk.db.close());
const { links } = desk.core;

const numbered = (number: number) => ({ kind: 'initiative', number }) as const;
const many = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

let [vera, zoe]: Actor[] = [];
const both = (): readonly [Actor, Actor] => {
  if (!vera || !zoe) throw new Error('nobody is there');
  return [vera, zoe];
};

beforeEach(async () => {
  await desk.reset();
  [vera, zoe] = [await desk.person('vera', 'veilleuse'), await desk.person('zoe', 'veilleuse')];
  await addInitiative(desk.db, { owner: 'vera' });
  await addInitiative(desk.db, { owner: 'zoe', title: 'Bricothèque', needs: [], offers: ['local'] });
});

const proposed = async (): Promise<number> => {
  const outcome = await links.propose(both()[0], numbered(1), numbered(2));
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.link.id;
};

const countOf = async (query: string): Promise<number> =>
  Number((await desk.db.pool.query<{ readonly count: string }>(query)).rows[0]?.count);

describe('at the same moment', () => {
  test('twelve who propose the same pair, from either side, make one link', async () => {
    const outcomes = await many(12, (index) =>
      index % 2 === 0
        ? links.propose(both()[0], numbered(1), numbered(2))
        : links.propose(both()[1], numbered(2), numbered(1)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await countOf('SELECT count(*) FROM link')).toBe(1);
  });

  test('eight instances that introduce the same two do it once', async () => {
    const id = await proposed();
    for (const each of both()) await links.answer(each, id, 'yes');
    await many(8, () => links.introduce(mijoteuse, id, { platform: 'slack', workspace: 'W', channel: 'deux' }));
    expect(await countOf("SELECT count(*) FROM delivery WHERE kind = 'link.together'")).toBe(1);
    expect(await countOf("SELECT count(*) FROM audit WHERE action = 'link.introduced'")).toBe(1);
  });

  test('an agreement that is taken back and an introduction: one of them, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      await desk.db.pool.query('DELETE FROM link');
      const id = await proposed();
      for (const each of both()) await links.answer(each, id, 'yes');
      await Promise.all([links.withdraw(both()[0], id), links.introduce(mijoteuse, id, undefined)]);
      const { rows } = await desk.db.pool.query('SELECT introduced_at IS NULL AS kept, closed_because FROM link');
      expect(rows).toEqual([
        rows[0].kept ? { kept: true, closed_because: 'withdrawn' } : { kept: false, closed_because: null },
      ]);
    }
  });

  test('one says no while the other says yes: it is refused, whoever comes first', async () => {
    const id = await proposed();
    await Promise.all([links.answer(both()[0], id, 'yes'), links.answer(both()[1], id, 'no')]);
    const { rows } = await desk.db.pool.query('SELECT closed_because, introduced_at FROM link');
    expect(rows).toEqual([{ closed_because: 'refused', introduced_at: null }]);
  });
});
