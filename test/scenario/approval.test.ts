// A booking that wants the staff's agreement: held meanwhile, answered once, by someone else. Nobody asks for one at the
// terminal: whoever is there runs the program.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import type { PersonDriver } from '../support/seen.ts';
import { giveRole, staffed, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';
const ASK = '/reserver convivialite jeudi 14h-16h — goûter';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

test.each(['slack', 'discord'] as const)(
  'on %s, the slot is held while it waits; accepted, its person is told, with a next step',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim, lea } = await staffed(house, platform);
    const asked = await karim.says(
      written(platform, '/reserver', { espace: 'convivialite', quand: 'jeudi 14h-16h', motif: 'goûter' }),
    );
    expect(asked.text).toContain('C’est demandé');
    expect(asked.text).toContain('Le créneau est gardé pour vous');
    expect(
      (
        await lea.says(
          written(platform, '/reserver', { espace: 'convivialite', quand: 'jeudi 14h-16h', motif: 'goûter' }),
        )
      ).text,
    ).toContain('est déjà pris');

    expect((await ana.says('/equipe demandes')).text).toContain('karim');
    expect((await ana.presses('Accepter')).text).toContain('C’est accepté');
    const [told] = await toldTo(house, 'karim', platform);
    expect(told).toContain('Votre réservation est acceptée');
    expect((await karim.says('/reservations voir')).text).toContain(`jeudi 26${NBSP}novembre`);
    expect((await ana.says('/equipe demandes')).text).toContain('Aucune demande');
  },
);

test.each(['slack', 'discord'] as const)(
  'on %s, refused with its reason, it is given back, and cannot be brought back',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim, lea } = await staffed(house, platform);
    await karim.says(
      written(platform, '/reserver', { espace: 'convivialite', quand: 'jeudi 14h-16h', motif: 'goûter' }),
    );
    await ana.says('/equipe demandes');
    const { form } = await ana.presses('Refuser');
    expect(form?.fields.map(({ name }) => name)).toEqual(['motif']);
    expect((await ana.submits({ motif: 'la salle est repeinte' })).text).toContain('C’est refusé');
    const [told] = await toldTo(house, 'karim', platform);
    expect(told).toContain('la salle est repeinte');
    expect((await karim.says(written(platform, '/reservations retablir', { reservation: '1' }))).text).toContain(
      'la salle est repeinte',
    );
    expect(
      (
        await lea.says(
          written(platform, '/reserver', { espace: 'convivialite', quand: 'jeudi 14h-16h', motif: 'goûter' }),
        )
      ).text,
    ).toContain('C’est demandé');
  },
);

test('nobody answers for themselves, and the first answer counts', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await staffed(house);
  await karim.says(ASK);
  await giveRole(house, 'karim', 'animation');
  await giveRole(house, 'lea', 'animation');
  expect((await karim.says('/equipe accepter 1')).text).toContain('personne n’accepte la sienne');
  await ana.says('/equipe accepter 1');
  expect((await lea.says('/equipe refuser 1 — non')).text).toContain('déjà acceptée par ana');
});

test('cancelled by its person, or begun, it can no longer be answered; unanswered, it is given back and they are told', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await staffed(house);
  await karim.says(ASK);
  await karim.says('/annuler 1');
  expect((await ana.says('/equipe accepter 1')).text).toContain('La personne a annulé');
  await lea.says(ASK);
  house.at('2026-11-26T14:00');
  expect((await ana.says('/equipe accepter 2')).text).toContain('il est trop tard');
  const [told] = await toldTo(house, 'lea');
  expect(told).toContain('Votre demande est restée sans réponse');
  expect((await karim.says('/reserver convivialite 15h-16h')).text).toContain('C’est demandé');
});

test('staff need no agreement, and a change of what was agreed asks again', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  expect((await ana.says('/reserver convivialite vendredi 14h-16h')).text).toContain('C’est réservé');
  await karim.says(ASK);
  await ana.says('/equipe accepter 2');
  expect((await karim.says('/reservations modifier 2 jeudi 15h-17h')).text).toContain('C’est demandé');
  expect((await ana.says('/equipe demandes')).text).toContain(`de 15${NBSP}h à 17${NBSP}h`);
});

test('what still waits is not recalled; agreed to, it is recalled from then on, and what was missed is not', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  await karim.says(ASK);
  house.at('2026-11-25T17:00');
  expect(await toldTo(house, 'karim')).toEqual([]);
  house.at('2026-11-26T09:00');
  await ana.says('/equipe accepter 1');
  const told = await toldTo(house, 'karim');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Votre réservation est acceptée');
  house.at('2026-11-26T13:00');
  expect((await toldTo(house, 'karim'))[0]).toContain('Rappel de votre réservation');
});

test('the card in the staff’s channel is answered there, and then says who did', async () => {
  const place = { ...mijoteuse, channels: { staff: { slack: 'C1' } } };
  await using house = await openHouse({ db, place });
  const { ana, karim } = await staffed(house);
  await karim.says(ASK);
  await house.runJobs();
  expect((await ana.presses('Accepter')).text).toContain('C’est accepté');
  await house.runJobs();
  await expect(ana.presses('Accepter')).rejects.toThrow('sees nothing');
  const { rows } = await db.pool.query('SELECT carded FROM approval');
  expect(rows).toEqual([{ carded: 'settled' }]);
});

