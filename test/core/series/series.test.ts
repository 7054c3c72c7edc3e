import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { SeriesRequest } from '../../../src/core/series/model.ts';
import { atTimes, isSameTime } from '../../../src/core/series/rules.ts';
import { bookingsCalendar } from '../../../src/messages/calendar.fr.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { asks, bookingOf, openDesk, withPolicy } from '../booking/desk.ts';

const place = withPolicy(mijoteuse, 'coworking', { quotaPerWeek: 2, horizonDays: 900 });
const desk = await openDesk(place);
const ask = asks(place);
beforeEach(() => desk.reset());
afterAll(() => desk[Symbol.asyncDispose]());

const { series } = desk.core;

/** The same hours on several days. */
const occurrences = (
  dates: readonly string[],
  from = '9:00',
  to = '12:30',
  rest: Partial<SeriesRequest> = {},
): SeriesRequest => ({
  spaceKey: 'coworking',
  people: 1,
  equipment: [],
  purpose: undefined,
  ...rest,
  occurrences: dates.map((date) => {
    const { start, end } = ask('coworking', date, from, to);
    return { start, end, bareDay: false };
  }),
});

const weekly = (first: string, times: number, ...rest: [from?: string, to?: string, rest?: Partial<SeriesRequest>]) =>
  occurrences(
    Array.from({ length: times }, (_, week) => Temporal.PlainDate.from(first).add({ weeks: week }).toString()),
    ...rest,
  );

const value = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T => {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.value;
};

const days = (stays: readonly { readonly start: Temporal.ZonedDateTime }[]) =>
  stays.map(({ start }) => start.toPlainDate().toString());
const clocks = (stays: readonly { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }[]) => [
  ...new Set(stays.map(({ start, end }) => `${start.toPlainTime()}-${end.toPlainTime()}`)),
];

describe('what could be had is said before anything is written', () => {
  test('each occurrence is judged alone: closed, full, past, over the week’s quota', async () => {
    const lea = await desk.person('lea');
    const crowd = ask('coworking', '2026-12-08', '9:00', '10:00', { people: 10 });
    bookingOf(await desk.core.booking.book(await desk.person('crowd'), crowd, 'crowd'));
    await desk.core.booking.book(lea, ask('coworking', '2026-12-14', '9:00', '10:00'), 'a');
    await desk.core.booking.book(lea, ask('coworking', '2026-12-15', '14:00', '15:00'), 'b');
    const request = occurrences(['2026-11-17', '2026-11-24', '2026-12-08', '2026-12-15', '2026-12-25', '2027-01-05']);

    const { possible, impossible } = value(await series.check(lea, request));
    expect(days(possible)).toEqual(['2026-11-24', '2027-01-05']);
    expect(impossible.map(({ stay, failure }) => [stay.start.toPlainDate().toString(), failure.code])).toEqual([
      ['2026-11-17', 'booking.past'],
      ['2026-12-08', 'booking.full'],
      ['2026-12-15', 'booking.over_quota'],
      ['2026-12-25', 'booking.closed'],
    ]);
    expect(await desk.core.booking.toCome(lea)).toHaveLength(2);
  });

  test('occurrences count for one another: the third of a week is over a quota of two, and two at once are one too many', async () => {
    const lea = await desk.person('lea');
    const inOneWeek = occurrences(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-07']);
    expect(days(value(await series.check(lea, inOneWeek)).possible)).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-07',
    ]);
    const twice = occurrences(['2026-12-07', '2026-12-07']);
    expect(value(await series.check(lea, twice)).impossible.map(({ failure }) => failure.code)).toEqual([
      'booking.already',
    ]);
  });

  test('sixty at most', async () => {
    const lea = await desk.person('lea');
    expect((await series.check(lea, weekly('2026-11-24', 60))).ok).toBe(true);
    expect(await series.book(lea, weekly('2026-11-24', 61), 'r')).toEqual({
      ok: false,
      error: { code: 'series.too_many', count: 61, most: 60 },
    });
  });

  test('equipment is counted for each', async () => {
    const [lea, ana] = [await desk.person('lea'), await desk.person('ana')];
    const both = { equipment: [{ key: 'ordinateur', count: 2 }] };
    await desk.core.booking.book(ana, ask('coworking', '2026-12-01', '9:00', '10:00', both), 'a');
    const { impossible } = value(await series.check(lea, weekly('2026-11-24', 3, '9:00', '12:00', both)));
    expect(impossible.map(({ failure }) => failure.code)).toEqual(['booking.equipment_taken']);
  });
});

