// Seeing a partner: from the sessions that come to a slot of one's own, and an earlier one when it comes free.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personalCalendar } from '../../src/messages/event-calendar.fr.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent, type EventWish } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { giveRole, speaksFor, toldTo, written } from '../support/staffed.ts';

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

/** Noé speaks for BGE. */
const withPartner = async (house: TestHouse) => {
  const people = await house.on('slack');
  const noe = people.person('noe');
  await noe.says('/lieu');
  await giveRole(house, 'noe', 'partenaire');
  await speaksFor(house, 'noe', 'bge');
  return noe;
};

test('nothing announced: it says what to do; whoever waits is told of the first slots that open, each kept for one', async () => {
  await using house = await openHouse({ db });
  const noe = await withPartner(house);
  const people = await house.on('slack');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  const none = await lea.says('/permanence BGE');
  expect(none.text).toContain('Aucune permanence de BGE Haute-Garonne n’est annoncée');
  expect(none.buttons).toEqual(['Me prévenir', 'Être rappelé·e', 'Voir les autres permanences']);
  await lea.presses('Me prévenir');
  house.wait({ minutes: 1 });
  await karim.says('/permanence attendre BGE');
  await noe.says('/permanence ouvrir BGE jeudi 9h-12h, rdv de 45 min convivialité');
  await house.runJobs();
  expect(people.told('lea')[0]).toContain(`${THURSDAY}, ${hours('9h', '9h45')}`);
  expect(people.told('karim')[0]).toContain(`${THURSDAY}, ${hours('9h45', '10h30')}`);
  const passed = await lea.presses('Passer');
  expect(passed.text).toContain('proposé à la personne suivante');
  expect((await karim.presses('Prendre ce créneau')).text).toContain('Votre rendez-vous est pris');
  expect((await lea.says('/permanence rendezvous')).text).toContain('Aucun rendez-vous à venir');
});

test('a collective session is a seat, with its line; whoever waits for that partner is told when one is announced', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('slack');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await addMeeting({ capacity: 1 });
  const seen = await lea.says('/permanence URSCOP');
  await lea.presses(`M’inscrire${NBSP}: mardi 1er${NBSP}décembre, 14${NBSP}h`);
  expect(seen.text).toContain('à plusieurs');
  expect((await karim.says('/permanence reserver 1')).text).toContain('Vous êtes sur la liste d’attente');
  await karim.says('/permanence attendre URSCOP');
  await addMeeting({ start: '2027-01-05T14:00' });
  const told = await toldTo(house, 'karim');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Une date est annoncée');
  expect((await karim.presses('M’inscrire')).text).toContain('C’est noté, vous participez');
  expect(await toldTo(house, 'karim')).toEqual([]);
  const mine = await karim.says('/permanence rendezvous');
  expect(mine.text).toContain('Mes réunions');
  expect(mine.text).toContain('sur la liste d’attente');
  await lea.says('/permanence annuler 1');
  expect((await karim.says('/permanence rendezvous')).text).not.toContain('sur la liste d’attente');
});

test('a partner in development is information, without a session', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  const developing = mijoteuse.partners.find(({ link }) => link === 'developing');
  for (const command of ['voir', 'reserver', 'attendre']) {
    const seen = await lea.says(`/permanence ${command} ${developing?.name}`);
    expect(seen.text).toContain('en développement');
    expect(seen.buttons).toEqual(['Parler à quelqu’un', 'Être rappelé·e']);
  }
});

test('the event leads to its slots, and says which is one’s own; lists, page and calendar say one’s own hour', async () => {
  await using house = await openHouse({ db });
  const { slack } = await house.onSlack();
  const lea = slack.person('U1001', 'lea');
  await addSession();
  await lea.opensHome();
  const card = await lea.says('/evenement voir 1');
  expect(card.buttons).not.toContain('Je participe');
  await lea.presses('Choisir un créneau');
  await lea.presses(SECOND);
  expect((await lea.presses('Ajouter à mon calendrier')).files).toEqual(['evenement.ics']);
  expect((await lea.says('/evenement voir 1')).text).toContain(
    `Vous avez rendez-vous ${THURSDAY}, ${hours('9h45', '10h30')}`,
  );
  expect((await lea.says('/evenement inscrire 1')).text).toContain('Votre rendez-vous');
  const own = `${THURSDAY}, ${hours('9h45', '10h30')} · Permanence BGE Haute-Garonne`;
  expect((await lea.says('/reservations')).text).toContain(own);
  await house.runJobs();
  expect(lea.home()?.text).toContain(own);
  const { rows } = await db.pool.query<{ id: number }>('SELECT id FROM member');
  const actor = { memberId: rows[0]?.id ?? 0, placeId: mijoteuse.id, roles: new Set(['membre'] as const) };
  const attendances = await house.core.signups.mine(actor);
  const calendar = personalCalendar(mijoteuse, { bookings: [], attendances }, { stamp: house.now(), name: 'lea' });
  expect(calendar).toContain('DTSTART;TZID=Europe/Paris:20261126T094500');
  expect(calendar).toContain('DTEND;TZID=Europe/Paris:20261126T103000');
  expect((await lea.says('/evenement desinscrire 1')).text).toContain('Votre rendez-vous est annulé');
  expect((await lea.says('/reservations')).text).not.toContain('Permanence');
});