const SERIES = '/reserver convivialite tous les jeudis 14h-16h pendant 3 semaines — chorale';

const askedFor = async (person: PersonDriver) => {
  await person.says(SERIES);
  return person.presses('Demander les 3');
};

test('a series is refused at once, with one reason; its slots are given back', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await staffed(house);
  await askedFor(karim);
  expect((await lea.says('/reserver convivialite jeudi 3 décembre 14h-16h')).text).toContain('est déjà pris');
  await giveRole(house, 'karim', 'animation');
  expect((await karim.says('/equipe accepter 2')).text).toContain('personne n’accepte la sienne');
  await ana.says('/equipe demandes');
  await ana.presses('Refuser');
  expect((await ana.submits({ motif: 'la salle est repeinte' })).text).toContain('les créneaux sont rendus');
  const told = await toldTo(house, 'karim');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Votre série n’est pas acceptée');
  expect(told[0]).toContain('la salle est repeinte');
  expect(told[0]).toContain(`jeudi 10${NBSP}décembre 2026`);
  expect((await ana.says('/equipe accepter 3')).text).toContain('déjà refusée par ana');
  expect((await lea.says('/reserver convivialite jeudi 3 décembre 14h-16h')).text).toContain('C’est demandé');
});

test('a day that its person cancels leaves the request; what begins unanswered lapses alone', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  await askedFor(karim);
  await karim.says('/annuler 2 seance');
  const card = await ana.says('/equipe demandes');
  expect(card.text).toContain(`jeudi 26${NBSP}novembre`);
  expect(card.text).not.toContain(`3${NBSP}décembre`);
  house.at('2026-11-26T14:00');
  const [told] = await toldTo(house, 'karim');
  expect(told).toContain('Votre demande est restée sans réponse');
  expect((await ana.says('/equipe accepter 1')).text).toContain(`jeudi 10${NBSP}décembre`);
  const { rows } = await db.pool.query('SELECT booking_id, answer FROM approval ORDER BY booking_id');
  expect(rows).toEqual([
    { booking_id: 1, answer: 'expired' },
    { booking_id: 2, answer: null },
    { booking_id: 3, answer: 'accepted' },
  ]);
});

test('an agreed series that moves asks again, as one request', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  await askedFor(karim);
  await ana.says('/equipe accepter 1');
  house.at('2026-11-23T11:00');
  const check = await karim.says('/reservations decaler 1 serie au vendredi');
  expect(check.text).toContain('L’équipe devra donner son accord');
  expect(check.text).toContain('Si elle refuse, ces séances sont annulées.');
  expect((await karim.presses('Décaler les 3')).text).toContain('C’est demandé');
  const card = await ana.says('/equipe demandes');
  expect(card.text).toContain('tous les vendredis de');
  expect(card.buttons).toEqual(['Accepter', 'Refuser']);
  expect((await ana.presses('Accepter')).text).toContain(`(3${NBSP}séances)`);
});

test('one card stands in the channel for a series: it follows what is left of it, and says how it ended', async () => {
  const place = { ...mijoteuse, channels: { staff: { slack: 'C1' } } };
  await using house = await openHouse({ db, place });
  const { ana, karim } = await staffed(house);
  await askedFor(karim);
  await house.runJobs();
  const cards = async () => (await db.pool.query('SELECT DISTINCT message FROM approval_card')).rows.length;
  expect(await cards()).toBe(1);
  await karim.says('/annuler 2 seance');
  await house.runJobs();
  expect(await cards()).toBe(1);
  expect((await ana.presses('Accepter')).text).toContain(`(2${NBSP}séances)`);
  await house.runJobs();
  await expect(ana.presses('Accepter')).rejects.toThrow('sees nothing');
  const { rows } = await db.pool.query('SELECT DISTINCT carded FROM approval');
  expect(rows).toEqual([{ carded: 'settled' }]);
});

test('one of a series that is asked again otherwise is a request of its own, and the others keep their card', async () => {
  const place = { ...mijoteuse, channels: { staff: { slack: 'C1' } } };
  await using house = await openHouse({ db, place });
  const { ana, karim } = await staffed(house);
  await askedFor(karim);
  await house.runJobs();
  house.at('2026-11-23T11:00');
  expect((await karim.says('/reservations modifier 1 jeudi 15h-17h')).text).toContain('C’est demandé');
  await house.runJobs();
  const { rows } = await db.pool.query('SELECT booking_id, message FROM approval_card ORDER BY booking_id');
  expect(rows.map(({ booking_id }) => booking_id)).toEqual([1, 2, 3]);
  expect(new Set(rows.map(({ message }) => message)).size).toBe(2);
  expect(rows[1]).toMatchObject({ message: rows[2].message });
  expect((await ana.says('/equipe demandes')).text).toContain('2 demandes attendent votre accord');
  await ana.says('/equipe accepter 1');
  expect((await ana.says('/equipe demandes')).text).toContain('Une série attend votre accord');
});

test.each(['demandes', 'accepter 1', 'refuser 1 — non'])(
  '« /equipe %s » is refused to a member, with who can',
  async (line) => {
    await using house = await openHouse({ db });
    const { karim } = await staffed(house);
    await karim.says(ASK);
    expect((await karim.says(`/equipe ${line}`)).text).toContain('réservée à l’équipe d’animation');
  },
);
