import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { occupancy, release, syncResources } from '../../../src/core/ledger/store.ts';
import { refusalOf } from '../../../src/db/refusal.ts';
import type { Place } from '../../../src/place/model.ts';
import { openTestDatabase } from '../../support/database.ts';
import { addMembers, addResource, book, hour, move, overbooked, seats } from '../../support/ledger.ts';
import { plainPolicy, smallPlace } from '../../support/small-place.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const db = await openTestDatabase();
afterAll(() => db.close());
beforeEach(async () => {
  await db.reset();
  await addMembers(db.prisma, 20);
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      const read = refusalOf(error);
      if (read === undefined) throw error;
      return read;
    },
  );

describe('the ledger', () => {
  beforeEach(() => addResource(db.prisma, 'c', 10));

  test('refuses the seat too many, says how full it is, and writes nothing of the booking', async () => {
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('c', hour(9), hour(12), 4)] });
    await book(db.prisma, { memberId: 2, requestId: 'b', claims: [seats('c', hour(11), hour(14), 5)] });
    const late = { memberId: 3, requestId: 'c', claims: [seats('c', hour(8), hour(18), 2)] as const };
    expect(await refusal(book(db.prisma, late))).toMatchObject({
      code: 'full',
      resourceKey: 'c',
      capacity: 10,
      peak: 9,
      wanted: 2,
    });
    expect([await db.prisma.booking.count(), await db.prisma.request.count()]).toEqual([2, 2]);
    expect(await overbooked(db.prisma)).toEqual([]);
  });

  test('counts the fullest instant: nine in the morning and nine in the evening leave room for one', async () => {
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('c', hour(9), hour(12), 9)] });
    await book(db.prisma, { memberId: 2, requestId: 'b', claims: [seats('c', hour(12), hour(18), 9)] });
    const allDay = { memberId: 3, requestId: 'c', claims: [seats('c', hour(9), hour(18), 1)] as const };
    expect(await book(db.prisma, allDay)).toBe(3);
  });

  test('a direct insert over capacity is refused by the database', async () => {
    const insert = db.pool.query(
      `INSERT INTO occupation (place_id, resource_key, starts_at, ends_at, seats, whole, kind, source_id)
       VALUES ('p', 'c', '2026-11-24T09:00Z', '2026-11-24T10:00Z', 11, false, 'event', 1)`,
    );
    expect(await refusal(insert)).toMatchObject({ code: 'full', peak: 0, wanted: 11 });
  });

  test('a direct change of hours, seats, space, or a release taken back, is checked too', async () => {
    await addResource(db.prisma, 'd', 1);
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('c', hour(9), hour(10), 6)] });
    await book(db.prisma, { memberId: 2, requestId: 'b', claims: [seats('c', hour(10), hour(11), 6)] });
    await release(db.prisma, 'booking', 1, NOW);
    await book(db.prisma, { memberId: 3, requestId: 'c', claims: [seats('c', hour(9), hour(10), 6)] });
    const changes = [
      "starts_at = '2026-11-24T09:30Z' WHERE source_id = 2",
      'seats = 11 WHERE source_id = 2',
      "resource_key = 'd' WHERE source_id = 2",
      'released_at = NULL WHERE source_id = 1',
    ];
    for (const change of changes) {
      expect(await refusal(db.pool.query(`UPDATE occupation SET ${change}`))).toMatchObject({ code: 'full' });
    }
  });

  test('what is taken whole leaves no seat, and a seat taken leaves no whole', async () => {
    const whole = { ...seats('c', hour(9), hour(10), 1), whole: true };
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: [whole] });
    const one = { memberId: 2, requestId: 'b', claims: [seats('c', hour(9), hour(9.5), 1)] as const };
    expect(await refusal(book(db.prisma, one))).toMatchObject({ peak: 10, wanted: 1 });
    await book(db.prisma, { ...one, claims: [seats('c', hour(10), hour(11), 1)] });
    const later = { memberId: 3, requestId: 'c', claims: [{ ...whole, end: hour(11) }] as const };
    expect(await refusal(book(db.prisma, later))).toMatchObject({ wanted: 10 });
  });

  test('two claims of one booking on the same resource are counted together', async () => {
    const twice = [seats('c', hour(9), hour(10), 6), seats('c', hour(9.5), hour(11), 6)] as const;
    expect(await refusal(book(db.prisma, { memberId: 1, requestId: 'a', claims: twice }))).toMatchObject({ peak: 6 });
  });

  test('a booking takes all that it claims or nothing', async () => {
    await addResource(db.prisma, 'c/computer', 2);
    const claims = [seats('c', hour(9), hour(10), 1), seats('c/computer', hour(9), hour(10), 2)] as const;
    await book(db.prisma, { memberId: 1, requestId: 'a', claims });
    const second = book(db.prisma, { memberId: 2, requestId: 'b', claims });
    expect(await refusal(second)).toMatchObject({ resourceKey: 'c/computer', capacity: 2, peak: 2 });
    expect(await db.prisma.occupation.count()).toBe(2);
  });

  test('the same request again writes nothing', async () => {
    const request = { memberId: 1, requestId: 'a', claims: [seats('c', hour(9), hour(10), 1)] as const };
    expect(await book(db.prisma, request)).toBe(1);
    expect(await book(db.prisma, request)).toBeUndefined();
    expect(await db.prisma.occupation.count()).toBe(1);
  });

  test('a full room lets one of its own bookings move onto its own hours', async () => {
    const id = await book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('c', hour(9), hour(11), 6)] });
    await book(db.prisma, { memberId: 2, requestId: 'b', claims: [seats('c', hour(9), hour(11), 4)] });
    expect(await move(db.prisma, id ?? 0, [seats('c', hour(10), hour(12), 6)])).toBe(1);
    expect(await refusal(move(db.prisma, id ?? 0, [seats('c', hour(9), hour(12), 7)]))).toMatchObject({ peak: 4 });
  });

  test('an unknown resource, an empty interval, and more than 25 h are bugs, not refusals', async () => {
    const draft = { memberId: 1, requestId: 'a' };
    await expect(book(db.prisma, { ...draft, claims: [seats('x', hour(9), hour(10), 1)] })).rejects.toThrow('23503');
    await expect(book(db.prisma, { ...draft, claims: [seats('c', hour(9), hour(9), 1)] })).rejects.toThrow('23514');
    await expect(book(db.prisma, { ...draft, claims: [seats('c', hour(0), hour(25.5), 1)] })).rejects.toThrow('23514');
    expect(await db.prisma.booking.count()).toBe(0);
  });

  test('tells what touches an interval, and nothing that ends as it starts or was released', async () => {
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('c', hour(8), hour(9), 1)] });
    await book(db.prisma, { memberId: 2, requestId: 'b', claims: [seats('c', hour(0), hour(25), 2)] });
    await book(db.prisma, { memberId: 3, requestId: 'c', claims: [seats('c', hour(9.5), hour(10), 3)] });
    await book(db.prisma, { memberId: 4, requestId: 'd', claims: [seats('c', hour(24.5), hour(30), 4)] });
    expect(await release(db.prisma, 'booking', 3, NOW)).toBe(1);
    expect(await release(db.prisma, 'booking', 3, NOW)).toBe(0);
    const seen = await occupancy(db.prisma, 'p', ['c'], { start: hour(9), end: hour(24.5) });
    expect(seen.map(({ sourceId, seats: count }) => [sourceId, count])).toEqual([[2, 2]]);
    expect(seen[0]?.start.equals(hour(0))).toBe(true);
  });
});

