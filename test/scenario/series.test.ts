// Several bookings in one sentence, as people say them, through the real SDKs and on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { staffed } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const reserve = (where: string, when: string) =>
    platform === 'discord' ? `/reserver espace:${where} quand:${when}` : `/reserver ${where} ${when}`;
  const cancel = (id: number) => (platform === 'discord' ? `/annuler reservation:${id}` : `/annuler ${id}`);
  const mine = platform === 'discord' ? '/reservations voir' : '/reservations';

  test('a series is shown first, with what is impossible; one press books the rest, another cancels it, another brings it back', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const card = await lea.says(reserve('coworking', 'tous les vendredis matin pendant 7 semaines'));
    expect(card.text).toContain(`5${NBSP}séances possibles, 2${NBSP}impossibles`);
    expect(card.text).toContain(`vendredi 25${NBSP}décembre`);
    expect(card.text).toContain(`vendredi 27${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
    expect(card.buttons).toEqual(['Réserver les 5', 'Changer ma demande']);
    expect(card.private).toBe(true);
    expect((await lea.says(mine)).text).toContain('Vous n’avez pas de réservation à venir');

    const booked = await lea.presses('Réserver les 5');
    expect(booked.text).toContain('C’est réservé');
    expect(booked.text).toContain(`5${NBSP}séances`);
    expect(booked.buttons).toEqual(['Annuler', 'Ajouter à mon calendrier']);
    expect((await lea.presses('Ajouter à mon calendrier')).files).toEqual(['serie.ics']);

    const gone = await lea.presses('Annuler');
    expect(gone.text).toContain('C’est annulé');
    const back = await lea.presses('Rétablir');
    expect(back.text).toContain('C’est rétabli');
    const all = await lea.says(mine);
    expect(all.text).toContain('Vos 5 réservations à venir');
    expect(all.text).toContain(
      `Le vendredi de 9${NBSP}h à 12${NBSP}h${NBSP}30, jusqu’au vendredi 8${NBSP}janvier 2027, l’espace de coworking${NBSP}: 5${NBSP}séances, la prochaine vendredi 27${NBSP}novembre`,
    );
    expect(all.choices).toHaveLength(1);
  });

  test('« mardi matin et jeudi après-midi » is two bookings, at their own hours', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const card = await lea.says(reserve('coworking', 'mardi matin et jeudi après-midi'));
    expect(card.text).toContain(`2${NBSP}séances possibles`);
    const booked = await lea.presses('Réserver les 2');
    expect(booked.text).toContain(`mardi 24${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
    expect(booked.text).toContain(`jeudi 26${NBSP}novembre 2026, de 13${NBSP}h${NBSP}30 à 18${NBSP}h`);
  });

  test('cancelling one of a series asks how much: this one, the following, all', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says(reserve('coworking', 'tous les mardis matin pendant 4 semaines'));
    await lea.presses('Réserver les 4');

    const which = await lea.says(cancel(2));
    expect(which.text).toContain(`série de 4${NBSP}séances à venir`);
    expect(which.buttons).toEqual([
      'Cette séance',
      'Celle-ci et les suivantes',
      'Toute la série (4)',
      'Entre deux dates',
    ]);
    const gone = await lea.presses('Celle-ci et les suivantes');
    expect(gone.text).toContain(`3${NBSP}séances`);
    expect((await lea.says(mine)).text).toContain('Votre réservation à venir');
    expect((await lea.presses('Rétablir')).text).toContain('C’est rétabli');
    await lea.says(cancel(3));
    expect((await lea.presses('Cette séance')).text).toContain('C’est annulé');
    expect((await lea.says(mine)).text).toContain('Vos 3 réservations à venir');
  });

  test('a series moves to another weekday, each within its week; what cannot is said before, and stays', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says(reserve('coworking', 'tous les mardis matin pendant 5 semaines'));
    await lea.presses('Réserver les 5');
    const card = await lea.says(
      platform === 'discord'
        ? '/reservations decaler reservation:1 vers:vendredi portee:serie'
        : '/reservations decaler 1 serie au vendredi',
    );
    expect(card.text).toContain(
      `4${NBSP}séances possibles, 1${NBSP}impossible${NBSP}: mardi 22${NBSP}décembre (vendredi 25${NBSP}décembre, fermé${NBSP}: Noël)`,
    );
    expect(card.text).toContain(`vendredi 27${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
    expect(card.text).toContain('Rien n’a encore changé');
    expect((await lea.says(mine)).text).toContain('Tous les mardis');

    await lea.says(
      platform === 'discord'
        ? '/reservations decaler reservation:1 vers:vendredi portee:serie'
        : '/reservations decaler 1 serie au vendredi',
    );
    const moved = await lea.presses('Décaler les 4');
    expect(moved.text).toContain('C’est modifié');
    expect(moved.text).toContain(`vendredi 18${NBSP}décembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
    expect(moved.text).toContain('Ce qui reste à sa place');
    expect((await lea.says(mine)).text).toContain(`puis 4${NBSP}autres séances, jusqu’au mardi 22${NBSP}décembre 2026`);
  });

  test('cancelling between two dates is one press and a form away', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says(reserve('coworking', 'tous les mardis matin pendant 4 semaines'));
    await lea.presses('Réserver les 4');
    await lea.says(cancel(1));
    await lea.presses('Entre deux dates');
    const gone = await lea.submits({ portee: 'serie', quand: 'du 1er au 10 décembre' });
    expect(gone.text).toContain(`2${NBSP}séances`);
    expect((await lea.says(mine)).text).toContain('Vos 2 réservations à venir');
  });

  test('how far a move reaches is asked when it was not said; between two dates, a form asks which', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says(reserve('coworking', 'tous les mardis matin pendant 5 semaines'));
    await lea.presses('Réserver les 5');
    const ask =
      platform === 'discord'
        ? '/reservations decaler reservation:2 vers:jeudi 14h'
        : '/reservations decaler 2 jeudi 14h';
    expect((await lea.says(ask)).buttons).toEqual([
      'Cette séance',
      'Celle-ci et les suivantes',
      'Toute la série (5)',
      'Entre deux dates',
    ]);
    const { form } = await lea.presses('Entre deux dates');
    expect(form?.fields.map(({ name }) => name)).toEqual(['vers', 'portee', 'entre', 'accord']);
    const card = await lea.submits({ vers: 'jeudi 14h', portee: 'serie', entre: 'du 1er au 10 décembre' });
    expect(card.text).toContain(`2${NBSP}séances possibles`);
    const moved = await lea.presses('Décaler les 2');
    expect(moved.text).toContain(`jeudi 3${NBSP}décembre 2026, de 14${NBSP}h à 17${NBSP}h${NBSP}30`);
    expect(moved.text).toContain(`jeudi 10${NBSP}décembre 2026, de 14${NBSP}h à 17${NBSP}h${NBSP}30`);
    expect(moved.text).not.toContain(`17${NBSP}décembre`);
  });
});

