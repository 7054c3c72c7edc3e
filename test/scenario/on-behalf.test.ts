// Booking for someone who has no account.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { giveRole, staffed, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

test('the staff books in someone’s name, as often as it takes: no quota of theirs, no « already »', async () => {
  await using house = await openHouse({ db });
  const { ana } = await staffed(house);
  const card = await ana.says('/reserver pour Mme Diallo coworking mardi');
  expect(card.text).toContain('C’est réservé');
  expect(card.text).toContain('Mme Diallo');
  for (const name of ['M. Roux', 'Mme Nguyen', 'Mlle Petit', 'Monsieur Sow', 'Madame Cohen'])
    expect((await ana.says(`/reserver coworking mardi pour ${name}`)).text).toContain(name);
  expect((await ana.says('/reserver coworking mardi')).text).toContain('C’est réservé');
  expect((await ana.says('/reservations')).text).toContain('au nom de Mme Diallo');
});

test('a member is told that it is the staff’s to do, and nothing is booked', async () => {
  await using house = await openHouse({ db });
  const { karim } = await staffed(house);
  expect((await karim.says('/reserver pour Mme Diallo coworking mardi')).text).toContain(
    'revient à l’équipe d’animation',
  );
  expect((await karim.says('/reservations')).text).toContain('Vous n’avez pas de réservation à venir');
});

test.each(['slack', 'discord'] as const)(
  'on %s, anyone of the staff moves or cancels it; a member does not even find it',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim, lea } = await staffed(house, platform);
    await giveRole(house, 'lea', 'animation');
    await ana.says(
      written(platform, '/reserver', { espace: 'coworking', quand: 'mardi matin', nom: 'au nom de Fatou Diallo' }),
    );
    expect((await karim.says(written(platform, '/annuler', { reservation: '1' }))).text).toContain(
      'Je ne trouve pas cette réservation',
    );
    const moved = await lea.says(
      written(platform, '/reservations modifier', { reservation: '1', quand: 'jeudi 14h-16h' }),
    );
    expect(moved.text).toContain('C’est modifié');
    expect(moved.text).toContain('Fatou Diallo');
    expect(moved.text).toContain(`jeudi 26${NBSP}novembre 2026`);
    expect((await lea.says(written(platform, '/annuler', { reservation: '1' }))).text).toContain('C’est annulé');
  },
);

test('a series in someone’s name is booked, moved and cancelled as one; it counts for nobody of the house', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await staffed(house);
  await giveRole(house, 'lea', 'animation');
  await ana.says('/reserver coworking tous les mardis matin pendant 3 semaines');
  await ana.presses('Réserver les 3');
  const check = await ana.says('/reserver pour Mme Diallo coworking tous les mardis matin pendant 3 semaines');
  expect(check.text).toContain('Au nom de Mme Diallo');
  expect(check.text).toContain(`3${NBSP}séances possibles.`);
  const booked = await ana.presses('Réserver les 3');
  expect(booked.text).toContain('C’est réservé');
  expect(booked.text).toContain('Au nom de Mme Diallo');
  expect((await ana.says('/reservations')).text).toContain('au nom de Mme Diallo');

  await lea.says('/reservations decaler 4 serie au jeudi');
  const moved = await lea.presses('Décaler les 3');
  expect(moved.text).toContain('Au nom de Mme Diallo');
  expect(moved.text).toContain(`jeudi 10${NBSP}décembre 2026`);
  expect((await lea.says('/annuler 4 serie')).text).toContain(`3${NBSP}séances`);
  const { rows } = await db.pool.query("SELECT 1 FROM audit WHERE detail::text || subject ILIKE '%diallo%'");
  expect(rows).toEqual([]);
});

test('a series in someone’s name is the staff’s to ask for', async () => {
  await using house = await openHouse({ db });
  const { karim } = await staffed(house);
  expect((await karim.says('/reserver pour Mme Diallo coworking tous les mardis matin')).text).toContain(
    'revient à l’équipe d’animation',
  );
  expect((await karim.says('/reservations')).text).toContain('Vous n’avez pas de réservation à venir');
});

test('the name is in no log and no audit line, nobody is reminded, and a month later it is forgotten', async () => {
  await using house = await openHouse({ db });
  const { ana } = await staffed(house);
  await ana.says('/reserver pour Mme Diallo coworking mardi');
  const { rows } = await db.pool.query("SELECT 1 FROM audit WHERE detail::text || subject ILIKE '%diallo%'");
  expect(rows).toEqual([]);
  house.at('2026-11-24T08:01');
  expect(await toldTo(house, 'ana')).toEqual([]);
  house.at('2026-12-26T10:00');
  await house.runJobs();
  const names = await db.pool.query('SELECT guest_name, for_guest FROM booking');
  expect(names.rows).toEqual([{ guest_name: null, for_guest: true }]);
});