describe('a member’s own rules', () => {
  test('one booking at a time in one space; the same hours elsewhere are another matter', async () => {
    await addResource(db.prisma, 'c', 10);
    await addResource(db.prisma, 'd', 10);
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('c', hour(9), hour(11), 1)] });
    const again = { memberId: 1, requestId: 'b', claims: [seats('c', hour(10), hour(12), 1)] as const };
    expect(await refusal(book(db.prisma, again))).toEqual({ code: 'already', bookingId: 1 });
    expect(await book(db.prisma, { ...again, claims: [seats('c', hour(11), hour(12), 1)] })).toBeTypeOf('number');
    expect(
      await book(db.prisma, { memberId: 1, requestId: 'c', claims: [seats('d', hour(9), hour(11), 1)] }),
    ).toBeTypeOf('number');
  });

  test('a cancelled booking no longer counts, and counts again when it is restored', async () => {
    await addResource(db.prisma, 'c', 10);
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('c', hour(9), hour(11), 1)] });
    await db.pool.query('UPDATE booking SET cancelled_at = now() WHERE id = 1');
    const other = await book(db.prisma, { memberId: 1, requestId: 'b', claims: [seats('c', hour(9), hour(11), 1)] });
    const restoring = db.pool.query('UPDATE booking SET cancelled_at = NULL WHERE id = 1');
    expect(await refusal(restoring)).toEqual({ code: 'already', bookingId: other });
  });

  test('the week’s quota runs from Monday to Sunday on the place’s clocks', async () => {
    await addResource(db.prisma, 'c', 10, 2);
    const night = (text: string) => {
      const start = Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant();
      return [seats('c', start, start.add({ minutes: 30 }), 1)] as const;
    };
    // Sunday evening in Paris is still Sunday; a quarter past midnight there is Monday, and Sunday evening in UTC.
    await book(db.prisma, { memberId: 1, requestId: 'a', claims: night('2026-11-23T00:15') });
    await book(db.prisma, { memberId: 1, requestId: 'b', claims: night('2026-11-29T23:30') });
    expect(
      await refusal(book(db.prisma, { memberId: 1, requestId: 'c', claims: night('2026-11-25T10:00') })),
    ).toMatchObject({ code: 'over_quota', quotaPerWeek: 2 });
    for (const [index, other] of ['2026-11-22T23:30', '2026-11-30T00:15'].entries()) {
      const draft = { memberId: 1, requestId: `d${index}`, claims: night(other) };
      expect(await book(db.prisma, draft)).toBeTypeOf('number');
    }
    expect(await book(db.prisma, { memberId: 2, requestId: 'e', claims: night('2026-11-25T10:00') })).toBeTypeOf(
      'number',
    );
  });

  test.each([
    ['2026-10-19T00:00', '2026-10-25T23:30', '2026-10-26T00:00'],
    ['2027-03-22T00:00', '2027-03-28T23:30', '2027-03-29T00:00'],
  ])('the week of a change of clock is whole: %s to %s', async (first, last, next) => {
    await addResource(db.prisma, 'c', 10, 1);
    const start = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant();
    const draft = (text: string) => ({
      memberId: 1,
      requestId: text,
      claims: [seats('c', start(text), start(text).add({ minutes: 30 }), 1)] as const,
    });
    await book(db.prisma, draft(first));
    const over = await refusal(book(db.prisma, draft(last)));
    expect(over?.code === 'over_quota' && over.monday.toString()).toBe(first.slice(0, 10));
    expect(await book(db.prisma, draft(next))).toBeTypeOf('number');
  });
});