// Whoever is at the terminal administers the place, and needs no agreement.
test.each(['slack', 'discord'] as const)(
  'a series that wants an agreement is one request, with one answer for all of its days (%s)',
  async (platform) => {
    const reserve = platform === 'discord' ? '/reserver espace:convivialite quand:' : '/reserver convivialite ';
    await using house = await openHouse({ db });
    const { ana } = await staffed(house);
    const karim = (await house.on(platform)).person('karim');
    const check = await karim.says(`${reserve}tous les jeudis 14h-16h pendant 3 semaines`);
    expect(check.text).toContain('L’équipe devra donner son accord, une fois pour toutes les séances');
    const asked = await karim.presses('Demander les 3');
    expect(asked.text).toContain('C’est demandé');
    expect(asked.text).toContain('Les créneaux sont gardés pour vous');

    const card = await ana.says('/equipe demandes');
    expect(card.text).toContain('Une série attend votre accord');
    expect(card.text).toContain(`tous les jeudis de 14${NBSP}h à 16${NBSP}h`);
    expect(card.text).toContain(`jeudi 10${NBSP}décembre 2026, de 14${NBSP}h à 16${NBSP}h`);
    expect((await ana.presses('Accepter')).text).toContain(`(3${NBSP}séances)`);
    expect((await ana.says('/equipe demandes')).text).toContain('Aucune demande');
    await house.runJobs();
    const told = (await house.on(platform)).told('karim');
    expect(told.filter((text) => text.includes('Votre série est acceptée'))).toHaveLength(1);
  },
);

