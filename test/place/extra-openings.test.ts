import { expect, test } from 'vitest';
import { withOpenings } from '../../src/place/extra-openings.ts';
import { openingOn } from '../../src/place/opening.ts';
import { smallPlace, spaceNamed } from '../support/small-place.ts';

const extra = (day: string, from: string, to: string, spaceKey?: string) => ({
  spaceKey,
  date: Temporal.PlainDate.from(day),
  hours: { start: Temporal.PlainTime.from(from), end: Temporal.PlainTime.from(to) },
  reason: 'x',
});
const shown = (place: ReturnType<typeof smallPlace>, day: string, spaceKey?: string): string =>
  openingOn(place, spaceKey === undefined ? undefined : spaceNamed(place, spaceKey), Temporal.PlainDate.from(day))
    .ranges.map(
      ({ start, end }) => `${start.toString({ smallestUnit: 'minute' })}-${end.toString({ smallestUnit: 'minute' })}`,
    )
    .join(' ');

test.each([
  [
    'a closed day opens at those hours',
    [extra('2026-11-28', '09:00', '12:00')],
    '2026-11-28',
    undefined,
    '09:00-12:00',
  ],
  ['an open day keeps its own hours', [extra('2026-11-26', '18:00', '21:00')], '2026-11-26', undefined, '09:00-21:00'],
  [
    'apart from them, both stand',
    [extra('2026-11-26', '19:00', '21:00')],
    '2026-11-26',
    undefined,
    '09:00-18:00 19:00-21:00',
  ],
  ['a public holiday opens too', [extra('2026-12-25', '10:00', '12:00')], '2026-12-25', 'desks', '10:00-12:00'],
  ['one space alone', [extra('2026-11-28', '09:00', '12:00', 'desks')], '2026-11-28', 'lounge', ''],
  ['and that space', [extra('2026-11-28', '09:00', '12:00', 'desks')], '2026-11-28', 'desks', '09:00-12:00'],
  [
    'two of one day add up',
    [extra('2026-11-28', '09:00', '12:00'), extra('2026-11-28', '11:00', '15:00', 'desks')],
    '2026-11-28',
    'desks',
    '09:00-15:00',
  ],
  ['other days are as they were', [extra('2026-11-28', '09:00', '12:00')], '2026-11-29', undefined, ''],
] as const)('%s', (_, extras, day, spaceKey, expected) => {
  expect(shown(withOpenings(smallPlace(), extras), day, spaceKey)).toBe(expected);
});
