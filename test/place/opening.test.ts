import { describe, expect, it, test } from 'vitest';
import { holidayOn, holidaysOf } from '../../src/place/holidays.ts';
import type { Place } from '../../src/place/model.ts';
import { spaceOf } from '../../src/place/model.ts';
import { nextOpenDays, openIntervals, openingOn } from '../../src/place/opening.ts';
import { mijoteuse, tisane } from './fixture.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const closedOn = (place: Place, iso: string, space?: string) =>
  openingOn(place, space === undefined ? undefined : spaceOf(place, space), day(iso)).closed;
const intervals = (place: Place, iso: string, space?: string) =>
  openIntervals(place, space === undefined ? undefined : spaceOf(place, space), day(iso)).map(
    ({ start, end }) => `${start.toString({ timeZoneName: 'never' })}/${end.toString({ timeZoneName: 'never' })}`,
  );
const open = (place: Place, from: string, count: number, notAfter?: string, space?: string) =>
  nextOpenDays(
    place,
    space === undefined ? undefined : spaceOf(place, space),
    day(from),
    count,
    notAfter === undefined ? undefined : day(notAfter),
  ).map(String);

describe('French public holidays', () => {
  it('has the eleven of 2027, each on its day', () => {
    expect(holidaysOf(2027).map(({ date, key }) => `${date} ${key}`)).toEqual([
      '2027-01-01 new-year',
      '2027-03-29 easter-monday',
      '2027-05-01 labour-day',
      '2027-05-06 ascension',
      '2027-05-08 victory-1945',
      '2027-05-17 whit-monday',
      '2027-07-14 national-day',
      '2027-08-15 assumption',
      '2027-11-01 all-saints',
      '2027-11-11 armistice',
      '2027-12-25 christmas',
    ]);
  });

  // Easter Sundays published by the astronomers, with the earliest and the latest of two centuries.
  it.each([['2008-03-23'], ['2011-04-24'], ['2024-03-31'], ['2026-04-05'], ['2035-03-25'], ['2038-04-25']])(
    'puts Easter Monday, Ascension and Whit Monday after Easter %s',
    (easter) => {
      const keysOn = (days: number) => {
        const date = day(easter).add({ days });
        return holidaysOf(date.year).flatMap((holiday) => (holiday.date.equals(date) ? [holiday.key] : []));
      };
      expect(keysOn(1)).toContain('easter-monday');
      expect(keysOn(39)).toContain('ascension');
      expect(keysOn(50)).toContain('whit-monday');
    },
  );

  it('names them in French, and other days not at all', () => {
    expect(holidayOn(day('2027-03-29'))).toBe('Lundi de Pâques');
    expect(holidayOn(day('2026-12-25'))).toBe('Noël');
    expect(holidayOn(day('2026-11-24'))).toBeUndefined();
    expect(holidayOn(day('2027-05-30'))).toBeUndefined();
  });

  it('answers for any year, even one that has no calendar', () => {
    for (const year of [-5, 0, 1, 1900, 2199, 2200, 99_999]) expect(Array.isArray(holidaysOf(year))).toBe(true);
    expect(holidaysOf(2199)).toHaveLength(11);
  });
});

describe('a place on a given day', () => {
  it('is open as its week says', () => {
    expect(intervals(mijoteuse, '2026-11-24')).toEqual(['2026-11-24T09:00:00+01:00/2026-11-24T18:00:00+01:00']);
    expect(intervals(mijoteuse, '2026-07-01')).toEqual(['2026-07-01T09:00:00+02:00/2026-07-01T18:00:00+02:00']);
    expect(intervals(tisane, '2026-11-25')).toEqual([
      '2026-11-25T10:00:00-04:00/2026-11-25T12:00:00-04:00',
      '2026-11-25T16:00:00-04:00/2026-11-25T22:00:00-04:00',
    ]);
  });

  it('says why it is closed: the weekday, the holiday by its name, the exception by its reason', () => {
    expect(closedOn(mijoteuse, '2026-11-28')).toEqual({ because: 'weekday' });
    expect(closedOn(mijoteuse, '2027-03-29')).toEqual({ because: 'holiday', name: 'Lundi de Pâques' });
    expect(closedOn(mijoteuse, '2026-11-11')).toEqual({ because: 'holiday', name: 'Armistice de 1918' });
    expect(closedOn(tisane, '2026-12-22')).toEqual({ because: 'exception', reason: 'congés' });
  });

  it('stays open on holidays where the file says so', () => {
    expect(closedOn(tisane, '2026-11-11')).toBeUndefined();
    expect(closedOn(tisane, '2026-11-01')).toBeUndefined();
  });

  it('opens for an exception on a day otherwise closed', () => {
    expect(closedOn(tisane, '2026-11-28')).toBeUndefined();
    expect(intervals(tisane, '2026-11-28')).toEqual(['2026-11-28T09:00:00-04:00/2026-11-28T20:00:00-04:00']);
  });

  it('includes the first and the last day of an exception, and no other', () => {
    expect(closedOn(tisane, '2026-12-20')).toMatchObject({ because: 'exception' });
    expect(closedOn(tisane, '2027-01-05')).toMatchObject({ because: 'exception' });
    expect(closedOn(tisane, '2027-01-06')).toBeUndefined();
  });
});

