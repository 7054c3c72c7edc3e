// Slack's « Accueil »: what a person sees there, what they can do from there, and that it stays true.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

const slackOf = async (house: TestHouse) => {
  const { slack } = await house.onSlack();
  const published = () => slack.calls.filter((name) => name === 'views.publish').length;
  return { slack, published, lea: slack.person('U1001', 'lea'), karim: slack.person('U1002', 'karim') };
};

/** Past what was said without being asked: a message that lies in private. */
const privately = (house: TestHouse) => house.on('slack').then(({ told }) => told('lea'));

test('someone who never spoke is told what there is to do, and nothing is written of them as a member', async () => {
  await using house = await openHouse({ db });
  const { lea } = await slackOf(house);
  const home = await lea.opensHome();
  expect(home.text).toContain('La Mijoteuse');
  expect(home.text).toContain('Bienvenue.');
  expect(home.text).toContain(`Rien de réservé. Appuyez sur «${NBSP}Réserver${NBSP}»`);
  expect(home.text).toContain('/reserver coworking demain matin');
  expect(home.text).toContain(`Lundi 23${NBSP}novembre 2026, à 10${NBSP}h${NBSP}: ouvert jusqu’à 18${NBSP}h.`);
  expect(home.text).toContain(`Espace de coworking${NBSP}: 10${NBSP}places libres sur 10`);
  expect(home.text).toContain('Rien n’est annoncé.');
  expect(home.buttons).toEqual(['Réserver', 'Ce qui est libre', 'L’agenda', 'Mes réservations', 'Aide']);
  expect((await db.pool.query('SELECT 1 FROM member')).rowCount).toBe(0);
});

test('« Réserver » opens its form there, answers there, and the page says so', async () => {
  await using house = await openHouse({ db });
  const { lea } = await slackOf(house);
  await lea.opensHome();
  const { form } = await lea.presses('Réserver');
  expect(form?.title).toBe('Réserver un espace');
  const booked = await lea.submits({ espace: 'coworking', quand: 'demain matin' });
  expect(booked.text).toContain('C’est réservé');
  expect(booked.text).toContain(`mardi 24${NBSP}novembre 2026, de 9${NBSP}h à 12${NBSP}h${NBSP}30`);

  await house.runJobs();
  expect(lea.home()?.text).toContain('Votre réservation à venir');
  expect(lea.home()?.text).not.toContain('Rien de réservé');
  expect(lea.home()?.text).not.toContain('Bienvenue');
  expect(await privately(house)).toEqual([]);
});

test('a form that is refused comes back filled in, and what was refused is corrected where it was', async () => {
  await using house = await openHouse({ db });
  const { lea } = await slackOf(house);
  await lea.opensHome();
  await lea.presses('Réserver');
  const { form } = await lea.submits({ espace: 'coworking', quand: 'un de ces quatre' });
  expect(form?.fields.find(({ name }) => name === 'quand')?.value).toBe('un de ces quatre');
  expect((await lea.submits({ quand: 'demain' })).text).toContain('C’est réservé');
});

test('a card that comes of the page is acted on like any other: seen, cancelled, brought back, all in one modal', async () => {
  await using house = await openHouse({ db });
  const { lea, slack } = await slackOf(house);
  await lea.says('/reserver coworking demain');
  await lea.opensHome();
  const mine = await lea.presses('Mes réservations');
  expect(mine.text).toContain('Votre réservation à venir');
  const [label = ''] = mine.choices;
  expect((await lea.chooses(label)).buttons).toContain('Annuler');
  expect((await lea.presses('Annuler')).text).toContain('C’est annulé');
  expect((await lea.presses('Rétablir')).text).toContain('C’est rétabli');
  expect(slack.workspace.views.get('U1001')?.under).toBeUndefined();
  expect(await privately(house)).toEqual([]);
});

