import { afterAll, describe, expect, test } from 'vitest';
import { AUDITORS } from './auditors.ts';
import { at, MONDAY_10H, read, timeOf } from './house.ts';
import { NEWCOMERS } from './newcomers.ts';
import { STRANGERS } from './strangers.ts';
import { TOWNSFOLK } from './townsfolk.ts';
import { type Meaning, VOICES } from './voices.ts';

const meaningOf = (phrase: string, now: string | undefined): Meaning => {
  const reading = read(phrase, now === undefined ? MONDAY_10H : at(now));
  return {
    ...(now === undefined ? {} : { now }),
    at: timeOf(reading),
    ...(reading.space === undefined ? {} : { space: reading.space }),
    ...(reading.seats === undefined ? {} : { seats: reading.seats }),
    ...(reading.equipment.length === 0
      ? {}
      : { with: reading.equipment.map(({ key, count }) => `${key} ${count}`).join(', ') }),
    ...(reading.purpose === undefined ? {} : { for: reading.purpose }),
  };
};

// Before the rules that read them were written, 53 of the 186 first voices were understood whole; of the strangers, whose
// sentences came after, 118 of 128 were, at first sight; of the townsfolk, 311 of 393 (their times alone: 344). The
// newcomers spoke once the rules for these were written: 158 of 179 were understood whole at first sight, and 172 times. The
// auditors came in five rounds, before anything was mended for each: 340 of 351, 203 of 231, 154 of 158, 130 of 142, 21 of 25.
// What was misread were mostly words of asking taken for a purpose; no wrong date was read in silence. The corpus keeps 837.
describe.each([VOICES, STRANGERS, TOWNSFOLK, NEWCOMERS, AUDITORS].flatMap((each) => Object.entries(each)))(
  '%s',
  (voice, said) => {
    let right = 0;
    test.each(said)('« %s »', (phrase, meaning) => {
      expect(meaningOf(phrase, meaning.now)).toEqual(meaning);
      right += 1;
    });
    afterAll(() => console.log(`${voice}: ${right} of ${said.length}`));
  },
);
