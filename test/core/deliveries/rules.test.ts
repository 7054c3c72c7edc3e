import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outOfQuietHours } from '../../../src/core/deliveries/rules.ts';

const timeZone = 'Europe/Paris';
const quiet = (start: string, end: string) => ({
  timeZone,
  quietHours: { start: Temporal.PlainTime.from(start), end: Temporal.PlainTime.from(end) },
});
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
const said = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString();

test.each([
  ['2026-11-25T20:59', '2026-11-25T20:59:00'],
  ['2026-11-25T21:00', '2026-11-26T08:00:00'],
  ['2026-11-25T23:59', '2026-11-26T08:00:00'],
  ['2026-11-26T00:00', '2026-11-26T08:00:00'],
  ['2026-11-26T07:59', '2026-11-26T08:00:00'],
  ['2026-11-26T08:00', '2026-11-26T08:00:00'],
  ['2026-12-31T22:00', '2027-01-01T08:00:00'],
  ['2027-03-27T22:00', '2027-03-28T08:00:00'],
  ['2026-10-24T22:00', '2026-10-25T08:00:00'],
])('quiet from 21:00 to 8:00: what falls at %s is told at %s', (local, expected) => {
  expect(said(outOfQuietHours(at(local), quiet('21:00', '08:00')))).toBe(expected);
});

test('quiet hours may lie within a day, and a place may have none', () => {
  expect(said(outOfQuietHours(at('2026-11-25T12:30'), quiet('12:00', '14:00')))).toBe('2026-11-25T14:00:00');
  expect(said(outOfQuietHours(at('2026-11-25T15:00'), quiet('12:00', '14:00')))).toBe('2026-11-25T15:00:00');
  expect(said(outOfQuietHours(at('2026-11-25T03:00'), { timeZone, quietHours: undefined }))).toBe(
    '2026-11-25T03:00:00',
  );
});

test('whatever the hour and the day, nothing comes before its time, nor in the quiet, nor later than a night away', () => {
  const time = fc
    .integer({ min: 0, max: 24 * 4 - 1 })
    .map((quarter) => new Temporal.PlainTime(Math.floor(quarter / 4), (quarter % 4) * 15));
  const first = at('2024-01-01T00:00').epochMilliseconds;
  const instant = fc
    .integer({ min: 0, max: 11 * 365 * 24 * 4 })
    .map((quarter) => Temporal.Instant.fromEpochMilliseconds(first + quarter * 15 * 60_000));
  fc.assert(
    fc.property(instant, time, time, (when, start, end) => {
      fc.pre(!start.equals(end));
      const place = { timeZone, quietHours: { start, end } };
      const told = outOfQuietHours(when, place);
      expect(Temporal.Instant.compare(told, when)).toBeGreaterThanOrEqual(0);
      expect(when.until(told).total('hours')).toBeLessThanOrEqual(25);
      expect(outOfQuietHours(told, place).equals(told)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
