// A place that is taken comes back: to whoever waited first, and to nobody in between.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';

const NBSP = '\u00a0';
const THURSDAY = `jeudi 26${NBSP}novembre 2026, de 14${NBSP}h à 16${NBSP}h`;

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const wish =
    platform === 'discord' ? '/reserver espace:expression quand:jeudi 14h-16h' : '/reserver expression jeudi 14h-16h';
  const mine = platform === 'discord' ? '/reservations voir' : '/reservations';

  test('refused, one waits in one press; freed, one is told, and takes it in one press', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await lea.says(wish);
    const refused = await karim.says(wish);
    expect(refused.buttons).toContain('Me prévenir');
    const waiting = await karim.presses('Me prévenir');
    expect(waiting.text).toContain('liste d’attente');
    expect(waiting.text).toContain(THURSDAY);
    expect(waiting.text).toContain('Personne n’attend avant vous');
    await house.runJobs();
    expect(people.told('karim')).toHaveLength(0);

    await lea.presses('Annuler');
    await house.runJobs();
    expect(people.told('karim')).toHaveLength(1);
    expect(people.told('karim')[0]).toContain('Une place s’est libérée');
    expect(people.told('karim')[0]).toContain(THURSDAY);
    expect(people.told('karim')[0]).toContain(`gardée jusqu’au lundi 23${NBSP}novembre à 10${NBSP}h${NBSP}30`);

    const taken = await karim.presses('Prendre');
    expect(taken.text).toContain('C’est réservé');
    expect(taken.text).toContain(THURSDAY);
    expect((await karim.says(mine)).text).not.toContain('Vous attendez');
  });

  test('while it is held for someone, nobody else can have it, not even who gave it up', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await lea.says(wish);
    await karim.says(wish);
    await karim.presses('Me prévenir');
    await lea.presses('Annuler');
    expect((await lea.says(wish)).text).toContain('est déjà pris');
    await house.runJobs();
    expect((await lea.says(wish)).text).toContain('est déjà pris');
    expect((await karim.presses('Prendre')).text).toContain('C’est réservé');
  });

  test('« Passer » asks the next in line; so does silence, after thirty minutes', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    const elsewhere = await house.on(platform === 'terminal' ? 'slack' : 'terminal');
    const other = elsewhere.person('karim');
    await lea.says(wish);
    await karim.says(wish);
    await karim.presses('Me prévenir');
    await other.says('/reserver expression jeudi 14h-16h');
    expect((await other.presses('Me prévenir')).text).toContain(`1${NBSP}personne attend avant vous`);

    await lea.presses('Annuler');
    await house.runJobs();
    expect([people.told('karim').length, elsewhere.told('karim').length]).toEqual([1, 0]);
    house.wait({ minutes: 29 });
    await house.runJobs();
    expect(elsewhere.told('karim')).toHaveLength(0);
    house.wait({ minutes: 1 });
    await house.runJobs();
    expect(elsewhere.told('karim')).toHaveLength(1);
    expect((await karim.presses('Prendre')).text).toContain('n’est plus valable');
    expect((await other.presses('Passer')).text).toContain('personne suivante');
    expect((await lea.says(wish)).text).toContain('C’est réservé');
  });

  test('« /reservations » shows what one waits for, and one press ends it', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await lea.says(wish);
    await karim.says(wish);
    await karim.presses('Me prévenir');
    const list = await karim.says(mine);
    expect(list.text).toContain('Vous attendez une place');
    expect((await karim.presses('Ne plus attendre')).text).toContain('Vous n’attendez plus');
    await lea.presses('Annuler');
    await house.runJobs();
    expect(people.told('karim')).toHaveLength(0);
  });
});

test('the place waited for is given as it was asked: seats, equipment, purpose', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('terminal');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await lea.says('/reserver coworking jeudi matin pour 9 personnes avec 2 ordinateurs');
  await karim.says('/reserver coworking jeudi matin pour 2 personnes avec un ordinateur — relecture');
  await karim.presses('Me prévenir');
  await lea.says('/annuler coworking jeudi');
  await house.runJobs();
  const card = await karim.presses('Prendre');
  expect(card.text).toContain(`2${NBSP}personnes`);
  expect(card.text).toContain('ordinateur');
  expect(card.text).toContain('relecture');
});

test('freed late, it is offered until it begins, and no longer', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('terminal');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await lea.says('/reserver expression jeudi 14h-16h');
  await karim.says('/reserver expression jeudi 14h-16h');
  await karim.presses('Me prévenir');
  house.at('2026-11-26T13:50');
  await lea.says('/annuler expression aujourd’hui');
  await house.runJobs();
  expect(people.told('karim').at(-1)).toContain(`gardée jusqu’à 14${NBSP}h`);
  house.at('2026-11-26T14:00');
  await house.runJobs();
  expect((await karim.presses('Prendre')).text).toContain('n’est plus valable');
});

test('freed in the night, it is kept until the morning, and told then', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('slack');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await lea.says('/reserver expression jeudi 14h-16h');
  await karim.says('/reserver expression jeudi 14h-16h');
  await karim.presses('Me prévenir');
  house.at('2026-11-25T22:30');
  await lea.says('/annuler expression jeudi');
  await house.runJobs();
  expect(people.told('karim')).toHaveLength(0);
  house.at('2026-11-26T08:00');
  await house.runJobs();
  expect(people.told('karim').at(-1)).toContain(`gardée jusqu’à 8${NBSP}h${NBSP}30`);
});
