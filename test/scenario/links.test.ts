// « Relier »: both sides are asked privately, and introduced once both agreed, in one conversation or each by the other's contact.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Platform } from '../../src/reply/tree.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { addInitiative } from '../support/initiatives.ts';
import { giveRole, toldTo, written } from '../support/staffed.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

/** Ana is a veilleuse and follows I-001, which needs a room; Léa's P-001 offers one. Karim is a member. */
const settled = async (house: TestHouse, on: { readonly ana: Platform; readonly lea: Platform }) => {
  const [ana, lea, karim] = [
    (await house.on(on.ana)).person('ana'),
    (await house.on(on.lea)).person('lea'),
    (await house.on(on.lea)).person('karim'),
  ];
  for (const each of [ana, lea, karim]) await each.says('/aide');
  await giveRole(house, 'ana', 'veilleuse');
  await addInitiative(db, { owner: 'ana', theme: 'reemploi' });
  const phrase = 'Bricothèque, propose un local';
  await lea.says(written(on.lea, '/projet creer', { phrase }));
  await lea.says(written(on.lea, '/projet visibilite', { projet: 'P-001', pour: 'membres' }));
  return { ana, lea, karim };
};

const both = { slack: { ana: 'slack', lea: 'slack' }, discord: { ana: 'discord', lea: 'discord' } } as const;
const pair = (platform: Platform) => written(platform, '/relier proposer', { fiche: 'I-001', avec: 'P-001' });

/** In the conversation of two that Slack opened. */
const inTheirs = async (house: TestHouse): Promise<readonly string[]> =>
  (await house.onSlack()).slack.workspace.messages
    .filter(({ channel }) => channel.startsWith('G'))
    .map(({ channel, content }) => `${channel} ${JSON.stringify(content)}`);

