// The main job, as people do it, through the real SDKs and on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  test('« /reserver coworking demain » books at once, says the whole date, and is private', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');

    const card = await lea.says('/reserver coworking demain');
    expect(card.text).toContain('C’est réservé');
    expect(card.text).toContain(`mardi 24${NBSP}novembre 2026, de 9${NBSP}h à 18${NBSP}h`);
    expect(card.buttons).toEqual(['Annuler', 'Modifier', 'Ajouter à mon calendrier']);
    expect(card.private).toBe(true);
  });

  test('the same line again says that the person already has that seat', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/reserver coworking demain');

    const again = await lea.says('/reserver coworking demain');
    expect(again.text).toContain('Vous avez déjà une réservation');
    expect(again.buttons).toContain('Modifier');
    expect(again.buttons).toContain('Annuler');
  });

  test('a booking is cancelled in one press, and brought back in another for five minutes', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/reserver coworking demain matin');

    const gone = await lea.presses('Annuler');
    expect(gone.text).toContain('C’est annulé');
    house.wait({ minutes: 4 });
    const back = await lea.presses('Rétablir');
    expect(back.text).toContain('C’est rétabli');
    expect(back.text).toContain(`de 9${NBSP}h à 12${NBSP}h${NBSP}30`);

    await lea.presses('Annuler');
    house.wait({ minutes: 6 });
    expect((await lea.presses('Rétablir')).text).toContain('ce délai est passé');
  });

  test('« Modifier » opens the form filled in, and moves the booking', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/reserver coworking demain matin');

    const { form } = await lea.presses('Modifier');
    expect(form?.fields.map(({ name }) => name)).toEqual(['espace', 'quand', 'personnes', 'materiel', 'motif']);
    expect(form?.fields.find(({ name }) => name === 'quand')?.value).toBe(
      `mardi 24${NBSP}novembre 2026, 9${NBSP}h – 12${NBSP}h${NBSP}30`,
    );
    const moved = await lea.submits({ quand: 'jeudi 14h-16h', personnes: '2' });
    expect(moved.text).toContain('C’est modifié');
    expect(moved.text).toContain(`jeudi 26${NBSP}novembre 2026, de 14${NBSP}h à 16${NBSP}h`);
    expect(moved.text).toContain(`2${NBSP}personnes`);
  });

  test('the booking comes as a calendar file', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/reserver coworking demain matin');
    expect((await lea.presses('Ajouter à mon calendrier')).files).toEqual(['reservation.ics']);
  });

  test('a refusal offers what could be had instead, and one press books it', async () => {
    await using house = await openHouse({ db });
    const [lea, karim] = [(await house.on(platform)).person('lea'), (await house.on(platform)).person('karim')];
    await lea.says(
      platform === 'discord' ? '/reserver espace:expression quand:jeudi 14h-16h' : '/reserver expression jeudi 14h-16h',
    );

    const taken = await karim.says(
      platform === 'discord' ? '/reserver espace:expression quand:jeudi 14h-16h' : '/reserver expression jeudi 14h-16h',
    );
    expect(taken.text).toContain('est déjà pris');
    const alternatives = taken.buttons.filter((label) => label !== 'Changer ma demande' && label !== 'Me prévenir');
    expect(alternatives).toHaveLength(3);
    const booked = await karim.presses(alternatives[0] ?? '');
    expect(booked.text).toContain('C’est réservé');
  });

  test('a whole room asked for a bare day answers that day’s free times, one press each', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const free = await lea.says('/reserver expression jeudi');
    expect(free.text).toContain('se réserve en entier');
    expect(free.buttons).toContain(`9${NBSP}h – 12${NBSP}h${NBSP}30`);
    const booked = await lea.presses(`9${NBSP}h – 12${NBSP}h${NBSP}30`);
    expect(booked.text).toContain(`jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
  });

  test('« /reserver » alone opens the form, and the form books', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const { form } = await lea.says('/reserver');
    expect(form?.title).toBe('Réserver un espace');
    const card = await lea.submits({ espace: 'coworking', quand: 'demain', personnes: '3' });
    expect(card.text).toContain('C’est réservé');
    expect(card.text).toContain(`3${NBSP}personnes`);
  });

  test('« /reservations » and « /annuler » find what was booked', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    expect((await lea.says(platform === 'discord' ? '/reservations voir' : '/reservations')).text).toContain(
      'Vous n’avez pas de réservation à venir',
    );
    await lea.says('/reserver coworking demain matin');
    await lea.says('/reserver coworking jeudi');

    const all = await lea.says(platform === 'discord' ? '/reservations voir' : '/reservations');
    expect(all.text).toContain('Vos 2 réservations à venir');
    const one = await lea.chooses(all.choices[0] ?? '');
    expect(one.buttons).toContain('Modifier');

    const which = await lea.says('/annuler');
    expect(which.text).toContain('Quelle réservation');
    expect((await lea.chooses(which.choices[1] ?? '')).text).toContain('C’est annulé');
    const other = await lea.says(platform === 'discord' ? '/annuler quand:demain' : '/annuler demain');
    expect(other.text).toContain('C’est annulé');
  });

  test('« /dispo » says what is free, « /lieu » what there is, « /aide » what can be typed', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/reserver coworking demain matin');
    const dispo = await lea.says('/dispo coworking demain');
    expect(dispo.text).toContain(`de 9${NBSP}h à 12${NBSP}h${NBSP}30${NBSP}: 9${NBSP}places libres sur 10`);
    expect((await lea.says('/lieu')).text).toContain('La Mijoteuse');
    expect((await lea.says('/lieu coworking')).text).toContain('49');
    expect((await lea.says('/aide')).text).toContain('/reserver');
    expect((await lea.says('/aide reserver')).text).toContain('Quel jour'.toLowerCase());
  });

  test('a name of command with a slip is offered put right, with all that followed it', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const typed = await lea.mentions('resrver coworking demain matin');
    expect(typed.buttons).toEqual(['/reserver coworking demain matin']);
    expect((await lea.presses('/reserver coworking demain matin')).text).toContain('C’est réservé');
  });

  test('a sentence said to the bot works like the command', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const card = await lea.mentions('réserve le coworking demain matin pour 2 personnes stp');
    expect(card.text).toContain('C’est réservé');
    expect(card.text).toContain(`mardi 24${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);
    expect(card.private).toBe(true);
  });
});
