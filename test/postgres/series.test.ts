// Series and single bookings at once, on a real PostgreSQL, over sixteen connections.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SeriesRequest } from '../../src/core/series/model.ts';
import { asks, codeOf, type Desk, openDesk, withPolicy } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { overbooked } from '../support/ledger.ts';

const WEEKS = 6;
const place = withPolicy(mijoteuse, 'coworking', { quotaPerWeek: undefined });
const ask = asks(place);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(place, { maxConnections: 16 });
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const tuesday = (week: number): string => Temporal.PlainDate.from('2026-11-24').add({ weeks: week }).toString();

const weekly = (from: string, to: string, people: number): SeriesRequest => ({
  spaceKey: 'coworking',
  people,
  equipment: [],
  purpose: undefined,
  occurrences: Array.from({ length: WEEKS }, (_, week) => {
    const { start, end } = ask('coworking', tuesday(week), from, to);
    return { start, end, bareDay: false };
  }),
});

/** Bookings that stand hold what they say, those that are cancelled hold nothing. */
const unfaithful = () =>
  desk.db.prisma.$queryRaw<unknown[]>`
    SELECT booking.id, held.* FROM booking LEFT JOIN LATERAL (
      SELECT count(*) AS rows, min(starts_at) AS held_from, max(ends_at) AS held_to, max(seats) AS seats FROM occupation
      WHERE kind = 'booking' AND source_id = booking.id AND released_at IS NULL
    ) AS held ON true
    WHERE CASE WHEN cancelled_at IS NULL
      THEN held.rows <> 1 OR held_from <> booking.starts_at OR held_to <> booking.ends_at OR held.seats <> people
      ELSE held.rows <> 0 END`;

const series = () => desk.core.series;

test('thirty series of four seats where two fit: each week has two, and each person knows what they got', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, async (_, index) =>
      series().book(await desk.person(`person ${index}`), weekly('9:00', '12:00', 4), `series ${index}`),
    ),
  );
  const booked = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.bookings : []));
  const lost = outcomes.flatMap((outcome) =>
    outcome.ok ? outcome.value.impossible : outcome.error.code === 'series.none' ? outcome.error.impossible : [],
  );
  expect(booked).toHaveLength(2 * WEEKS);
  expect(lost).toHaveLength(28 * WEEKS);
  expect(new Set(lost.map(({ failure }) => failure.code))).toEqual(new Set(['booking.full']));
  expect(await overbooked(desk.db.prisma)).toEqual([]);
  expect(await unfaithful()).toEqual([]);
});

test('a storm of series, bookings, moves, cancellations and returns never overbooks, and never breaks', async () => {
  const hours = ['9:00', '10:00', '11:00', '14:00'];
  await Promise.all(
    Array.from({ length: 24 }, async (_, index) => {
      const person = await desk.person(`person ${index % 16}`);
      const from = hours[index % hours.length] ?? '9:00';
      const to = `${Number.parseInt(from, 10) + 2}:00`;
      const mine = await series().book(person, weekly(from, to, (index % 4) + 1), `series ${index}`);
      const single = ask('coworking', tuesday(index % WEEKS), from, to, { people: (index % 3) + 1 });
      const alone = codeOf(await desk.core.booking.book(person, single, `single ${index}`));
      expect(['ok', 'booking.full', 'booking.already']).toContain(alone);
      const [first, second] = mine.ok ? mine.value.bookings : [];
      if (!first || !second) return;
      const start = Temporal.PlainTime.from(hours[(index + 1) % hours.length]?.padStart(5, '0') ?? '09:00');
      // Half of them to other hours, half to Thursday.
      const later =
        index % 2 === 0 ? { weekday: undefined, hours: { start, end: undefined } } : { weekday: 4, hours: undefined };
      await Promise.all([
        series().move(person, second.id, { is: 'following' }, later, `move ${index}`),
        desk.core.booking.cancel(person, first.id, `one ${index}`),
        series().cancel(person, second.id, { is: 'all' }, `all ${index}`),
      ]);
      await series().restore(person, second.id, `back ${index}`);
    }),
  );
  expect(await overbooked(desk.db.prisma)).toEqual([]);
  expect(await unfaithful()).toEqual([]);
});

test('the same series asked ten times at once is booked once, and told the same', async () => {
  const lea = await desk.person('lea');
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => series().book(lea, weekly('9:00', '12:00', 2), 'same')),
  );
  const told = outcomes.map((outcome) => (outcome.ok ? outcome.value.bookings.map(({ id }) => id) : []));
  expect(new Set(told.map(String)).size).toBe(1);
  expect(told[0]).toHaveLength(WEEKS);
  expect(await desk.core.booking.toCome(lea)).toHaveLength(WEEKS);
});
