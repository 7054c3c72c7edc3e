// Initiatives and projects, by several at once: one of each request, and a number that nobody else has.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../src/core/core.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { initiativeIn } from '../../src/reading/initiative.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase({ maxConnections: 12 });
beforeEach(() => db.reset());
afterAll(() => db.close());

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const core = createCore({ db, places: [mijoteuse], clock: { now: () => now } });

const veilleuse = async (name: string): Promise<Actor> => {
  const actor = await core.people.resolve({
    placeId: mijoteuse.id,
    platform: 'slack',
    workspace: 'T1',
    userId: name,
    displayName: name,
  });
  await db.pool.query(`INSERT INTO member_role (member_id, role) VALUES ($1, 'veilleuse')`, [actor.memberId]);
  return { ...actor, roles: new Set([...actor.roles, 'veilleuse' as const]) };
};

const noting = (requestId: string) => ({
  sketch: initiativeIn('Repair café au Val d’Aran, cherche un local', mijoteuse),
  sourceLink: undefined,
  requestId,
  channel: undefined,
  mergeInto: undefined,
});

test('the same initiative sent six times at once is one', async () => {
  const eve = await veilleuse('eve');
  const noted = await Promise.all(Array.from({ length: 6 }, () => core.initiatives.note(eve, noting('request 1'))));
  expect(noted.map((each) => (each.ok ? each.value.number : each.error.code))).toEqual(Array(6).fill(1));
  expect(await db.prisma.initiative.count()).toBe(1);
  const facts = { ...noting('').sketch, name: 'Garage solidaire', pitch: '', form: undefined };
  await Promise.all(Array.from({ length: 6 }, () => core.projects.create(eve, facts, 'request 2')));
  expect(await db.prisma.project.count()).toBe(1);
});

test('six noted at once have six numbers, and their project one more', async () => {
  const eve = await veilleuse('eve');
  const noted = await Promise.all(Array.from({ length: 6 }, (_, at) => core.initiatives.note(eve, noting(`r ${at}`))));
  expect(noted.map((each) => (each.ok ? each.value.number : 0)).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  await Promise.all(Array.from({ length: 6 }, (_, at) => core.projects.become(eve, 1, `become ${at}`)));
  expect(await db.prisma.project.count()).toBe(1);
});
