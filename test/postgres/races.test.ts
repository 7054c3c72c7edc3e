// What one connection cannot show: many at once, on a real PostgreSQL, at every isolation level.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createPeople } from '../../src/core/people/usecases.ts';
import { refusalOf, serverError } from '../../src/db/refusal.ts';
import { retrying } from '../../src/db/retry.ts';
import { openTestDatabase } from '../support/database.ts';
import { addMembers, addResource, book, hour, overbooked, seats } from '../support/ledger.ts';

const AT_ONCE = 18;
const db = await openTestDatabase({ maxConnections: AT_ONCE });
afterAll(() => db.close());
beforeEach(async () => {
  await db.reset();
  await addMembers(db.prisma, 60);
  await addResource(db.prisma, 'c', 10);
});

const everyone = Array.from({ length: AT_ONCE }, (_, index) => index + 1);
const lastSeat = (memberId: number) => ({
  memberId,
  requestId: `last-${memberId}`,
  claims: [seats('c', hour(9), hour(10), 1)] as const,
});

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'booked',
    (error: unknown) => refusalOf(error)?.code ?? serverError(error)?.code ?? String(error),
  );

const tally = (outcomes: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const one of outcomes) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

describe.each(['ReadCommitted', 'RepeatableRead', 'Serializable'] as const)('at %s', (isolationLevel) => {
  const bookIn = (memberId: number, resourceKey = 'c') =>
    db.prisma.$transaction(
      async (tx) => {
        // The snapshot is taken here, before the others have written.
        await tx.$queryRaw`SELECT count(*) FROM occupation`;
        const claims = [seats(resourceKey, hour(9), hour(10), 1)] as const;
        return book(tx, { memberId, requestId: `r-${memberId}`, claims });
      },
      { isolationLevel },
    );

  test('eighteen people at once for the last seat: one gets it', async () => {
    await book(db.prisma, { memberId: 60, requestId: 'nine', claims: [seats('c', hour(9), hour(10), 9)] });
    const outcomes = tally(await Promise.all(everyone.map((memberId) => outcome(bookIn(memberId)))));
    expect(outcomes.booked).toBe(1);
    expect((outcomes.full ?? 0) + (outcomes['40001'] ?? 0)).toBe(AT_ONCE - 1);
    expect(await overbooked(db.prisma)).toEqual([]);
  });

  test('eighteen at once for ten seats, each tried again after a conflict: ten get one, eight are told that it is full', async () => {
    const again = (memberId: number) => outcome(retrying(() => bookIn(memberId)));
    const outcomes = tally(await Promise.all(everyone.map(again)));
    // At the stricter levels a few may meet six conflicts in a row: never more winners than seats.
    expect(outcomes.booked).toBeLessThanOrEqual(10);
    if (isolationLevel === 'ReadCommitted') expect(outcomes).toEqual({ booked: 10, full: 8 });
    expect(await overbooked(db.prisma)).toEqual([]);
  });
});

describe('in one statement', () => {
  test('two hundred for the last seat over eighteen connections: one gets it, nobody waits for ever', async () => {
    await addMembers(db.prisma, 200);
    await book(db.prisma, { memberId: 260, requestId: 'nine', claims: [seats('c', hour(9), hour(10), 9)] });
    const people = Array.from({ length: 200 }, (_, index) => index + 1);
    const outcomes = await Promise.all(people.map((memberId) => outcome(book(db.prisma, lastSeat(memberId)))));
    expect(tally(outcomes)).toEqual({ booked: 1, full: 199 });
    expect(await db.prisma.booking.count()).toBe(2);
  });

  test('the same request eighteen times at once is written once', async () => {
    const ids = await Promise.all(everyone.map(() => book(db.prisma, lastSeat(1))));
    expect(ids.filter((id) => id !== undefined)).toHaveLength(1);
    expect(await db.prisma.occupation.count()).toBe(1);
  });

  test('one person asking from eighteen places at once for the same hours has one booking', async () => {
    const outcomes = everyone.map((n) => outcome(book(db.prisma, { ...lastSeat(1), requestId: `tab-${n}` })));
    expect(tally(await Promise.all(outcomes))).toEqual({ booked: 1, already: AT_ONCE - 1 });
  });

  test('one person’s week holds, however many ask at once', async () => {
    await db.pool.query('UPDATE resource SET quota_per_week = 3');
    const outcomes = everyone.map((n) =>
      outcome(book(db.prisma, { memberId: 1, requestId: `q-${n}`, claims: [seats('c', hour(n), hour(n + 0.5), 1)] })),
    );
    // Tuesday from 1:00 UTC on: all in one week, none overlapping.
    expect(tally(await Promise.all(outcomes))).toEqual({ booked: 3, over_quota: AT_ONCE - 3 });
  });

  test('rooms asked for in opposite orders are locked in the same one: no deadlock', async () => {
    for (const key of ['a', 'b']) await addResource(db.prisma, key, 1000);
    const claims = [seats('a', hour(9), hour(10), 1), seats('b', hour(9), hour(10), 1)] as const;
    const [first, second] = claims;
    const people = Array.from({ length: 60 }, (_, index) => index + 1);
    const outcomes = people.map((memberId) =>
      outcome(
        book(db.prisma, {
          memberId,
          requestId: `d-${memberId}`,
          spaceKey: 'a',
          claims: memberId % 2 === 0 ? [first, second] : [second, first],
        }),
      ),
    );
    expect(tally(await Promise.all(outcomes))).toEqual({ booked: 60 });
  });
});

test('a capacity lowered while people book never ends below what they have', async () => {
  const lowering = Promise.all(
    [9, 8, 7, 6, 5].map((capacity) => outcome(db.pool.query('UPDATE resource SET capacity = $1', [capacity]))),
  );
  const farOff = { start: Temporal.Instant.from('2126-11-25T09:00Z'), end: Temporal.Instant.from('2126-11-25T10:00Z') };
  const booking = everyone.map((memberId) =>
    outcome(
      book(db.prisma, { memberId, requestId: `l-${memberId}`, claims: [seats('c', farOff.start, farOff.end, 1)] }),
    ),
  );
  const booked = tally(await Promise.all(booking)).booked ?? 0;
  await lowering;
  const { capacity } = await db.prisma.resource.findFirstOrThrow({ where: { key: 'c' } });
  expect(booked).toBeLessThanOrEqual(capacity);
  expect(await overbooked(db.prisma)).toEqual([]);
});

test('first requests of one person at once, over many connections, make one member', async () => {
  const people = createPeople({ db, clock: { now: () => hour(9) }, openings: { refresh: async () => {} } });
  const identity = { placeId: 'p', platform: 'slack', workspace: 'T', userId: 'U', displayName: 'Léa' };
  const actors = await Promise.all(everyone.map(() => people.resolve(identity)));
  expect(new Set(actors.map(({ memberId }) => memberId)).size).toBe(1);
  expect(await db.prisma.member.count()).toBe(61);
});
