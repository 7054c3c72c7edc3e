import { afterAll, expect, test } from 'vitest';
import { closeSpaces } from '../../src/core/closures/usecases.ts';
import { syncResources } from '../../src/core/ledger/store.ts';
import { refusalOf } from '../../src/db/refusal.ts';
import { retrying } from '../../src/db/retry.ts';
import { openTestDatabase } from '../support/database.ts';
import { addMembers, book, hour, move, overbooked, seats } from '../support/ledger.ts';
import { smallPlace } from '../support/small-place.ts';

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const place = { ...smallPlace(), id: 'p' };
const db = await openTestDatabase({ maxConnections: 16 });
afterAll(() => db.close());

test('a closure in the middle of people who book and move: nobody is left inside it', async () => {
  await addMembers(db.prisma, 60);
  await syncResources(db, [place], now);
  const refused = (error: unknown) => {
    if (refusalOf(error) === undefined) throw error;
  };
  const claim = (n: number) => [seats('desks', hour(8 + (n % 8)), hour(9 + (n % 8)), 1)] as const;
  const people = Array.from({ length: 60 }, (_, index) => index + 1);
  const bookAndMove = async (memberId: number) => {
    const draft = { memberId, requestId: `${memberId}`, claims: claim(memberId) };
    const id = await retrying(() => book(db.prisma, draft));
    if (id !== undefined) await retrying(() => move(db.prisma, id, claim(memberId + 3)));
  };
  const booking = people.map((memberId) => bookAndMove(memberId).catch(refused));
  const closing = closeSpaces(
    db,
    place,
    { spaceKeys: ['desks'], start: hour(8), end: hour(18), reason: 'a leak' },
    { actorId: undefined, now },
  );
  await Promise.all(booking);
  expect(await closing).toMatchObject({ ok: true });
  expect(await db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(0);
  expect(await db.prisma.occupation.findMany({ where: { releasedAt: null }, select: { kind: true } })).toEqual([
    { kind: 'closure' },
  ]);
  expect(await overbooked(db.prisma)).toEqual([]);
});
