// What goes with several slots: what is left out and why, what else may be meant, and the clock on the wall.
import { describe, expect, test } from 'vitest';
import { spaceOf } from '../../src/place/model.ts';
import type { WhenReading } from '../../src/reading/model.ts';
import { readPhrase } from '../../src/reading/phrase.ts';
import { printWhenAll } from '../../src/reading/print-several.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { findWhen } from '../../src/reading/when.ts';
import { at, MONDAY_10H, mijoteuse, read, timeOf } from './house.ts';
import { from, on } from './voices.ts';

const when = (phrase: string, now = MONDAY_10H): WhenReading => {
  const found = read(phrase, now).when;
  if (found === undefined) throw new Error(`nothing is said of time: ${phrase}`);
  return found;
};

const leftOut = ({ skipped }: WhenReading): readonly string[] =>
  skipped.map(({ date, because }) => `${date} ${because}`);

describe('what is left out is said', () => {
  test.each([
    ['du 24 au 28 décembre', ['2026-12-25 closed', '2026-12-26 closed', '2026-12-27 closed']],
    ['vendredi et samedi', ['2026-11-28 closed']],
    ['tous les vendredis jusqu’au 8 janvier', ['2026-12-25 closed', '2027-01-01 closed']],
    [
      'tous les mardis hors vacances scolaires jusqu’au 5 janvier',
      ['2026-12-22 school_holiday', '2026-12-29 school_holiday'],
    ],
    ['tous les mardis sauf le 8 jusqu’au 22 décembre', ['2026-12-08 excluded']],
    ['la semaine prochaine sauf mercredi', ['2026-12-02 excluded']],
    ['hier et demain', ['2026-11-22 past']],
    ['du 24 décembre 14h au 29 décembre 12h', ['2026-12-25 closed', '2026-12-26 closed', '2026-12-27 closed']],
    ['tous les jours jusqu’au 4 décembre', []],
    ['la semaine prochaine', []],
  ])('« %s »', (phrase, days) => {
    expect(leftOut(when(phrase))).toEqual(days);
  });
});

describe('what is to be shown before it is booked', () => {
  test.each([
    ['demain', false],
    ['mardi matin et jeudi après-midi', false],
    ['la semaine prochaine', true],
    ['du 3 au 5 mars', true],
    ['tous les mardis', true],
    ['vendredi et samedi', true],
    ['hier et demain', true],
    ['du mardi 14h au jeudi 12h', true],
    ['du mardi 14h au mercredi 12h', true],
    ['la première semaine de décembre', true],
    ['les deux premiers lundis de décembre', false],
  ])('« %s »: %s', (phrase, repeats) => {
    expect(when(phrase).repeats).toBe(repeats);
  });
});

describe('what else may be meant is offered', () => {
  const others = (phrase: string): readonly string[] =>
    when(phrase).alternatives.map(({ start }) => start.toPlainDateTime().toString({ smallestUnit: 'minute' }));

  test.each([
    ['lundi', ['2026-11-23T10:00']],
    ['lundi et mardi', ['2026-11-23T10:00', '2026-12-01T09:00']],
    ['tous les lundis à 14h', ['2026-11-23T14:00']],
    ['mardi prochain et jeudi prochain', ['2026-11-24T09:00', '2026-11-26T09:00']],
    ['jeudi ou vendredi matin', ['2026-11-26T09:00', '2026-11-27T09:00']],
    ['dès que possible', ['2026-11-23T10:00', '2026-11-24T09:00', '2026-11-25T09:00']],
    ['au plus vite l’après-midi', ['2026-11-23T13:30', '2026-11-24T13:30', '2026-11-25T13:30']],
    ['ce week-end', ['2026-11-30T09:00', '2026-12-01T09:00', '2026-12-02T09:00']],
    ['mardi et jeudi', []],
  ])('« %s »', (phrase, expected) => {
    expect(others(phrase)).toEqual(expected);
  });
});

