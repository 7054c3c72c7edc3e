// Referrals, by several at once: one open one a person and partner, one end of each, and one notice of those refused by all.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../src/core/core.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase({ maxConnections: 12 });
beforeEach(() => db.reset());
afterAll(() => db.close());

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const core = createCore({ db, places: [mijoteuse], clock: { now: () => now } });

const person = (name: string) =>
  core.people.resolve({ placeId: mijoteuse.id, platform: 'slack', workspace: 'T1', userId: name, displayName: name });

const named = async (name: string, role: 'animation' | 'partenaire', partnerKey?: string): Promise<Actor> => {
  const actor = await person(name);
  await db.pool.query('INSERT INTO member_role (member_id, role) VALUES ($1, $2)', [actor.memberId, role]);
  if (partnerKey !== undefined)
    await db.pool.query(
      `INSERT INTO partner_member (place_id, partner_key, member_id, named_at) VALUES ($1, $2, $3, $4)`,
      [mijoteuse.id, partnerKey, actor.memberId, now.toString()],
    );
  return { ...actor, roles: new Set([...actor.roles, role]) };
};

const proposed = async (actor: Actor, partnerKey: string): Promise<number> => {
  const proposal = await core.referrals.propose(actor, partnerKey, { withAnswers: false });
  if (!proposal.ok) throw new Error(proposal.error.code);
  return proposal.value.id;
};

const told = async (kind: string): Promise<number> => db.prisma.delivery.count({ where: { kind } });

test('« J’accepte » pressed six times at once sends it once', async () => {
  await named('karim', 'partenaire', 'bge');
  const lea = await person('lea');
  const id = await proposed(lea, 'bge');
  await Promise.all(Array.from({ length: 6 }, () => core.referrals.agree(lea, id)));
  expect(await db.prisma.referral.count()).toBe(1);
  expect(await told('referral.sent')).toBe(1);
});

test('of two who answer and the person who stops, at once, one ends it, and the others learn how', async () => {
  const [karim, noe] = [await named('karim', 'partenaire', 'bge'), await named('noe', 'partenaire', 'bge')];
  const lea = await person('lea');
  await core.referrals.agree(lea, await proposed(lea, 'bge'));
  const [first] = await core.referrals.mine(lea);
  const id = first?.id ?? 0;
  await Promise.all([
    core.referrals.answer(karim, id, 'helped'),
    core.referrals.answer(noe, id, 'declined', 'trop loin'),
    core.referrals.stop(lea, id),
  ]);
  const [{ state, shared, withdrawnAt } = { state: '', shared: undefined, withdrawnAt: null }] =
    await db.prisma.referral.findMany();
  expect(['helped', 'declined', 'stopped']).toContain(state);
  expect(withdrawnAt).not.toBeNull();
  expect(shared).toEqual({});
});

test('two partners who decline at once: the staff hears once that somebody is left without an answer', async () => {
  await named('ana', 'animation');
  const [karim, noe] = [await named('karim', 'partenaire', 'bge'), await named('noe', 'partenaire', 'urscop')];
  const lea = await person('lea');
  for (const key of ['bge', 'urscop']) await core.referrals.agree(lea, await proposed(lea, key));
  const mine = await core.referrals.mine(lea);
  const idOf = (key: string): number => mine.find(({ partnerKey }) => partnerKey === key)?.id ?? 0;
  await Promise.all([
    core.referrals.answer(karim, idOf('bge'), 'declined', 'trop loin'),
    core.referrals.answer(noe, idOf('urscop'), 'declined', 'complet'),
  ]);
  expect(await told('referral.refused_by_all')).toBe(1);
});