describe('a series that is booked', () => {
  test('is all of what is possible, with one number each, and the same request writes it once', async () => {
    const lea = await desk.person('lea');
    const request = weekly('2026-11-24', 6, '9:00', '12:30', {
      people: 2,
      equipment: [{ key: 'ordinateur', count: 1 }],
      purpose: 'chorale',
    });
    const first = value(await series.book(lea, request, 'same'));
    expect(days(first.bookings)).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
      '2026-12-22',
      '2026-12-29',
    ]);
    expect(first.bookings[0]).toMatchObject({
      people: 2,
      equipment: [{ key: 'ordinateur', count: 1 }],
      purpose: 'chorale',
    });
    expect(new Set(first.bookings.map(({ id }) => id)).size).toBe(6);
    expect(new Set(first.bookings.map(({ seriesId }) => seriesId)).size).toBe(1);
    const again = value(await series.book(lea, request, 'same'));
    expect(again.bookings).toEqual(first.bookings);
    expect(await desk.core.booking.toCome(lea)).toHaveLength(6);
    const { rows } = await desk.db.pool.query(
      "SELECT count(*)::int AS n, sum(seats)::int AS seats FROM occupation WHERE resource_key = 'coworking' AND released_at IS NULL",
    );
    expect(rows).toEqual([{ n: 6, seats: 12 }]);
  });

  test('what was lost between the card and the press is told, and the rest is booked', async () => {
    const lea = await desk.person('lea');
    const request = weekly('2026-11-24', 3);
    expect(value(await series.check(lea, request)).possible).toHaveLength(3);
    const rival = ask('coworking', '2026-12-01', '9:00', '10:00', { people: 10 });
    await desk.core.booking.book(await desk.person('rival'), rival, 'rival');
    const { bookings, impossible } = value(await series.book(lea, request, 'r'));
    expect(days(bookings)).toEqual(['2026-11-24', '2026-12-08']);
    expect(impossible).toMatchObject([{ failure: { code: 'booking.full', peakSeats: 10 } }]);
  });

  test('when nothing is left of it nothing is written, and it can be asked again', async () => {
    const lea = await desk.person('lea');
    const request = occurrences(['2026-12-25', '2027-01-01']);
    const refused = await series.book(lea, request, 'same');
    expect(refused).toMatchObject({ ok: false, error: { code: 'series.none' } });
    const { rows } = await desk.db.pool.query(
      'SELECT (SELECT count(*) FROM series)::int AS s, (SELECT count(*) FROM request)::int AS r',
    );
    expect(rows).toEqual([{ s: 0, r: 0 }]);
  });

  test('of a space taken whole, with its buffers and the spaces inside it', async () => {
    const lea = await desk.person('lea');
    const request = weekly('2026-11-26', 3, '14:00', '16:00', { spaceKey: 'expression' });
    expect(value(await series.book(lea, request, 'r')).bookings).toHaveLength(3);
    const other = await desk.core.booking.book(
      await desk.person('ana'),
      ask('expression', '2026-12-03', '15:00', '17:00'),
      'b',
    );
    expect(other).toMatchObject({ ok: false, error: { code: 'booking.taken' } });
  });
});

