// An hour said alone, as an appointment is asked for.
import { expect, test } from 'vitest';
import { hourOfDay } from '../../src/chat/options/hour.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { mijoteuse } from '../place/fixture.ts';

const option = hourOfDay('À quelle heure');
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const context = { place: mijoteuse, now, space: undefined };

test.each([
  ['9h45', '9h45'],
  ['9 h 45', '9h45'],
  ['9:45', '9h45'],
  ['14h', '14h'],
  ['14 h', '14h'],
  ['midi', '12h'],
  ['neuf heures', '9h'],
])('« %s » is read, and written back %s', (said, written) => {
  const read = option.parse(said, context);
  expect(read.ok && option.print(read.value, context)).toBe(written);
});

test.each(['9', 'demain', '9h45 demain', '25h', ''])('« %s » is no hour', (said) => {
  expect(option.parse(said, context).ok).toBe(false);
});

test('in a sentence it takes its own words, and leaves the number of the session', () => {
  const found = option.find(tokenize('12 9 h 45'), context);
  if (!found.ok || !found.value) throw new Error('no hour was found');
  expect(found.value.value.toString()).toBe('09:45:00');
  expect(found.value.sentence.tokens.filter(({ taken }) => !taken).map(({ word }) => word)).toEqual(['12']);
});
