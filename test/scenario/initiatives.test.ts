// Residents' initiatives, from one sentence to their life in a channel, as veilleuses meet them.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { giveRole, toldTo, written } from '../support/staffed.ts';

const REPAIR = 'Repair café au Val d’Aran, cherche un local et des bénévoles';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

type Platform = 'slack' | 'discord' | 'terminal';

const veilleuseOn = async (house: TestHouse, platform: Platform, name: string) => {
  const person = (await house.on(platform)).person(name);
  await person.says('/aide');
  await giveRole(house, name, 'veilleuse');
  return person;
};

const noting = (platform: Platform, phrase: string) =>
  written(platform, platform === 'discord' ? '/initiative noter' : '/initiative', { phrase });

test.each(['slack', 'discord', 'terminal'] as const)(
  'on %s, one sentence is a noted initiative: what it says is coded, what it does not is asked by one press each',
  async (platform) => {
    await using house = await openHouse({ db });
    const lea = await veilleuseOn(house, platform, 'lea');
    const noted = await lea.says(noting(platform, REPAIR));
    expect(noted.text).toContain('C’est noté');
    for (const said of ['I-001', 'Repair café', 'Val d’Aran', 'Réemploi et réparation', 'un local et des bénévoles'])
      expect(noted.text).toContain(said);
    await house.runJobs();
    const { inChannel } = await house.on(platform);
    const card = inChannel().find((each) => each.includes('I-001'));
    expect(card).toContain('Repair café');
    expect(card).not.toContain('lea');
    // Kept true where it stands.
    await lea.says(written(platform, '/initiative etat', { initiative: 'I-001', etat: 'rencontrée' }));
    await house.runJobs();
    expect(inChannel().filter((each) => each.includes('I-001') && each.includes('Rencontrée'))).toHaveLength(1);
  },
);

test('what is nobody’s to note is shown before it is kept, with a version without it', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack', 'lea');
  const warned = await lea.says('/initiative Atelier vélo, cherche un garage, contact 06 12 34 56 78');
  expect(warned.text).toContain('Rien n’est encore enregistré');
  expect(warned.text).toContain('un numéro de téléphone');
  expect((await lea.says('/initiative liste')).text).toContain('Aucune initiative');
  await lea.says('/initiative Atelier vélo, cherche un garage, contact 06 12 34 56 78');
  const kept = await lea.presses('Garder sans ces mots');
  expect(kept.text).toContain('C’est noté');
  expect(kept.text).not.toContain('06 12');
});

test('a likely duplicate is shown before it is kept, and merging keeps both histories', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack', 'lea');
  await lea.says(noting('slack', REPAIR));
  const likely = await lea.says(noting('slack', 'Repair café du Val d’Aran, cherche du matériel'));
  expect(likely.text).toContain('Ressemble à I-001');
  expect(likely.buttons).toEqual(expect.arrayContaining(['Fusionner avec I-001', 'Noter quand même']));
  const merged = await lea.presses('Fusionner avec I-001');
  expect(merged.text).toContain('I-001');
  expect(merged.text).toContain('du matériel');
  expect(merged.text).toContain('réunie avec I-002');
  expect((await lea.says('/initiative voir I-002')).text).toContain('I-001');
});

test('an initiative is completed, noted, found, and handed over to another veilleuse, who is told', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack', 'lea');
  await veilleuseOn(house, 'slack', 'karim');
  await lea.says('/initiative Potager au pied des immeubles');
  expect((await lea.says('/initiative repondre I-001 quartier val-d-aran')).text).toContain('Val d’Aran');
  expect((await lea.says('/initiative repondre I-001 accord oui')).text).toMatch(/Accord du contact\s*:?\s*oui/);
  expect((await lea.says('/initiative note I-001 rencontrées au marché')).text).toContain('rencontrées au marché');
  expect((await lea.says('/initiative chercher potagers')).text).toContain('I-001');
  expect((await lea.says('/initiative liste val-d-aran')).text).toContain('I-001');
  expect((await lea.says('/initiative liste en sommeil')).text).toContain('Aucune initiative');
  expect((await lea.says('/initiative confier I-001 karim')).text).toContain('karim');
  await house.runJobs();
  expect((await house.on('slack')).told('karim').join('\n')).toContain('On vous confie une initiative');
});

