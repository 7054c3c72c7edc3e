import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeSpaces, lift } from '../../../src/core/closures/usecases.ts';
import { syncResources } from '../../../src/core/ledger/store.ts';
import { refusalOf } from '../../../src/db/refusal.ts';
import { openTestDatabase } from '../../support/database.ts';
import { addMembers, book, hour, overbooked, seats } from '../../support/ledger.ts';
import { smallPlace } from '../../support/small-place.ts';

const now = Temporal.Instant.from('2026-11-23T09:00Z');
const doing = { actorId: 1, now };
const place = { ...smallPlace(), id: 'p' };
const db = await openTestDatabase();
afterAll(() => db.close());
beforeEach(async () => {
  await db.reset();
  await addMembers(db.prisma, 5);
  await syncResources(db, [place], now);
});

const closing = (spaceKeys: readonly string[], start = hour(8), end = hour(18)) =>
  closeSpaces(db, place, { spaceKeys, start, end, reason: 'a leak' }, doing);

const bookAt = (memberId: number, key: string, start: number, end: number) =>
  book(db.prisma, { memberId, requestId: `${memberId}`, claims: [seats(key, hour(start), hour(end), 1)] });

test('a closure takes what was there, says whose it was, and leaves those before and after', async () => {
  await bookAt(1, 'desks', 6, 8);
  await bookAt(2, 'desks', 7, 9);
  await bookAt(3, 'desks', 9, 12);
  await bookAt(4, 'desks', 18, 19);
  expect(await closing(['desks'])).toEqual({
    ok: true,
    value: {
      closureId: 1,
      displaced: [
        { kind: 'booking', sourceId: 2 },
        { kind: 'booking', sourceId: 3 },
      ],
    },
  });
  const cancelled = await db.prisma.booking.findMany({ where: { cancelledAt: { not: null } }, orderBy: { id: 'asc' } });
  expect(cancelled.map(({ id, sequence }) => [id, sequence])).toEqual([
    [2, 1],
    [3, 1],
  ]);
  const actions = await db.prisma.audit.findMany({ select: { action: true, subject: true }, orderBy: { id: 'asc' } });
  expect(actions.map(({ action, subject }) => `${action}: ${subject}`)).toEqual([
    'booking.displaced: booking 2',
    'booking.displaced: booking 3',
    'closure.made: closure 1',
  ]);
  expect(await overbooked(db.prisma)).toEqual([]);
});

test('closing a space closes what is inside it, and nothing else', async () => {
  await bookAt(1, 'pantry', 9, 10);
  await bookAt(2, 'desks', 9, 10);
  expect(await closing(['lounge'])).toMatchObject({ value: { displaced: [{ kind: 'booking', sourceId: 1 }] } });
  const refused = await bookAt(3, 'kitchen', 9, 10).catch(refusalOf);
  expect(refused).toMatchObject({ code: 'full', resourceKey: 'kitchen' });
});

test('what is displaced gives back all that it held, its equipment too', async () => {
  const claims = [seats('desks', hour(9), hour(10), 1), seats('desks/computer', hour(9), hour(10), 2)] as const;
  await book(db.prisma, { memberId: 1, requestId: 'a', claims });
  await closing(['desks']);
  expect(await db.prisma.occupation.count({ where: { releasedAt: null, kind: 'booking' } })).toBe(0);
});

test('a week’s closure is written day by day, and lifted at once', async () => {
  await closing(['desks'], hour(0), hour(24 * 7));
  expect(await db.prisma.occupation.count({ where: { releasedAt: null } })).toBe(8);
  await expect(bookAt(1, 'desks', 100, 101)).rejects.toThrow('MJ001');
  expect(await lift(db, place, 1, doing)).toEqual({ told: 0 });
  expect(await lift(db, place, 1, doing)).toBe(false);
  expect(await bookAt(1, 'desks', 100, 101)).toBeTypeOf('number');
});

test('what is closed is not closed again over part of it', async () => {
  await closing(['desks']);
  expect(await closing(['desks'], hour(12), hour(30))).toEqual({
    ok: false,
    error: { code: 'closure.already_closed', closureIds: [1] },
  });
  expect(await closing(['desks'], hour(18), hour(30))).toMatchObject({ ok: true });
});
