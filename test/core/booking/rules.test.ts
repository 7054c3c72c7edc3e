import { describe, expect, test } from 'vitest';
import { whyNotChangeable, whyNotRestorable } from '../../../src/core/booking/changes.ts';
import type { Booking, BookingRequest, RuleFailure } from '../../../src/core/booking/model.ts';
import { firstBroken } from '../../../src/core/booking/rules.ts';
import { type Place, type Role, spaceOf } from '../../../src/place/model.ts';
import { mijoteuse, tisane } from '../../place/fixture.ts';
import { asks, withPolicy, withSpace } from './desk.ts';

interface Circumstances {
  readonly place?: Place;
  readonly now?: string;
  readonly role?: Role;
}

const broken = (
  request: BookingRequest,
  { place = mijoteuse, now = '2026-11-23T10:00', role = 'membre' }: Circumstances = {},
): RuleFailure | undefined => {
  const space = spaceOf(place, request.spaceKey);
  if (!space || space.use.by === 'lease') throw new Error(`${request.spaceKey} cannot be booked`);
  const { policy } = space.use;
  const at = Temporal.PlainDateTime.from(now).toZonedDateTime(place.timeZone);
  return firstBroken(request, { place, space, policy, actor: { roles: new Set([role]) }, now: at });
};

const ask = asks(mijoteuse);
const [TUESDAY, SATURDAY, CHRISTMAS] = ['2026-11-24', '2026-11-28', '2026-12-25'];

