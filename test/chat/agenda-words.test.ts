// What is asked of the agenda, in words: days, kinds and themes, an event's number, an answer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventSearchOf } from '../../src/chat/event-search.ts';
import { attending } from '../../src/chat/options/attending.ts';
import { days } from '../../src/chat/options/days.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { leftover } from '../../src/reading/leftover.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { mijoteuse } from '../place/fixture.ts';

const context = { place: mijoteuse, now: Temporal.Instant.from('2026-11-23T09:00Z'), space: undefined };
const option = days('Quand');
const minute = (time: Temporal.ZonedDateTime) => time.toPlainDateTime().toString({ smallestUnit: 'minute' });
type Period = ReturnType<typeof option.parse> extends infer R ? Extract<R, { readonly ok: true }> : never;
const ends = ({ value: { start, end } }: Period) => [minute(start), minute(end)];

const parsed = (typed: string): Period => {
  const read = option.parse(typed, context);
  if (!read.ok) throw new Error(`« ${typed} » was not read`);
  return read;
};

describe('days', () => {
  test.each([
    ['aujourd’hui', '2026-11-23T00:00', '2026-11-24T00:00'],
    ['demain', '2026-11-24T00:00', '2026-11-25T00:00'],
    ['ce soir', '2026-11-23T18:00', '2026-11-23T21:00'],
    ['samedi', '2026-11-28T00:00', '2026-11-29T00:00'],
    ['ce week-end', '2026-11-28T00:00', '2026-11-30T00:00'],
    ['cette semaine', '2026-11-23T00:00', '2026-11-30T00:00'],
    ['la semaine prochaine', '2026-11-30T00:00', '2026-12-07T00:00'],
    ['la semaine du 14 décembre', '2026-12-14T00:00', '2026-12-21T00:00'],
    ['les 15 prochains jours', '2026-11-24T00:00', '2026-12-09T00:00'],
    ['à Noël', '2026-12-25T00:00', '2026-12-26T00:00'],
    ['hier', '2026-11-22T00:00', '2026-11-23T00:00'],
    ['décembre', '2026-12-01T00:00', '2027-01-01T00:00'],
    ['en juin', '2027-06-01T00:00', '2027-07-01T00:00'],
    ['ce mois-ci', '2026-11-01T00:00', '2026-12-01T00:00'],
    ['12/2026', '2026-12-01T00:00', '2027-01-01T00:00'],
    ['du 3 au 5 mars', '2027-03-03T00:00', '2027-03-06T00:00'],
    ['du 1er janvier au 30 juin', '2027-01-01T00:00', '2027-07-01T00:00'],
    ['jusqu’au 18 décembre', '2026-11-23T00:00', '2026-12-19T00:00'],
    ['d’ici Noël', '2026-11-23T00:00', '2026-12-26T00:00'],
    ['à partir du 3 décembre', '2026-12-03T00:00', '2027-12-04T00:00'],
    ['pendant les vacances de Noël', '2026-12-19T00:00', '2027-01-04T00:00'],
  ])('« %s », and its printed form again', (typed, start, end) => {
    const read = parsed(typed);
    expect(ends(read)).toEqual([start, end]);
    expect(ends(parsed(option.print(read.value, context)))).toEqual([start, end]);
  });

  test.each(['prochainement', '45 novembre', 'demain compost', 'l’an pèbre'])('« %s » is not read', (typed) =>
    expect(option.parse(typed, context).ok).toBe(false),
  );

  test('any days are read back from what a button carries, changes of clock or not', () =>
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 600 }), fc.integer({ min: 1, max: 400 }), (ahead, length) => {
        const first = Temporal.PlainDate.from('2026-11-23').add({ days: ahead });
        const value = {
          start: first.toZonedDateTime(mijoteuse.timeZone),
          end: first.add({ days: length }).toZonedDateTime(mijoteuse.timeZone),
        };
        const words = option.phrase(value, context);
        const found = option.find(tokenize(`${words} — compost`), context);
        if (!found.ok || !found.value) throw new Error(`« ${words} » was not found`);
        expect([minute(found.value.value.start), minute(found.value.value.end)]).toEqual([
          minute(value.start),
          minute(value.end),
        ]);
        expect(leftover(found.value.sentence)).toBe('compost');
      }),
    ));

  test('completions show the days that are understood', () => {
    expect(option.suggest('', context).map(({ label }) => label)).toContain(
      'la semaine prochaine → du lundi 30\u00a0novembre au dimanche 6\u00a0décembre',
    );
    expect(option.suggest('dem', context)).toHaveLength(1);
    expect(option.suggest('x'.repeat(500), context)).toEqual([]);
  });
});

test.each([
  ['ateliers', { kinds: ['workshop'] }],
  ['les ateliers et les rencontres', { kinds: ['workshop', 'gathering'] }],
  ['réunion d’information', { kinds: ['info_meeting'] }],
  ['mois de l’ESS', { kinds: ['ess_month'] }],
  ['ateliers compost', { kinds: ['workshop'], about: 'compost' }],
  ['ESS', { about: 'ESS' }],
  ['économie circulaire', { about: 'économie circulaire' }],
  ['de la semaine', undefined],
  ['?', undefined],
])('« %s » looks for that', (typed, sought) => expect(eventSearchOf(typed)).toEqual(sought));

describe('an event’s number', () => {
  const number = eventNumber('Numéro');
  const found = (typed: string) => {
    const read = number.find(tokenize(typed), context);
    return read.ok ? read.value?.value : undefined;
  };
  test.each([
    ['12', 12],
    ['n° 12 vendredi', 12],
    ['#12', 12],
    ['les 24 h du jeu', undefined],
    ['café 2000', undefined],
    ['99999999999', undefined],
  ])('« %s »', (typed, value) => expect(found(typed)).toBe(value));
  test.each(['12', 'n° 12', '#12'])('« %s » in a field', (typed) =>
    expect(number.parse(typed, context)).toEqual({ ok: true, value: 12 }),
  );
  test.each(['douze', '-1', '2147483648'])('« %s » in a field is none', (typed) =>
    expect(number.parse(typed, context).ok).toBe(false),
  );
});

test.each([
  ['12 peut-être', 'maybe'],
  ['12 peutetre', 'maybe'],
  ['12 Peut être', 'maybe'],
  ['12 oui', 'going'],
  ['12', undefined],
])('« %s » answers so', (typed, value) => {
  const read = attending('Réponse').find(tokenize(typed), context);
  expect(read.ok && read.value?.value).toBe(value);
});
