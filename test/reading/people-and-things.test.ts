import { describe, expect, test } from 'vitest';
import { parseEquipment, printEquipment } from '../../src/reading/equipment.ts';
import { toJson } from '../../src/reading/phrase.ts';
import { parseSeats } from '../../src/reading/seats.ts';
import { parseWhen } from '../../src/reading/when.ts';
import { MONDAY_10H, mijoteuse, read } from './house.ts';

describe('how many people', () => {
  test.each([
    ['demain pour 3', 3],
    ['demain pour 3 personnes', 3],
    ['demain 3 places', 3],
    ['demain à trois', 3],
    ['on sera 4 demain', 4],
    ['on est 5 demain', 5],
    ['nous sommes cinq', 5],
    ['nous serons une dizaine', 10],
    ['demain x2', 2],
    ['demain ×2', 2],
    ['moi et deux collègues', 3],
    ['moi + 1 collègue', 2],
    ['avec 3 collègues', 4],
    ['un atelier avec 8 personnes', 8],
    ['pour moi', 1],
    ['seule demain', 1],
    ['une personne', 1],
    ['demain 2 pers.', 2],
    ['demain 3p', 3],
    ['10 à 12 personnes', 12],
    ['entre 10 et 12 personnes', 12],
    ['groupe de 8', 8],
    ['6/8 personnes', 8],
    ['on sera 7 à 8', 8],
    ['3 adultes, 2 enfants', 5],
    ['moi et mes 2 enfants', 3],
    ['moi + Julie + Paul', 3],
    ['Paul, Julie et moi', 3],
    ['demain pour 12 à 14h', 12],
    ['20 places tous les premiers jeudis', 20],
    ['un bureau pour 2', 2],
    ['en binôme', 2],
    ['pour 0', 0],
    ['pour -3 personnes', -3],
    ['1 000 000 personnes', 1_000_000],
    ['pour un million de personnes', 1_000_000],
    ['vingt-cinq personnes', 25],
    ['pour quatre-vingt-dix personnes', 90],
    ['pour 99999999999999999999', Number.MAX_SAFE_INTEGER],
    ['demain pour 3h', undefined],
    ['demain 14h pour deux heures', undefined],
    ['pour une réunion', undefined],
    ['pour un atelier', undefined],
    ['demain 14h-16h', undefined],
    ['le 5 mars', undefined],
    ['dans 3 jours', undefined],
    ['enfants 3-6 ans', undefined],
    ['avec 2 ordinateurs', undefined],
    ['demain — pour 3', undefined],
  ])('« %s »: %s', (phrase, seats) => {
    expect(read(phrase).seats).toBe(seats);
  });

  test.each([
    ['3', 3],
    [' trois ', 3],
    ['3 personnes', 3],
    ['-1', -1],
    ['0', 0],
    ['1 000', 1000],
  ])('the field %j is %d', (raw, seats) => {
    expect(parseSeats(raw)).toEqual({ ok: true, value: seats });
  });

  test.each(['', 'beaucoup', '1,5', '3 demain', 'trois ou quatre peut-être', '12h'])(
    'the field %j is no number',
    (raw) => {
      expect(parseSeats(raw)).toMatchObject({ ok: false, error: { code: 'reading.not_a_number', typed: raw } });
    },
  );
});

describe('what equipment', () => {
  test.each([
    ['coworking demain avec un ordinateur', 'ordinateur 1'],
    ['coworking demain avec 2 ordinateurs', 'ordinateur 2'],
    ['coworking demain avec deux ordis', 'ordinateur 2'],
    ['expression jeudi avec le vidéoprojecteur', 'videoprojecteur 1'],
    ['expression jeudi avec le vidéoproj', 'videoprojecteur 1'],
    ['expression jeudi, besoin du projo', 'videoprojecteur 1'],
    ['expression jeudi vidéoprojecteur', 'videoprojecteur 1'],
    ['expression jeudi avec un videoprojecteru', 'videoprojecteur 1'],
    ['avec un ordinateur et le vidéoprojecteur', 'ordinateur 1, videoprojecteur 1'],
    ['besoin des 2 ordinateurs fixes demain', 'ordinateur 2'],
    ['expression demain avec un ordinateur', 'ordinateur 1'],
    ['sans ordinateur', ''],
    ['demain pas besoin d’ordinateur', ''],
    ['demain j’aurai besoin d’un ordi', 'ordinateur 1'],
    ['atelier ordinateur pour débutants', ''],
    ['avec Paul', ''],
    ['demain — avec un ordinateur', ''],
  ])('« %s »: %s', (phrase, wanted) => {
    expect(
      read(phrase)
        .equipment.map(({ key, count }) => `${key} ${count}`)
        .join(', '),
    ).toBe(wanted);
  });

  test('printed, it is read back by both doors', () => {
    const wanted = [
      { key: 'ordinateur', count: 2 },
      { key: 'videoprojecteur', count: 1 },
    ];
    const words = printEquipment(wanted, mijoteuse);
    expect(parseEquipment(words, undefined, mijoteuse)).toEqual({ ok: true, value: wanted });
    expect(read(`coworking demain avec ${words}`).equipment).toEqual(wanted);
  });

  test('a field says what there is when it cannot be read', () => {
    const coworking = mijoteuse.spaces.find(({ key }) => key === 'coworking');
    expect(parseEquipment('un piano', coworking, mijoteuse)).toEqual({
      ok: false,
      error: { code: 'reading.unknown_equipment', typed: 'un piano', known: ['ordinateur fixe'] },
    });
  });
});

