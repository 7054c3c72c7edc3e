// The pictures themselves: what they say, that it can be read, and how long they take.
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { daySvg } from '../../src/pictures/day.ts';
import { monthSvg } from '../../src/pictures/month.ts';
import { fontFiles, pngOf } from '../../src/pictures/png.ts';
import type { Svg } from '../../src/pictures/svg.ts';
import { weekSvg } from '../../src/pictures/week.ts';
import { mijoteuse, tisane } from '../place/fixture.ts';
import { spaceNamed } from '../support/small-place.ts';
import { boardIn, type Situation } from './situations.ts';

const NBSP = '\u00a0';

const date = (text: string) => Temporal.PlainDate.from(text);
const todayIn = ({ now }: Situation) => Temporal.PlainDateTime.from(now).toPlainDate();

const week = (situation: Situation, key: string, monday: string, asked = monday): Svg => {
  const space = spaceNamed(situation.place, key);
  const board = boardIn(situation, space, monday, 7);
  return weekSvg({ place: situation.place, space, board, asked: date(asked), today: todayIn(situation) });
};

const month = (situation: Situation, key: string, first: string): Svg => {
  const space = spaceNamed(situation.place, key);
  const board = boardIn(situation, space, first, date(first).daysInMonth);
  return monthSvg({ place: situation.place, space, board, today: todayIn(situation) });
};

const day = (situation: Situation, on: string): Svg => {
  const spaces = situation.place.spaces.filter(({ use }) => use.by !== 'lease');
  const boards = spaces.map((space) => boardIn(situation, space, on, 1));
  return daySvg({ place: situation.place, date: date(on), boards, today: todayIn(situation) });
};

/** The words of a picture, in the order in which they are drawn. */
const wordsIn = ({ markup }: Svg): readonly string[] =>
  [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words);

const now = '2026-11-23T10:10';
const empty: Situation = { place: mijoteuse, now };

const mixed: Situation = {
  place: mijoteuse,
  now,
  held: [
    ['coworking', '2026-11-24 9:00-12:30', 4],
    ['coworking', '2026-11-24 14:00-18:00', 10],
    ['coworking', '2026-11-25 13:00-13:30', 5],
    ['coworking', '2026-11-26 9:00-13:00', undefined, 'closure'],
    ['coworking', '2026-11-27 9:00-12:00', 3],
    ['coworking', '2026-11-27 10:00-11:00', 2],
    ['expression', '2026-11-24 14:00-16:00'],
  ],
  own: [['coworking', '2026-11-27 9:00-12:00']],
};

const evenings: Situation = {
  place: tisane,
  now: '2026-11-17T15:00',
  held: [['atelier-bois', '2026-11-20 21:00-23:30', 3]],
};