describe('a booking is refused', () => {
  test.each<[string, BookingRequest, RuleFailure['code'] | 'ok', Circumstances?]>([
    ['nobody comes', ask('coworking', TUESDAY, '9:00', '12:00', { people: 0 }), 'booking.no_one'],
    ['fewer than nobody', ask('coworking', TUESDAY, '9:00', '12:00', { people: -1 }), 'booking.no_one'],
    ['more people than seats', ask('coworking', TUESDAY, '9:00', '12:00', { people: 11 }), 'booking.too_many_people'],
    ['a million', ask('coworking', TUESDAY, '9:00', '12:00', { people: 1_000_000 }), 'booking.too_many_people'],
    ['as many as there are seats', ask('coworking', TUESDAY, '9:00', '12:00', { people: 10 }), 'ok'],
    [
      'a room whose capacity is not known counts no heads',
      ask('expression', TUESDAY, '9:00', '12:00', { people: 200 }),
      'ok',
    ],
    [
      'or a thousand and one of them',
      ask('expression', TUESDAY, '9:00', '12:00', { people: 1_001 }),
      'booking.too_many_people',
    ],
    [
      'a third computer',
      ask('coworking', TUESDAY, '9:00', '12:00', { equipment: [{ key: 'ordinateur', count: 3 }] }),
      'booking.not_enough_equipment',
    ],
    [
      'what is there but not counted',
      ask('convivialite', TUESDAY, '9:00', '12:00', { equipment: [{ key: 'billard', count: 1 }] }),
      'booking.not_enough_equipment',
      { role: 'admin' },
    ],
    [
      'another space’s equipment',
      ask('expression', TUESDAY, '9:00', '12:00', { equipment: [{ key: 'ordinateur', count: 1 }] }),
      'booking.not_enough_equipment',
    ],
    ['yesterday', ask('coworking', '2026-11-22', '9:00', '12:00'), 'booking.past'],
    ['earlier today', ask('coworking', '2026-11-23', '9:00', '12:00'), 'booking.past'],
    ['half an hour ago, to the minute', ask('coworking', '2026-11-23', '9:30', '12:00'), 'booking.past'],
    [
      'the half hour that is running',
      ask('coworking', '2026-11-23', '10:00', '12:00'),
      'ok',
      { now: '2026-11-23T10:29:59' },
    ],
    ['the last day of the horizon', ask('coworking', '2027-11-23', '9:00', '12:00'), 'ok'],
    ['the day after the horizon', ask('coworking', '2027-11-24', '9:00', '12:00'), 'booking.too_far'],
    ['a Saturday', ask('coworking', SATURDAY, '9:00', '12:00'), 'booking.closed'],
    ['a public holiday', ask('coworking', CHRISTMAS, '9:00', '12:00'), 'booking.closed'],
    ['before opening', ask('coworking', TUESDAY, '8:30', '12:00'), 'booking.closed'],
    ['after closing', ask('coworking', TUESDAY, '16:00', '18:30'), 'booking.closed'],
    ['from opening to closing', ask('coworking', TUESDAY, '9:00', '18:00'), 'ok'],
    ['a quarter past', ask('coworking', TUESDAY, '9:15', '12:00'), 'booking.off_step'],
    ['until a quarter past', ask('coworking', TUESDAY, '9:00', '12:15'), 'booking.off_step'],
    ['a minute', ask('coworking', TUESDAY, '9:00', '9:00'), 'booking.too_short'],
    ['an end before the start', ask('coworking', TUESDAY, '12:00', '9:00'), 'booking.too_short'],
    ['four hours of a room', ask('expression', TUESDAY, '9:00', '13:00'), 'ok'],
    ['more than four', ask('expression', TUESDAY, '9:00', '13:30'), 'booking.too_long'],
    ['a room that the staff must approve', ask('convivialite', TUESDAY, '9:00', '12:00'), 'booking.approval_needed'],
    ['the same, by the staff', ask('convivialite', TUESDAY, '9:00', '12:00'), 'ok', { role: 'animation' }],
    ['the same, by the administration', ask('convivialite', TUESDAY, '9:00', '12:00'), 'ok', { role: 'admin' }],
  ])('or not: %s', (_, request, code, circumstances) => {
    expect(broken(request, circumstances)?.code ?? 'ok').toBe(code);
  });

  const there = asks(tisane);
  test.each<[string, BookingRequest, RuleFailure['code'] | 'ok', Circumstances?]>([
    [
      'a workshop for partners, asked by a member',
      there('atelier-bois', TUESDAY, '16:00', '17:00'),
      'booking.not_for_you',
    ],
    ['the same, by a partner', there('atelier-bois', TUESDAY, '16:00', '17:00'), 'ok', { role: 'partenaire' }],
    [
      'less than two hours before',
      there('cabine', TUESDAY, '16:00', '17:00'),
      'booking.too_late',
      { now: '2026-11-24T14:15' },
    ],
    ['two hours before, to the minute', there('cabine', TUESDAY, '16:00', '17:00'), 'ok', { now: '2026-11-24T14:00' }],
    ['over the break of the afternoon', there('cabine', '2026-11-25', '11:30', '16:30'), 'booking.closed'],
    ['a quarter past, where steps are of a quarter', there('cabine', TUESDAY, '16:15', '17:15'), 'ok'],
    [
      'half an hour, where three quarters is the least',
      there('cabine', TUESDAY, '16:00', '16:30'),
      'booking.too_short',
    ],
    [
      'two people in a booth for one',
      there('cabine', TUESDAY, '16:00', '17:00', { people: 2 }),
      'booking.too_many_people',
    ],
    ['an exceptional closure', there('cabine', '2026-12-22', '16:00', '17:00'), 'booking.closed'],
    ['an exceptional opening', there('cabine', '2026-11-28', '9:00', '10:00'), 'ok'],
  ])('or not, in another place: %s', (_, request, code, circumstances) => {
    expect(broken(request, { place: tisane, now: '2026-11-23T10:00', ...circumstances })?.code ?? 'ok').toBe(code);
  });

  test('with the rule that holds', () => {
    const people = ask('coworking', TUESDAY, '9:00', '12:00', { people: 11 });
    expect(broken(people)).toEqual({
      code: 'booking.too_many_people',
      spaceKey: 'coworking',
      people: 11,
      capacityPeople: 10,
    });
    const computers = ask('coworking', TUESDAY, '9:00', '12:00', { equipment: [{ key: 'ordinateur', count: 3 }] });
    expect(broken(computers)).toMatchObject({ equipmentKey: 'ordinateur', count: 3, owned: 2 });
    const far = broken(ask('coworking', '2027-12-01', '9:00', '12:00'));
    expect(far?.code === 'booking.too_far' && far.last.toString()).toBe('2027-11-23');
    expect(broken(ask('coworking', CHRISTMAS, '9:00', '12:00'))).toMatchObject({ because: 'Noël' });
    expect(broken(ask('coworking', SATURDAY, '9:00', '12:00'))).toMatchObject({ because: undefined });
    const long = broken(ask('expression', TUESDAY, '9:00', '13:30'));
    expect(long?.code === 'booking.too_long' && long.longest.total('hours')).toBe(4);
    const late = broken(there('cabine', TUESDAY, '16:00', '17:00'), { place: tisane, now: '2026-11-24T14:15' });
    expect(late?.code === 'booking.too_late' && late.earliest.toPlainTime().toString()).toBe('16:15:00');
  });

  test('for who one is before when one comes, and for the day before its hours', () => {
    const request = ask('convivialite', SATURDAY, '9:10', '23:00', { people: 0 });
    expect(broken(request)?.code).toBe('booking.approval_needed');
    expect(broken(request, { role: 'animation' })?.code).toBe('booking.no_one');
    expect(broken({ ...request, people: 1 }, { role: 'animation' })?.code).toBe('booking.closed');
  });
});

