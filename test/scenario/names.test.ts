// Others see « occupé », never a name, unless the person chose to show it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  test('a name is shown to those who come at the same time once its person chose it, and no longer when they do not', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await karim.says('/reserver coworking demain');
    const before = await lea.says('/reserver coworking demain matin');
    expect(before.text).toContain(`jusqu’à 1${NBSP}autre personne a réservé.`);
    expect(before.text).not.toContain('karim');

    const account = await karim.says(platform === 'discord' ? '/compte voir' : '/compte');
    expect(account.text).toContain(`«${NBSP}occupé${NBSP}», jamais votre nom`);
    expect((await karim.presses('Montrer mon prénom')).text).toContain('Les autres membres voient karim');
    const shown = await lea.says('/reserver coworking jeudi 14h-16h');
    expect(shown.text).not.toContain('karim');
    await karim.says('/reserver coworking jeudi 15h-17h');
    await lea.presses('Annuler');
    expect((await lea.presses('Rétablir')).text).toContain('Vous y verrez karim.');

    await karim.says(platform === 'discord' ? '/compte nom montrer:occupe' : '/compte nom occupe');
    await lea.presses('Annuler');
    expect((await lea.presses('Rétablir')).text).not.toContain('karim');
  });
});

test('whom the staff booked for is named to nobody, even where the staff show their own name', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('terminal');
  // The person at the terminal is the one who runs the program.
  const [noe, lea] = [people.person('noe'), people.person('lea')];
  await noe.says('/compte nom complet');
  await noe.says('/reserver pour Mme Diallo coworking demain');
  const card = await lea.says('/reserver coworking demain');
  expect(card.text).toContain(`jusqu’à 1${NBSP}autre personne a réservé.`);
  expect(card.text).not.toMatch(/noe|Diallo/);
});
