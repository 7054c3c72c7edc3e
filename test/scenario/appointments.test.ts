// Seeing a partner: from the sessions that come to a slot of one's own, and an earlier one when it comes free.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEvent, type EventWish } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';
const THURSDAY = `jeudi 26${NBSP}novembre 2026`;
const hours = (from: string, to: string) =>
  `${from.replace(/h(\d\d)?/, (_, minutes) => `${NBSP}h${minutes ? `${NBSP}${minutes}` : ''}`)} – ${to.replace(/h(\d\d)?/, (_, minutes) => `${NBSP}h${minutes ? `${NBSP}${minutes}` : ''}`)}`;
const FIRST = `Jeudi 26${NBSP}novembre 2026, ${hours('9h', '9h45')}`;
const SECOND = `Jeudi 26${NBSP}novembre 2026, ${hours('9h45', '10h30')}`;
const THIRD = `Jeudi 26${NBSP}novembre 2026, ${hours('10h30', '11h15')}`;

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

/** Thursday 26 November 2026, 9:00 to 12:00: four slots of 45 minutes. */
const addSession = (wish: EventWish = {}): Promise<number> =>
  addEvent(db, {
    title: 'Permanence BGE Haute-Garonne',
    kind: 'session',
    start: '2026-11-26T09:00',
    hours: 3,
    partnerKey: 'bge',
    slotMinutes: 45,
    ...wish,
  });

const addMeeting = (wish: EventWish = {}): Promise<number> =>
  addEvent(db, {
    title: 'Réunion d’information URSCOP',
    kind: 'info_meeting',
    start: '2026-12-01T14:00',
    partnerKey: 'urscop',
    capacity: 12,
    ...wish,
  });

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const says = (command: string, options: Readonly<Record<string, string>> = {}) =>
    written(platform, `/permanence ${command}`, options);

  test('the sessions that come are shown by partner; a slot is chosen, moved, given up and taken again in one press each', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await addSession();
    await addMeeting();
    const seen = await lea.says(platform === 'discord' ? '/permanence voir' : '/permanence');
    expect(seen.text).toContain('BGE Haute-Garonne');
    expect(seen.text).toContain(`sur rendez-vous, 45${NBSP}min · 4${NBSP}créneaux libres`);
    expect(seen.text).toContain(`à plusieurs · 12${NBSP}places restantes`);
    const which = await lea.presses(`Choisir un créneau${NBSP}: jeudi 26${NBSP}novembre, 9${NBSP}h`);
    expect(which.buttons.slice(0, 4)).toEqual([
      FIRST,
      SECOND,
      THIRD,
      `Jeudi 26${NBSP}novembre 2026, ${hours('11h15', '12h')}`,
    ]);
    const made = await lea.presses(SECOND);
    expect(made.text).toContain('Votre rendez-vous est pris');
    expect(made.text).toContain('BGE Haute-Garonne');
    expect(made.text).toContain(`${THURSDAY}, ${hours('9h45', '10h30')}`);
    expect(made.text).toContain('Espace de convivialité');
    expect(made.buttons).toEqual([
      'Annuler',
      'Déplacer',
      'Ajouter à mon calendrier',
      'Prévenez-moi si un créneau plus tôt se libère',
    ]);

    const where = await lea.presses('Déplacer');
    expect(where.text).toContain('Vers quel créneau le déplacer');
    expect(where.buttons).not.toContain(SECOND);
    expect((await lea.presses(THIRD)).text).toContain('Votre rendez-vous est déplacé');

    expect((await lea.presses('Annuler')).text).toContain('Votre rendez-vous est annulé');
    expect((await lea.presses('Rétablir')).text).toContain(hours('10h30', '11h15'));
    const mine = await lea.says(says('rendezvous'));
    expect(mine.text).toContain(`${THURSDAY}, ${hours('10h30', '11h15')}`);
    expect(mine.text).not.toContain(hours('9h45', '10h30'));
  });

  test('a second one with the same partner is not taken: the first can be moved there in one press', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await addSession();
    await addSession({ start: '2026-12-03T09:00' });
    await lea.says(says('reserver', { seance: '1', heure: '9h45' }));
    const already = await lea.says(says('reserver', { seance: '2', heure: '9h' }));
    expect(already.text).toContain('Vous avez déjà un rendez-vous');
    expect(already.text).toContain(hours('9h45', '10h30'));
    const moved = await lea.presses('Déplacer mon rendez-vous');
    expect(moved.text).toContain('Votre rendez-vous est déplacé');
    expect(moved.text).toContain(`jeudi 3${NBSP}décembre 2026, ${hours('9h', '9h45')}`);
    expect((await lea.says(says('rendezvous'))).text).not.toContain(`26${NBSP}novembre`);
  });

  test('an earlier slot that comes free is kept for whoever asked first; taking it moves their appointment', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim, ana] = [people.person('lea'), people.person('karim'), people.person('ana')];
    await addSession();
    await lea.says(says('reserver', { seance: '1', heure: '9h' }));
    await karim.says(says('reserver', { seance: '1', heure: '10h30' }));
    const waits = await karim.presses('Prévenez-moi si un créneau plus tôt se libère');
    expect(waits.text).toContain('C’est noté, je vous préviens');
    expect(waits.buttons).toContain(SECOND);

    await lea.says(says('annuler', { seance: '1' }));
    expect((await ana.says(says('reserver', { seance: '1', heure: '9h' }))).text).toContain(
      'Ce créneau vient d’être pris',
    );
    const [told] = await toldTo(house, 'karim', platform);
    expect(told).toContain('Un créneau plus tôt s’est libéré');
    expect(told).toContain(`jusqu’au lundi 23${NBSP}novembre à 10${NBSP}h${NBSP}30`);
    const taken = await karim.presses('Prendre ce créneau');
    expect(taken.text).toContain('Votre rendez-vous est déplacé');
    expect(taken.text).toContain(hours('9h', '9h45'));
    expect((await ana.says(says('reserver', { seance: '1', heure: '10h30' }))).text).toContain(
      'Votre rendez-vous est pris',
    );
  });

  test('it is recalled the day before and an hour before its own hour', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const lea = people.person('lea');
    await addSession();
    await lea.says(says('reserver', { seance: '1', heure: '10h30' }));
    house.at('2026-11-25T17:00');
    const [before] = await toldTo(house, 'lea', platform);
    expect(before).toContain('Rappel de votre rendez-vous');
    expect(before).toContain(`${THURSDAY}, ${hours('10h30', '11h15')}`);
    expect((await lea.presses('Je viens')).text).toContain('Ce rendez-vous est déjà le vôtre');
    house.at('2026-11-26T08:00');
    expect(await toldTo(house, 'lea', platform)).toEqual([]);
    house.at('2026-11-26T09:30');
    expect(await toldTo(house, 'lea', platform)).toHaveLength(1);
    expect((await lea.presses('J’annule')).text).toContain('Votre rendez-vous est annulé');
  });
});
