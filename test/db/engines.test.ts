// What both engines owe, whichever runs: the same types, the same errors, the same isolation levels.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/db/instant.ts';
import { refusalOf, serverError } from '../../src/db/refusal.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const NINE = new Date('2026-11-24T09:00:00Z');
const TEN = new Date('2026-11-24T10:00:00Z');

const occupation = (seats: number) => ({
  placeId: 'p',
  resourceKey: 'c',
  startsAt: NINE,
  endsAt: TEN,
  seats,
  whole: false,
  kind: 'event',
  sourceId: 1,
});

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

beforeEach(async () => {
  await db.reset();
  await db.prisma.resource.create({
    data: { placeId: 'p', key: 'c', kind: 'space', capacity: 10, timeZone: 'Europe/Paris' },
  });
});

describe('types', () => {
  test('integers, big integers, booleans, JSON, arrays and nulls come back as they went', async () => {
    const [row] = await db.prisma.$queryRaw<unknown[]>`
      SELECT 1::integer AS i, 9007199254740993::bigint AS b, true AS t, ${JSON.stringify({ à: ['«', 2] })}::jsonb AS j,
        array['a', 'b']::text[] AS a, null::text AS n`;
    expect(row).toEqual({ i: 1, b: 9007199254740993n, t: true, j: { à: ['«', 2] }, a: ['a', 'b'], n: null });
  });

  test('an instant comes back the same, whatever offset it was written with', async () => {
    const [row] = await db.prisma.$queryRaw<{ at: Date }[]>`SELECT ${'2026-11-24T09:00:00+01:00'}::timestamptz AS at`;
    expect(row && instantOf(row.at).toString()).toBe('2026-11-24T08:00:00Z');
    const { id } = await db.prisma.occupation.create({ data: occupation(1) });
    expect(await db.prisma.occupation.findUnique({ where: { id } })).toMatchObject({ startsAt: NINE, endsAt: TEN });
  });

  test('text is kept to the letter: emoji, right-to-left marks, quotes, backslashes', async () => {
    const typed = `l’« été » 🪑 \u202Eabc'; DROP TABLE booking; -- \\ "`;
    const [row] = await db.prisma.$queryRaw<{ said: string }[]>`SELECT ${typed}::text AS said`;
    expect(row?.said).toBe(typed);
  });
});

describe('errors', () => {
  test('a refusal of ours is read from a model call, from raw SQL and from the bare driver', async () => {
    const full = { code: 'full', resourceKey: 'c', capacity: 10, peak: 6, wanted: 5 };
    await db.prisma.occupation.create({ data: occupation(6) });
    const insert =
      "INSERT INTO occupation (place_id, resource_key, starts_at, ends_at, seats, whole, kind, source_id) VALUES ('p', 'c', '2026-11-24T09:00Z', '2026-11-24T10:00Z', 5, false, 'event', 1)";
    const errors = [
      await errorOf(db.prisma.occupation.create({ data: occupation(5) })),
      await errorOf(db.prisma.$executeRawUnsafe(insert)),
      await errorOf(db.pool.query(insert)),
    ];
    for (const error of errors) expect(refusalOf(error)).toMatchObject(full);
    const [refusal] = errors.map(refusalOf);
    expect(refusal?.code === 'full' && refusal.start.toString()).toBe('2026-11-24T09:00:00Z');
  });

  test('what is not a refusal of ours is not taken for one', async () => {
    const errors = [
      new Error('full'),
      await errorOf(db.prisma.$executeRaw`SELECT 1 / 0`),
      await errorOf(db.prisma.occupation.create({ data: occupation(0) })),
      await errorOf(db.pool.query('SELEC')),
    ];
    expect(errors.map(refusalOf)).toEqual([undefined, undefined, undefined, undefined]);
    expect(errors.map((error) => serverError(error)?.code)).toEqual([undefined, '22012', '23514', '42601']);
  });

  test('a refused statement leaves its connection in the pool', async () => {
    await db.pool.query('SELECT 1');
    const before = db.pool.totalCount;
    for (let time = 0; time < 3; time += 1) await errorOf(db.pool.query('SELECT 1 / 0'));
    expect(db.pool.totalCount).toBe(before);
    expect(db.pool.waitingCount).toBe(0);
  });
});

describe('transactions', () => {
  test('what is thrown inside takes everything back', async () => {
    const work = db.prisma.$transaction(async (tx) => {
      await tx.occupation.create({ data: occupation(1) });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await db.prisma.occupation.count()).toBe(0);
  });

  test('after a caught error, nothing more is done in the same transaction', async () => {
    const work = db.prisma.$transaction(async (tx) => {
      await errorOf(tx.$executeRaw`SELECT 1 / 0`);
      await tx.occupation.create({ data: occupation(1) });
    });
    expect(serverError(await errorOf(work))?.code).toBe('25P02');
    expect(await db.prisma.occupation.count()).toBe(0);
  });

  test.each([
    ['ReadCommitted', 'read committed'],
    ['RepeatableRead', 'repeatable read'],
    ['Serializable', 'serializable'],
  ] as const)('the isolation level asked for is the one that holds: %s', async (isolationLevel, name) => {
    const level = await db.prisma.$transaction(
      (tx) => tx.$queryRaw<{ transaction_isolation: string }[]>`SHOW transaction_isolation`,
      { isolationLevel },
    );
    expect(level).toEqual([{ transaction_isolation: name }]);
  });

  test('a hundred requests at once are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => db.prisma.$queryRaw<{ n: number }[]>`SELECT ${index}::integer AS n`),
    );
    expect(answers.flat().map(({ n }) => n)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });
});
