import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DayAvailability } from '../../../src/core/booking/model.ts';
import { smallPlace } from '../../support/small-place.ts';
import { asks, bookingOf, codeOf, type Desk, openDesk } from './desk.ts';

const place = smallPlace();
const ask = asks(place);
const TUESDAY = '2026-11-24';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(place);
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const hour = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' });

const shown = ({ spaces }: DayAvailability) =>
  Object.fromEntries(
    spaces.map(({ spaceKey, stretches }) => [
      spaceKey,
      stretches.map(({ start, end, freeSeats }) => `${hour(start)}-${hour(end)} ${freeSeats}`),
    ]),
  );

const onDay = (date: string) => {
  const from = Temporal.PlainDate.from(date).toZonedDateTime(place.timeZone);
  return { from, to: from.add({ days: 1 }) };
};

const available = async (date: string, spaceKey?: string) =>
  desk.core.booking.available(await desk.person('lea'), { spaceKey, when: onDay(date) });

const book = async (name: string, ...request: Parameters<typeof ask>) =>
  bookingOf(await desk.core.booking.book(await desk.person(name), ask(...request), `${name} ${request.join(' ')}`));

describe('what is free', () => {
  test('of an empty day is every opening hour; an office is never shown', async () => {
    expect(shown(await available(TUESDAY))).toEqual({
      desks: ['09:00-18:00 10'],
      lounge: ['09:00-18:00 1'],
      kitchen: ['09:00-18:00 1'],
      pantry: ['09:00-18:00 1'],
    });
  });

  test('is cut where the number of free seats changes, and only there', async () => {
    await book('a', 'desks', TUESDAY, '9:00', '12:00', { people: 4 });
    await book('b', 'desks', TUESDAY, '11:00', '14:00', { people: 6 });
    await book('c', 'desks', TUESDAY, '12:00', '13:00', { people: 4 });
    expect(shown(await available(TUESDAY, 'desks'))).toEqual({
      desks: ['09:00-11:00 6', '11:00-13:00 0', '13:00-14:00 4', '14:00-18:00 10'],
    });
  });

  test('of nested spaces: what is taken inside closes what is around, what is around closes what is inside', async () => {
    await book('a', 'pantry', TUESDAY, '12:00', '13:00');
    await book('b', 'lounge', TUESDAY, '15:00', '16:00');
    expect(shown(await available(TUESDAY))).toEqual({
      desks: ['09:00-18:00 10'],
      // The lounge needs a quarter of an hour before and half an hour after: it must be over by 11:30.
      lounge: ['09:00-11:30 1', '11:30-13:15 0', '13:15-14:15 1', '14:15-16:45 0', '16:45-18:00 1'],
      kitchen: ['09:00-12:00 1', '12:00-13:00 0', '13:00-14:45 1', '14:45-16:30 0', '16:30-18:00 1'],
      pantry: ['09:00-12:00 1', '12:00-13:00 0', '13:00-14:45 1', '14:45-16:30 0', '16:30-18:00 1'],
    });
  });

  test('can be booked to its edges, and not beyond', async () => {
    await book('a', 'pantry', TUESDAY, '12:00', '13:00');
    const lea = await desk.person('lea');
    const lounge = (from: string, to: string) =>
      desk.core.booking.book(lea, ask('lounge', TUESDAY, from, to), from + to);
    expect(codeOf(await lounge('9:00', '12:00'))).toBe('booking.taken');
    expect(codeOf(await lounge('9:00', '11:30'))).toBe('ok');
    expect(codeOf(await lounge('13:00', '18:00'))).toBe('booking.taken');
    expect(codeOf(await lounge('13:30', '18:00'))).toBe('ok');
  });

  test('of today begins with the half hour that is running', async () => {
    desk.at('2026-11-23T10:07');
    expect(shown(await available('2026-11-23', 'desks'))).toEqual({ desks: ['10:00-18:00 10'] });
    desk.at('2026-11-23T18:00');
    expect(shown(await available('2026-11-23', 'desks'))).toEqual({ desks: [] });
  });

  test('between two hours is only that', async () => {
    await book('a', 'desks', TUESDAY, '9:00', '12:00', { people: 4 });
    const { start, end } = ask('desks', TUESDAY, '11:00', '14:00');
    const found = await desk.core.booking.available(await desk.person('lea'), {
      spaceKey: 'desks',
      when: { from: start, to: end },
    });
    expect(shown(found)).toEqual({ desks: ['11:00-12:00 6', '12:00-14:00 10'] });
  });

  test('of a closed day is nothing, with the reason and the open days that follow', async () => {
    const holiday = await available('2026-12-25', 'desks');
    expect(holiday.spaces).toMatchObject([{ open: false, stretches: [], because: 'Noël' }]);
    expect(holiday.nextDays.map(String)).toEqual(['2026-12-28', '2026-12-29', '2026-12-30']);
    expect((await available('2026-11-28', 'desks')).spaces).toMatchObject([{ open: false, because: undefined }]);
  });

  test('under a closure is nothing, though the hours are those of every day', async () => {
    await desk.close(['lounge', 'desks'], '2026-11-24T13:00', '2026-11-24T20:00');
    expect(shown(await available(TUESDAY))).toEqual({
      desks: ['09:00-13:00 10', '13:00-18:00 0'],
      lounge: ['09:00-12:30 1', '12:30-18:00 0'],
      kitchen: ['09:00-13:00 1', '13:00-18:00 0'],
      pantry: ['09:00-13:00 1', '13:00-18:00 0'],
    });
  });

  test('when nobody says which day is today’s, then tomorrow’s once today is over', async () => {
    const lea = await desk.person('lea');
    const anyDay = async () => (await desk.core.booking.available(lea, { spaceKey: undefined, when: undefined })).date;
    expect(String(await anyDay())).toBe('2026-11-23');
    desk.at('2026-11-27T18:00');
    expect(String(await anyDay())).toBe('2026-11-30');
  });
});

describe('the bookings of a person', () => {
  test('are those that have not ended, by start, in one space or at one time when asked so', async () => {
    const lea = await desk.person('lea');
    const late = await book('lea', 'desks', TUESDAY, '14:00', '15:00');
    const now = await book('lea', 'kitchen', '2026-11-23', '10:00', '11:00');
    const early = await book('lea', 'lounge', TUESDAY, '9:00', '10:00');
    const ids = async (among?: Parameters<typeof desk.core.booking.toCome>[1]) =>
      (await desk.core.booking.toCome(lea, among)).map(({ id }) => id);
    expect(await ids()).toEqual([now.id, early.id, late.id]);
    expect(await ids({ spaceKey: 'desks' })).toEqual([late.id]);
    expect(await ids({ during: ask('desks', TUESDAY, '10:00', '14:30') })).toEqual([late.id]);
    desk.at('2026-11-23T10:59');
    expect(await ids()).toEqual([now.id, early.id, late.id]);
    desk.at('2026-11-23T11:00');
    expect(await ids()).toEqual([early.id, late.id]);
  });
});
