// A series in one line, as the days that it is made of say it.
import { expect, test } from 'vitest';
import { rhythm, rhythmOrCount } from '../../src/messages/rhythm.fr.ts';

const NBSP = '\u00a0';
const nine = `de 9${NBSP}h à 12${NBSP}h${NBSP}30`;

const stays = (...days: readonly string[]) =>
  days.map((day) => {
    const [date = '', from = '09:00', to = '12:30'] = day.split(' ');
    const at = (time: string) => Temporal.ZonedDateTime.from(`${date}T${time}[Europe/Paris]`);
    return { start: at(from), end: at(to) };
  });

test.each([
  [
    'each week',
    ['2026-11-24', '2026-12-01', '2026-12-08'],
    `tous les mardis ${nine}, jusqu’au mardi 8${NBSP}décembre 2026`,
  ],
  [
    'every other',
    ['2026-11-24', '2026-12-08', '2026-12-22'],
    `un mardi sur deux ${nine}, jusqu’au mardi 22${NBSP}décembre 2026`,
  ],
  [
    'weeks left out',
    ['2026-11-24', '2026-12-01', '2026-12-22'],
    `le mardi ${nine}, jusqu’au mardi 22${NBSP}décembre 2026`,
  ],
  [
    'two days a week',
    ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03'],
    `les mardis et jeudis ${nine}, jusqu’au jeudi 3${NBSP}décembre 2026`,
  ],
  [
    'over both changes of clock',
    ['2026-10-20', '2026-10-27', '2026-11-03'],
    `tous les mardis ${nine}, jusqu’au mardi 3${NBSP}novembre 2026`,
  ],
  [
    'on a Sunday of the change',
    ['2027-03-21', '2027-03-28', '2027-04-04'],
    `tous les dimanches ${nine}, jusqu’au dimanche 4${NBSP}avril 2027`,
  ],
])('%s', (_, days, words) => {
  expect(rhythm(stays(...days))).toBe(words);
});

test.each([
  ['one alone', ['2026-11-24']],
  ['other hours', ['2026-11-24', '2026-12-01 14:00 16:00']],
  ['a day that comes once', ['2026-11-24', '2026-12-01', '2026-12-04']],
])('%s has none: it is counted instead', (_, days) => {
  expect(rhythm(stays(...days))).toBeUndefined();
  expect(rhythmOrCount(stays(...days))).toMatch(/^\d.séances?, jusqu’au /);
});
