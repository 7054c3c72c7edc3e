// Project holders' sheets, on every platform: made from one sentence, completed by presses, and seen as far as their owner chose.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { addInitiative } from '../support/initiatives.ts';
import { giveRole, written } from '../support/staffed.ts';

const NBSP = '\u00a0';
const GARAGE = 'Garage solidaire au Val d’Aran, cherche un local et des bénévoles, propose des outils';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
  const says = (command: string, options: Readonly<Record<string, string>> = {}) =>
    written(platform, `/projet ${command}`, options);

  test('one sentence makes a sheet in the place’s codes, one press completes it, and a form mends it', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    expect((await lea.says(says('voir'))).text).toContain('Vous n’avez pas encore de fiche');
    const made = await lea.says(says('creer', { phrase: GARAGE }));
    expect(made.text).toContain(`P-001${NBSP}: Garage solidaire`);
    for (const words of ['Mobilité', 'Val d’Aran', 'un local et des bénévoles', 'du matériel', 'Moi seul·e'])
      expect(made.text).toContain(words);
    expect(made.private).toBe(true);
    expect((await lea.chooses('Au lancement')).text).toContain('Au lancement');

    const opened = await lea.presses('Modifier');
    expect(opened.form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['nom', 'Garage solidaire'],
      ['besoins', 'un local et des bénévoles'],
      ['offres', 'du matériel'],
      ['presentation', undefined],
    ]);
    const unknown = await lea.submits({ besoins: 'un local, un zorglub' });
    expect(JSON.stringify(unknown)).toContain('« zorglub »'.replaceAll(' ', NBSP));
    if (!unknown.form) await lea.presses('Compléter');
    const changed = await lea.submits({ besoins: 'un local', presentation: 'On y répare ensemble.' });
    expect(changed.text).toContain('On y répare ensemble.');
    expect(changed.text).not.toContain('bénévoles');
  });

  test('words that are nobody’s to note are shown before anything is kept, and nothing typed is lost', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const warned = await lea.says(says('creer', { phrase: 'Café des aidants, appeler Marie au 06 12 34 56 78' }));
    expect(warned.text).toContain('Rien n’est encore enregistré');
    expect(warned.text).toContain('06 12 34 56 78');
    expect((await db.pool.query('SELECT 1 FROM project')).rowCount).toBe(0);
    const kept = await lea.presses('Garder sans ces mots');
    expect(kept.text).toContain('Café des aidants');
    expect(kept.text).not.toContain('06 12');
    const whole = await lea.says(says('creer', { phrase: 'Jardin partagé, voir avec le 06 12 34 56 78' }));
    expect(whole.buttons).toContain('Garder ma phrase');
    expect((await lea.presses('Garder ma phrase')).text).toContain('06 12 34 56 78');
  });

  test('a sheet is found by its owner alone, then by the team, then by all, and its name follows /compte', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [lea, karim, ana] = [people.person('lea'), people.person('karim'), people.person('ana')];
    for (const each of [karim, ana]) await each.says('/aide');
    await giveRole(house, 'ana', 'veilleuse');
    await lea.says(says('creer', { phrase: GARAGE }));

    const [anas, karims] = [
      async () => (await ana.says(says('voir', { projet: 'P-001' }))).text,
      async () => (await karim.says(says('voir', { projet: 'P-001' }))).text,
    ];
    expect(await anas()).toContain('Je ne trouve pas ce projet');
    expect((await ana.says(says('chercher', { mots: 'garages' }))).text).toContain('Je ne trouve aucun projet');

    await lea.says(says('visibilite', { projet: 'P-001', pour: 'equipe' }));
    expect(await anas()).toContain('une personne qui ne montre pas son nom');
    expect(await karims()).toContain('Je ne trouve pas ce projet');
    expect((await karim.says(says('annuaire'))).text).toContain('Aucune fiche');

    await lea.says(says('visibilite', { projet: 'P-001', pour: 'membres' }));
    await lea.says(written(platform, '/compte nom', { montrer: 'prenom' }));
    const seen = await karims();
    expect(seen).toContain('lea');
    expect((await karim.says(says('chercher', { mots: 'garages' }))).text).toContain('Garage solidaire');
    expect((await karim.says(says('annuaire', { theme: 'mobilite' }))).text).toContain('P-001');
    expect((await karim.says(says('repondre', { projet: 'P-001', reponse: 'theme nature' }))).text).toContain(
      'Seule la personne qui porte P-001',
    );

    await lea.says(says('archiver', { projet: 'P-001' }));
    expect(await karims()).toContain('Je ne trouve pas ce projet');
    expect((await lea.presses('Rétablir')).text).toContain('La fiche est rétablie');
    expect(await karims()).toContain('Garage solidaire');
  });

  test('an initiative becomes a project with its codes and its thread, once, and the team sees it', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const [ana, karim] = [people.person('ana'), people.person('karim')];
    for (const each of [ana, karim]) await each.says('/aide');
    await giveRole(house, 'ana', 'veilleuse');
    await addInitiative(db, { owner: 'ana', theme: 'reemploi' });
    const depuis = says('depuis', { initiative: 'I-001' });
    expect((await karim.says(depuis)).text).toContain('Cette commande est réservée aux veilleuses');
    const become = await ana.says(depuis);
    for (const words of ['I-001 est devenue ce projet', `P-001${NBSP}: Repair café`, 'un local', 'devenue projet'])
      expect(become.text).toContain(words);
    expect((await ana.says(depuis)).text).toContain('I-001 est déjà ce projet');
    expect((await db.pool.query('SELECT state FROM initiative')).rows).toEqual([{ state: 'became_project' }]);
    expect((await karim.says(says('voir', { projet: 'P-001' }))).text).toContain('Je ne trouve pas ce projet');
    expect((await ana.says(says('depuis', { initiative: 'I-009' }))).text).toContain(
      'Je ne trouve pas cette initiative',
    );
  });
});
