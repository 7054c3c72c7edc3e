// Coming to what is on: an answer in one press, a line that moves by itself, and nobody left out of what changes.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { staffed, toldTo } from '../support/staffed.ts';

const NBSP = '\u00a0';
const WHEN = `jeudi 26${NBSP}novembre 2026, 9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30`;
const LINE = 'M’inscrire sur la liste d’attente';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const see = platform === 'discord' ? '/evenement voir evenement:1' : '/evenement voir 1';
  const mine = platform === 'discord' ? '/reservations voir' : '/reservations';

  test('« Je participe » says the whole date, stands when it is pressed again, and « Je ne peux plus » undoes it', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await addEvent(db, { capacity: 12, description: 'Un café, des projets.', theme: 'Entraide' });
    const card = await lea.says(see);
    expect(card.text).toContain('Café des porteurs');
    expect(card.text).toContain('Un café, des projets.');
    expect(card.text).toContain(`12${NBSP}places restantes`);

    const going = await lea.presses('Je participe');
    expect(going.text).toContain('C’est noté, vous participez');
    expect(going.text).toContain(WHEN);
    expect(going.text).toContain(`11${NBSP}places restantes`);
    expect(going.text).toContain('L’organisation voit votre nom');
    expect(going.buttons.slice(0, 3)).toEqual(['Je ne peux plus', 'Peut-être', 'Ajouter à mon calendrier']);

    const again = await lea.says(
      platform === 'discord' ? '/evenement inscrire evenement:1' : '/evenement inscrire café des porteurs',
    );
    expect(again.text).toContain('C’est déjà noté, vous participez');
    expect(again.text).toContain(`11${NBSP}places restantes`);

    const maybe = await lea.presses('Peut-être');
    expect(maybe.text).toContain(`C’est noté${NBSP}: «${NBSP}peut-être${NBSP}»`);
    expect(maybe.text).toContain('Votre place est rendue');
    expect((await lea.presses('Je ne peux plus')).text).toContain('vous ne venez pas');
    expect((await lea.says(see)).text).toContain(`12${NBSP}places restantes`);
  });

  test('full, one waits in line, is told one’s place in it, and comes in by themselves when someone gives theirs up', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const elsewhere = await house.on(platform === 'terminal' ? 'slack' : 'terminal');
    const [lea, karim, ana] = [people.person('lea'), people.person('karim'), elsewhere.person('ana')];
    await addEvent(db, { capacity: 1 });
    await lea.says(see);
    await lea.presses('Je participe');
    house.wait({ minutes: 1 });
    expect((await karim.says(see)).text).toContain('complet');
    const waiting = await karim.presses(LINE);
    expect(waiting.text).toContain('Vous êtes sur la liste d’attente');
    expect(waiting.text).toContain('Personne n’attend avant vous');
    expect(waiting.text).toContain(`complet, 1${NBSP}en attente`);
    house.wait({ minutes: 1 });
    await ana.says('/evenement voir 1');
    expect((await ana.presses(LINE)).text).toContain(`1${NBSP}personne attend avant vous`);
    await house.runJobs();
    expect(people.told('karim')).toHaveLength(0);

    house.wait({ minutes: 1 });
    await lea.presses('Je ne peux plus');
    await house.runJobs();
    await house.runJobs();
    expect(people.told('karim')).toHaveLength(1);
    expect(people.told('karim')[0]).toContain('Une place s’est libérée, elle est à vous');
    expect(people.told('karim')[0]).toContain(WHEN);
    expect(elsewhere.told('ana')).toHaveLength(0);

    house.wait({ minutes: 1 });
    expect((await karim.presses('Je ne peux plus')).text).toContain('vous ne venez pas');
    await house.runJobs();
    expect([people.told('karim').length, elsewhere.told('ana').length]).toEqual([1, 1]);
  });

  test('one’s events stand below one’s bookings', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await addEvent(db);
    await addEvent(db, { title: 'Balade', start: '2026-11-28T10:00', location: 'Parc' });
    expect((await lea.says(mine)).text).not.toContain('Mes événements');
    await lea.says(see);
    await lea.presses('Je participe');
    await lea.says(
      platform === 'discord' ? '/evenement inscrire evenement:2 reponse:peutetre' : '/evenement inscrire 2 peut-être',
    );
    const seen = await lea.says(mine);
    expect(seen.text).toContain('Mes événements');
    expect(seen.text).toContain(`${WHEN} · Café des porteurs · Espace de convivialité`);
    expect(seen.text).toContain('Balade · Parc, peut-être');
    expect((await lea.chooses('Café des porteurs')).text).toContain('Vous participez');
  });

  test('who comes is recalled the day before and an hour before; one press stops it', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await addEvent(db);
    await lea.says(see);
    await lea.presses('Je participe');
    await karim.says(see);
    await karim.presses('Peut-être');

    for (const time of ['2026-11-25T16:59', '2026-11-25T17:00', '2026-11-25T17:01']) {
      house.at(time);
      await house.runJobs();
    }
    expect(people.told('lea')).toHaveLength(1);
    expect(people.told('lea')[0]).toContain('Rappel de votre événement');
    expect(people.told('lea')[0]).toContain(WHEN);
    expect(people.told('karim')).toHaveLength(0);

    expect((await lea.presses('Ne plus me rappeler')).text).toContain('Vous ne recevez pas de rappels');
    house.at('2026-11-26T08:30');
    await house.runJobs();
    expect(people.told('lea')).toHaveLength(1);
    await lea.presses('Me rappeler ce que j’ai prévu');
    house.wait({ minutes: 1 });
    await house.runJobs();
    expect(people.told('lea')).toHaveLength(2);
    expect(house.unsent).toEqual([]);
  });
});

