import { describe, expect, test } from 'vitest';
import { loadPlaces } from '../../src/place/load.ts';
import { readPhrase } from '../../src/reading/phrase.ts';
import { nearestSpaces, parseSpace } from '../../src/reading/space.ts';
import { mijoteuse, read, timeOf } from './house.ts';

describe('a space in a sentence', () => {
  test.each([
    ['coworking', 'coworking'],
    ['la salle de coworking demain', 'coworking'],
    ['l’espace de coworking', 'coworking'],
    ['à l’espace coworking', 'coworking'],
    ['co-working', 'coworking'],
    ['Open-Space', 'coworking'],
    ['cowroking', 'coworking'],
    ['salle d’expression', 'expression'],
    ['salle expression', 'expression'],
    ['expresion', 'expression'],
    ['EXPRESSION', 'expression'],
    ['l’espace de convivialité', 'convivialite'],
    ['convivialite', 'convivialite'],
    ['grande salle', 'convivialite'],
    ['la cuisine', 'cuisine'],
    ['bureau 2', 'bureau-2'],
    ['bureau-3', 'bureau-3'],
    ['bureau4', 'bureau-4'],
    ['atelier cuisine dans l’espace d’expression', 'expression'],
    ['réunion de cuisine au coworking', 'coworking'],
    ['un bureau', undefined],
    ['bureau 2 personnes', undefined],
    ['la piscine', undefined],
    ['réunion d’équipe', undefined],
    ['l’expansion', undefined],
    ['demain — coworking', undefined],
  ])('« %s »: %s', (phrase, key) => {
    expect(read(phrase).space).toBe(key);
  });
});

describe('a field that names a space', () => {
  test.each(['coworking', 'Espace de coworking', ' la salle de coworking ', 'bureau-1'])('%j is one', (raw) => {
    expect(parseSpace(raw, mijoteuse).ok).toBe(true);
  });

  test('anything beside the name is not ignored', () => {
    expect(parseSpace('coworking demain', mijoteuse)).toMatchObject({
      ok: false,
      error: { code: 'reading.unknown_space', suggestions: [] },
    });
  });

  test('what is near is suggested, best first; what is far is not', () => {
    expect(nearestSpaces('coworcking', mijoteuse)[0]).toBe('coworking');
    expect(nearestSpaces('kwisine', mijoteuse)[0]).toBe('cuisine');
    expect(nearestSpaces('convivial', mijoteuse)[0]).toBe('convivialite');
    expect(nearestSpaces('piscine olympique', mijoteuse)).toEqual([]);
    expect(nearestSpaces('zz', mijoteuse)).toEqual([]);
  });
});

describe('another place', () => {
  const loaded = loadPlaces('test/place/fixtures/la-tisane.yaml');
  const [tisane] = loaded.ok ? loaded.value.places : [];
  const now = Temporal.Instant.from('2026-11-24T18:00:00Z');
  const there = (phrase: string) => {
    if (tisane === undefined) throw new Error('the place does not load');
    return readPhrase(phrase, tisane, now);
  };

  test.each([
    ['atelier bois jeudi', 'atelier-bois', '2026-11-26 16:00-22:00'],
    ['menuiserie jeudi à l’apéro', 'atelier-bois', '2026-11-26 16:00-19:00'],
    ['cabine mercredi', 'cabine', '2026-11-25 10:00-22:00'],
    ['cabine mercredi 10h-12h', 'cabine', '2026-11-25 10:00-12:00'],
    ['cabine mercredi 11h-17h', 'cabine', '2026-11-25 11:00-17:00, closed'],
    ['cabine mercredi 11h', 'cabine', '2026-11-25 11:00-12:00'],
    ['studio son samedi 5 décembre', 'studio-son', '2026-12-05 20:00-23:00'],
    ['atelier bois vendredi nuit', 'atelier-bois', '2026-11-27 19:00-23:30'],
    ['atelier bois jeudi matin', 'atelier-bois', 'unclear'],
    ['atelier bois maintenant', 'atelier-bois', '2026-11-24 14:00-15:00, closed'],
    ['atelier bois 21h30', 'atelier-bois', '2026-11-24 21:30-22:00'],
  ])('« %s » follows its hours, its moments, its zone', (phrase, space, time) => {
    const reading = there(phrase);
    expect(reading.space).toBe(space);
    expect(timeOf(reading)).toBe(time);
    expect(reading.when?.slots.every(({ start }) => start.timeZoneId === 'America/Martinique')).toBe(true);
  });
});
