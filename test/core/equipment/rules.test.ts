import { expect, test } from 'vitest';
import { bookingsToLeave } from '../../../src/core/equipment/rules.ts';
import { hour } from '../../support/ledger.ts';

const row = (sourceId: number, from: number, to: number, seats = 1, kind: 'booking' | 'maintenance' = 'booking') => ({
  resourceKey: 'desks/computer',
  start: hour(from),
  end: hour(to),
  seats,
  whole: false,
  kind,
  sourceId,
});
const day = { start: hour(9), end: hour(18) };

test.each([
  ['nobody, while enough of it is left', [row(1, 9, 12)], 1, []],
  ['the last to have asked', [row(1, 9, 12), row(2, 10, 12)], 1, [2]],
  ['only where there is not enough', [row(1, 9, 10), row(2, 10, 12), row(3, 11, 12)], 1, [3]],
  ['everyone, when none of it works', [row(1, 9, 10), row(2, 11, 12)], 2, [1, 2]],
  ['nobody outside of it', [row(1, 6, 8), row(2, 7, 9)], 2, []],
  ['who asked for two before who asked for one', [row(1, 9, 12), row(2, 9, 12)], 1, [2]],
  ['cannot be: more is broken than there is', [row(1, 9, 12, 2, 'maintenance')], 1, undefined],
] as const)('who goes without: %s', (_, rows, units, leaving) => {
  expect(bookingsToLeave(rows, day, { units, owned: 2 })).toEqual(leaving);
});
