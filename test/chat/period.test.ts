// Since when and until when: what is read, and what a form gives back as the same.
import { expect, test } from 'vitest';
import { period } from '../../src/chat/options/period.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { mijoteuse } from '../place/fixture.ts';

const context = { place: mijoteuse, now: Temporal.Instant.from('2026-11-23T09:00Z'), space: undefined };
const option = period('Quand');
const minute = (time: Temporal.ZonedDateTime) => time.toPlainDateTime().toString({ smallestUnit: 'minute' });

const read = (typed: string) => {
  const found = option.find(tokenize(typed), context);
  return found.ok && found.value ? found.value.value : undefined;
};

test.each([
  ['jeudi 14h-18h', '2026-11-26T14:00', '2026-11-26T18:00'],
  ['jeudi', '2026-11-26T00:00', '2026-11-27T00:00'],
  ['du 24 décembre au 31 décembre', '2026-12-24T00:00', '2027-01-01T00:00'],
  ['la semaine prochaine', '2026-11-30T00:00', '2026-12-05T00:00'],
  ['jusqu’à vendredi', '2026-11-23T10:00', '2026-11-28T00:00'],
  ['jusqu’au 2 décembre', '2026-11-23T10:00', '2026-12-03T00:00'],
])('« %s », and its printed form again', (typed, start, end) => {
  const value = read(typed);
  if (!value) throw new Error('it was not read');
  expect([minute(value.start), minute(value.end)]).toEqual([start, end]);
  const again = option.parse(option.print(value, context), context);
  expect(again.ok && [minute(again.value.start), minute(again.value.end)]).toEqual([start, end]);
});

test.each(['lundi et jeudi', 'tous les mardis', 'mardi matin et jeudi matin'])(
  '« %s » is no single stretch',
  (typed) => {
    expect(option.find(tokenize(typed), context)).toMatchObject({
      ok: false,
      error: { code: 'reading.several_times', typed },
    });
  },
);