test('without news for thirty days its veilleuse is asked once, and news stops the question', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'discord', 'lea');
  await lea.says(noting('discord', REPAIR));
  const { told } = await house.on('discord');
  const asked = () => told('lea').filter((each) => each.includes('Sans nouvelles')).length;
  house.wait({ days: 29 });
  await house.runJobs();
  expect(asked()).toBe(0);
  house.wait({ days: 2 });
  await house.runJobs();
  house.wait({ days: 1 });
  await house.runJobs();
  expect(asked()).toBe(1);
  await lea.says(written('discord', '/initiative nouvelles', { initiative: 'I-001' }));
  house.wait({ days: 29 });
  await house.runJobs();
  expect(asked()).toBe(1);
});

test('a member follows and knows an initiative, and sees neither names nor the words of who noted it', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack', 'lea');
  await lea.says('/initiative Chorale, portée par Mme Untel, cherche une salle');
  const ana = (await house.on('slack')).person('ana');
  const seen = await ana.says('/initiative voir I-001');
  expect(seen.text).toContain('Chorale');
  expect(seen.text).not.toContain('lea');
  expect((await ana.says('/initiative connaitre I-001')).text).toContain('vous connaissez I-001');
  expect((await ana.says('/initiative voir I-001')).text).toContain('1\u00a0personne la connaît');
  expect((await lea.says('/initiative voir I-001')).text).toContain('ana');
});

const about = (platform: Platform, command: string, options: Readonly<Record<string, string>> = {}) =>
  written(platform, `/initiative ${command}`, { initiative: 'I-001', ...options });

test.each(['slack', 'discord'] as const)(
  'on %s, whoever follows an initiative is told once what others make of it, without names, until they no longer follow',
  async (platform) => {
    await using house = await openHouse({ db });
    const [lea, karim] = [await veilleuseOn(house, platform, 'lea'), await veilleuseOn(house, platform, 'karim')];
    const ana = (await house.on(platform)).person('ana');
    await lea.says(noting(platform, REPAIR));
    for (const each of [ana, karim, lea])
      expect((await each.says(about(platform, 'suivre'))).text).toContain('Vous suivez I-001');
    await lea.says(about(platform, 'note', { note: 'rencontrées au marché' }));
    expect(await toldTo(house, 'ana', platform)).toEqual([]);

    await lea.says(about(platform, 'etat', { etat: 'rencontrée' }));
    const [met, ...more] = await toldTo(house, 'ana', platform);
    expect(met).toContain('I-001 («\u00a0Repair café\u00a0»)');
    expect(met).toContain('est maintenant «\u00a0rencontrée\u00a0»');
    expect(met).not.toMatch(/lea|marché/);
    expect(more).toEqual([]);
    expect(await toldTo(house, 'ana', platform)).toEqual([]);

    await lea.says(about(platform, 'confier', { personne: 'karim' }));
    const [handed] = await toldTo(house, 'ana', platform);
    expect(handed).toContain('confiée à une autre veilleuse');
    expect(handed).not.toContain('karim');
    const { told } = await house.on(platform);
    // Each of them by what others did, and once.
    expect(told('karim').filter((each) => each.includes('confi'))).toEqual([
      expect.stringContaining('On vous confie une initiative'),
    ]);
    expect(told('lea').filter((each) => each.includes('I-001'))).toEqual([]);

    expect((await ana.presses('Ne plus suivre')).text).toContain('Vous ne suivez plus I-001');
    expect((await ana.says(about(platform, 'suivre', { reponse: 'non' }))).text).toContain('Vous ne suivez plus I-001');
    await lea.says(about(platform, 'etat', { etat: 'accompagnée' }));
    expect(await toldTo(house, 'ana', platform)).toEqual([]);
    expect(told('karim').filter((each) => each.includes('accompagnée'))).toHaveLength(1);
  },
);

