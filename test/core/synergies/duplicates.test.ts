// The same initiative noted twice is asked about before it is saved; another one is not. Measured on pairs written by hand. Those
// on which the threshold was chosen: 26 of 26 that are the same are found, 26 of 28 that are not are left in peace. Those that
// came later, at the first look: 8 of 8, and 6 of 8 (« club » was then heard as a name: 7 now).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { likelyDuplicates } from '../../../src/core/synergies/duplicates-store.ts';
import { initiativesOf } from '../../../src/place/initiatives.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { openTestDatabase } from '../../support/database.ts';
import { others, othersLater, type Pair, type Said, same, sameLater } from './duplicate-pairs.ts';
import { type Known, PLACE, settleAll } from './settled.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const { synonyms } = initiativesOf(mijoteuse);
const keyOf = (said: Said): string => JSON.stringify(said);

let known: Known = new Map();
beforeAll(async () => {
  await db.reset();
  const all = new Map(
    [...same, ...others, ...sameLater, ...othersLater].map((pair) => [keyOf(pair.known), pair.known]),
  );
  known = await settleAll(
    db,
    [...all].map(([key, said]) => ({ ...said, key, kind: 'initiative', stage: undefined, needs: [], offers: [] })),
  );
});

const isTakenFor = async ({ noted, known: other }: Pair): Promise<boolean> => {
  const found = await likelyDuplicates(db.direct, PLACE, { ...noted, synonyms });
  return found.some(({ id }) => id === known.get(keyOf(other))?.id);
};

const told = ({ noted, known: other }: Pair): string => `« ${noted.title} » and « ${other.title} »`;

const takenOf = async (pairs: readonly Pair[], taken: boolean): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const pair of pairs) if ((await isTakenFor(pair)) === taken) found.push(told(pair));
  return found;
};

test('nine in ten of what two people say of the same are taken for the same', async () => {
  expect(same.length + others.length).toBeGreaterThanOrEqual(40);
  const missed = await takenOf(same, false);
  expect(1 - missed.length / same.length, missed.join('; ')).toBeGreaterThanOrEqual(0.9);
});

test('nine in ten of what is another one are left in peace', async () => {
  const bothered = await takenOf(others, true);
  expect(1 - bothered.length / others.length, bothered.join('; ')).toBeGreaterThanOrEqual(0.9);
});

test('those that came once the threshold was chosen: each of the same is found, one in eight of the others is asked about', async () => {
  expect(await takenOf(sameLater, false)).toEqual([]);
  expect(await takenOf(othersLater, true)).toHaveLength(1);
});
