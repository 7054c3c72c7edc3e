import { expect, test } from 'vitest';
import { nameAs } from '../../../src/core/names/rules.ts';

test.each([
  ['hidden', 'Karim Benali', undefined],
  ['first', 'Karim Benali', 'Karim'],
  ['first', '  Anne-Marie   Roux ', 'Anne-Marie'],
  ['first', 'karim_31', 'karim_31'],
  ['full', ' Karim Benali ', 'Karim Benali'],
] as const)('shown as %s, « %s » is %s', (shown, displayName, name) => {
  expect(nameAs(displayName, shown)).toBe(name);
});
