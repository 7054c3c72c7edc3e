// One ledger and one person behind the platforms.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openConnectedDiscord } from '../support/discord/connected.ts';
import { openHouse } from '../support/house.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

test('two people want the last seats, one on each platform: one gets them, the other gets three alternatives', async () => {
  await using house = await openHouse({ db });
  const [slack, discord, terminal] = [await house.on('slack'), await house.on('discord'), await house.on('terminal')];
  await terminal.person('ana').says('/reserver coworking demain pour 9');

  const [lea, karim] = [slack.person('lea'), discord.person('karim')];
  const answers = await Promise.all([
    lea.says('/reserver coworking demain matin'),
    karim.says('/reserver espace:coworking quand:demain de 9h à 12h30'),
  ]);
  const booked = answers.filter(({ text }) => text.includes('C’est réservé'));
  const refused = answers.filter(({ text }) => text.includes('est complet sur ce créneau'));
  expect([booked.length, refused.length]).toEqual([1, 1]);
  const others = ['Changer ma demande', 'Me prévenir'];
  expect(refused[0]?.buttons.filter((label) => !others.includes(label))).toHaveLength(3);
  expect(refused[0]?.buttons).toContain('Me prévenir');
  expect(refused[0]?.text).not.toMatch(/lea|karim|ana/i);
});

test('a person known on both sides sees and cancels the same booking from either', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  await lea.says('/reserver coworking demain matin');
  // What linking will write: the same member, known by a second identity.
  await db.pool.query(
    `INSERT INTO identity (place_id, platform, workspace, user_id, member_id, display_name)
     SELECT place_id, 'terminal', 'local', '1001', member_id, display_name FROM identity WHERE platform = 'slack'`,
  );
  const elsewhere = (await house.on('terminal')).person('lea');
  expect((await elsewhere.says('/reservations')).text).toContain(
    `mardi 24${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`,
  );
  expect((await elsewhere.says('/annuler demain')).text).toContain('C’est annulé');
  expect((await lea.says('/reservations')).text).toContain('Vous n’avez pas de réservation à venir');
});

test('the number of someone else’s booking, typed or in a forged button, opens nothing', async () => {
  await using house = await openHouse({ db });
  const [lea, karim] = [(await house.on('slack')).person('lea'), (await house.on('terminal')).person('karim')];
  await lea.says('/reserver coworking demain matin');
  for (const line of [
    '/annuler 1',
    '/reservations voir 1',
    '/reservations modifier 1 jeudi 14h',
    '/reservations retablir 1',
    '/reservations calendrier 1',
  ]) {
    const answer = await karim.says(line);
    expect(answer.text).toContain('Je ne trouve pas cette réservation');
    expect(answer.files).toEqual([]);
  }
  expect((await lea.says('/reservations')).text).toContain('Votre réservation à venir');
});

test('Discord shows what is understood while one types', async () => {
  await using house = await openHouse({ db });
  const world = await openConnectedDiscord(house.chat);
  const lea = world.discord.person('1001', 'lea');
  const labels = async (option: string, typed: string) =>
    (await lea.completes('reserver', option, typed)).map(({ name }) => name);
  expect(await labels('quand', 'demain matin')).toEqual([
    `demain matin → mardi 24${NBSP}novembre, 9${NBSP}h – 12${NBSP}h${NBSP}30`,
  ]);
  expect(await labels('quand', 'vendredi prochain')).toHaveLength(2);
  expect(await labels('espace', 'cow')).toEqual(['Espace de coworking']);
  expect(await labels('quand', 'xyz')).toEqual([]);
  await world.close();
});