describe('the week of a space', () => {
  test('says its seats, its hours, what is full, what is closed and what is one’s own', () => {
    const words = wordsIn(week(mixed, 'coworking', '2026-11-23', '2026-11-24'));
    expect(words).toEqual(
      expect.arrayContaining([
        'Espace de coworking',
        `10${NBSP}places en tout`,
        `Semaine du lundi 23 au vendredi 27${NBSP}novembre 2026`,
        `9${NBSP}h`,
        `18${NBSP}h`,
        'passé',
        'complet',
        'fermé',
        'à vous',
        'La Mijoteuse',
        `Vu le lundi 23${NBSP}novembre 2026`,
      ]),
    );
    expect(words.slice(words.indexOf('mardi'), words.indexOf('mercredi'))).toEqual([
      'mardi',
      '24',
      '6',
      'places libres',
      '10',
      'places libres',
      'complet',
    ]);
  });

  test('shows a stay of one’s own once, with the fewest seats that are left meanwhile', () => {
    const words = wordsIn(week(mixed, 'coworking', '2026-11-23'));
    const friday = words.slice(words.indexOf('vendredi'));
    expect(friday.slice(0, 4)).toEqual(['vendredi', '27', 'à vous', expect.stringContaining(`5${NBSP}places`)]);
  });

  test('of a space taken whole is free or occupied, without numbers', () => {
    const words = wordsIn(week(mixed, 'expression', '2026-11-23'));
    expect(words).toContain('se réserve en entier');
    expect(words.slice(words.indexOf('mardi'), words.indexOf('mercredi'))).toEqual([
      'mardi',
      '24',
      'libre',
      'occupé',
      'libre',
    ]);
  });

  test('names the public holiday', () => {
    const words = wordsIn(week(empty, 'coworking', '2026-12-21', '2026-12-24'));
    expect(words.slice(words.indexOf('vendredi')).slice(0, 4)).toEqual(['vendredi', '25', 'fermé', 'Noël']);
  });

  test('has the columns of the days that may be open, and the exceptional ones', () => {
    const usual = wordsIn(week(evenings, 'studio-son', '2026-11-16'));
    expect(usual).toContain('samedi');
    expect(usual).not.toContain('vendredi');
    const withFeast = wordsIn(week(evenings, 'atelier-bois', '2026-11-23'));
    expect(withFeast).toEqual(expect.arrayContaining(['mar.', 'sam.', 'dim.', `8${NBSP}h`, 'minuit']));
    expect(withFeast).not.toContain('lun.');
  });

  test('keeps the hours of the wall across both changes of clock', () => {
    for (const monday of ['2026-10-19', '2026-10-26', '2027-03-22', '2027-03-29']) {
      const situation: Situation = {
        place: mijoteuse,
        now: '2026-10-01T08:00',
        held: [['coworking', `${date(monday).add({ days: 3 })} 9:00-11:00`, 4]],
      };
      const words = wordsIn(week(situation, 'coworking', monday));
      const thursday = words.slice(words.indexOf('jeudi'), words.indexOf('vendredi'));
      expect(thursday.slice(2)).toEqual(['6', 'places libres', '10', 'places libres']);
    }
  });

  test.each([
    ['goes back', '2026-10-19'],
    ['goes forward', '2027-03-22'],
  ])('of a night on which the clock %s shows what is full', (_, monday) => {
    const night = [{ start: Temporal.PlainTime.from('00:00'), end: Temporal.PlainTime.from('06:00') }];
    const hours = { weekly: { 7: night }, closedOnPublicHolidays: false, exceptions: [] };
    const sunday = date(monday).add({ days: 6 });
    const situation: Situation = {
      place: { ...mijoteuse, hours },
      now: '2026-10-01T08:00',
      held: [['coworking', `${sunday} 1:30-2:00`, 10]],
    };
    const svg = week(situation, 'coworking', monday, String(sunday));
    const words = wordsIn(svg);
    expect(words.slice(words.indexOf('25') + 1).filter((said) => said === 'complet').length).toBeGreaterThan(0);
    expect(svg.markup).not.toMatch(/(?:width|height)="-|NaN|Infinity/);
  });
});

describe('the day of every space', () => {
  test('has a row for each that can be booked, and none for an office', () => {
    const words = wordsIn(day(mixed, '2026-11-24'));
    expect(words).toEqual(
      expect.arrayContaining(['Espace d’expression', 'Espace de coworking', 'Espace de convivialité', 'Cuisine']),
    );
    expect(words.join()).not.toContain('Bureau');
  });

  test('says why all is closed', () => {
    expect(wordsIn(day(empty, '2026-12-25')).filter((words) => words === 'fermé (Noël)')).toHaveLength(4);
  });

  test('of a place with many spaces says how many it leaves out', () => {
    const [first] = mijoteuse.spaces;
    if (!first) throw new Error('a place without a space');
    const spaces = Array.from({ length: 13 }, (_, index) => ({ ...first, key: `salle-${index}` }));
    expect(wordsIn(day({ place: { ...mijoteuse, spaces }, now }, '2026-11-24'))).toContain('… et 3 de plus');
  });
});

describe('the month of a space', () => {
  test('says, each day, how much is taken, and what is one’s own', () => {
    const words = wordsIn(month(mixed, 'coworking', '2026-11-01'));
    expect(words.slice(words.indexOf('24'), words.indexOf('26'))).toEqual([
      '24',
      `60${NBSP}%${NBSP}pris`,
      '25',
      `3${NBSP}%${NBSP}pris`,
    ]);
    expect(words.slice(words.indexOf('27')).slice(0, 3)).toEqual(['27', 'à vous', `12${NBSP}%${NBSP}pris`]);
    expect(words).toContain('Novembre 2026');
  });

  test.each(['2026-02-01', '2028-02-01', '2026-08-01', '2027-05-01'])('%s has all its open days', (first) => {
    const words = wordsIn(month({ place: mijoteuse, now: '2026-01-01T08:00' }, 'coworking', first));
    const days = Array.from({ length: date(first).daysInMonth }, (_, ahead) => date(first).add({ days: ahead }));
    const numbers = days
      .filter(({ dayOfWeek }) => dayOfWeek < 6)
      .map((each) => (each.day === 1 ? '1er' : `${each.day}`));
    expect(words.filter((said) => /^\d+$|^1er$/.test(said))).toEqual(numbers);
  });
});

const everySituation: readonly (readonly [string, () => Svg])[] = [
  ['an empty week', () => week(empty, 'coworking', '2026-11-30')],
  ['a mixed week', () => week(mixed, 'coworking', '2026-11-23', '2026-11-24')],
  ['a week that is over', () => week(mixed, 'coworking', '2026-11-09')],
  ['a week of evenings', () => week(evenings, 'atelier-bois', '2026-11-16')],
  ['a week of nothing', () => week(evenings, 'studio-son', '2026-12-28')],
  ['a day', () => day(mixed, '2026-11-24')],
  ['a closed day', () => day(empty, '2026-12-25')],
  ['an evening', () => day(evenings, '2026-11-18')],
  ['a month', () => month(mixed, 'coworking', '2026-11-01')],
  ['a month of seven columns', () => month(evenings, 'atelier-bois', '2026-11-01')],
];

describe.each(everySituation)('%s', (_, draw) => {
  const { markup } = draw();

  test('is a PNG 1080 wide, on paper of its own', async () => {
    const png = Buffer.from(await pngOf({ markup }));
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, Number(/height="(\d+)"/.exec(markup)?.[1])]);
    const { pixels, width, height } = new Resvg(markup, { font: { loadSystemFonts: false } }).render();
    const corners = [0, width - 1, width * (height - 1), width * height - 1];
    for (const corner of corners)
      expect([...pixels.subarray(corner * 4, corner * 4 + 4)]).toEqual([255, 255, 255, 255]);
  });

  test('writes nothing under 24 pixels, and nothing outside', () => {
    const sizes = [...markup.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    const wordsOnly = markup.replace(/<defs>.*<\/defs>/, '').replace(/<(?:rect|path)[^>]*\/>/g, '');
    const box = new Resvg(wordsOnly, { font: { fontFiles: [...fontFiles], loadSystemFonts: false } }).innerBBox();
    expect(box?.x).toBeGreaterThan(10);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(1070);
  });

  test('has no shape that is inside out', () => {
    expect(markup).not.toMatch(/(?:width|height|rx)="-|NaN|Infinity|undefined/);
  });
});

test('a name full of markup is words, and nothing else', async () => {
  const name = '<script>"&\u0000\ud800’</script>';
  const place = {
    ...mijoteuse,
    name,
    spaces: mijoteuse.spaces.map((space) => (space.key === 'coworking' ? { ...space, name } : space)),
  };
  const { markup } = week({ place, now }, 'coworking', '2026-11-23');
  expect(markup).not.toContain('<script');
  expect(markup).toContain('&lt;script&gt;&quot;&amp;');
  expect(await pngOf({ markup })).toBeInstanceOf(Uint8Array);
});

test('the file holds the very pixels that were drawn', async () => {
  const { markup } = week(mixed, 'coworking', '2026-11-23', '2026-11-24');
  const font = { fontFiles: [...fontFiles], loadSystemFonts: false };
  const { pixels, width, height } = new Resvg(markup, { font }).render();
  const href = `data:image/png;base64,${Buffer.from(await pngOf({ markup })).toString('base64')}`;
  const again = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`;
  expect(new Resvg(again, { font: { loadSystemFonts: false } }).render().pixels.equals(pixels)).toBe(true);
});

test('the same picture is drawn once, however many look at it', async () => {
  const [first, second] = await Promise.all([
    pngOf(week(mixed, 'coworking', '2026-11-23')),
    pngOf(week(mixed, 'coworking', '2026-11-23')),
  ]);
  expect(second).toBe(first);
  expect(await pngOf(week(mixed, 'coworking', '2026-11-30'))).not.toBe(first);
});

test('what cannot be drawn is not kept as such', async () => {
  await expect(pngOf({ markup: 'no picture' })).rejects.toThrow();
  await expect(pngOf({ markup: 'no picture' })).rejects.toThrow();
});

test('who holds what is nowhere: others’ stays that touch are one, whoever they are', () => {
  const together = week({ ...empty, held: [['coworking', '2026-11-24 9:00-12:00', 4]] }, 'coworking', '2026-11-23');
  const apart: Situation = {
    ...empty,
    held: [
      ['coworking', '2026-11-24 9:00-10:00', 4],
      ['coworking', '2026-11-24 10:00-12:00', 1],
      ['coworking', '2026-11-24 10:00-12:00', 3],
    ],
  };
  expect(week(apart, 'coworking', '2026-11-23').markup).toBe(together.markup);
});

// Of processor, all threads together: a busy machine makes it no longer.
test('a week takes under 150 ms to make', async () => {
  const took: number[] = [];
  for (let index = 0; index < 9; index += 1) {
    const svg = week({ ...mixed, now: `2026-11-23T1${index}:00` }, 'coworking', '2026-11-23', '2026-11-24');
    const before = process.cpuUsage();
    await pngOf(svg);
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  expect(took.toSorted((a, b) => a - b)[4]).toBeLessThan(150);
});