test('off the grid, past, taken or nobody’s: refused kindly, with the nearest that are free', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('slack');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await addSession();
  await addSession({ start: '2026-11-23T09:15' });
  expect((await lea.says('/permanence reserver 1 9h30')).buttons).toContain(FIRST);
  expect((await lea.says('/permanence reserver 2 9h15')).text).toContain('Cette heure est passée');
  await lea.says('/permanence reserver 1 9h45');
  const taken = await karim.says('/permanence reserver 1 9 h 45');
  expect(taken.text).toContain('Ce créneau vient d’être pris');
  expect(taken.buttons).not.toContain(SECOND);
  expect((await karim.presses(THIRD)).text).toContain('Votre rendez-vous est pris');
  expect((await karim.says('/permanence annuler 77')).text).toContain('Je ne trouve pas ce rendez-vous');
  expect((await karim.says('/permanence prendre 77')).text).toContain('Je ne trouve pas cette attente');
});

test('a session that moves takes its appointments along, and each person is told their own hour', async () => {
  await using house = await openHouse({ db });
  const noe = await withPartner(house);
  const lea = (await house.on('slack')).person('lea');
  await noe.says('/permanence ouvrir BGE jeudi 9h-12h, rdv de 45 min convivialité');
  await lea.says('/permanence reserver 1 9h45');
  await noe.says('/evenement modifier 1 jeudi 14h-17h');
  await noe.presses('Confirmer');
  const [told] = await toldTo(house, 'lea');
  expect(told).toContain('Votre rendez-vous a changé');
  expect(told).toContain(`Quand, avant${NBSP}: ${THURSDAY}, ${hours('9h45', '10h30')}`);
  expect(told).toContain(`Quand, maintenant${NBSP}: ${THURSDAY}, ${hours('14h45', '15h30')}`);
});

test('from an orientation to a date: the first slot that is free, one press away, and nothing else is shared', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('discord');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await addSession();
  await karim.says('/permanence reserver seance:1 heure:9h');
  await lea.says('/orienter commencer projet:BGE');
  const made = await lea.presses(`Prendre rendez-vous${NBSP}: jeudi 26${NBSP}novembre, 9${NBSP}h${NBSP}45`);
  expect(made.text).toContain('Votre rendez-vous est pris');
  expect((await people.person('lea').says('/permanence rendezvous')).text).toContain(hours('9h45', '10h30'));
});

test('said in passing, a day is understood, and what is not free then is told', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  await addSession({ hours: 1 });
  await addSession({ start: '2026-12-03T09:00', hours: 1 });
  const thursday = await lea.mentions('je voudrais prendre rendez-vous avec BGE jeudi matin');
  expect(thursday.buttons).toEqual([FIRST]);
  const friday = await lea.mentions('prendre rdv avec BGE vendredi');
  expect(friday.text).toContain('Rien n’est libre à ce moment-là');
  expect(friday.buttons).toHaveLength(2);
  await lea.presses(FIRST);
  expect((await lea.mentions('mes rendez-vous ?')).text).toContain(hours('9h', '9h45'));
  expect((await lea.mentions('je voudrais déplacer mon rendez-vous')).text).toContain('Vers quel créneau le déplacer');
  expect((await lea.mentions('annule mon rendez-vous')).buttons).toContain('Annuler');
  expect((await lea.presses('Annuler')).text).toContain('Votre rendez-vous est annulé');
});

test('what comes free in the evening is told in the morning, and never what begins before one could answer', async () => {
  await using house = await openHouse({ db, at: '2026-11-25T21:30' });
  const people = await house.on('slack');
  const [lea, karim, ana] = [people.person('lea'), people.person('karim'), people.person('ana')];
  await addSession({ start: '2026-11-26T08:15' });
  await lea.says('/permanence reserver 1 8h15');
  await karim.says('/permanence reserver 1 9h');
  await ana.says('/permanence attendre BGE');
  await lea.presses('Annuler');
  expect(await toldTo(house, 'ana')).toEqual([]);
  await karim.presses('Annuler');
  expect(await toldTo(house, 'ana')).toEqual([]);
  house.at('2026-11-26T08:00');
  const told = await toldTo(house, 'ana');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(hours('9h', '9h45'));
  expect(told[0]).toContain(`jusqu’à 8${NBSP}h${NBSP}30`);
});

test.each(['slack', 'discord'] as const)(
  'however many partners and slots there are, %s shows them',
  async (platform) => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const keys = mijoteuse.partners.filter(({ link }) => link !== 'developing').map(({ key }) => key);
    for (const [index, partnerKey] of keys.entries())
      for (const day of ['26', '27', '28']) {
        const start = `2026-11-${day}T${String(8 + (index % 8)).padStart(2, '0')}:00`;
        await addSession({ partnerKey, start, hours: 1, location: 'Ici' });
      }
    await addSession({ start: '2026-11-30T08:00', hours: 12, slotMinutes: 15, location: 'Ici' });
    const all = await lea.says(written(platform, '/permanence voir'));
    expect(all.text).toContain('… et');
    const [seventh] = keys.slice(6);
    const name = mijoteuse.partners.find(({ key }) => key === seventh)?.name ?? '';
    expect(all.choices).toContain(name);
    expect((await lea.chooses(name)).buttons.filter((label) => label.startsWith('Choisir'))).toHaveLength(3);
    const slots = await lea.says(written(platform, '/permanence reserver', { partenaire: 'BGE' }));
    if (platform === 'discord') expect(slots.text).toContain('de plus');
    expect(slots.choices.length).toBeGreaterThanOrEqual(25);
    expect((await lea.says(written(platform, '/permanence attendre'))).choices).toContain('URSCOP');
  },
);
