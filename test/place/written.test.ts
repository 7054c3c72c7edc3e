import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nearest } from '../../src/place/near.ts';
import { dayIn, durationIn, folded, rangesIn } from '../../src/place/written.ts';

describe('what people write in a place file', () => {
  it.each([
    ['9:00-12:30', '09:00:00/12:30:00'],
    ['9h-12h30', '09:00:00/12:30:00'],
    ['9 h – 12 h 30', '09:00:00/12:30:00'],
    ['9\u00a0h à 12\u00a0h\u00a030', '09:00:00/12:30:00'],
    ['09:00 - 12:00, 14:00 - 18:00', '09:00:00/12:00:00 14:00:00/18:00:00'],
    ['9h-12h et 14h-18h', '09:00:00/12:00:00 14:00:00/18:00:00'],
    ['00:00-23:59', '00:00:00/23:59:00'],
  ])('%j is hours', (text, expected) => {
    expect(
      rangesIn(text)
        ?.map(({ start, end }) => `${start}/${end}`)
        .join(' '),
    ).toBe(expected);
  });

  it.each([[''], ['9-12'], ['9h'], ['9h-12h-14h'], ['24:00-25:00'], ['9:60-10:00'], ['matin'], ['9h-12h,']])(
    '%j is not hours',
    (text) => expect(rangesIn(text)).toBeUndefined(),
  );

  it.each([
    ['30 min', 30],
    ['45 minutes', 45],
    ['2 h', 120],
    ['2 heures', 120],
    ['1 h 30', 90],
    ['1h05', 65],
    ['1 jour', 1440],
    ['365 jours', 525_600],
    ['0 min', 0],
  ])('%j lasts %d minutes', (text, minutes) => expect(durationIn(text)?.total('minutes')).toBe(minutes));

  it.each([[''], ['30'], ['-1 h'], ['une heure'], ['1.5 h'], ['99999999 jours'], ['2 semaines']])(
    '%j is not a duration',
    (text) => expect(durationIn(text)).toBeUndefined(),
  );

  it.each([
    ['2026-12-24', '2026-12-24'],
    ['24/12/2026', '2026-12-24'],
    ['1/2/2027', '2027-02-01'],
    ['2028-02-29', '2028-02-29'],
  ])('%j is the day %s', (text, expected) => expect(dayIn(text)?.toString()).toBe(expected));

  it.each([[''], ['2027-02-29'], ['31/11/2026'], ['24/12'], ['12-24-2026'], ['2026-13-01'], ['Noël']])(
    '%j is not a day',
    (text) => expect(dayIn(text)).toBeUndefined(),
  );

  test('no text at all makes them throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        rangesIn(text);
        durationIn(text);
        dayIn(text);
        folded(text);
      }),
    );
  });

  test('every range that can be printed is read back', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const at = (of: number) => Temporal.PlainTime.from({ hour: Math.floor(of / 60), minute: of % 60 });
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const [start, end] = [at(from), at(to)];
        const text = `${start.toString({ smallestUnit: 'minute' })} – ${end.toString({ smallestUnit: 'minute' })}`;
        expect(rangesIn(text)?.map((range) => `${range.start} ${range.end}`)).toEqual([`${start} ${end}`]);
      }),
    );
  });
});

describe('one name, several spellings', () => {
  it.each([
    ['Espace d’expression', "ESPACE D'EXPRESSION"],
    ['co-working', 'Co Working'],
    ['Pôle emploi', 'pole  emploi'],
    ['cœur', 'coeur'],
  ])('%j is %j', (a, b) => expect(folded(a)).toBe(folded(b)));

  it.each([
    ['capacite', 'capacité'],
    ['equipment', 'équipement'],
    ['marid', 'mardi'],
  ])('a slip as %j suggests %j', (typed, meant) =>
    expect(nearest(typed, ['capacité', 'équipement', 'mardi', 'surface'])).toBe(meant),
  );

  test('what is far from everything suggests nothing', () => {
    expect(nearest('piscine', ['capacité', 'équipement', 'mardi'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});
