// Two presses at once, on two platforms: each finds what the other said.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCore } from '../../src/core/core.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('of needs pressed at the same time none is lost; who asks twice at once to be contacted asked once', async () => {
  const now = Temporal.Instant.from('2026-11-23T09:00Z');
  const { people, orientation } = createCore({ db, places: [mijoteuse], clock: { now: () => now } });
  const actor = await people.resolve({
    placeId: mijoteuse.id,
    platform: 'slack',
    workspace: 'T1',
    userId: 'U1',
    displayName: 'lea',
  });
  const needs = mijoteuse.orientation?.choices.need.map(({ key }) => key) ?? [];
  const answered = await Promise.all(needs.map((need) => orientation.answer(actor, 'need', need)));
  expect(answered.every(({ ok }) => ok)).toBe(true);
  const { answers } = await orientation.draft(actor);
  expect([...(answers.need ?? [])].sort()).toEqual([...needs].sort());

  const asked = await Promise.all(Array.from({ length: 8 }, () => orientation.ask(actor, 'talk')));
  expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
});