describe('on the terminal', () => {
  const open = async (db: TestDatabase, wishes = {}) => {
    const house = await openHouse({ db, ...wishes });
    const room = await house.on('terminal');
    return { house, lea: room.person('lea'), karim: room.person('karim') };
  };

  test('what someone else took between the card and the press is told, and the rest is booked', async () => {
    const { house, lea, karim } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking tous les mardis matin pendant 3 semaines');
    await karim.says('/reserver coworking mardi 1er décembre 9h-10h pour 10 personnes');
    const booked = await lea.presses('Réserver les 3');
    expect(booked.text).toContain(
      `2${NBSP}séances, 1${NBSP}n’a pas pu l’être${NBSP}: mardi 1er${NBSP}décembre (complet)`,
    );
  });

  test('what is let is said to be let, once, whatever the dates', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on('terminal')).person('lea');
    const answer = await lea.says('/reserver bureau 1 tous les mardis matin');
    expect(answer.text).toContain('il se loue');
    expect(answer.text).not.toContain('séance');
  });

  test('a day of the list that is past is told before the others are booked', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on('terminal')).person('lea');
    const card = await lea.says('/reserver coworking hier et demain');
    expect(card.text).toContain(`dimanche 22${NBSP}novembre (passé)`);
    expect((await lea.presses('Réserver cette séance')).text).toContain('C’est réservé');
  });

  test('from an hour of one day to an hour of another: the whole days between are shown with both ends', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on('terminal')).person('lea');
    const card = await lea.says('/reserver coworking du mardi 14h au jeudi 12h');
    for (const stay of ['14', '9']) expect(card.text).toContain(`de ${stay}${NBSP}h à`);
    expect(card.text).toContain(`jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h`);
    expect((await lea.presses('Réserver les 3')).text).toContain(`3${NBSP}séances`);
  });

  test('nothing possible is refused, with each reason, and nothing is booked', async () => {
    const { house, lea, karim } = await open(db);
    await using _ = house;
    await karim.says('/reserver expression mardi 24 novembre 9h-12h30');
    await karim.says('/reserver expression jeudi 26 novembre 9h-12h30');
    const refused = await lea.says('/reserver expression mardi 24 novembre 10h-11h et jeudi 26 novembre 10h-11h');
    expect(refused.text).toContain(
      `Aucune séance possible, 2${NBSP}impossibles${NBSP}: mardi 24${NBSP}novembre (déjà pris)`,
    );
    expect(refused.buttons).toContain('Changer ma demande');
  });

  test('the following of a series move to another hour, after a card that says each', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking tous les mardis matin pendant 4 semaines');
    await lea.presses('Réserver les 4');
    const card = await lea.says('/reservations decaler 3 suivantes 14h-16h');
    expect(card.text).toContain(`mardi 8${NBSP}décembre 2026, de 14${NBSP}h à 16${NBSP}h`);
    expect(card.text).toContain('Rien n’a encore changé');
    const moved = await lea.presses('Décaler les 2');
    expect(moved.text).toContain('C’est modifié');
    const first = await lea.says('/reservations voir 2');
    expect(first.text).toContain(`mardi 1er${NBSP}décembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
    expect(first.text).toContain(`série${NBSP}: 4${NBSP}séances à venir`);
    const kept = await lea.says('/reservations decaler 3 suivantes 10h');
    expect(kept.text).toContain(`mardi 8${NBSP}décembre 2026, de 10${NBSP}h à 12${NBSP}h`);
  });

  test('a moment of the day is the whole of it, though today’s is half gone', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking tous les mardis 14h-16h pendant 3 semaines');
    await lea.presses('Réserver les 3');
    const card = await lea.says('/reservations decaler 1 serie le matin');
    expect(card.text).toContain(`mardi 24${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
  });

  test('a day that is closed is never dropped in silence', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    const card = await lea.says('/reserver coworking mardi et samedi');
    expect(card.text).toContain(`1${NBSP}séance possible, 1${NBSP}impossible${NBSP}: samedi 28${NBSP}novembre (fermé)`);
    const booked = await lea.presses('Réserver cette séance');
    expect(booked.text).toContain(`mardi 24${NBSP}novembre 2026, de 9${NBSP}h à 18${NBSP}h`);
  });

  test('whole days of a room that is not let for so long: the rule is said, and what would do', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    const refused = await lea.says('/reserver expression la semaine prochaine');
    expect(refused.text).toContain(`lundi 30${NBSP}novembre (4${NBSP}heures au plus)`);
    expect(refused.text).toContain('Précisez des heures');
    expect((await lea.says('/reserver expression la semaine prochaine 14h-16h')).buttons).toContain('Réserver les 5');
  });

  test.each([
    ['la série au jeudi', 5, `jeudi 3${NBSP}décembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`],
    ['mes mardis au jeudi 14h', 5, `jeudi 3${NBSP}décembre 2026, de 14${NBSP}h à 17${NBSP}h${NBSP}30`],
    ['mes mardis à 14h', 5, `mardi 1er${NBSP}décembre 2026, de 14${NBSP}h à 17${NBSP}h${NBSP}30`],
    [
      'toute la série du mardi au mercredi après-midi',
      5,
      `mercredi 2${NBSP}décembre 2026, de 13${NBSP}h${NBSP}30 à 18${NBSP}h`,
    ],
    [
      'mes mardis du 1er au 15 décembre au jeudi',
      3,
      `jeudi 17${NBSP}décembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`,
    ],
  ])('« déplacer %s »', async (words, count, moment) => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking tous les mardis matin pendant 5 semaines');
    await lea.presses('Réserver les 5');
    const card = await lea.says(`/reservations déplacer ${words}`);
    expect(card.text).toContain(`${count}${NBSP}séances possibles`);
    expect((await lea.presses(`Décaler les ${count}`)).text).toContain(moment);
  });

  test('of several series, one is chosen; of a series on two days, the day that was said moves alone', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking tous les mardis et jeudis 9h-10h pendant 2 semaines');
    await lea.presses('Réserver les 4');
    const two = await lea.says('/reservations déplacer mes mardis au vendredi');
    expect(two.text).toContain(`2${NBSP}séances possibles`);
    await lea.says('/reserver expression tous les lundis 14h-16h pendant 2 semaines');
    await lea.presses('Réserver les 2');
    const which = await lea.says('/reservations déplacer la série à 10h');
    expect(which.text).toContain('Quelle série voulez-vous déplacer');
    expect(which.choices).toHaveLength(2);
    expect((await lea.chooses(which.choices[1] ?? '')).text).toContain(
      `lundi 30${NBSP}novembre 2026, de 10${NBSP}h à 12${NBSP}h`,
    );
  });

  test('a date is no destination for a series, and what is there already is said', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking tous les mardis matin pendant 2 semaines');
    await lea.presses('Réserver les 2');
    expect((await lea.says('/reservations déplacer la série au 3 décembre')).text).not.toContain('possible');
    expect((await lea.says('/reservations déplacer la série au mardi')).text).toContain(
      `mardi 24${NBSP}novembre (déjà à ce moment)`,
    );
  });

  test('one of a series says what it is part of', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking un mardi sur deux 9h-10h jusqu’au 31 décembre');
    await lea.presses('Réserver les 3');
    expect((await lea.says('/reservations voir 1')).text).toContain(
      `série, un mardi sur deux de 9${NBSP}h à 10${NBSP}h, jusqu’au mardi 22${NBSP}décembre 2026${NBSP}: 3${NBSP}séances à venir`,
    );
  });

  test('a series loses what lies between two dates', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking tous les mardis matin pendant 5 semaines');
    await lea.presses('Réserver les 5');
    const gone = await lea.says('/annuler la série du 1er au 10 décembre');
    expect(gone.text).toContain(`2${NBSP}séances`);
    expect((await lea.says('/reservations')).text).toContain('Vos 3 réservations à venir');
  });

  test('where one moment is asked, several are asked again', async () => {
    const { house, lea } = await open(db);
    await using _ = house;
    await lea.says('/reserver coworking demain matin');
    const again = await lea.says('/reservations modifier 1 mardi et jeudi');
    expect(again.form?.fields.find(({ name }) => name === 'quand')?.problem).toContain('plusieurs moments');
  });

  test('the personal calendar has a secret address where the house is public, and says what it needs elsewhere', async () => {
    const { house, lea } = await open(db, { publicUrl: 'https://mijote.exemple.fr' });
    await using _ = house;
    const card = await lea.says('/reservations calendrier');
    const address = /https:\/\/mijote\.exemple\.fr\/moi\/[\w-]{32}\.ics/;
    expect(card.text).toMatch(address);
    const other = await lea.presses('Changer d’adresse');
    expect(other.text).toContain('L’ancienne ne répond plus');
    expect(address.exec(other.text)?.[0]).not.toBe(address.exec(card.text)?.[0]);

    const closed = await open(db);
    await using __ = closed.house;
    expect((await closed.lea.says('/reservations calendrier')).text).toContain('PUBLIC_URL');
  });
});

