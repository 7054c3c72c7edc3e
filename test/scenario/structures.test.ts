// Structures, as the staff and their members speak of them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withPolicy } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { giveRole, staffed } from '../support/staffed.ts';

const NBSP = '\u00a0';
/** Two a week for the members of a structure together. */
const place = withPolicy(mijoteuse, 'coworking', { structureQuotaPerWeek: 2 });

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const line = (faire: string, noms: string, more = '') =>
    platform === 'discord'
      ? `/equipe structure faire:${faire} ${more === '' ? '' : `espace:coworking combien:${more} `}noms:${noms}`
      : `/equipe structure ${faire} ${noms}${more === '' ? '' : ` coworking ${more}`}`;
  const booking = (quand: string) =>
    platform === 'discord' ? `/reserver espace:coworking quand:${quand}` : `/reserver coworking ${quand}`;

  test('made, joined, used up: the third booking of the week is refused with the rule, and the next week in one press', async () => {
    await using house = await openHouse({ db, place });
    const people = await house.on(platform);
    const [ana, karim, lea] = [people.person('ana'), people.person('karim'), people.person('lea')];
    for (const each of [ana, karim, lea]) await each.says(platform === 'discord' ? '/lieu' : '/lieu coworking');
    await giveRole(house, 'ana', 'animation');

    expect((await ana.says(line('creer', 'Les Copains'))).text).toContain(`C’est créé${NBSP}: Les Copains`);
    expect((await ana.says(line('ajouter', 'karim — Les Copains'))).text).toContain(
      'karim fait partie de Les Copains.',
    );
    expect((await ana.says(line('ajouter', 'Les Copains lea'))).text).toContain('lea fait partie de Les Copains.');

    await karim.says(booking('demain matin'));
    await lea.says(booking('mercredi 10h-12h'));
    const refused = await karim.says(booking('jeudi 10h-12h'));
    expect(refused.text).toContain(
      `se réserve 2${NBSP}fois par semaine par tous les membres de votre structure ensemble (Les Copains), et vous y êtes pour la semaine du lundi 23${NBSP}novembre 2026.`,
    );
    expect(refused.text).toContain(`Voici ce qui est possible${NBSP}:`);
    const [nextWeek] = refused.buttons.filter((label) => label.includes('30') || label.includes('lundi'));
    expect(nextWeek).toBeDefined();
    expect((await karim.presses(nextWeek ?? '')).text).toContain(
      `lundi 30${NBSP}novembre 2026, de 10${NBSP}h à 12${NBSP}h`,
    );

    const account = await lea.says(platform === 'discord' ? '/compte voir' : '/compte');
    expect(account.text).toContain('Vous faites partie de Les Copains');
    expect(account.text).toContain(`2${NBSP}réservations sur 2 cette semaine`);
    expect(account.text).not.toContain('karim');

    expect((await ana.says(line('quota', 'Les Copains', '3'))).text).toContain(`3${NBSP}fois par semaine`);
    expect((await karim.says(booking('jeudi 10h-12h'))).text).toContain('C’est réservé');
  });
});

test('the list says who, how many, and how much of the week is used; a card is one press away', async () => {
  await using house = await openHouse({ db, place });
  const { ana, karim } = await staffed(house);
  expect((await ana.says('/equipe structure')).text).toContain('Aucune structure n’est enregistrée');
  await ana.says('/equipe structure creer Coopérative Cuisine & Quota 31');
  await ana.says('/equipe structure ajouter @karim Coopérative Cuisine');
  await karim.says('/reserver coworking demain matin');
  const listed = await ana.says('/equipe structure');
  expect(listed.text).toContain(`Coopérative Cuisine & Quota 31${NBSP}: 1${NBSP}membre`);
  expect(listed.text).toContain(`1${NBSP}réservation sur 2 cette semaine`);
  const card = await ana.chooses('Coopérative Cuisine & Quota 31');
  expect(card.text).toContain('karim');
  const gone = await ana.chooses('karim');
  expect(gone.text).toContain('karim ne fait plus partie de');
  expect(gone.text).toContain('Ses réservations à venir sont gardées');
  expect((await ana.presses('Revenir en arrière')).text).toContain(
    'karim fait partie de Coopérative Cuisine & Quota 31',
  );
});