describe('a day', () => {
  const range = (start: string, end: string) => ({
    start: Temporal.PlainTime.from(start),
    end: Temporal.PlainTime.from(end),
  });
  const withBreak = withSpace(mijoteuse, 'coworking', (space) => ({
    ...space,
    hours: {
      weekly: { 2: [range('09:00', '12:00'), range('14:00', '18:00')] },
      closedOnPublicHolidays: true,
      exceptions: [],
    },
  }));
  const circumstances = { place: withBreak, now: '2026-11-23T10:00' };

  test('is from the first opening to the last closing, whatever the breaks between, and stays it when said in hours', () => {
    const day = ask('coworking', TUESDAY, '9:00', '18:00');
    expect(broken({ ...day, bareDay: true }, circumstances)).toBeUndefined();
    expect(broken(day, circumstances)).toBeUndefined();
    expect(broken(ask('coworking', TUESDAY, '9:30', '18:00'), circumstances)?.code).toBe('booking.closed');
    expect(broken(ask('coworking', TUESDAY, '9:30', '18:00', { bareDay: true }), circumstances)).toBeUndefined();
  });
});

describe('the clock changes', () => {
  const always = {
    ...withPolicy(mijoteuse, 'coworking', { horizonDays: 1000 }),
    hours: {
      weekly: Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7].map((day) => [
          day,
          [{ start: Temporal.PlainTime.from('00:00'), end: Temporal.PlainTime.from('23:30') }],
        ]),
      ),
      closedOnPublicHolidays: false,
      exceptions: [],
    },
  };
  const night = (date: string, from: string, to: string) =>
    broken(ask('coworking', date, from, to), { place: always, now: '2026-10-01T10:00' });

  test('a night of twenty-five hours has eleven between midnight and ten: one more than may be booked', () => {
    expect(night('2026-10-25', '0:00', '10:00')?.code).toBe('booking.too_long');
    expect(night('2026-10-25', '0:00', '9:00')).toBeUndefined();
    expect(night('2026-10-24', '0:00', '10:00')).toBeUndefined();
  });

  test('a night of twenty-three hours has nine', () => {
    expect(night('2027-03-28', '0:00', '11:00')).toBeUndefined();
    expect(night('2027-03-28', '0:00', '11:30')?.code).toBe('booking.too_long');
    expect(night('2027-03-27', '0:00', '10:30')?.code).toBe('booking.too_long');
  });

  test('the hour that comes twice can be booked twice, and is on the step both times', () => {
    const first = Temporal.ZonedDateTime.from('2026-10-25T02:00[Europe/Paris]', { disambiguation: 'earlier' });
    const second = Temporal.ZonedDateTime.from('2026-10-25T02:00[Europe/Paris]', { disambiguation: 'later' });
    expect(first.until(second).total('hours')).toBe(1);
    const circumstances = { place: always, now: '2026-10-01T10:00' };
    for (const start of [first, second]) {
      const request = { ...ask('coworking', '2026-10-25', '2:00', '3:00'), start, end: start.add({ minutes: 30 }) };
      expect(broken(request, circumstances)).toBeUndefined();
    }
  });
});

describe('a booking that is there', () => {
  const booking: Booking = {
    ...ask('coworking', TUESDAY, '10:00', '12:00'),
    id: 1,
    memberId: 1,
    cancelledAt: undefined,
    sequence: 0,
  };
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris');
  const coworking = spaceOf(mijoteuse, 'coworking');
  const strict = spaceOf(
    withPolicy(mijoteuse, 'coworking', { cancellationDeadline: Temporal.Duration.from({ days: 1 }) }),
    'coworking',
  );

  test.each([
    ['before it starts', '2026-11-24T09:59', coworking, undefined],
    ['while it could still be made', '2026-11-24T10:29', coworking, undefined],
    ['once it has begun', '2026-11-24T10:30', coworking, 'booking.started'],
    ['a day before, where that is asked', '2026-11-23T10:00', strict, undefined],
    ['later than that', '2026-11-23T10:01', strict, 'booking.cancel_too_late'],
    ['once it has begun, where a day is asked', '2026-11-24T10:00', strict, 'booking.started'],
    ['in a space that is no longer there', '2026-11-24T09:59', undefined, undefined],
  ])('can be changed, or not: %s', (_, now, space, code) => {
    expect(whyNotChangeable(booking, space, at(now))?.code).toBe(code);
  });

  test('cancelled, cannot be changed', () => {
    const cancelled = { ...booking, cancelledAt: at('2026-11-23T10:00').toInstant() };
    expect(whyNotChangeable(cancelled, coworking, at('2026-11-23T10:00'))?.code).toBe('booking.already_cancelled');
  });

  test.each([
    ['five minutes after', '2026-11-23T10:00', '2026-11-23T10:05', undefined],
    ['a second more', '2026-11-23T10:00', '2026-11-23T10:05:01', 'booking.restore_too_late'],
    ['once it would have ended', '2026-11-24T11:58', '2026-11-24T12:00', 'booking.restore_too_late'],
  ])('cancelled, can be restored, or not: %s', (_, cancelledAt, now, code) => {
    const cancelled = { ...booking, cancelledAt: at(cancelledAt).toInstant() };
    expect(whyNotRestorable(cancelled, at(now))?.code).toBe(code);
  });

  test('that is not cancelled cannot be restored', () => {
    expect(whyNotRestorable(booking, at('2026-11-23T10:00'))?.code).toBe('booking.not_cancelled');
  });
});
