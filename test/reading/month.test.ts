// A whole month, and the months that are something else.
import { describe, expect, test } from 'vitest';
import { findMonth, parseMonth } from '../../src/reading/month.ts';
import { tokenize } from '../../src/reading/tokenize.ts';

const now = Temporal.ZonedDateTime.from('2026-11-23T10:00[Europe/Paris]');
const found = (text: string) => findMonth(tokenize(text), now)?.value.toString();

describe('a whole month', () => {
  test.each([
    ['décembre', '2026-12'],
    ['DECEMBRE', '2026-12'],
    ['en décembre', '2026-12'],
    ['au mois de décembre', '2026-12'],
    ['coworking décembre', '2026-12'],
    ['le mois d’août', '2027-08'],
    ['mars 2027', '2027-03'],
    ['en mai', '2027-05'],
    ['novembre', '2026-11'],
    ['octobre', '2027-10'],
    ['octobre 2026', '2026-10'],
    ['janv', '2027-01'],
    ['mois', '2026-11'],
    ['le mois', '2026-11'],
    ['ce mois-ci', '2026-11'],
    ['ce mois', '2026-11'],
    ['tout le mois', '2026-11'],
    ['le mois prochain', '2026-12'],
    ['mois prochain', '2026-12'],
    ['le mois dernier', '2026-10'],
    ['qu’est-ce qui est libre en décembre ?', '2026-12'],
  ])('« %s » is %s', (text, month) => {
    expect(found(text)).toBe(month);
  });

  test.each([
    'le 5 décembre',
    '5 décembre 2026',
    'le 1er décembre',
    'jeudi 3 décembre',
    'du 3 au 5 mars',
    'le premier mardi de décembre',
    'le premier mardi du mois',
    'fin décembre',
    'début du mois',
    'mi-décembre',
    'jusqu’à décembre',
    'après décembre',
    'de mars à mai',
    'mars et avril',
    'dans un mois',
    'dans 2 mois',
    'mar matin',
    'sept personnes',
    'demain',
    '',
  ])('« %s » is none', (text) => {
    expect(found(text)).toBeUndefined();
  });

  test('takes its own words, and leaves the others', () => {
    const sentence = findMonth(tokenize('coworking en décembre 2026 avec un ordinateur'), now)?.sentence;
    expect(sentence?.tokens.filter(({ taken }) => !taken).map(({ word }) => word)).toEqual([
      'coworking',
      'avec',
      'un',
      'ordinateur',
    ]);
  });
});

describe('a field', () => {
  test.each([
    ['décembre', '2026-12'],
    ['2027-03', '2027-03'],
    ['03/2027', '2027-03'],
    [' 3/2027 ', '2027-03'],
    ['décembre 2026', '2026-12'],
  ])('« %s » is %s', (text, month) => {
    expect(parseMonth(text, now)?.toString()).toBe(month);
  });

  test.each(['13/2027', '0/2027', 'demain', 'décembre matin', '5 décembre', ''])('« %s » is none', (text) => {
    expect(parseMonth(text, now)).toBeUndefined();
  });
});