test.each(['slack', 'discord', 'terminal'] as const)(
  'sixty at once are shown, booked and cancelled on %s, and said to be as many as there can be',
  async (platform) => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const all = 'tous les jours 9h-10h jusqu’au 30 mars';
    const card = await lea.says(
      platform === 'discord' ? `/reserver espace:coworking quand:${all}` : `/reserver coworking ${all}`,
    );
    expect(card.text).toContain(`60${NBSP}séances possibles`);
    expect(card.text).toContain('pas plus de 60 à la fois');
    const booked = await lea.presses('Réserver les 60');
    expect(booked.text).toContain(`60${NBSP}séances`);
    expect((await lea.presses('Annuler')).text).toContain(`60${NBSP}séances`);
    expect((await lea.presses('Rétablir')).text).toContain('C’est rétabli');
  },
);

test.each(['slack', 'discord'] as const)('« passe mes mardis au jeudi », said to the bot on %s', async (platform) => {
  await using house = await openHouse({ db });
  const lea = (await house.on(platform)).person('lea');
  await lea.mentions('réserve coworking tous les mardis matin pendant 3 semaines');
  await lea.presses('Réserver les 3');
  const card = await lea.mentions('passe mes mardis au jeudi même heure stp');
  expect(card.text).toContain(`jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
  expect((await lea.presses('Décaler les 3')).text).toContain('C’est modifié');
});

describe('moving a booking in words', () => {
  test.each([
    ['demain à jeudi 14h', `jeudi 26${NBSP}novembre 2026, de 14${NBSP}h à 17${NBSP}h${NBSP}30`],
    ['de demain à jeudi, même heure', `jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`],
    ['du 24 novembre au 26 novembre', `jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`],
    ['du 24 novembre au 26 novembre à 14h', `jeudi 26${NBSP}novembre 2026, de 14${NBSP}h à 17${NBSP}h${NBSP}30`],
    ['demain matin à jeudi', `jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`],
    ['demain à 14h', `mardi 24${NBSP}novembre 2026, de 14${NBSP}h à 17${NBSP}h${NBSP}30`],
    ['demain à 9h à jeudi à 13h', `jeudi 26${NBSP}novembre 2026, de 13${NBSP}h à 16${NBSP}h${NBSP}30`],
    ['1 l’après-midi', `mardi 24${NBSP}novembre 2026, de 13${NBSP}h${NBSP}30 à 18${NBSP}h`],
    ['1 jeudi 14h-16h', `jeudi 26${NBSP}novembre 2026, de 14${NBSP}h à 16${NBSP}h`],
    ['coworking demain à jeudi après-midi', `jeudi 26${NBSP}novembre 2026, de 13${NBSP}h${NBSP}30 à 18${NBSP}h`],
  ])('« %s »', async (words, moment) => {
    await using house = await openHouse({ db });
    const lea = (await house.on('terminal')).person('lea');
    await lea.says('/reserver coworking demain matin');
    const moved = await lea.says(`/reservations déplacer ${words}`);
    expect(moved.text).toContain('C’est modifié');
    expect(moved.text).toContain(moment);
  });

  test.each(['slack', 'discord'] as const)('said to the bot on %s, too', async (platform) => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/reserver coworking demain matin');
    const moved = await lea.mentions('décale ma réservation de demain à jeudi même heure stp');
    expect(moved.text).toContain(`jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
  });

  test.each([
    ['jeudi 14h', `de 14${NBSP}h à 15${NBSP}h`],
    ['jeudi', `de 10${NBSP}h à 11${NBSP}h`],
    ['jeudi 14h-16h', `de 14${NBSP}h à 16${NBSP}h`],
  ])('which one, when there are several: one press moves it to %s', async (there, hours) => {
    await using house = await openHouse({ db });
    const lea = (await house.on('terminal')).person('lea');
    await lea.says('/reserver coworking demain 9h-10h');
    await lea.says('/reserver expression demain 10h-11h');
    const which = await lea.says(`/reservations déplacer demain à ${there}`);
    expect(which.text).toContain('Quelle réservation voulez-vous déplacer');
    const moved = await lea.chooses(which.choices[1] ?? '');
    expect(moved.text).toContain(`jeudi 26${NBSP}novembre 2026, ${hours}`);
  });

  test('the old times are kept when the new ones are taken', async () => {
    await using house = await openHouse({ db });
    const room = await house.on('terminal');
    const [lea, karim] = [room.person('lea'), room.person('karim')];
    await karim.says('/reserver expression jeudi 14h-16h');
    await lea.says('/reserver expression demain 10h-11h');
    expect((await lea.says('/reservations déplacer demain à jeudi 14h')).text).toContain('est déjà pris');
    expect((await lea.says('/reservations')).text).toContain(
      `mardi 24${NBSP}novembre 2026, de 10${NBSP}h à 11${NBSP}h`,
    );
  });
});
