import { describe, expect, test } from 'vitest';
import type { Board, Cell } from '../../../src/core/booking/board.ts';
import type { Closure } from '../../../src/core/closures/model.ts';
import { opennessOf, spaceNow } from '../../../src/core/showing/rules.ts';
import type { Place } from '../../../src/place/model.ts';
import { mijoteuse, tisane } from '../../place/fixture.ts';

const at = (place: Place, local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(place.timeZone);
const bookable = mijoteuse.spaces.filter(({ use }) => use.by !== 'lease').map(({ key }) => key);
const closure = (from: string, to: string, spaceKeys: readonly string[] = bookable): Closure => ({
  id: 1,
  start: at(mijoteuse, from).toInstant(),
  end: at(mijoteuse, to).toInstant(),
  reason: 'travaux',
  spaceKeys,
});

/** « open until 18:00 », « closed (Noël) until 2026-12-28 09:00 ». */
const said = (place: Place, local: string, closures: readonly Closure[] = []): string => {
  const openness = opennessOf(place, closures, at(place, local));
  const time = (moment: Temporal.ZonedDateTime | undefined) =>
    moment?.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ') ?? 'who knows';
  return openness.open
    ? `open until ${time(openness.until)}`
    : `closed (${openness.because ?? ''}) until ${time(openness.next)}`;
};

describe('a place is', () => {
  test.each([
    [mijoteuse, '2026-11-23T09:00', 'open until 2026-11-23 18:00'],
    [mijoteuse, '2026-11-23T08:59', 'closed () until 2026-11-23 09:00'],
    [mijoteuse, '2026-11-23T18:00', 'closed () until 2026-11-24 09:00'],
    [mijoteuse, '2026-12-25T10:00', 'closed (Noël) until 2026-12-28 09:00'],
    [tisane, '2026-11-25T11:00', 'open until 2026-11-25 12:00'],
    [tisane, '2026-11-25T13:00', 'closed () until 2026-11-25 16:00'],
    [tisane, '2026-12-24T10:00', 'closed (congés) until 2027-01-06 10:00'],
  ] as const)('%#: by its usual hours, at %s', (place, local, expected) => {
    expect(said(place, local)).toBe(expected);
  });

  test.each([
    [
      'open until a closure of all of it begins',
      '2026-11-23T10:00',
      closure('2026-11-23T12:00', '2026-11-23T14:00'),
      'open until 2026-11-23 12:00',
    ],
    [
      'closed while it lasts, then open again',
      '2026-11-23T13:00',
      closure('2026-11-23T12:00', '2026-11-23T14:00'),
      'closed (travaux) until 2026-11-23 14:00',
    ],
    [
      'closed over several days',
      '2026-11-23T13:00',
      closure('2026-11-23T00:00', '2026-11-26T00:00'),
      'closed (travaux) until 2026-11-26 09:00',
    ],
    [
      'closed for longer than one looks ahead',
      '2026-11-23T13:00',
      closure('2026-11-23T00:00', '2027-11-23T00:00'),
      'closed (travaux) until who knows',
    ],
    [
      'open though one of its spaces is not',
      '2026-11-23T13:00',
      closure('2026-11-23T00:00', '2026-11-26T00:00', ['cuisine']),
      'open until 2026-11-23 18:00',
    ],
  ] as const)('%s', (_, local, one, expected) => {
    expect(said(mijoteuse, local, [one])).toBe(expected);
  });
});

describe('a space is', () => {
  const cell = (from: string, to: string, freeSeats: number, closed = false): Cell => ({
    start: at(mijoteuse, `2026-11-23T${from}`),
    end: at(mijoteuse, `2026-11-23T${to}`),
    freeSeats,
    closed,
    mine: false,
    past: false,
  });
  const day: Board = {
    spaceKey: 'coworking',
    capacitySeats: 10,
    days: [
      {
        date: Temporal.PlainDate.from('2026-11-23'),
        because: undefined,
        takenShare: undefined,
        // Cut at ten, where nothing changes but that it is now.
        cells: [
          cell('09:00', '10:00', 8),
          cell('10:00', '12:00', 8),
          cell('12:00', '13:00', 0),
          cell('14:00', '16:00', 10, true),
          cell('16:00', '18:00', 10),
        ],
      },
    ],
  };

  test.each([
    ['08:00', 'shut 0 until 09:00'],
    ['09:30', 'free 8 until 12:00'],
    ['12:30', 'full 0 until 13:00'],
    ['13:30', 'shut 0 until 16:00'],
    ['15:00', 'closed 0 until 16:00'],
    ['17:00', 'free 10 until the end'],
    ['19:00', 'shut 0 until the end'],
  ])('at %s: %s', (local, expected) => {
    const { state, freeSeats, until } = spaceNow(day, at(mijoteuse, `2026-11-23T${local}`));
    expect(
      `${state} ${freeSeats} until ${until?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? 'the end'}`,
    ).toBe(expected);
  });
});
