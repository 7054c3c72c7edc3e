// What is to be done and by which day, as the staff types it.
import { expect, test } from 'vitest';
import { nextStep } from '../../src/chat/options/next-step.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { mijoteuse } from '../place/fixture.ts';

/** Monday. */
const now = Temporal.PlainDateTime.from('2026-11-23T10:00').toZonedDateTime(mijoteuse.timeZone).toInstant();
const context = { place: mijoteuse, now, space: undefined };
const option = nextStep('Quoi, et pour quand', 200);

const ROWS = [
  ['rappeler jeudi', 'rappeler', '2026-11-26'],
  ['jeudi rappeler', 'rappeler', '2026-11-26'],
  ['rappeler demain', 'rappeler', '2026-11-24'],
  ['la rappeler le 5', 'la rappeler', '2026-12-05'],
  ['envoyer la liste des locaux lundi', 'envoyer la liste des locaux', '2026-11-30'],
  ['envoyer les statuts, lundi', 'envoyer les statuts', '2026-11-30'],
  ['faire le point la semaine prochaine', 'faire le point', '2026-11-30'],
  ['relire le budget d’ici vendredi', 'relire le budget', '2026-11-27'],
  ['revoir avec BGE le 12 janvier', 'revoir avec BGE', '2027-01-12'],
  ['rappeler dans 15 jours', 'rappeler', '2026-12-07'],
  ['rappeler samedi', 'rappeler', '2026-11-28'],
  // More than a day: nothing of it is lost.
  ['rappeler jeudi à 14h', 'rappeler jeudi à 14h', '2026-11-26'],
  ['voir BGE mardi matin', 'voir BGE mardi matin', '2026-11-24'],
  ['écrire tous les mardis', 'écrire tous les mardis', '2026-11-24'],
  ['rappeler hier', 'rappeler', '2026-11-22'],
  // Not a day that is sure: it stays in the words, and no day is made up.
  ['rappeler un de ces quatre', 'rappeler un de ces quatre', undefined],
  ['rappeler jeudi ou vendredi', 'rappeler jeudi ou vendredi', undefined],
  ['attendre sa réponse', 'attendre sa réponse', undefined],
  ['écrire à Karim', 'écrire à Karim', undefined],
] as const;

test.each(ROWS)('« %s » is « %s », for %s', (typed, words, due) => {
  for (const found of [option.parse(typed, context), option.find(tokenize(typed), context)]) {
    if (!found.ok || !found.value) throw new Error('nothing was read');
    const value = 'sentence' in found.value ? found.value.value : found.value;
    expect([value.words, value.due?.toString()]).toEqual([words, due]);
  }
});

test.each(ROWS)('what is read of « %s » is read again from what is printed of it', (typed) => {
  const first = option.parse(typed, context);
  if (!first.ok) throw new Error('nothing was read');
  const again = option.parse(option.print(first.value, context), context);
  expect(again).toEqual(first);
});