test('a quota of its own is set in words, and undone in one press; what is over is said, and nothing is cancelled', async () => {
  await using house = await openHouse({ db, place });
  const { ana, karim } = await staffed(house);
  await ana.says('/equipe structure creer Les 3 Copains');
  await ana.says('/equipe structure ajouter karim dans Les 3 Copains');
  for (const day of ['demain', 'mercredi']) await karim.says(`/reserver coworking ${day} 10h-12h`);
  const lower = await ana.says('/equipe structure quota Les 3 Copains coworking 1');
  expect(lower.text).toContain(`se réserve 1${NBSP}fois par semaine par tous ses membres ensemble`);
  expect(lower.text).toContain('Rien n’est annulé');
  expect(lower.text).toContain(`2${NBSP}réservations pour un quota de 1`);
  expect((await karim.says('/reservations')).text).toContain(`mercredi 25${NBSP}novembre`);
  expect((await ana.presses('Revenir en arrière')).text).toContain(`2${NBSP}fois par semaine`);
  expect((await ana.says('/equipe structure quota Les 3 Copains coworking illimité')).text).toContain('pas de limite');
  expect((await ana.says('/equipe structure quota Les 3 Copains')).text).toContain(
    'Il manque la structure, l’espace ou',
  );
});

test('renamed, removed and brought back; a person changes structure, and goes back, in one press', async () => {
  await using house = await openHouse({ db, place });
  const { ana } = await staffed(house);
  for (const name of ['Les Copains', 'Le Repair Café']) await ana.says(`/equipe structure creer ${name}`);
  await ana.says('/equipe structure ajouter Karim — Les Copains');
  expect((await ana.says('/equipe structure ajouter Karim chez Le Repair Café')).text).toContain(
    `karim fait partie de Le Repair Café, et plus de «${NBSP}Les Copains${NBSP}»`,
  );
  expect((await ana.presses('Revenir en arrière')).text).toContain('karim fait partie de Les Copains');
  expect((await ana.says('/equipe structure renommer Les Copains en Les Copines')).text).toContain('Les Copines');
  expect((await ana.says('/equipe structure creer les COPINES')).text).toContain('Une structure s’appelle déjà');
  expect((await ana.says('/equipe structure supprimer Les Copines')).text).toContain('C’est supprimé');
  expect((await ana.says('/equipe structure Les Copines')).text).toContain('Je ne trouve pas de structure');
  const back = await ana.presses('Rétablir');
  expect(back.text).toContain('C’est rétabli');
  expect(back.text).toContain('karim');
  expect((await ana.says('/equipe journal')).text).toContain('a mis le membre 2 dans la structure 1');
});

test('what cannot be followed changes nothing, and says how to say it', async () => {
  await using house = await openHouse({ db, place });
  const { ana, karim } = await staffed(house);
  expect((await karim.says('/equipe structure')).text).toContain('réservée à l’équipe d’animation');
  expect((await ana.says('/equipe structure Les Copains')).text).toContain('/equipe structure creer Les Copains');
  await ana.says('/equipe structure creer Les Copains');
  expect((await ana.says('/equipe structure ajouter Zoé — Les Copains')).text).toContain(
    'Je ne trouve personne du nom de',
  );
  expect((await ana.says('/equipe structure ajouter Les Copains')).text).toContain(
    '/equipe structure ajouter Karim — Les Copains',
  );
  expect((await ana.says('/equipe structure creer')).text).toContain('Il manque le nom de la structure');
  expect((await ana.says('/equipe structure retirer karim')).text).toContain('ne fait partie d’aucune structure');
  const { rows } = await db.pool.query('SELECT 1 FROM member WHERE structure_id IS NOT NULL');
  expect(rows).toEqual([]);
});
