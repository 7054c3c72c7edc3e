import { expect, test } from 'vitest';
import { announcement } from '../../src/chat/options/announcement.ts';
import { announcementKinds } from '../../src/core/announcements/model.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { mijoteuse } from '../place/fixture.ts';

const option = announcement('Quelle annonce');
const context = { place: mijoteuse, now: Temporal.Instant.from('2026-11-23T09:00:00Z'), space: undefined };

test.each([
  ['agenda', 'agenda'],
  ['l’agenda de la semaine', 'agenda'],
  ['Semaine', 'agenda'],
  ['aujourd’hui', 'aujourdhui'],
  ["aujourd'hui", 'aujourdhui'],
  ['l’agenda du jour', 'aujourdhui'],
  ['evenement', 'evenements'],
  ['les événements', 'evenements'],
  ['mois-ess', 'mois-ess'],
  ['le mois de l’ESS', 'mois-ess'],
] as const)('« %s » is %s, in a field and in a sentence', (typed, kind) => {
  expect(option.parse(typed, context)).toEqual({ ok: true, value: kind });
  const found = option.find(tokenize(typed), context);
  expect(found.ok && found.value?.value).toBe(kind);
});

test.each(announcementKinds)('what a button carries of « %s » reads back as it', (kind) => {
  expect(option.parse(option.print(kind, context), context)).toEqual({ ok: true, value: kind });
  const found = option.find(tokenize(`annonce suivre ${option.phrase(kind, context)}`), context);
  expect(found.ok && found.value?.value).toBe(kind);
});

test('what is no announcement is refused, with those that there are', () => {
  expect(option.parse('musique', context)).toMatchObject({ ok: false, error: { known: announcementKinds } });
});
