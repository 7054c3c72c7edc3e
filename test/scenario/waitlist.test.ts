// A place that is taken comes back: to whoever waited first, and to nobody in between.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { written } from '../support/staffed.ts';

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

  test('a change that is refused waits too: the old times stay, and « Prendre » moves the booking', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await lea.says(wish);
    await karim.says(written(platform, '/reserver', { espace: 'expression', quand: 'jeudi 10h-12h' }));
    const refused = await karim.says(
      written(platform, '/reservations deplacer', { reservation: '2', vers: '14h-16h' }),
    );
    expect(refused.text).toContain('est déjà pris');
    const waiting = await karim.presses('Me prévenir');
    expect(waiting.text).toContain(THURSDAY);
    expect(waiting.text).toContain('Votre réservation actuelle reste la vôtre en attendant');
    expect((await karim.says(mine)).text).toContain(`de 10${NBSP}h à 12${NBSP}h`);

    await lea.presses('Annuler');
    await house.runJobs();
    expect(people.told('karim').at(-1)).toContain('votre réservation y est déplacée');
    const moved = await karim.presses('Prendre');
    expect(moved.text).toContain('C’est modifié');
    expect(moved.text).toContain(THURSDAY);
    const bookings = await db.prisma.booking.findMany({ where: { cancelledAt: null } });
    expect(bookings.map(({ id }) => id)).toEqual([2]);
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

test('what overlaps one’s own booking is offered once the rest of it is free', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('terminal');
  const [lea, karim, ana] = [people.person('lea'), people.person('karim'), people.person('ana')];
  await lea.says('/reserver expression jeudi 16h-17h');
  await karim.says('/reserver expression jeudi 14h-16h');
  await karim.says('/reservations modifier 2 jeudi 15h-17h');
  await karim.presses('Me prévenir');
  await lea.presses('Annuler');
  await house.runJobs();
  expect((await ana.says('/reserver expression jeudi 16h-17h')).text).toContain('est déjà pris');
  expect((await karim.presses('Prendre')).text).toContain(`de 15${NBSP}h à 17${NBSP}h`);
  expect((await ana.says('/reserver expression jeudi 14h-15h')).text).toContain('C’est réservé');
});

test('more people in the same place wait as well; cancelled meanwhile, « Prendre » makes a booking of its own', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('terminal');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await lea.says('/reserver coworking jeudi matin pour 8 personnes');
  await karim.says('/reserver coworking jeudi matin');
  expect((await karim.says('/reservations modifier 2 pour 4 personnes')).buttons).toContain('Me prévenir');
  expect((await karim.presses('Me prévenir')).text).toContain(`4${NBSP}personnes`);
  await karim.says('/annuler 2');
  await lea.says('/annuler 1');
  await house.runJobs();
  const taken = await karim.presses('Prendre');
  expect(taken.text).toContain('C’est réservé');
  expect(taken.text).toContain(`4${NBSP}personnes`);
});

test('nobody waits to move a booking that is not theirs', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('slack');
  const [lea, karim] = [people.person('lea'), people.person('karim')];
  await lea.says('/reserver expression jeudi 14h-16h');
  expect((await karim.says('/liste deplacer 1 expression jeudi 14h-16h')).text).toContain('Je ne trouve pas');
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
