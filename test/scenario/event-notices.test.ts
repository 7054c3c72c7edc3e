// Those who answered to an event are told what becomes of it: what happened, why, from when to when, and what they may do.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { giveRole } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  /** The staff speaks on another platform than those who come. */
  const opened = async () => {
    const house = await openHouse({ db });
    const staff = (await house.on(platform === 'slack' ? 'terminal' : 'slack')).person('ana');
    await staff.says('/lieu coworking');
    await giveRole(house, 'ana', 'animation');
    const people = await house.on(platform);
    const comes = async (name: string) => {
      const person = people.person(name);
      await person.says(platform === 'discord' ? '/evenement inscrire evenement:1' : '/evenement inscrire 1');
      house.wait({ minutes: 1 });
      return person;
    };
    const told = async (name: string) => {
      const before = people.told(name).length;
      await house.runJobs();
      return people.told(name).slice(before);
    };
    return { house, staff, comes, told };
  };

  test('moved: the old time and the new one, elsewhere too, once; « Je participe toujours » keeps the place', async () => {
    const { house, staff, comes, told } = await opened();
    await using _ = house;
    await staff.says('/evenement creer Café des porteurs jeudi 9h30 expression 20 places');
    const lea = await comes('lea');
    await staff.says('/evenement modifier 1 vendredi 14h convivialité');
    await staff.presses('Confirmer');
    const [notice, ...others] = await told('lea');
    expect(others).toEqual([]);
    expect(notice).toContain('Un événement a changé');
    expect(notice).toContain(
      `Quand, avant${NBSP}: jeudi 26${NBSP}novembre 2026, 9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30`,
    );
    expect(notice).toContain(`Quand, maintenant${NBSP}: vendredi 27${NBSP}novembre 2026, 14${NBSP}h – 16${NBSP}h`);
    expect(notice).toContain(`Où, avant${NBSP}: Espace d’expression`);
    expect(notice).toContain(`Où, maintenant${NBSP}: Espace de convivialité`);
    expect(await told('lea')).toEqual([]);
    expect((await lea.presses('Je participe toujours')).text).toContain('vous participez');
    expect((await lea.presses('Je ne peux plus')).text).toContain('Votre place est rendue');
  });

  test('cancelled: why, and nothing to do; those who said that they do not come are left alone', async () => {
    const { house, staff, comes, told } = await opened();
    await using _ = house;
    await staff.says('/evenement creer Café des porteurs jeudi 9h30 expression');
    await comes('lea');
    const karim = await comes('karim');
    await karim.presses('Je ne peux plus');
    await staff.says('/evenement annuler 1 — intervenante malade');
    await staff.presses('Confirmer');
    const [notice, ...others] = await told('lea');
    expect(others).toEqual([]);
    expect(notice).toContain('Un événement est annulé');
    expect(notice).toContain('Café des porteurs');
    expect(notice).toContain(`Pourquoi${NBSP}: intervenante malade.`);
    expect(await told('karim')).toEqual([]);
  });

  test('fewer places: who answered last is in line again and is told; more places: they are in again, and told', async () => {
    const { house, staff, comes, told } = await opened();
    await using _ = house;
    await staff.says('/evenement creer Café des porteurs jeudi 9h30 expression 2 places');
    await comes('lea');
    await comes('karim');
    await staff.says('/evenement modifier 1 1 place');
    await staff.presses('Confirmer');
    house.wait({ minutes: 1 });
    const [notice] = await told('karim');
    expect(notice).toContain('Vous êtes de nouveau sur la liste d’attente');
    expect(notice).toContain('Personne n’attend avant vous');
    expect(await told('lea')).toEqual([]);
    await staff.says('/evenement modifier 1 2 places');
    expect((await told('karim'))[0]).toContain('Une place s’est libérée, elle est à vous');
  });
});

test('moved twice before anyone is told: the notice is of the last move alone', async () => {
  await using house = await openHouse({ db, at: '2026-11-23T22:00' });
  const slack = await house.on('slack');
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  await ana.says('/lieu coworking');
  await giveRole(house, 'ana', 'animation');
  await ana.says('/evenement creer Café des porteurs jeudi 9h30 expression');
  await lea.says('/evenement inscrire 1');
  for (const when of ['vendredi 10h', 'vendredi 14h']) {
    house.wait({ minutes: 1 });
    await ana.says(`/evenement modifier 1 ${when}`);
    await ana.presses('Confirmer');
  }
  await house.runJobs();
  expect(slack.told('lea')).toEqual([]);
  house.at('2026-11-24T08:00');
  await house.runJobs();
  expect(slack.told('lea')).toHaveLength(1);
  expect(slack.told('lea')[0]).toContain(`maintenant${NBSP}: vendredi 27${NBSP}novembre 2026, 14${NBSP}h – 16${NBSP}h`);
});

test('moved to tomorrow in the evening, it is told once: the reminder of the day before was due before it was so', async () => {
  await using house = await openHouse({ db, at: '2026-11-23T18:00' });
  const slack = await house.on('slack');
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  await ana.says('/lieu coworking');
  await giveRole(house, 'ana', 'animation');
  await ana.says('/evenement creer Café des porteurs jeudi 9h30 expression');
  await lea.says('/evenement inscrire 1');
  house.wait({ minutes: 5 });
  await ana.says('/evenement modifier 1 demain 14h');
  await ana.presses('Confirmer');
  await house.runJobs();
  expect(slack.told('lea')).toEqual([expect.stringContaining('Un événement a changé')]);
  house.at('2026-11-24T13:00');
  await house.runJobs();
  expect(slack.told('lea')).toHaveLength(2);
});
