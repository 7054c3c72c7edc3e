// What is proposed can be had: where a space is seldom open, where days have a break, where today is half gone.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BookingFailure, BookingRequest } from '../../../src/core/booking/model.ts';
import type { Place } from '../../../src/place/model.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { alternativesIn, asks, bookingOf, codeOf, type Desk, openDesk, refusalIn, withSpace } from './desk.ts';

const range = (start: string, end: string) => ({
  start: Temporal.PlainTime.from(start),
  end: Temporal.PlainTime.from(end),
});
const openOn = (place: Place, key: string, weekly: Place['hours']['weekly']): Place =>
  withSpace(place, key, (space) => ({ ...space, hours: { weekly, closedOnPublicHolidays: true, exceptions: [] } }));

/** Coworking with a break at noon, on Tuesdays and Thursdays; the room on Saturdays alone. */
const place = openOn(
  openOn(mijoteuse, 'coworking', {
    2: [range('09:00', '12:00'), range('14:00', '18:00')],
    4: [range('09:00', '12:00')],
  }),
  'expression',
  { 6: [range('10:00', '18:00')] },
);
const ask = asks(place);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(place);
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

/** Asks, is refused, and tries each proposal: any of them can be had. */
const refusedWith = async (
  request: BookingRequest,
): Promise<{ readonly refused: BookingFailure; readonly proposed: readonly string[] }> => {
  const lea = await desk.person('lea');
  const refused = refusalIn(await desk.core.booking.book(lea, request, 'asked'));
  const stays = 'alternatives' in refused ? refused.alternatives : [];
  for (const [index, stay] of stays.entries()) {
    const tried = await desk.core.booking.book(lea, { ...request, ...stay, bareDay: false }, `tried ${index}`);
    expect(codeOf(tried), `proposal ${index}`).toBe('ok');
    await desk.core.booking.cancel(lea, bookingOf(tried).id, `left ${index}`);
  }
  return { refused, proposed: alternativesIn(refused) };
};

test('a room open one day a week, taken for two months, is proposed on the first days when it is free', async () => {
  for (let week = 0; week < 8; week += 1) {
    const saturday = Temporal.PlainDate.from('2026-11-28').add({ days: 7 * week });
    await desk.close(['expression'], `${saturday}T00:00`, `${saturday}T23:00`);
  }
  const { refused, proposed } = await refusedWith(ask('expression', '2026-11-28', '14:00', '16:00'));
  expect(refused).toMatchObject({ code: 'booking.closed', because: 'works' });
  expect(proposed).toEqual([
    'expression 2027-01-23 14:00-16:00',
    'expression 2027-01-30 14:00-16:00',
    'expression 2027-02-06 14:00-16:00',
  ]);
});

test('a whole day is a whole day elsewhere too, break or not, and half a day where a half is left', async () => {
  await desk.close(['coworking'], '2026-11-24T09:00', '2026-11-24T10:00');
  const day = ask('coworking', '2026-11-24', '9:00', '18:00', { bareDay: true });
  const { refused, proposed } = await refusedWith(day);
  expect(refused).toMatchObject({ code: 'booking.closed', because: 'works' });
  expect(proposed).toEqual([
    'coworking 2026-11-24 14:00-18:00',
    'coworking 2026-11-26 09:00-12:00',
    'coworking 2026-12-01 09:00-18:00',
  ]);
});

test('over the break, what is open of it is proposed first', async () => {
  const { refused, proposed } = await refusedWith(ask('coworking', '2026-11-24', '11:00', '15:00'));
  expect(refused.code).toBe('booking.closed');
  expect(proposed.slice(0, 2)).toEqual(['coworking 2026-11-24 11:00-12:00', 'coworking 2026-11-24 14:00-15:00']);
});

test.each([
  [
    'too long: as long as is allowed',
    ask('expression', '2026-11-28', '10:00', '18:00'),
    'booking.too_long',
    'expression 2026-11-28 10:00-14:00',
  ],
  [
    'off the step: brought to it',
    ask('coworking', '2026-11-24', '9:10', '10:50'),
    'booking.off_step',
    'coworking 2026-11-24 09:00-11:00',
  ],
  [
    'too short: the shortest',
    ask('coworking', '2026-11-24', '9:00', '9:00'),
    'booking.too_short',
    'coworking 2026-11-24 09:00-09:30',
  ],
  ['past: later', ask('coworking', '2026-11-20', '9:00', '12:00'), 'booking.past', 'coworking 2026-11-24 09:00-12:00'],
  [
    'a closed day: the next open ones',
    ask('coworking', '2026-11-25', '0:00', '12:00', { bareDay: true }),
    'booking.closed',
    'coworking 2026-11-26 09:00-12:00',
  ],
])('%s', async (_, request, code, first) => {
  const { refused, proposed } = await refusedWith(request);
  expect(refused.code).toBe(code);
  expect(proposed[0]).toBe(first);
});

test('of today, nothing that has begun and gone', async () => {
  desk.at('2026-11-24T14:40');
  const { proposed } = await refusedWith(ask('coworking', '2026-11-24', '10:00', '12:00'));
  expect(proposed[0]).toBe('coworking 2026-11-24 14:30-16:30');
});

test('beyond the horizon, nothing', async () => {
  const { refused, proposed } = await refusedWith(ask('coworking', '2028-11-21', '9:00', '12:00'));
  expect(refused.code).toBe('booking.too_far');
  expect(proposed).toEqual([]);
});