test('a file comes in private, with a word of it on top of the card', async () => {
  await using house = await openHouse({ db });
  const { lea, slack } = await slackOf(house);
  await lea.opensHome();
  await lea.presses('Réserver');
  await lea.submits({ espace: 'coworking', quand: 'demain' });
  const said = await lea.presses('Ajouter à mon calendrier');
  expect(said.text).toContain('Vous le trouverez dans vos messages privés avec Mijote.');
  expect(slack.workspace.files.map(({ name, channel }) => `${name} in ${channel}`)).toEqual([
    'reservation.ics in D1001',
  ]);
  expect(slack.workspace.views.get('U1001')?.under).toBeDefined();
});

test.each(['views.open', 'views.update'])('where Slack refuses %s, the answer comes in private', async (method) => {
  await using house = await openHouse({ db });
  const { lea, slack } = await slackOf(house);
  await lea.opensHome();
  slack.refuseNext(method, method === 'views.open' ? 'expired_trigger_id' : 'not_found');
  const seen = await lea.presses('Aide');
  expect(seen.text).toContain('Ce que je sais faire');
  expect((await privately(house)).length).toBe(1);
});

test('a booking that is made, changed or cancelled elsewhere shows on the page', async () => {
  await using house = await openHouse({ db });
  const { lea } = await slackOf(house);
  await lea.says('/lieu');
  await lea.opensHome();
  // One person, two platforms.
  const onDiscord = (await house.on('discord')).person('karim');
  await onDiscord.says('/lieu');
  await db.pool.query(
    "UPDATE identity SET member_id = (SELECT member_id FROM identity WHERE platform = 'slack') WHERE platform = 'discord'",
  );
  const shown = async () => {
    await house.runJobs();
    return lea.home()?.text;
  };
  await onDiscord.says('/reserver espace:coworking quand:demain');
  expect(await shown()).toContain(`mardi 24${NBSP}novembre`);
  await onDiscord.says('/reservations modifier reservation:1 quand:jeudi');
  expect(await shown()).toContain(`jeudi 26${NBSP}novembre`);
  await onDiscord.says('/annuler reservation:1');
  expect(await shown()).toContain('Rien de réservé');
});

test('so do the events that one comes to, when they are answered, moved or cancelled', async () => {
  await using house = await openHouse({ db });
  const { lea } = await slackOf(house);
  await addEvent(db, { capacity: 12 });
  const home = await lea.opensHome();
  expect(home.text).toContain('Café des porteurs');
  await lea.chooses('Café des porteurs');
  expect((await lea.presses('Je participe')).text).toContain('vous participez');
  await house.runJobs();
  expect(lea.home()?.text).toContain('Mes événements');

  await db.pool.query("UPDATE event SET title = 'Café déplacé'");
  await house.runJobs();
  expect(lea.home()?.text).toContain('Café déplacé');
  await db.pool.query('UPDATE event SET cancelled_at = now()');
  await house.runJobs();
  expect(lea.home()?.text).not.toContain('Mes événements');
});

test('a place that comes free is on the page, with the button that takes it', async () => {
  await using house = await openHouse({ db });
  const { lea, karim } = await slackOf(house);
  await karim.says('/reserver expression jeudi 14h-16h pour 12');
  await lea.says('/reserver expression jeudi 14h-16h pour 12');
  await lea.presses('Me prévenir');
  await lea.opensHome();
  expect(lea.home()?.text).toContain('Vous attendez une place');
  await karim.says('/annuler jeudi');
  await house.runJobs();
  expect(lea.home()?.buttons.some((label) => label.startsWith('Prendre'))).toBe(true);
});

test('several changes make one page, and those of people who never opened theirs make none', async () => {
  await using house = await openHouse({ db });
  const { lea, karim, published } = await slackOf(house);
  await lea.opensHome();
  for (const day of ['mardi', 'mercredi', 'jeudi']) {
    await lea.says(`/reserver coworking ${day}`);
    await karim.says(`/reserver coworking ${day}`);
  }
  await house.runJobs();
  expect(published()).toBe(2);
  expect(lea.home()?.text).toContain('Vos 3 réservations à venir');
  await house.runJobs();
  expect(published()).toBe(2);
  expect(karim.home()).toBeUndefined();
});

