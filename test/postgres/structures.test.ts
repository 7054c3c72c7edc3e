// The members of one structure at once, on a real PostgreSQL, at every isolation level.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { placeMember, writeQuota } from '../../src/core/structures/store.ts';
import { refusalOf, serverError } from '../../src/db/refusal.ts';
import { retrying } from '../../src/db/retry.ts';
import { openTestDatabase } from '../support/database.ts';
import { addMembers, addResource, book, hour, move, seats } from '../support/ledger.ts';

const AT_ONCE = 18;
const QUOTA = 5;
const db = await openTestDatabase({ maxConnections: AT_ONCE });
afterAll(() => db.close());

const WEEK_MS = 7 * 24 * 3_600_000;
const doing = { placeId: 'p', by: 60, at: hour(0) };
const everyone = Array.from({ length: AT_ONCE }, (_, index) => index + 1);

/** Members 1 to 18 are of structure 1, 19 to 36 of structure 2. */
beforeEach(async () => {
  await db.reset();
  await addMembers(db.prisma, 60);
  for (const key of ['c', 'd']) await addResource(db.prisma, key, 1_000);
  await db.pool.query('UPDATE resource SET structure_quota_per_week = $1', [QUOTA]);
  await db.pool.query(
    "INSERT INTO structure (place_id, name, name_key, created_at) VALUES ('p', 'A', 'a', now()), ('p', 'B', 'b', now())",
  );
  await db.pool.query('UPDATE member SET structure_id = 1 + (id - 1) / 18 WHERE id <= 36');
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

const inWeek = (week: number, at: number): Temporal.Instant => hour(at).add({ milliseconds: week * WEEK_MS });

const draft = (memberId: number, requestId: string, week = 0, at = 9, key = 'c') => ({
  memberId,
  requestId,
  claims: [seats(key, inWeek(week, at), inWeek(week, at + 0.5), 1)] as const,
});

/** Structures that have more in some week than they may. */
const beyond = () =>
  db.prisma.$queryRaw<unknown[]>`
    SELECT structure_id, space_key, count(*)::integer FROM booking
    WHERE cancelled_at IS NULL AND structure_id IS NOT NULL
    GROUP BY structure_id, place_id, space_key, date_trunc('week', starts_at AT TIME ZONE 'Europe/Paris')
    HAVING count(*) > structure_quota_in(structure_id, place_id, space_key)`;

describe.each(['ReadCommitted', 'RepeatableRead', 'Serializable'] as const)('at %s', (isolationLevel) => {
  /** A row of bookings and nothing of the ledger, which has locks of its own: what holds here is the structure's. */
  const bookIn = (memberId: number) =>
    db.prisma.$transaction(
      async (tx) => {
        // The snapshot is taken here, before the others have written.
        await tx.$queryRaw`SELECT count(*) FROM booking`;
        await tx.$executeRaw`
          INSERT INTO booking (place_id, member_id, space_key, starts_at, ends_at, people, whole, request_id, created_at)
          VALUES ('p', ${memberId}, 'c', ${hour(9).toString()}::timestamptz, ${hour(10).toString()}::timestamptz, 1, false,
            ${`r-${memberId}`}, now())`;
      },
      { isolationLevel },
    );

  test('eighteen members at once, five bookings for all: never a sixth', async () => {
    const outcomes = tally(await Promise.all(everyone.map((memberId) => outcome(bookIn(memberId)))));
    expect(outcomes.booked).toBeGreaterThanOrEqual(1);
    expect(outcomes.booked).toBeLessThanOrEqual(QUOTA);
    if (isolationLevel === 'ReadCommitted')
      expect(outcomes).toEqual({ booked: QUOTA, over_structure_quota: AT_ONCE - QUOTA });
    expect(await beyond()).toEqual([]);
  });

  test('tried again after a conflict, as the core does, they have what they may and no more', async () => {
    const outcomes = tally(await Promise.all(everyone.map((memberId) => outcome(retrying(() => bookIn(memberId))))));
    // At the stricter levels a few may meet six conflicts in a row.
    expect(outcomes.booked).toBeLessThanOrEqual(QUOTA);
    expect(await beyond()).toEqual([]);
  });
});

test('two structures do not count for one another, and who is of none counts for nobody', async () => {
  const people = Array.from({ length: 54 }, (_, index) => index + 1);
  const outcomes = await Promise.all(
    people.map((memberId) => outcome(book(db.prisma, draft(memberId, `s-${memberId}`)))),
  );
  expect(tally(outcomes)).toEqual({ booked: 2 * QUOTA + 18, over_structure_quota: 2 * (AT_ONCE - QUOTA) });
});

test('a storm of bookings, moves from week to week, cancellations and returns, in two spaces: never one too many, never stuck', async () => {
  const outcomes = await Promise.all(
    everyone.flatMap((memberId) =>
      [0, 1].map(async (week) => {
        const key = memberId % 2 === 0 ? 'c' : 'd';
        const id = await retrying(() => book(db.prisma, draft(memberId, `w-${memberId}-${week}`, week, 9, key))).catch(
          (error: unknown) => {
            if (refusalOf(error)?.code !== 'over_structure_quota') throw error;
            return undefined;
          },
        );
        if (id === undefined) return ['over_structure_quota'];
        const to = inWeek(1 - week, 14);
        const claims = [seats(key, to, to.add({ minutes: 30 }), 1)] as const;
        const cancelled = (at: string | null) =>
          db.pool.query('UPDATE booking SET cancelled_at = $2 WHERE id = $1', [id, at]);
        return [
          await outcome(retrying(() => move(db.prisma, id, claims))),
          await outcome(retrying(() => cancelled('2026-11-24T08:00Z'))),
          await outcome(retrying(() => cancelled(null))),
        ];
      }),
    ),
  );
  expect(Object.keys(tally(outcomes.flat())).sort()).toEqual(['booked', 'over_structure_quota']);
  expect(await beyond()).toEqual([]);
});

test('a quota lowered while members book: no booking comes after it that it forbids', async () => {
  const lowering = retrying(() => writeQuota(db, doing, { id: 1, spaceKey: 'c', quota: 2 }));
  const outcomes = everyone.map((memberId) => outcome(book(db.prisma, draft(memberId, `l-${memberId}`))));
  const booked = tally(await Promise.all(outcomes)).booked ?? 0;
  await lowering;
  expect(booked).toBeGreaterThanOrEqual(2);
  expect(booked).toBeLessThanOrEqual(QUOTA);
  expect(await outcome(book(db.prisma, draft(1, 'after', 0, 11)))).toBe('over_structure_quota');
});

test('members who come and go while they book: every booking to come is of the structure that its person is of', async () => {
  await db.pool.query('UPDATE resource SET structure_quota_per_week = NULL');
  await Promise.all(
    everyone.flatMap((memberId) => [
      retrying(() => book(db.prisma, draft(memberId, `a-${memberId}`, 0, 9))),
      retrying(() => placeMember(db, doing, memberId, memberId % 3 === 0 ? undefined : 2)),
      retrying(() => book(db.prisma, draft(memberId, `b-${memberId}`, 1, 9))),
    ]),
  );
  const astray = await db.prisma.$queryRaw<unknown[]>`
    SELECT booking.id FROM booking JOIN member ON member.id = member_id
    WHERE booking.structure_id IS DISTINCT FROM member.structure_id`;
  expect(astray).toEqual([]);
  expect(await db.prisma.booking.count()).toBe(2 * AT_ONCE);
});
