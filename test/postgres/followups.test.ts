// Follow-ups, by several at once: one file a person, and of those who act on what they saw, the first does.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../src/core/core.ts';
import type { StaffClosing } from '../../src/core/followups/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase({ maxConnections: 12 });
beforeEach(() => db.reset());
afterAll(() => db.close());

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const core = createCore({ db, places: [mijoteuse], clock: { now: () => now } });

const person = (name: string) =>
  core.people.resolve({ placeId: mijoteuse.id, platform: 'slack', workspace: 'T1', userId: name, displayName: name });

const ofStaff = async (name: string) => {
  const actor = await person(name);
  await db.pool.query(`INSERT INTO member_role (member_id, role) VALUES ($1, 'animation')`, [actor.memberId]);
  return { ...actor, roles: new Set([...actor.roles, 'animation' as const]) };
};

test('whoever asks for everything at once has one file, which says all that they asked for', async () => {
  const lea = await person('lea');
  await Promise.all([
    core.orientation.ask(lea, 'talk'),
    core.orientation.ask(lea, 'callback'),
    core.orientation.ask(lea, 'talk'),
  ]);
  const own = await core.followups.own(lea);
  expect(own?.changes.map(({ happened }) => happened.what)).toEqual(['asked', 'asked']);
  expect((await db.pool.query('SELECT 1 FROM followup')).rows).toHaveLength(1);
});

test('of eight who close a file that they all saw open, each for a reason, one does; the others are shown it', async () => {
  const lea = await person('lea');
  await core.orientation.ask(lea, 'talk');
  const own = await core.followups.own(lea);
  if (!own) throw new Error('no file was opened');
  const staff = await Promise.all(Array.from({ length: 8 }, (_, index) => ofStaff(`staff ${index}`)));
  const reasons: readonly StaffClosing[] = ['helped', 'elsewhere', 'silent', 'other'];
  await Promise.all(
    staff.map((actor, index) =>
      core.followups.act(actor, own.id, { act: 'close', because: reasons[index % 4] ?? 'other' }, own.version),
    ),
  );
  const closed = await core.followups.own(lea);
  expect(closed?.version).toBe(own.version + 1);
  expect(closed?.changes.filter(({ happened }) => happened.what === 'state')).toHaveLength(1);
});

test('of eight who take a file that they all saw free, one has it, and seven are told who', async () => {
  const lea = await person('lea');
  await core.orientation.ask(lea, 'talk');
  const own = await core.followups.own(lea);
  if (!own) throw new Error('no file was opened');
  const staff = await Promise.all(Array.from({ length: 8 }, (_, index) => ofStaff(`staff ${index}`)));
  const taken = await Promise.all(
    staff.map((actor) => core.followups.act(actor, own.id, { act: 'hand', to: actor.memberId }, own.version)),
  );
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  const follower = (await core.followups.own(lea))?.follower?.name;
  for (const each of taken)
    if (!each.ok) expect(each.error).toMatchObject({ code: 'followup.moved', file: { follower: { name: follower } } });
});

test('the same note sent twice is one note', async () => {
  const lea = await person('lea');
  await core.orientation.ask(lea, 'talk');
  const ana = await ofStaff('ana');
  const own = await core.followups.own(lea);
  if (!own) throw new Error('no file was opened');
  for (const round of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const note = { words: 'vue mardi', requestId: `request ${round}` };
    await Promise.all(Array.from({ length: 8 }, () => core.followups.note(ana, own.id, note)));
    expect((await core.followups.own(lea))?.notes).toBe(round);
  }
});