test('those who follow an initiative are told that it is one with another, and that it becomes a project', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack', 'lea');
  const ana = (await house.on('slack')).person('ana');
  await lea.says('/initiative Potager au pied des immeubles');
  await lea.says('/initiative Bricothèque');
  for (const number of ['I-001', 'I-002']) await ana.says(`/initiative suivre ${number}`);
  await lea.says('/initiative fusionner I-002 I-001');
  const [merged, ...more] = await toldTo(house, 'ana');
  expect(merged).toMatch(/I-001 .*Potager.* répond maintenant aussi pour I-002/);
  expect(more).toEqual([]);
  await lea.says('/projet depuis I-002');
  expect(await toldTo(house, 'ana')).toEqual([expect.stringMatching(/Potager.* est devenue un projet/)]);
  expect((await ana.presses('Voir')).text).toContain('I-001');
});

test('at night nobody is told, in the morning only what still holds, and after a week nothing', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack', 'lea');
  await lea.says('/initiative Potager au pied des immeubles');
  await (await house.on('slack')).person('ana').says('/initiative suivre I-001');
  house.wait({ hours: 12 });
  await lea.says('/initiative etat I-001 rencontrée');
  await lea.says('/initiative etat I-001 en sommeil');
  expect(await toldTo(house, 'ana')).toEqual([]);
  house.wait({ hours: 11 });
  expect(await toldTo(house, 'ana')).toEqual([expect.stringContaining('«\u00a0en sommeil\u00a0»')]);
  await lea.says('/initiative etat I-001 accompagnée');
  house.wait({ days: 8 });
  expect(await toldTo(house, 'ana')).toEqual([]);
});

test.each(['slack', 'discord'] as const)(
  'on %s, whoever knows an initiative is named once to its veilleuse, after the time to change their mind',
  async (platform) => {
    await using house = await openHouse({ db });
    const lea = await veilleuseOn(house, platform, 'lea');
    const people = await house.on(platform);
    const [ana, karim] = [people.person('ana'), people.person('karim')];
    await lea.says(noting(platform, REPAIR));
    expect((await lea.says(about(platform, 'connaitre'))).text).not.toContain('minutes');
    expect((await ana.says(about(platform, 'connaitre'))).text).toContain('dans 5\u00a0minutes');
    await karim.says(about(platform, 'connaitre'));
    expect((await karim.presses('Revenir en arrière')).text).toContain('Votre nom est retiré de I-001');
    expect(await toldTo(house, 'lea', platform)).toEqual([]);
    house.wait({ minutes: 6 });
    const [known, ...more] = await toldTo(house, 'lea', platform);
    expect(known).toMatch(/ana.* connaît .*I-001/);
    expect(more).toEqual([]);

    for (const reponse of ['non', 'oui'])
      expect((await ana.says(about(platform, 'connaitre', { reponse }))).text).not.toContain('minutes');
    expect((await karim.says(about(platform, 'connaitre', { reponse: 'oui' }))).text).toContain('minutes');
    house.wait({ minutes: 6 });
    expect(await toldTo(house, 'lea', platform)).toEqual([expect.stringMatching(/karim.* connaît .*I-001/)]);
  },
);

test('whoever is a veilleuse no longer is not told who knows an initiative', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack', 'lea');
  await lea.says('/initiative Potager au pied des immeubles');
  await (await house.on('slack')).person('ana').says('/initiative connaitre I-001');
  await db.pool.query("DELETE FROM member_role WHERE role = 'veilleuse'");
  house.wait({ minutes: 6 });
  expect(await toldTo(house, 'lea')).toEqual([]);
});