describe('the hours of a series are those of the place’s clocks', () => {
  test.each([
    ['in October, when an hour comes twice', '2026-10-05T10:00', '2026-10-06', 6],
    ['in March, when an hour is skipped', '2027-03-01T10:00', '2027-03-02', 6],
    ['over the turn of the year', '2026-12-14T10:00', '2026-12-15', 6],
  ])('%s', async (_, at, first, times) => {
    desk.at(at);
    const lea = await desk.person('lea');
    const { bookings } = value(await series.book(lea, weekly(first, times), 'r'));
    expect(clocks(bookings)).toEqual(['09:00:00-12:30:00']);
    const read = value(await series.occurrences(lea, bookings[0]?.id ?? 0));
    expect(clocks(read)).toEqual(['09:00:00-12:30:00']);
  });

  test('a leap day is a day like another: Tuesday 29 February 2028', async () => {
    desk.at('2028-02-01T10:00');
    const lea = await desk.person('lea');
    const { bookings } = value(await series.book(lea, weekly('2028-02-15', 4), 'r'));
    expect(days(bookings)).toEqual(['2028-02-15', '2028-02-22', '2028-02-29', '2028-03-07']);
  });

  test('a holiday week loses its holiday, by name', async () => {
    desk.at('2027-05-03T10:00');
    const lea = await desk.person('lea');
    const { bookings, impossible } = value(await series.book(lea, weekly('2027-05-06', 3), 'r'));
    expect(days(bookings)).toEqual(['2027-05-13', '2027-05-20']);
    expect(impossible).toMatchObject([{ failure: { code: 'booking.closed', because: 'Ascension' } }]);
  });

  test('whatever the first day from 2026 to 2028, every occurrence keeps its hours', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 9, max: 16 }),
        async (shift, times, hour) => {
          await desk.reset();
          desk.at('2026-11-23T08:00');
          const lea = await desk.person('lea');
          const first = Temporal.PlainDate.from('2026-11-24').add({ days: shift }).toString();
          const outcome = await series.book(lea, weekly(first, times, `${hour}:00`, `${hour + 1}:30`), 'r');
          const bookings = outcome.ok ? outcome.value.bookings : [];
          for (const { start, end } of bookings) {
            checked += 1;
            expect([start.hour, start.minute, end.hour, end.minute]).toEqual([hour, 0, hour + 1, 30]);
            expect(start.dayOfWeek).toBe(Temporal.PlainDate.from(first).dayOfWeek);
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(checked).toBeGreaterThan(20);
  });
});

