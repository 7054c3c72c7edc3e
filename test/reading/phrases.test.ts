import { afterAll, describe, expect, test } from 'vitest';
import { read, timeOf } from './house.ts';
import { PHRASES } from './phrases.ts';

describe.each(Object.entries(PHRASES))('%s', (category, said) => {
  let right = 0;
  test.each(said)('« %s » is read as: %s', (phrase, time) => {
    expect(timeOf(read(phrase))).toBe(time);
    right += 1;
  });
  afterAll(() => console.log(`${category}: ${right} of ${said.length}`));
});
