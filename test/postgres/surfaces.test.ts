// Several instances write people's pages and a server's events: each change goes to one of them.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../src/core/core.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase({ maxConnections: 18 });
const clock = { now: () => Temporal.Instant.from('2026-11-23T09:00:00Z') };
const instances = Array.from({ length: 4 }, () => createCore({ db, places: [mijoteuse], clock }));
const core = createCore({ db, places: [mijoteuse], clock });
afterAll(() => db.close());
beforeEach(() => db.reset());

const homeOf = (index: number) => ({
  placeId: mijoteuse.id,
  platform: 'slack',
  workspace: 'T1',
  userId: `U${index}`,
});

/** Who have opened their pages. */
const people = (count: number): Promise<readonly Actor[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await core.homes.opened(homeOf(index));
      return core.people.resolve({ ...homeOf(index), displayName: `u${index}` });
    }),
  );

test('forty answer at once while four instances take what changed: no page is forgotten', async () => {
  const eventId = await addEvent(db, { spaceKey: null, capacity: 12 });
  const actors = await people(40);
  let isOver = false;
  const taken: string[] = [];
  const takers = instances.map(async ({ homes }) => {
    while (!isOver) for (const { userId } of await homes.moved(mijoteuse.id, ['slack'])) taken.push(userId);
  });
  const answers = await Promise.all(actors.map((actor) => core.signups.answer(actor, eventId, 'going')));
  isOver = true;
  await Promise.all(takers);
  taken.push(...(await core.homes.moved(mijoteuse.id, ['slack'])).map(({ userId }) => userId));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(new Set(taken).size).toBe(40);
  expect(await core.homes.moved(mijoteuse.id, ['slack'])).toEqual([]);
});

test('one change, four instances at once: one of them has it', async () => {
  await people(1);
  for (let round = 0; round < 20; round += 1) {
    await core.homes.later(homeOf(0));
    const all = await Promise.all(instances.map(({ homes }) => homes.moved(mijoteuse.id, ['slack'])));
    expect(all.flat()).toHaveLength(1);
  }
});

test('of four instances that would write on a server at once, one does, and then another', async () => {
  const at = { placeId: mijoteuse.id, platform: 'discord', workspace: 'G1' } as const;
  for (let round = 0; round < 20; round += 1) {
    const held = await Promise.all(instances.map(({ mirror }, index) => mirror.hold(at, `instance ${index}`)));
    const holders = held.filter((each) => each !== undefined);
    expect(holders).toHaveLength(1);
    for (const holder of holders) {
      expect(await holder.stillHeld()).toBe(true);
      await holder.letGo();
    }
  }
});
