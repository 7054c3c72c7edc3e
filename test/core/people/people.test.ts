import { afterAll, beforeEach, expect, test } from 'vitest';
import { createPeople } from '../../../src/core/people/usecases.ts';
import { openTestDatabase } from '../../support/database.ts';

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const db = await openTestDatabase();
const people = createPeople({ db, clock: { now: () => now }, openings: { refresh: async () => {} } });
const lea = { placeId: 'p', platform: 'slack', workspace: 'T1', userId: 'U1', displayName: 'Léa' };

afterAll(() => db.close());
beforeEach(() => db.reset());

test('who speaks for the first time becomes a member, and stays the same one', async () => {
  const first = await people.resolve(lea);
  expect(first).toEqual({ memberId: 1, placeId: 'p', roles: new Set(['membre']) });
  expect(await people.resolve(lea)).toEqual(first);
  expect(await db.prisma.audit.findMany({ select: { action: true, subject: true, actorId: true } })).toEqual([
    { action: 'member.joined', subject: 'member 1', actorId: 1 },
  ]);
});

test('twenty first requests at once make one member', async () => {
  const actors = await Promise.all(Array.from({ length: 20 }, () => people.resolve(lea)));
  expect(new Set(actors.map(({ memberId }) => memberId)).size).toBe(1);
  expect(await db.prisma.member.count()).toBe(1);
  expect(await db.prisma.audit.count()).toBe(1);
});

test('the same number on another platform, workspace or place is someone else', async () => {
  const others = [lea, { ...lea, platform: 'discord' }, { ...lea, workspace: 'T2' }, { ...lea, placeId: 'q' }];
  const ids = await Promise.all(others.map(async (identity) => (await people.resolve(identity)).memberId));
  expect(new Set(ids).size).toBe(4);
});

test('a member’s name follows the platform on which it changed', async () => {
  const { memberId } = await people.resolve(lea);
  await people.resolve({ ...lea, displayName: 'Léa D.' });
  expect(await people.identitiesOf(memberId)).toEqual([{ ...lea, displayName: 'Léa D.' }]);
  expect(await db.prisma.member.findMany({ select: { displayName: true } })).toEqual([{ displayName: 'Léa D.' }]);
});

test('a role given twice is one role, logged once', async () => {
  const { memberId } = await people.resolve(lea);
  await people.grant(memberId, 'animation');
  await people.grant(memberId, 'animation', memberId);
  expect((await people.resolve(lea)).roles).toEqual(new Set(['membre', 'animation']));
  expect(await db.prisma.audit.count({ where: { action: 'role.granted' } })).toBe(1);
});

test('one person with two accounts has both, and their roles by either', async () => {
  const { memberId } = await people.resolve(lea);
  await people.grant(memberId, 'veilleuse');
  const onDiscord = { ...lea, platform: 'discord', workspace: 'G1', userId: '42' };
  await db.prisma.identity.create({ data: { ...onDiscord, memberId } });
  expect(await people.resolve(onDiscord)).toEqual(await people.resolve(lea));
  expect((await people.identitiesOf(memberId)).map(({ platform }) => platform)).toEqual(['discord', 'slack']);
});
