// Where a series goes: pure, and right whatever the clocks do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atTimes } from '../../../src/core/series/rules.ts';

const TIME_ZONE = 'Europe/Paris';
const at = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
  date.toZonedDateTime({ timeZone: TIME_ZONE, plainTime });
const mondayOf = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 }).toString();
const hour = (h: number, minute = 0) => Temporal.PlainTime.from({ hour: h, minute });

/** Of three years: six changes of clock, a leap day, three turns of the year. Hours that every day has. */
const anyStay = fc
  .record({
    shift: fc.integer({ min: 0, max: 1100 }),
    from: fc.integer({ min: 4, max: 20 }),
    length: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ shift, from, length }) => {
    const date = Temporal.PlainDate.from('2026-01-01').add({ days: shift });
    return { spaceKey: 'coworking', start: at(date, hour(from)), end: at(date, hour(from + length, 30)) };
  });

test('another weekday is of the same week, at the same hours on the wall', () => {
  fc.assert(
    fc.property(anyStay, fc.integer({ min: 1, max: 7 }), (stay, weekday) => {
      const moved = atTimes(stay, { weekday, hours: undefined });
      expect(moved.start.dayOfWeek).toBe(weekday);
      expect(mondayOf(moved.start.toPlainDate())).toBe(mondayOf(stay.start.toPlainDate()));
      expect(moved.start.toPlainTime().equals(stay.start.toPlainTime())).toBe(true);
      expect(moved.end.toPlainTime().equals(stay.end.toPlainTime())).toBe(true);
      expect(moved.end.toPlainDate().equals(moved.start.toPlainDate())).toBe(true);
    }),
  );
});

test('there and back again is where it was, and its own weekday moves nothing', () => {
  fc.assert(
    fc.property(anyStay, fc.integer({ min: 1, max: 7 }), (stay, weekday) => {
      const there = { spaceKey: stay.spaceKey, ...atTimes(stay, { weekday, hours: undefined }) };
      const back = atTimes(there, { weekday: stay.start.dayOfWeek, hours: undefined });
      expect([back.start.equals(stay.start), back.end.equals(stay.end)]).toEqual([true, true]);
    }),
  );
});

test.each([
  ['to the Sunday when an hour comes twice', '2026-10-20', 7, '2026-10-25T09:00:00+01:00', '2026-10-25T12:30:00+01:00'],
  ['from that Sunday', '2026-10-25', 2, '2026-10-20T09:00:00+02:00', '2026-10-20T12:30:00+02:00'],
  ['to the Sunday when an hour is skipped', '2027-03-23', 7, '2027-03-28T09:00:00+02:00', '2027-03-28T12:30:00+02:00'],
  ['over the turn of the year', '2026-12-29', 5, '2027-01-01T09:00:00+01:00', '2027-01-01T12:30:00+01:00'],
  ['to a leap day', '2028-03-01', 2, '2028-02-29T09:00:00+01:00', '2028-02-29T12:30:00+01:00'],
])('%s', (_, date, weekday, start, end) => {
  const day = Temporal.PlainDate.from(date);
  const stay = { spaceKey: 'coworking', start: at(day, hour(9)), end: at(day, hour(12, 30)) };
  const moved = atTimes(stay, { weekday, hours: undefined });
  const text = (time: Temporal.ZonedDateTime) => time.toString({ timeZoneName: 'never' });
  expect([text(moved.start), text(moved.end)]).toEqual([start, end]);
});

test('a weekday with hours, with and without an end', () => {
  const day = Temporal.PlainDate.from('2026-11-24');
  const stay = { spaceKey: 'coworking', start: at(day, hour(9)), end: at(day, hour(12, 30)) };
  const from = atTimes(stay, { weekday: 4, hours: { start: hour(14), end: undefined } });
  expect([from.start.toPlainDateTime().toString(), from.end.toPlainDateTime().toString()]).toEqual([
    '2026-11-26T14:00:00',
    '2026-11-26T17:30:00',
  ]);
  const both = atTimes(stay, { weekday: 4, hours: { start: hour(14), end: hour(15) } });
  expect(both.end.toPlainDateTime().toString()).toBe('2026-11-26T15:00:00');
});