describe('a field that says when', () => {
  const context = { place: mijoteuse, space: undefined, now: MONDAY_10H };

  test.each(['demain', 'jeudi 14h stp', 'pour demain matin', 'le 12 juin', 'hier'])('%j is read', (raw) => {
    expect(parseWhen(raw, context).ok).toBe(true);
  });

  test.each(['', 'demain coworking', 'demain blabla', 'le mois prochain', '31 février', '25h', 'demain — atelier'])(
    '%j is not',
    (raw) => {
      expect(parseWhen(raw, context)).toEqual({ ok: false, error: { code: 'reading.unclear_time', typed: raw } });
    },
  );
});

describe('a whole phrase', () => {
  test('is printed as the command line promises', () => {
    expect(
      toJson(
        read(
          'je voudrais réserver la salle de coworking demain matin pour 3 personnes avec 2 ordinateurs — budget stp',
        ),
      ),
    ).toEqual({
      text: 'je voudrais réserver la salle de coworking demain matin pour 3 personnes avec 2 ordinateurs — budget stp',
      space: 'coworking',
      slots: [{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T12:30:00+01:00' }],
      seats: 3,
      equipment: ['ordinateur', 'ordinateur'],
      purpose: 'budget stp',
      alternatives: [],
      problem: null,
    });
  });

  test('that says nothing has nothing', () => {
    expect(toJson(read('???'))).toEqual({
      text: '???',
      space: null,
      slots: [],
      seats: null,
      equipment: [],
      purpose: null,
      alternatives: [],
      problem: null,
    });
  });

  test.each([
    ['vendredi prochain', [['2026-11-27T09:00:00+01:00', '2026-11-27T18:00:00+01:00']]],
    [
      'le 12 juin',
      [
        ['2027-06-14T09:00:00+02:00', '2027-06-14T18:00:00+02:00'],
        ['2027-06-15T09:00:00+02:00', '2027-06-15T18:00:00+02:00'],
        ['2027-06-16T09:00:00+02:00', '2027-06-16T18:00:00+02:00'],
      ],
    ],
    [
      'demain à 2h',
      [
        ['2026-11-24T14:00:00+01:00', '2026-11-24T16:00:00+01:00'],
        ['2026-11-25T14:00:00+01:00', '2026-11-25T16:00:00+01:00'],
        ['2026-11-26T14:00:00+01:00', '2026-11-26T16:00:00+01:00'],
      ],
    ],
  ])('« %s » offers what else is plausible, or open', (phrase, others) => {
    expect(toJson(read(phrase)).alternatives.map(({ start, end }) => [start, end])).toEqual(others);
  });

  test.each([
    'coworking demain 9h-12h pour 3 personnes avec un ordinateur pour préparer le budget',
    'avec un ordinateur demain de 9h à 12h pour préparer le budget, coworking, 3 personnes',
    'pour 3 au coworking, pour préparer le budget, demain entre 9h et 12h avec un ordi',
    'Bonjour, on sera 3 demain au coworking de 9 à 12h, besoin d’un ordinateur, pour préparer le budget. Merci !',
  ])('says the same in any order: %s', (phrase) => {
    expect(toJson(read(phrase))).toMatchObject({
      space: 'coworking',
      slots: [{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T12:00:00+01:00' }],
      seats: 3,
      equipment: ['ordinateur'],
      purpose: 'préparer le budget',
      problem: null,
    });
  });
});
