// The matcher, measured on a town written by hand: whom each should be told of is among the three, whom it must not is not.
// Found at the first look / now, of those to be told of (forbidden pairs): known while points were chosen 46 / 49 of 51 (1 / 0
// of 51); kept apart 23 / 24 of 25 (1 / 0); those who came later 17 / 21 of 23 (0 / 0). What these two showed, and changed:
// a piece of ground is not the same thing to an orchard and to a rugby club; of three, not all should meet the same need; a
// room is sooner looked for nearby than in one's own field. The last to come were looked at once: 17 of 18, none of 24.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closestTo } from '../../../src/core/synergies/closest.ts';
import { openTestDatabase } from '../../support/database.ts';
import { goldOfNewcomers, newcomers } from './newcomers.ts';
import { goldOfPassersBy, passersBy } from './passers-by.ts';
import { codes, type Known, LOOKING, settleAll } from './settled.ts';
import { type Case, gold, isHeld, town } from './town.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const LEAST_RECALL = 0.9;

let known: Known = new Map();
beforeAll(async () => {
  await db.reset();
  known = await settleAll(db, town);
});

const refOf = (key: string) => {
  const ref = known.get(key);
  if (!ref) throw new Error(`${key} is nobody of this town`);
  return ref;
};

const threeFor = async (key: string): Promise<readonly string[]> => {
  const found = await closestTo(db.direct, LOOKING, refOf(key), { codes });
  return (found ?? []).map(({ sheet }) => {
    const [name] = [...known].find(([, { kind, id }]) => kind === sheet.kind && id === sheet.id) ?? [];
    return name ?? '';
  });
};

interface Measured {
  readonly recall: number;
  readonly wanted: number;
  readonly missed: readonly string[];
  /** Pairs that must not be. */
  readonly wrong: readonly string[];
  readonly forbidden: number;
}

const measure = async (cases: readonly Case[]): Promise<Measured> => {
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { key, meets, never } of cases) {
    for (const name of [...meets, ...never]) refOf(name);
    const three = await threeFor(key);
    missed.push(...meets.filter((other) => !three.includes(other)).map((other) => `${key} → ${other}`));
    wrong.push(...never.filter((other) => three.includes(other)).map((other) => `${key} → ${other}`));
  }
  const wanted = cases.reduce((sum, { meets }) => sum + meets.length, 0);
  const forbidden = cases.reduce((sum, { never }) => sum + never.length, 0);
  return { recall: 1 - missed.length / wanted, wanted, missed, wrong, forbidden };
};

test.each([
  ['known while its points were chosen', gold.filter((_, at) => !isHeld(at)), 50],
  ['kept apart', gold.filter((_, at) => isHeld(at)), 25],
] as const)(
  'cases %s: nine in ten of those to be told of are among the three, no forbidden pair',
  async (_, cases, least) => {
    const { recall, wanted, wrong, missed, forbidden } = await measure(cases);
    expect(Math.min(wanted, forbidden)).toBeGreaterThanOrEqual(least);
    expect(wrong).toEqual([]);
    expect(recall, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(LEAST_RECALL);
  },
);

test('those who came later find theirs as well, and bring no forbidden pair', async () => {
  known = new Map([...known, ...(await settleAll(db, newcomers))]);
  const { recall, wrong, missed } = await measure(goldOfNewcomers);
  expect(wrong).toEqual([]);
  expect(recall, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(LEAST_RECALL);
});

test('so do those who were looked at once, when nothing was to be changed any more', async () => {
  known = new Map([...known, ...(await settleAll(db, passersBy))]);
  const { recall, wrong, missed } = await measure(goldOfPassersBy);
  expect(wrong).toEqual([]);
  expect(recall, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(LEAST_RECALL);
});
