import { describe, expect, test } from 'vitest';
import { arrivalStep } from '../../../src/core/arrivals/rules.ts';
import type { Booking } from '../../../src/core/booking/model.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris');
const policy = { arrivalWithin: Temporal.Duration.from({ minutes: 20 }) };
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
const step = (now: string, rest: Partial<Booking> = {}, since = '2026-11-20T10:00') =>
  arrivalStep({ booking: { ...booking, ...rest }, since: at(since).toInstant() }, policy, at(now).toInstant());

describe('where the space asks that one says that one comes', () => {
  test.each([
    ['2026-11-26T13:59', undefined],
    ['2026-11-26T14:00', 'ask'],
    ['2026-11-26T14:19', 'ask'],
    ['2026-11-26T14:20', 'release'],
    ['2026-11-26T14:39', 'release'],
    // The program was down: whoever is there could not say so.
    ['2026-11-26T14:40', undefined],
  ])('at %s: %s', (now, expected) => expect(step(now)).toBe(expected));

  test('whoever confirmed, a guest of the staff, and what still waits for an agreement are left alone', () => {
    expect(step('2026-11-26T14:20', { confirmedAt: at('2026-11-25T17:05').toInstant() })).toBeUndefined();
    expect(step('2026-11-26T14:20', { guest: { name: 'Mme Diallo' } })).toBeUndefined();
    expect(step('2026-11-26T14:20', { approval: 'waiting' })).toBeUndefined();
  });

  test('a booking made less than an hour before never loses its place; one made an hour before may', () => {
    expect(step('2026-11-26T14:20', {}, '2026-11-26T13:01')).toBeUndefined();
    expect(step('2026-11-26T14:20', {}, '2026-11-26T13:00')).toBe('release');
  });

  test('elsewhere nobody is asked', () => {
    expect(
      arrivalStep({ booking, since: at('2026-11-20T10:00').toInstant() }, {}, at('2026-11-26T14:20').toInstant()),
    ).toBeUndefined();
  });
});