test('the other tab is no page of theirs: nothing is written', async () => {
  await using house = await openHouse({ db });
  const { lea, published } = await slackOf(house);
  await lea.opensMessages();
  await lea.says('/aide');
  expect(published()).toBe(0);
});

test('a page that was shown meanwhile is read again, and one that Slack could not take comes the next minute', async () => {
  await using house = await openHouse({ db });
  const { lea, slack, published } = await slackOf(house);
  await lea.opensHome();
  await lea.says('/reserver coworking demain');
  slack.refuseNext('views.publish', 'hash_conflict');
  await house.runJobs();
  expect(lea.home()?.text).toContain('Votre réservation à venir');
  expect(published()).toBe(3);

  await lea.says('/annuler demain');
  slack.refuseNext('views.publish', 'fatal_error');
  await house.runJobs();
  house.lets('a page is written later');
  expect(lea.home()?.text).toContain('Votre réservation à venir');
  await house.runJobs();
  expect(lea.home()?.text).toContain('Rien de réservé');
});

test('whoever left has no page any more: it is forgotten', async () => {
  await using house = await openHouse({ db });
  const { lea, slack } = await slackOf(house);
  await lea.opensHome();
  await lea.says('/reserver coworking demain');
  slack.workspace.members.delete('U1001');
  await house.runJobs();
  expect((await db.pool.query('SELECT 1 FROM home')).rowCount).toBe(0);
  expect((await db.pool.query('SELECT 1 FROM home_change')).rowCount).toBe(0);
});

test('a page that nobody opened for two months is forgotten, and written again when it is opened', async () => {
  await using house = await openHouse({ db });
  const { lea } = await slackOf(house);
  await lea.opensHome();
  house.wait({ days: 59 });
  await house.runJobs();
  expect((await db.pool.query('SELECT 1 FROM home')).rowCount).toBe(1);
  house.wait({ days: 2 });
  await house.runJobs();
  expect((await db.pool.query('SELECT 1 FROM home')).rowCount).toBe(0);
  expect((await lea.opensHome()).text).toContain('La Mijoteuse');
});

test('the staff has their day one press away, from the moment when they are of the staff', async () => {
  await using house = await openHouse({ db });
  const { lea } = await slackOf(house);
  await lea.says('/lieu');
  expect((await lea.opensHome()).buttons).not.toContain('La journée');
  await house.core.people.grant(1, 'animation');
  await house.runJobs();
  expect(lea.home()?.buttons).toContain('La journée');
  expect((await lea.presses('La journée')).text).toContain(`Lundi 23${NBSP}novembre 2026`);
});

test('what is too long for a page is cut where everyone sees it', async () => {
  await using house = await openHouse({ db });
  const { lea, slack } = await slackOf(house);
  await lea.says('/lieu');
  await db.pool.query(`
    INSERT INTO event (place_id, kind, title, starts_at, ends_at, request_id, created_at)
    SELECT 'la-mijoteuse', 'other', repeat('Atelier ' || n || ' ', 10), timestamptz '2026-11-23T10:00Z' + n * interval '1 hour',
      timestamptz '2026-11-23T11:00Z' + n * interval '1 hour', 'test', now() FROM generate_series(1, 130) AS n`);
  await db.pool.query(`
    INSERT INTO event_signup (event_id, member_id, place_id, answer, answered_at)
    SELECT event.id, member.id, 'la-mijoteuse', 'maybe', now() FROM event, member`);
  const home = await lea.opensHome();
  expect(home.text).toMatch(/… et \d+ de plus\./);
  expect(home.text).toContain(`Il y en a d’autres${NBSP}: voyez «${NBSP}L’agenda${NBSP}»`);
  expect(slack.workspace.homes.get('U1001')?.home.blocks.length).toBeLessThanOrEqual(100);
});