describe('the clock on the wall', () => {
  test('a series keeps its hour across both changes of clock', () => {
    for (const [phrase, now] of [
      ['tous les mardis à 14h jusqu’au 10 novembre', at('2026-10-12T10:00')],
      ['tous les mardis à 14h jusqu’au 13 avril', at('2027-03-15T10:00')],
    ] as const) {
      const { slots } = when(phrase, now);
      expect(slots.length).toBeGreaterThan(3);
      expect(new Set(slots.map(({ start, end }) => `${start.hour}-${end.hour}`))).toEqual(new Set(['14-16']));
      expect(new Set(slots.map(({ start }) => start.offset)).size).toBe(2);
    }
  });

  test('a leap day is one of its series, and the turn of the year is passed', () => {
    expect(timeOf(read('tous les mardis du 22 février au 14 mars 2028', at('2028-02-01T10:00')))).toBe(
      on('09:00-18:00', '2028-02-22', '2028-02-29', '2028-03-07', '2028-03-14'),
    );
    expect(timeOf(read('tous les lundis jusqu’au 4 janvier'))).toBe(
      on('09:00-18:00', ...from('2026-11-30', '2027-01-04', 7)),
    );
  });
});

describe('a series without an end', () => {
  test('stops where the space can no longer be booked', () => {
    const { slots } = when('tous les mardis');
    expect(slots.at(-1)?.start.toPlainDate().toString()).toBe('2027-11-23');
  });

  test('stops sooner in a space that is booked less far ahead', () => {
    const space = spaceOf(mijoteuse, 'coworking');
    if (space?.use.by !== 'seat') throw new Error('coworking is taken by seat');
    const near = { ...space, use: { ...space.use, policy: { ...space.use.policy, horizonDays: 15 } } };
    const found = findWhen(tokenize('tous les mardis'), { place: mijoteuse, space: near, now: MONDAY_10H });
    expect(found?.value.slots.map(({ start }) => start.toPlainDate().toString())).toEqual(
      from('2026-11-24', '2026-12-08', 7),
    );
  });

  test('is read for what is let too: the house says that it is', () => {
    expect(when('bureau 1 tous les mardis matin').slots.length).toBeGreaterThan(40);
  });

  test('has sixty slots at most', () => {
    expect(when('tous les jours').slots).toHaveLength(60);
    expect(when('100 mardis').slots).toHaveLength(60);
  });
});

describe('printed', () => {
  test.each([
    ['demain matin', '2026-11-24 9h-12h30'],
    ['demain et jeudi', '2026-11-24 et 2026-11-26'],
    ['demain matin et jeudi', '2026-11-24 9h-12h30 et 2026-11-26 9h-18h'],
    ['tous les mardis matin jusqu’au 2 février', 'tous les mardis 9h-12h30 du 2026-11-24 au 2027-02-02'],
    [
      'un vendredi sur deux à 9h jusqu’au 30 avril',
      'un vendredi sur 2 9h-11h du 2026-11-27 au 2027-04-30 sauf le 2026-12-25',
    ],
    [
      'du 30 novembre au 10 décembre de 9h à 10h',
      '2026-11-30 et 2026-12-01 et 2026-12-02 et 2026-12-03 et 2026-12-04 et 2026-12-07 et 2026-12-08 et 2026-12-09 et 2026-12-10 9h-10h',
    ],
    ['dès que possible', ''],
  ])('« %s » is « %s »', (phrase, words) => {
    expect(printWhenAll(when(phrase))).toBe(words);
  });
});

test('said on a Friday evening or on a Sunday, a week is the one that comes', () => {
  for (const now of [at('2026-11-27T19:00'), at('2026-11-29T11:00')]) {
    expect(timeOf(readPhrase('la semaine prochaine', mijoteuse, now))).toBe(
      on('09:00-18:00', ...from('2026-11-30', '2026-12-04', 1)),
    );
    expect(when('cette semaine', now).problem).toBe('past');
  }
});
