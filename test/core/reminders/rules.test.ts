import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../src/core/booking/model.ts';
import { momentsOf, remindersDue } from '../../../src/core/reminders/rules.ts';

const timeZone = 'Europe/Paris';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
const reminders = {
  dayBeforeAt: Temporal.PlainTime.from('17:00'),
  before: Temporal.Duration.from({ hours: 1 }),
};
const said = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'minute' });

describe('the moments of a booking', () => {
  test.each([
    ['an ordinary day', '2026-11-26T14:00', ['2026-11-25T17:00+01:00', '2026-11-26T13:00+01:00']],
    ['the night of the last Sunday of March', '2027-03-28T03:30', ['2027-03-27T17:00+01:00', '2027-03-28T01:30+01:00']],
    ['the day after the clocks went forward', '2027-03-29T09:00', ['2027-03-28T17:00+02:00', '2027-03-29T08:00+02:00']],
    ['the morning when the clocks went back', '2026-10-25T09:00', ['2026-10-24T17:00+02:00', '2026-10-25T08:00+01:00']],
    ['the hour that comes twice', '2026-10-25T03:00', ['2026-10-24T17:00+02:00', '2026-10-25T02:00+01:00']],
    ['the first day of a year', '2027-01-01T10:00', ['2026-12-31T17:00+01:00', '2027-01-01T09:00+01:00']],
    ['the day after a leap day', '2028-03-01T10:00', ['2028-02-29T17:00+01:00', '2028-03-01T09:00+01:00']],
  ])('%s', (_, start, expected) => {
    expect(momentsOf(at(start), reminders).map(({ due }) => said(due))).toEqual(expected);
  });

  test('a place may send one of them, or none', () => {
    const start = at('2026-11-26T14:00');
    expect(momentsOf(start, { ...reminders, before: undefined })).toMatchObject([{ kind: 'reminder.day_before' }]);
    expect(momentsOf(start, { ...reminders, dayBeforeAt: undefined })).toMatchObject([{ kind: 'reminder.before' }]);
    expect(momentsOf(start, { dayBeforeAt: undefined, before: undefined })).toEqual([]);
  });

  test('the day before is of use until the other one is due; that one, until the booking starts', () => {
    const [dayBefore, before] = momentsOf(at('2026-11-26T14:00'), reminders);
    expect(dayBefore && said(dayBefore.expiresAt)).toBe('2026-11-26T13:00+01:00');
    expect(before && said(before.expiresAt)).toBe('2026-11-26T14:00+01:00');
  });
});

describe('what is due', () => {
  const booking: Booking = {
    id: 12,
    memberId: 3,
    spaceKey: 'desks',
    start: at('2026-11-26T14:00'),
    end: at('2026-11-26T16:00'),
    people: 1,
    equipment: [],
    purpose: undefined,
    cancelledAt: undefined,
    sequence: 0,
  };
  const dueAt = (now: string, since: string) =>
    remindersDue({ booking, since: at(since).toInstant() }, { id: 'p', reminders }, at(now).toInstant()).map(
      ({ kind }) => kind,
    );

  test.each([
    ['2026-11-25T16:59', '2026-11-20T10:00', []],
    ['2026-11-25T17:00', '2026-11-20T10:00', ['reminder.day_before']],
    ['2026-11-26T13:00', '2026-11-20T10:00', ['reminder.day_before', 'reminder.before']],
    ['2026-11-25T17:00', '2026-11-25T17:00', ['reminder.day_before']],
    ['2026-11-25T18:00', '2026-11-25T17:01', []],
    ['2026-11-26T13:30', '2026-11-26T13:10', []],
  ])('at %s, of times taken at %s: %j', (now, since, expected) => expect(dueAt(now, since)).toEqual(expected));
});