describe('the place file', () => {
  const withDesks = (capacitySeats: number, quotaPerWeek?: number): Place => {
    const place = smallPlace();
    const spaces = place.spaces.map((space) =>
      space.key === 'desks'
        ? { ...space, use: { by: 'seat' as const, capacitySeats, policy: { ...plainPolicy, quotaPerWeek } } }
        : space,
    );
    return { ...place, id: 'p', spaces };
  };
  const desks = () => db.prisma.resource.findUniqueOrThrow({ where: { placeId_key: { placeId: 'p', key: 'desks' } } });
  const sevenAt = (start: Temporal.Instant) =>
    book(db.prisma, { memberId: 1, requestId: 'a', claims: [seats('desks', start, start.add({ hours: 2 }), 7)] });

  test('is what the ledger counts; the same file again changes nothing', async () => {
    expect(await syncResources(db, [withDesks(10, 3)], NOW)).toEqual([]);
    const before = await desks();
    expect(before).toMatchObject({ capacity: 10, quotaPerWeek: 3, timeZone: 'Europe/Paris', kind: 'space' });
    await syncResources(db, [withDesks(10, 3)], NOW);
    expect(await desks()).toEqual(before);
  });

  test('may raise a capacity, and lower it while what is booked still fits', async () => {
    await syncResources(db, [withDesks(10)], NOW);
    await sevenAt(hour(9));
    expect(await syncResources(db, [withDesks(12)], NOW)).toEqual([]);
    expect(await syncResources(db, [withDesks(7)], NOW)).toEqual([]);
    expect(await desks()).toMatchObject({ capacity: 7 });
  });

  test('may not take back a seat that was promised: the capacity is kept, and said; the rest is written', async () => {
    await syncResources(db, [withDesks(10)], NOW);
    await sevenAt(hour(9));
    expect(await syncResources(db, [withDesks(6, 4)], NOW)).toEqual([
      { placeId: 'p', resourceKey: 'desks', capacity: 10, wanted: 6, peak: 7 },
    ]);
    expect(await desks()).toMatchObject({ capacity: 10, quotaPerWeek: 4 });
  });

  test('or by hand: the database refuses a lower capacity, whoever writes it', async () => {
    await syncResources(db, [withDesks(10)], NOW);
    // Here the present is the database's own.
    await sevenAt(Temporal.Instant.from('2126-11-25T09:00Z'));
    const lowered = db.pool.query("UPDATE resource SET capacity = 6 WHERE key = 'desks'");
    expect(await refusal(lowered)).toEqual({
      code: 'below_taken',
      resourceKey: 'desks',
      capacity: 10,
      wanted: 6,
      peak: 7,
    });
  });

  test('may lower it below what was taken in the past', async () => {
    await syncResources(db, [withDesks(10)], NOW);
    await sevenAt(hour(9));
    expect(await syncResources(db, [withDesks(6)], hour(11))).toEqual([]);
  });

  test('that no longer has a space leaves no room in it, unless someone is expected there', async () => {
    const without: Place = { ...withDesks(10), spaces: withDesks(10).spaces.filter(({ key }) => key !== 'desks') };
    await syncResources(db, [withDesks(10)], NOW);
    await sevenAt(hour(9));
    expect(await syncResources(db, [without], NOW)).toMatchObject([{ resourceKey: 'desks', wanted: 0, peak: 7 }]);
    expect(await syncResources(db, [without], hour(11))).toEqual([]);
    expect(await desks()).toMatchObject({ capacity: 0 });
  });
});