describe('what is done to a series', () => {
  const made = async (name = 'lea', times = 5) => {
    const person = await desk.person(name);
    const { bookings } = value(await series.book(person, weekly('2026-11-24', times), `series of ${name}`));
    return { person, ids: bookings.map(({ id }) => id), bookings };
  };
  const left = async (person: Awaited<ReturnType<typeof desk.person>>) => days(await desk.core.booking.toCome(person));

  test('this one and the following are cancelled, and come back together in five minutes', async () => {
    const { person, ids } = await made();
    const { bookings } = value(await series.cancel(person, ids[2] ?? 0, { is: 'following' }, 'c'));
    expect(days(bookings)).toEqual(['2026-12-08', '2026-12-15', '2026-12-22']);
    expect(await left(person)).toEqual(['2026-11-24', '2026-12-01']);
    expect(value(await series.cancel(person, ids[2] ?? 0, { is: 'following' }, 'c')).bookings).toHaveLength(3);
    desk.at('2026-11-23T10:04');
    const restored = value(await series.restore(person, ids[2] ?? 0, 'r'));
    expect(days(restored.bookings)).toEqual(['2026-12-08', '2026-12-15', '2026-12-22']);
    expect(await left(person)).toHaveLength(5);
    expect(restored.bookings[0]).toMatchObject({ sequence: 2, cancelledAt: undefined });
  });

  test('what was cancelled apart does not come back with the others, nor after five minutes', async () => {
    const { person, ids } = await made();
    await desk.core.booking.cancel(person, ids[4] ?? 0, 'one');
    desk.at('2026-11-23T10:01');
    await series.cancel(person, ids[0] ?? 0, { is: 'all' }, 'all');
    expect(days(value(await series.restore(person, ids[0] ?? 0, 'r')).bookings)).toHaveLength(4);
    await series.cancel(person, ids[0] ?? 0, { is: 'all' }, 'again');
    desk.at('2026-11-23T10:10');
    expect(await series.restore(person, ids[0] ?? 0, 'late')).toMatchObject({
      error: { code: 'booking.restore_too_late' },
    });
  });

  test('between two dates, and all', async () => {
    const { person, ids } = await made();
    const between = {
      is: 'between',
      start: ask('coworking', '2026-12-01', '0:00', '1:00').start,
      end: ask('coworking', '2026-12-15', '0:00', '23:00').end,
    } as const;
    expect(days(value(await series.cancel(person, ids[0] ?? 0, between, 'c')).bookings)).toEqual([
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
    ]);
    expect(days(value(await series.cancel(person, ids[0] ?? 0, { is: 'all' }, 'd')).bookings)).toEqual([
      '2026-11-24',
      '2026-12-22',
    ]);
    expect(await left(person)).toEqual([]);
    expect(await series.cancel(person, ids[0] ?? 0, { is: 'all' }, 'e')).toMatchObject({
      error: { code: 'booking.already_cancelled' },
    });
  });

  test('what is over stays as it was', async () => {
    const { person, ids } = await made();
    desk.at('2026-12-02T10:00');
    expect(days(value(await series.cancel(person, ids[0] ?? 0, { is: 'all' }, 'c')).bookings)).toEqual([
      '2026-12-08',
      '2026-12-15',
      '2026-12-22',
    ]);
  });

  test('what someone else took meanwhile is not restored, and is told', async () => {
    const { person, ids } = await made('lea', 3);
    await series.cancel(person, ids[0] ?? 0, { is: 'all' }, 'c');
    await desk.core.booking.book(
      await desk.person('rival'),
      ask('coworking', '2026-12-01', '9:00', '10:00', { people: 10 }),
      'rival',
    );
    const { bookings, impossible } = value(await series.restore(person, ids[0] ?? 0, 'r'));
    expect([days(bookings), impossible.map(({ failure }) => failure.code)]).toEqual([
      ['2026-11-24', '2026-12-08'],
      ['booking.full'],
    ]);
  });

  test('the following move to other hours; one that cannot keeps its own, and what it held is free', async () => {
    const { person, ids } = await made();
    await desk.core.booking.book(
      await desk.person('rival'),
      ask('coworking', '2026-12-15', '14:00', '15:00', { people: 10 }),
      'rival',
    );
    const hours = { weekday: undefined, hours: { start: Temporal.PlainTime.from('14:00'), end: undefined } };
    const checked = value(await series.checkMove(person, ids[2] ?? 0, { is: 'following' }, hours));
    expect([days(checked.possible), checked.impossible.map(({ failure }) => failure.code)]).toEqual([
      ['2026-12-08', '2026-12-22'],
      ['booking.full'],
    ]);
    const moved = value(await series.move(person, ids[2] ?? 0, { is: 'following' }, hours, 'm'));
    expect(clocks(moved.bookings)).toEqual(['14:00:00-17:30:00']);
    const all = await desk.core.booking.toCome(person);
    expect(all.map(({ start }) => start.hour)).toEqual([9, 9, 14, 9, 14]);
    const whole = ask('coworking', '2026-12-08', '9:00', '12:00', { people: 10 });
    bookingOf(await desk.core.booking.book(await desk.person('other'), whole, 'freed'));
    expect(
      value(await series.move(person, ids[2] ?? 0, { is: 'following' }, hours, 'm')).bookings.length,
    ).toBeGreaterThan(0);
  });

  const onThursday = { weekday: 4, hours: undefined } as const;

  test('another weekday: each in its own week; its calendar keeps its name, and its version grows', async () => {
    const { person, ids } = await made();
    await desk.core.booking.cancel(person, ids[1] ?? 0, 'one');
    const moved = value(await series.move(person, ids[0] ?? 0, { is: 'all' }, onThursday, 'm'));
    expect(days(moved.bookings)).toEqual(['2026-11-26', '2026-12-10', '2026-12-17', '2026-12-24']);
    expect(clocks(moved.bookings)).toEqual(['09:00:00-12:30:00']);
    const stamp = Temporal.Instant.from('2026-11-23T09:00:00Z');
    const all = value(await series.occurrences(person, ids[0] ?? 0));
    const root = new ICAL.Component(ICAL.parse(bookingsCalendar(place, all, { stamp })));
    const events = root.getAllSubcomponents('vevent').map((each) => {
      const event = new ICAL.Event(each);
      const { year, month, day } = event.startDate;
      return [event.uid, event.sequence, each.getFirstPropertyValue('status'), `${year}-${month}-${day}`];
    });
    const uid = (at: number) => `reservation-${ids[at]}@la-mijoteuse.mijote`;
    expect(events).toEqual([
      [uid(0), 1, 'CONFIRMED', '2026-11-26'],
      [uid(1), 1, 'CANCELLED', '2026-12-1'],
      [uid(2), 1, 'CONFIRMED', '2026-12-10'],
      [uid(3), 1, 'CONFIRMED', '2026-12-17'],
      [uid(4), 1, 'CONFIRMED', '2026-12-24'],
    ]);
  });

  test('between two dates, and the same request twice moves once', async () => {
    const { person, ids } = await made();
    const between = {
      is: 'between',
      start: ask('coworking', '2026-12-01', '0:00', '1:00').start,
      end: ask('coworking', '2026-12-09', '0:00', '1:00').start,
    } as const;
    const moved = value(await series.move(person, ids[0] ?? 0, between, onThursday, 'm'));
    expect(days(moved.bookings)).toEqual(['2026-12-03', '2026-12-10']);
    const again = await series.move(person, ids[0] ?? 0, between, onThursday, 'm');
    expect(again.ok).toBe(true);
    expect(await left(person)).toEqual(['2026-11-24', '2026-12-03', '2026-12-10', '2026-12-15', '2026-12-22']);
  });

  test('one that is there already stands in the way of another of its week, and both stay', async () => {
    const person = await desk.person('lea');
    const both = occurrences(['2026-12-01', '2026-12-03', '2026-12-08']);
    const { bookings } = value(await series.book(person, both, 'r'));
    const id = bookings[0]?.id ?? 0;
    const { possible, impossible } = value(await series.checkMove(person, id, { is: 'all' }, onThursday));
    expect(days(possible)).toEqual(['2026-12-10']);
    expect(impossible.map(({ stay, failure }) => [stay.start.toPlainDate().toString(), failure.code])).toEqual([
      ['2026-12-01', 'booking.already'],
      ['2026-12-03', 'series.there_already'],
    ]);
    await series.move(person, id, { is: 'all' }, onThursday, 'm');
    expect(await left(person)).toEqual(['2026-12-01', '2026-12-03', '2026-12-10']);
  });

  test('whatever moves, each is where it was or where it was asked to go, and holds that and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 9, max: 16 }),
        fc.subarray([0, 1, 2, 3, 4]),
        fc.constantFrom('one', 'following', 'all'),
        async (weekday, hour, full, is) => {
          await desk.reset();
          const { person, ids, bookings } = await made();
          const times = { weekday, hours: { start: Temporal.PlainTime.from({ hour }), end: undefined } };
          const crowd = await desk.person('crowd');
          for (const index of full) {
            const to = bookings[index] && atTimes(bookings[index], times);
            if (!to) continue;
            const { start } = to;
            const wish = {
              ...ask('coworking', '2026-12-01', '9:00', '10:00', { people: 10 }),
              start,
              end: start.add({ hours: 1 }),
            };
            await desk.core.booking.book(crowd, wish, `crowd ${index}`);
          }
          await series.move(person, ids[1] ?? 0, { is }, times, 'm');
          const after = value(await series.occurrences(person, ids[0] ?? 0));
          expect(new Set(after.map(({ id }) => id))).toEqual(new Set(ids));
          for (const { id, start, end } of after) {
            const before = bookings.find((each) => each.id === id);
            if (!before) throw new Error('a booking came from nowhere');
            expect([before, atTimes(before, times)].some((stay) => isSameTime(stay, { start, end }))).toBe(true);
          }
          const { rows } = await desk.db.pool.query(
            `SELECT count(*)::int AS n FROM booking JOIN occupation ON kind = 'booking' AND source_id = booking.id
             AND released_at IS NULL AND occupation.starts_at = booking.starts_at AND occupation.ends_at = booking.ends_at
             WHERE series_id IS NOT NULL`,
          );
          expect(rows).toEqual([{ n: ids.length }]);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a holiday, a full day and a day that has passed keep their session where it was', async () => {
    desk.at('2026-11-23T10:00');
    const { person, ids } = await made();
    const crowd = ask('coworking', '2026-12-04', '9:00', '10:00', { people: 10 });
    bookingOf(await desk.core.booking.book(await desk.person('crowd'), crowd, 'crowd'));
    const friday = value(await series.checkMove(person, ids[0] ?? 0, { is: 'all' }, { weekday: 5, hours: undefined }));
    expect(
      friday.impossible.map(({ failure, wanted }) => [wanted?.start.toPlainDate().toString(), failure.code]),
    ).toEqual([
      ['2026-12-04', 'booking.full'],
      ['2026-12-25', 'booking.closed'],
    ]);
    desk.at('2026-11-24T08:00');
    const monday = value(await series.checkMove(person, ids[0] ?? 0, { is: 'one' }, { weekday: 1, hours: undefined }));
    expect(monday.impossible.map(({ failure }) => failure.code)).toEqual(['booking.past']);
  });

  test('someone else’s is not found', async () => {
    const { ids } = await made();
    const karim = await desk.person('karim');
    const all = { is: 'all' } as const;
    const hours = { weekday: undefined, hours: { start: Temporal.PlainTime.from('14:00'), end: undefined } };
    for (const outcome of [
      await series.cancel(karim, ids[0] ?? 0, all, 'c'),
      await series.restore(karim, ids[0] ?? 0, 'r'),
      await series.move(karim, ids[0] ?? 0, all, hours, 'm'),
      await series.occurrences(karim, ids[0] ?? 0),
    ])
      expect(outcome).toMatchObject({ ok: false, error: { code: 'booking.not_found' } });
  });
});