describe('a space with its own hours', () => {
  it('follows them instead of the place’s week', () => {
    expect(intervals(tisane, '2026-12-05', 'studio-son')).toEqual([
      '2026-12-05T20:00:00-04:00/2026-12-05T23:00:00-04:00',
    ]);
    expect(closedOn(tisane, '2026-11-24', 'studio-son')).toEqual({ because: 'weekday' });
  });

  it('may close on holidays that the place keeps', () => {
    expect(closedOn(tisane, '2027-05-08', 'studio-son')).toMatchObject({ because: 'holiday' });
  });

  it('closes with its place, unless it says otherwise for that day', () => {
    expect(closedOn(tisane, '2027-01-02', 'studio-son')).toEqual({ because: 'exception', reason: 'congés' });
    expect(intervals(tisane, '2026-12-26', 'studio-son')).toEqual([
      '2026-12-26T20:00:00-04:00/2026-12-26T22:00:00-04:00',
    ]);
  });

  it('has the place’s hours when it has none', () => {
    expect(intervals(mijoteuse, '2026-11-24', 'coworking')).toEqual(intervals(mijoteuse, '2026-11-24'));
  });
});

describe('a day that changes clocks', () => {
  const always: Place = {
    ...mijoteuse,
    hours: {
      closedOnPublicHolidays: false,
      exceptions: [],
      weekly: { 7: [{ start: new Temporal.PlainTime(0), end: new Temporal.PlainTime(12) }] },
    },
  };
  const hoursOpen = (place: Place, iso: string) =>
    openIntervals(place, undefined, day(iso)).map(({ start, end }) => start.until(end).total('hours'));

  it('has one hour more on 25 October 2026, one less on 28 March 2027', () => {
    expect(hoursOpen(always, '2026-10-25')).toEqual([13]);
    expect(hoursOpen(always, '2027-03-28')).toEqual([11]);
    expect(hoursOpen(always, '2026-10-18')).toEqual([12]);
    expect(intervals(always, '2026-10-25')).toEqual(['2026-10-25T00:00:00+02:00/2026-10-25T12:00:00+01:00']);
  });

  it('drops what the clock skips, and keeps the rest', () => {
    const night = (start: string, end: string): Place => ({
      ...always,
      hours: {
        ...always.hours,
        weekly: { 7: [{ start: Temporal.PlainTime.from(start), end: Temporal.PlainTime.from(end) }] },
      },
    });
    expect(intervals(night('02:00', '03:00'), '2027-03-28')).toEqual([]);
    expect(intervals(night('02:00', '05:00'), '2027-03-28')).toEqual([
      '2027-03-28T03:00:00+02:00/2027-03-28T05:00:00+02:00',
    ]);
  });
});

describe('the next open days', () => {
  it('come strictly after the day given, over weekends and holidays', () => {
    expect(open(mijoteuse, '2026-11-27', 3)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02']);
    expect(open(mijoteuse, '2027-03-26', 2)).toEqual(['2027-03-30', '2027-03-31']);
    expect(open(tisane, '2026-12-19', 1)).toEqual(['2027-01-06']);
    expect(open(tisane, '2026-12-19', 2, undefined, 'studio-son')).toEqual(['2026-12-26', '2027-01-09']);
  });

  it('stop at the last day allowed, itself included', () => {
    expect(open(mijoteuse, '2026-11-27', 3, '2026-12-01')).toEqual(['2026-11-30', '2026-12-01']);
    expect(open(mijoteuse, '2026-11-27', 3, '2026-11-27')).toEqual([]);
    expect(open(mijoteuse, '2026-11-27', 0)).toEqual([]);
  });

  test('a place that never opens has none, and the search ends', () => {
    expect(open({ ...mijoteuse, hours: { ...mijoteuse.hours, weekly: {} } }, '2026-11-27', 3)).toEqual([]);
  });
});
