import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Board } from '../../../src/core/booking/board.ts';
import { smallPlace } from '../../support/small-place.ts';
import { asks, bookingOf, type Desk, openDesk } from './desk.ts';

const place = smallPlace();
const ask = asks(place);
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(place);
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const hour = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' });

const book = async (name: string, ...request: Parameters<typeof ask>) =>
  bookingOf(await desk.core.booking.book(await desk.person(name), ask(...request), `${name} ${request.join(' ')}`));

const boards = async (name: string, first: string, last: string, spaceKey?: string) =>
  desk.core.booking.boards(await desk.person(name), {
    spaceKey,
    first: Temporal.PlainDate.from(first),
    last: Temporal.PlainDate.from(last),
  });

/** « 09:00-12:00 6 mine ». */
const shown = ({ days }: Board, date: string): readonly string[] =>
  (days.find((each) => each.date.toString() === date)?.cells ?? []).map(({ start, end, freeSeats, ...marks }) =>
    [
      `${hour(start)}-${hour(end)}`,
      freeSeats,
      ...(['mine', 'closed', 'past'] as const).filter((mark) => marks[mark]),
    ].join(' '),
  );

const cellsOf = async (name: string, spaceKey: string, date: string) => {
  const [board] = await boards(name, MONDAY, '2026-11-29', spaceKey);
  if (!board) throw new Error(`no board of ${spaceKey}`);
  return shown(board, date);
};

describe('the board of a week', () => {
  test('has each space that can be booked and each day, the closed ones empty', async () => {
    const all = await boards('lea', MONDAY, '2026-11-29');
    expect(all.map(({ spaceKey, capacitySeats }) => [spaceKey, capacitySeats])).toEqual([
      ['desks', 10],
      ['lounge', 1],
      ['kitchen', 1],
      ['pantry', 1],
    ]);
    expect(all[0]?.days.map(({ date, cells }) => [date.dayOfWeek, cells.length > 0])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, true],
      [6, false],
      [7, false],
    ]);
    expect(await boards('lea', MONDAY, '2026-11-29', 'office')).toEqual([]);
  });

  test('shows one’s own stays to oneself, and only their seats to others', async () => {
    await book('lea', 'desks', TUESDAY, '9:00', '12:00', { people: 4 });
    expect(await cellsOf('lea', 'desks', TUESDAY)).toEqual(['09:00-12:00 6 mine', '12:00-18:00 10']);
    expect(await cellsOf('karim', 'desks', TUESDAY)).toEqual(['09:00-12:00 6', '12:00-18:00 10']);
  });

  test('cuts at the ends of one’s own stay, where the number of free seats may not change', async () => {
    await book('lea', 'desks', TUESDAY, '10:00', '12:00', { people: 2 });
    await book('karim', 'desks', TUESDAY, '12:00', '14:00', { people: 2 });
    expect(await cellsOf('lea', 'desks', TUESDAY)).toEqual([
      '09:00-10:00 10',
      '10:00-12:00 8 mine',
      '12:00-14:00 8',
      '14:00-18:00 10',
    ]);
    expect(await cellsOf('ana', 'desks', TUESDAY)).toEqual(['09:00-10:00 10', '10:00-14:00 8', '14:00-18:00 10']);
  });

  test('gives whoever has a space what is inside it, without the time kept around', async () => {
    await book('lea', 'lounge', TUESDAY, '15:00', '16:00');
    expect(await cellsOf('lea', 'lounge', TUESDAY)).toContain('15:00-16:00 0 mine');
    expect(await cellsOf('lea', 'pantry', TUESDAY)).toContain('15:00-16:00 0 mine');
    expect(await cellsOf('karim', 'pantry', TUESDAY)).toEqual(
      (await cellsOf('karim', 'pantry', TUESDAY)).filter((cell) => !cell.includes('mine')),
    );
    await book('ana', 'pantry', TUESDAY, '9:00', '10:00');
    expect((await cellsOf('ana', 'lounge', TUESDAY)).join()).not.toContain('mine');
  });

  test('tells what is closed from what is full', async () => {
    await desk.close(['desks'], '2026-11-24T13:00', '2026-11-24T15:00');
    await book('karim', 'desks', TUESDAY, '15:00', '16:00', { people: 10 });
    expect(await cellsOf('lea', 'desks', TUESDAY)).toEqual([
      '09:00-13:00 10',
      '13:00-15:00 0 closed',
      '15:00-16:00 0',
      '16:00-18:00 10',
    ]);
  });

  test('knows what is over, to the half hour that is running', async () => {
    desk.at('2026-11-24T10:10');
    expect(await cellsOf('lea', 'desks', TUESDAY)).toEqual(['09:00-10:00 10 past', '10:00-18:00 10']);
    expect(await cellsOf('lea', 'desks', MONDAY)).toEqual(['09:00-18:00 10 past']);
  });

  test('agrees with what is free that day', async () => {
    await book('a', 'desks', TUESDAY, '9:00', '12:00', { people: 4 });
    await book('b', 'desks', TUESDAY, '11:00', '14:00', { people: 6 });
    await book('c', 'lounge', TUESDAY, '9:30', '11:00');
    const from = Temporal.PlainDate.from(TUESDAY).toZonedDateTime(place.timeZone);
    const lea = await desk.person('lea');
    const free = await desk.core.booking.available(lea, {
      spaceKey: undefined,
      when: { from, to: from.add({ days: 1 }) },
    });
    const all = await boards('lea', TUESDAY, TUESDAY);
    for (const { spaceKey, stretches } of free.spaces) {
      const board = all.find((each) => each.spaceKey === spaceKey);
      if (!board) throw new Error(`no board of ${spaceKey}`);
      expect(shown(board, TUESDAY)).toEqual(
        stretches.map(({ start, end, freeSeats }) => `${hour(start)}-${hour(end)} ${freeSeats}`),
      );
    }
  });
});

describe('how full a day is', () => {
  const shareOn = async (date: string, spaceKey = 'desks') =>
    (await boards('lea', '2026-11-01', '2026-12-31', spaceKey))[0]?.days.find((day) => day.date.toString() === date);

  test('is the share of its seats and hours, of what is left of it', async () => {
    await book('a', 'desks', TUESDAY, '9:00', '18:00', { people: 5 });
    await book('b', 'desks', TUESDAY, '9:00', '13:30', { people: 5 });
    expect((await shareOn(TUESDAY))?.takenShare).toBe(0.75);
    desk.at('2026-11-24T13:30');
    expect((await shareOn(TUESDAY))?.takenShare).toBe(0.5);
    desk.at('2026-11-24T18:00');
    expect((await shareOn(TUESDAY))?.takenShare).toBeUndefined();
  });

  test('leaves out what is closed, and says why', async () => {
    await desk.close(['desks'], '2026-11-24T09:00', '2026-11-24T13:30');
    await book('a', 'desks', TUESDAY, '13:30', '18:00', { people: 10 });
    expect((await shareOn(TUESDAY))?.takenShare).toBe(1);
    expect(await shareOn('2026-12-25')).toMatchObject({ cells: [], because: 'Noël', takenShare: undefined });
  });
});