describe('on Slack', () => {
  test('the closest is shown with its reasons, both agree, and one conversation of the two introduces them once', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await settled(house, both.slack);
    const closest = await ana.says('/relier voir I-001');
    expect(closest.text).toContain('P-001');
    expect(closest.text).toContain('Elle cherche un local');
    expect(closest.private).toBe(true);

    const asked = await ana.presses('Relier à P-001');
    expect(asked.text).toContain('Si les deux côtés disent oui');
    expect((await ana.presses('Oui')).text).toContain('J’attends la réponse de l’autre côté');
    const [question = ''] = await toldTo(house, 'lea');
    expect(question).toContain('Repair café');
    expect(question).not.toContain('ana');
    expect((await lea.presses('Oui')).text).toContain('Les deux côtés ont dit oui');

    await house.runJobs();
    await house.runJobs();
    const said = await inTheirs(house);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^GU1001U1003 /);
    expect(said[0]).toContain('Bricothèque');

    house.wait({ days: 31 });
    const [question30 = ''] = await toldTo(house, 'lea');
    expect(question30).toContain('Qu’a donné la rencontre');
    expect((await lea.presses('Encore en cours')).text).toContain('Je redemande dans 30');
    house.wait({ days: 31 });
    await house.runJobs();
    expect((await ana.presses('Réalisée')).text).toContain('réalisée');
    const { rows } = await db.pool.query('SELECT outcome FROM link');
    expect(rows).toEqual([{ outcome: 'done' }]);
  });

  test('an app that may not open such conversations gives each the other’s contact instead', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await settled(house, both.slack);
    (await house.onSlack()).slack.workspace.lacking.add('mpim:write');
    await ana.says(pair('slack'));
    await ana.presses('Oui');
    await lea.says('/relier oui 1');
    const [anas = ''] = await toldTo(house, 'ana');
    expect(anas).toContain('Pour joindre la personne en face');
    expect(anas).toContain('@U1001, sur Slack');
    expect(await inTheirs(house)).toEqual([]);
  });

  test('a refusal is told without blame, and the pair is not proposed again', async () => {
    await using house = await openHouse({ db });
    const { ana, lea, karim } = await settled(house, both.slack);
    await ana.says(pair('slack'));
    await ana.presses('Oui');
    await toldTo(house, 'lea');
    expect((await karim.says('/relier oui 1')).text).toContain('Je ne trouve pas cette mise en relation');
    expect((await lea.presses('Non')).text).toContain('ne vous sera plus proposé');
    const [told = ''] = await toldTo(house, 'ana');
    expect(told).toContain('Ce n’est pas le moment pour l’un des deux côtés');
    expect(told).not.toContain('lea');
    expect((await ana.says('/relier voir I-001')).text).not.toContain('P-001');
    expect((await ana.says(pair('slack'))).text).toContain('Ce rapprochement a été décliné');
    expect((await lea.says('/relier oui 1')).text).toContain('n’attend plus de réponse (déclinée)');
  });

  test('whoever takes back their agreement, or a sheet that is archived, ends it before anyone is named', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await settled(house, both.slack);
    await ana.says(pair('slack'));
    await ana.presses('Oui');
    await toldTo(house, 'lea');
    expect((await ana.presses('Retirer mon accord')).text).toContain('Votre accord est retiré');
    expect((await toldTo(house, 'lea')).join()).toContain('y a renoncé');

    await ana.says(pair('slack'));
    await ana.presses('Oui');
    await toldTo(house, 'lea');
    await lea.says('/projet archiver P-001');
    const [told = ''] = await toldTo(house, 'ana');
    expect(told).toContain('L’une des deux fiches a été fusionnée, archivée');
    expect((await lea.says('/relier oui 1')).text).toContain('n’attend plus de réponse');
    expect(await inTheirs(house)).toEqual([]);
  });

  test('a sheet that is for the team alone is told to nobody else, and one that is hidden to nobody', async () => {
    await using house = await openHouse({ db });
    const { ana, lea, karim } = await settled(house, both.slack);
    await karim.says('/projet creer Ressourcerie, cherche un local');
    await karim.says('/projet visibilite P-002 membres');
    await lea.says('/projet visibilite P-001 equipe');
    expect((await ana.says('/relier proposer P-001 P-002')).text).toContain('n’est montrée qu’à l’équipe');
    await lea.says('/projet visibilite P-001 moi');
    expect((await ana.says(pair('slack'))).text).toContain('Je ne trouve pas l’une des deux fiches');
    expect((await lea.says('/relier proposer P-001 P-002')).text).toContain('visible de vous seul·e');
    expect((await karim.says('/relier I-001')).text).toContain('Une fiche est reliée par');
    expect((await db.pool.query('SELECT 1 FROM link')).rowCount).toBe(0);
  });
});

test('on Discord, which has no conversation of two, each gets the other’s contact', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await settled(house, both.discord);
  await ana.says(pair('discord'));
  await ana.presses('Oui');
  await toldTo(house, 'lea', 'discord');
  await lea.presses('Oui');
  const [anas = ''] = await toldTo(house, 'ana', 'discord');
  expect(anas).toContain('Pour joindre la personne en face');
  expect((await house.on('discord')).told('lea').at(-1)).toContain('Les deux côtés ont dit oui');
});

test('from one platform to the other, each gets what the other chose to be reached by', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await settled(house, { ana: 'discord', lea: 'slack' });
  await lea.says(pair('slack'));
  expect((await lea.presses('Oui, par un autre moyen')).form?.fields.map(({ name }) => name)).toEqual([
    'telephone',
    'courriel',
  ]);
  await lea.submits({ telephone: '06 12 34 56 78' });
  await toldTo(house, 'ana', 'discord');
  await ana.presses('Oui');
  const [anas = ''] = await toldTo(house, 'ana', 'discord');
  expect(anas).toContain('lea, 06 12 34 56 78');
  expect((await house.on('slack')).told('lea').at(-1)).toContain('ana, sur Discord');
  house.wait({ days: 8 });
  await house.runJobs();
  expect((await db.pool.query('SELECT first_contact, second_contact FROM link')).rows).toEqual([
    { first_contact: null, second_contact: null },
  ]);
});