test('whoever signs up after the moment of a reminder is not recalled what they have just said', async () => {
  await using house = await openHouse({ db });
  const slack = await house.on('slack');
  await addEvent(db);
  house.at('2026-11-25T18:00');
  await slack.person('lea').says('/evenement inscrire 1');
  await house.runJobs();
  expect(slack.told('lea')).toHaveLength(0);
  house.at('2026-11-26T08:30');
  await house.runJobs();
  expect(slack.told('lea')).toHaveLength(1);
});

test('its name will do, accents or not; several are asked about, none is said', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  await addEvent(db);
  await addEvent(db, { title: 'Café des voisins', start: '2026-11-27T09:30' });
  expect((await lea.says('/evenement voir cafe porteurs')).text).toContain(WHEN);
  const several = await lea.says('/evenement inscrire café');
  expect(several.text).toContain('Lequel');
  expect(several.choices).toEqual(['Café des porteurs', 'Café des voisins']);
  expect((await lea.chooses('Café des voisins')).text).toContain('C’est noté, vous participez');
  expect((await lea.says('/evenement inscrire billard')).text).toContain('je n’ai rien fait');
  expect((await lea.says('/evenement voir')).choices).toEqual(['Café des porteurs', 'Café des voisins']);
  expect((await lea.says('/evenement desinscrire café')).text).toContain('Café des voisins');
  expect((await lea.says('/evenement voir 99')).text).toContain('Je ne trouve pas cet événement');
});

test('what comes back is shown at its next date, with the others a press away; signing up asks which', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await staffed(house);
  await ana.says('/evenement creer Café des porteurs tous les jeudis 9h30 pendant 4 semaines expression');
  await ana.presses('Confirmer');
  expect((await lea.says('/evenement')).choices).toEqual(['Café des porteurs']);
  const seen = await lea.says('/evenement voir café');
  expect(seen.text).toContain(WHEN);
  expect(seen.choices).toHaveLength(3);
  const second = `Jeudi 3${NBSP}décembre 2026, 9${NBSP}h${NBSP}30`;
  expect((await lea.chooses(second)).text).toContain(`3${NBSP}décembre 2026`);
  const asked = await lea.says('/evenement inscrire café');
  expect(asked.text).toContain('Lequel');
  expect(asked.choices).toHaveLength(4);
});

test('what is past, cancelled or kept elsewhere is refused kindly, and can still be seen', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  await addEvent(db, { title: 'Passé', start: '2026-11-23T07:00' });
  await addEvent(db, { title: 'En cours', start: '2026-11-23T09:30' });
  await addEvent(db, { title: 'Annulé', start: '2026-11-27T09:30' });
  await addEvent(db, { title: 'D’ailleurs', start: '2026-11-28T09:30', feedKey: 'cress' });
  await db.pool.query("UPDATE event SET cancelled_at = now(), cancelled_because = 'grève' WHERE id = 3");

  for (const [id, words] of [
    [1, 'C’est commencé ou passé'],
    [2, 'C’est commencé ou passé'],
    [3, 'est annulé'],
    [4, 'c’est là-bas qu’on s’y inscrit'],
  ] as const) {
    expect((await lea.says(`/evenement inscrire ${id}`)).text).toContain(words);
    expect((await lea.says(`/evenement voir ${id}`)).buttons).not.toContain('Je participe');
  }
  expect((await lea.says('/evenement voir 3')).text).toContain('grève');
  expect((await db.pool.query('SELECT 1 FROM event_signup')).rowCount).toBe(0);
});

test('others see numbers; the organiser and the staff see names, and that they looked is in the log', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await staffed(house);
  const { rows } = await db.pool.query("SELECT id FROM member WHERE display_name = 'karim'");
  await addEvent(db, { organiserId: rows[0].id });
  await lea.says('/evenement inscrire 1');
  expect((await lea.says('/evenement voir 1')).buttons).not.toContain('Voir qui vient');
  expect((await lea.says('/evenement inscrits 1')).text).toContain('équipe d’animation');

  await karim.says('/evenement voir 1');
  expect((await karim.presses('Voir qui vient')).text).toContain('lea');
  const names = await ana.says('/evenement inscrits 1');
  expect(names.text).toContain(`1${NBSP}personne vient`);
  expect(names.text).toContain('lea');
  const journal = (await ana.says('/equipe journal')).text;
  expect(journal).toContain('a consulté les noms de l’événement 1');
  expect(journal).toContain('karim');
});

test('a raised limit lets the first in line in, and they are told', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await staffed(house);
  await ana.says('/evenement creer Café des porteurs jeudi 9h30 expression 1 place');
  await lea.says('/evenement inscrire 1');
  house.wait({ minutes: 1 });
  await karim.says('/evenement inscrire 1');
  house.wait({ minutes: 1 });
  await ana.says('/evenement modifier 1 2 places');
  expect(await toldTo(house, 'karim')).toEqual([expect.stringContaining('elle est à vous')]);
});

test('one event is a calendar file, and keeps its name when it changes', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  await addEvent(db);
  await lea.says('/evenement inscrire 1');
  expect((await lea.presses('Ajouter à mon calendrier')).files).toEqual(['evenement.ics']);
});
