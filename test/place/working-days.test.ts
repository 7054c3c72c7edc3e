import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, workingDaysAfter } from '../../src/place/working-days.ts';

const after = (date: string, count: number): string =>
  workingDaysAfter(Temporal.PlainDate.from(date), count).toString();

describe('working days', () => {
  test.each([
    ['a Monday, five days on', '2026-11-23', 5, '2026-11-30'],
    ['a Monday, ten days on', '2026-11-23', 10, '2026-12-07'],
    ['a Monday, twenty days on', '2026-11-23', 20, '2026-12-21'],
    ['a Friday, one day on', '2026-11-27', 1, '2026-11-30'],
    ['a Saturday counts from the Monday that follows', '2026-11-28', 1, '2026-11-30'],
    ['a Sunday, five days on', '2026-11-29', 5, '2026-12-04'],
    ['none on is the day itself', '2026-11-28', 0, '2026-11-28'],
    ['Easter Monday is no working day', '2026-04-03', 1, '2026-04-07'],
    ['Easter Monday 2027, in March', '2027-03-26', 1, '2027-03-30'],
    ['the first of May on a Friday', '2026-04-30', 1, '2026-05-04'],
    ['May 2026 has four of them: the 1st, the 8th, Ascension and Whit Monday', '2026-04-30', 20, '2026-06-03'],
    [
      'May 2027, where the 1st and the 8th are Saturdays, and Ascension and Whit Monday are not',
      '2027-04-30',
      10,
      '2027-05-18',
    ],
    ['Ascension on a Thursday', '2026-05-13', 1, '2026-05-15'],
    ['the 14th of July', '2026-07-13', 1, '2026-07-15'],
    ['the 15th of August on a Saturday changes nothing', '2026-08-14', 1, '2026-08-17'],
    ['the 11th of November', '2026-11-10', 1, '2026-11-12'],
    ['Christmas and New Year, on Fridays', '2026-12-24', 5, '2027-01-04'],
    ['over the end of the year', '2026-12-31', 1, '2027-01-04'],
  ])('%s', (_, from, count, expected) => {
    expect(after(from, count)).toBe(expected);
  });

  test('counted one by one, they are as many, and none lies between', () => {
    const dates = fc.integer({ min: 0, max: 8000 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 25 }), (from, count) => {
        const last = workingDaysAfter(from, count);
        let found = 0;
        for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
          if (isWorkingDay(day)) found += 1;
        expect(found).toBe(count);
        expect(isWorkingDay(last)).toBe(true);
      }),
    );
  });
});
