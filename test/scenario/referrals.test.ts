// Being put in touch with a partner: what is agreed to, what leaves, what the partner answers, and taking it back.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Platform } from '../../src/reply/tree.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { giveRole, speaksFor, toldTo, written } from '../support/staffed.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

/** Léa asks on one platform; Karim speaks for BGE on the other, and Ana is of the staff. */
const settled = async (house: TestHouse, asks: Platform, answers: Platform) => {
  const [here, there] = [await house.on(asks), await house.on(answers)];
  const [lea, karim, ana] = [here.person('lea'), there.person('karim'), here.person('ana')];
  for (const each of [lea, karim, ana]) await each.says('/lieu');
  await giveRole(house, 'karim', 'partenaire');
  await speaksFor(house, 'karim', 'bge');
  await giveRole(house, 'ana', 'animation');
  return { lea, karim, ana };
};

const demand = (platform: Platform): string => written(platform, '/accompagnement demander', { partenaire: 'bge' });

const rows = async () => (await db.pool.query('SELECT state, shared FROM referral ORDER BY id')).rows;

test.each([
  ['slack', 'discord'],
  ['discord', 'slack'],
] as const)(
  'asked on %s and answered on %s: nothing leaves before « J’accepte », and each step is told',
  async (asks, answers) => {
    await using house = await openHouse({ db });
    const { lea, karim } = await settled(house, asks, answers);
    const card = await lea.says(demand(asks));
    expect(card.private).toBe(true);
    expect(card.text).toContain('Rien n’est parti');
    expect(card.text).toContain('lea');
    expect(await toldTo(house, 'karim', answers)).toEqual([]);
    expect(await rows()).toEqual([]);

    expect((await lea.presses('J’accepte')).text).toContain('C’est envoyé à BGE Haute-Garonne');
    const [received = '', ...more] = await toldTo(house, 'karim', answers);
    expect(received).toContain('lea');
    expect(received).toContain('Accord donné le lundi 23\u00a0novembre 2026');
    expect(more).toEqual([]);

    expect((await karim.presses('Je prends')).text).toContain('vous prenez');
    expect((await toldTo(house, 'lea', asks)).join()).toContain('BGE Haute-Garonne vous prend en charge');
    await karim.says(written(answers, '/accompagnement ecrire', { demande: '1', message: 'mardi 14 h ?' }));
    expect((await toldTo(house, 'lea', asks)).join()).toContain('mardi 14 h');
    expect((await lea.says(written(asks, '/accompagnement voir'))).text).toContain('prise en charge');

    await karim.says(written(answers, '/accompagnement aide', { demande: '1' }));
    expect((await toldTo(house, 'lea', asks)).join()).toContain('Cette aide a-t-elle répondu');
    expect((await lea.presses('En partie')).text).toContain('C’est noté');
    const rated = await db.pool.query('SELECT state, shared, satisfaction FROM referral');
    expect(rated.rows).toEqual([{ state: 'helped', shared: {}, satisfaction: 'partly' }]);
    expect(await db.pool.query('SELECT 1 FROM referral_message')).toMatchObject({ rowCount: 0 });
  },
);

test('what is added is shown before it is agreed to, and an older card agrees to nothing', async () => {
  await using house = await openHouse({ db });
  const { lea } = await settled(house, 'slack', 'discord');
  await lea.says('/orienter je cherche des financements');
  const first = await lea.says('/accompagnement demander BGE');
  expect(first.text).toContain('Trouver des financements');
  const second = await lea.says('/accompagnement demander BGE 06 12 34 56 78 — je suis libre le mardi');
  expect(second.text).toContain('06 12 34 56 78');
  expect(second.text).toContain('je suis libre le mardi');
  expect((await lea.says('/accompagnement accepter 1')).text).toContain('rien n’est parti');
  expect((await lea.presses('Ne pas partager mes réponses')).text).not.toContain('Trouver des financements');
  await lea.presses('J’accepte');
  expect(await rows()).toEqual([
    { state: 'sent', shared: { name: 'lea', phone: '06 12 34 56 78', note: 'je suis libre le mardi' } },
  ]);
  await lea.says('/accompagnement demander BGE');
  expect((await lea.presses('J’accepte')).text).toContain('C’est déjà en cours');
  expect((await rows()).length).toBe(1);
});

test('« j’arrête mon projet » asks once, then everything is taken back, and the partner is told no more', async () => {
  await using house = await openHouse({ db });
  const { lea, karim } = await settled(house, 'slack', 'discord');
  await lea.says(demand('slack'));
  await lea.presses('J’accepte');
  await toldTo(house, 'karim', 'discord');
  const asked = await lea.mentions('j’arrête mon projet');
  expect(asked.text).toContain('BGE Haute-Garonne saura que vous arrêtez');
  expect((await rows())[0]).toMatchObject({ state: 'sent' });
  expect((await lea.presses('Oui, j’arrête')).text).toContain('C’est arrêté');
  expect(await rows()).toEqual([{ state: 'stopped', shared: {} }]);
  const [over = ''] = await toldTo(house, 'karim', 'discord');
  expect(over).toContain('retiré l’accord');
  expect(over).not.toContain('lea');
  expect((await karim.presses('Je prends')).text).toContain('arrêtée par la personne');
  expect((await lea.says('/accompagnement arreter 1')).text).toContain('déjà retiré');
  expect((await db.pool.query('SELECT state FROM followup')).rows).toEqual([{ state: 'closed' }]);
});

test.each(['slack', 'discord'] as const)(
  'declined by all, on %s: a reason is needed, the person is not left alone, and the staff sees them in a basket',
  async (answers) => {
    await using house = await openHouse({ db, place: { ...mijoteuse, channels: { staff: { slack: 'C1' } } } });
    const { lea, karim, ana } = await settled(house, 'slack', answers);
    await lea.says('/orienter je cherche un accompagnement');
    await lea.says('/accompagnement demander BGE');
    await lea.presses('J’accepte');
    await toldTo(house, 'karim', answers);
    const form = await karim.presses('Pas pour moi');
    expect(form.form?.title).toBe('Pas pour moi');
    await karim.submits({ motif: 'nous n’aidons que les associations' });
    const told = (await toldTo(house, 'lea')).join();
    expect(told).toContain('nous n’aidons que les associations');
    expect(told).toContain('Vous n’êtes pas sans réponse');
    const posted = (await house.on('slack')).inChannel().join('\n');
    expect(posted).toContain('aucun partenaire');
    expect(posted).not.toMatch(/lea|associations/);
    expect((await karim.says(written(answers, '/accompagnement panier'))).text).toContain('réservée');
    const basket = await ana.says('/accompagnement panier');
    expect(basket.text).toContain('lea');
    expect((await ana.chooses('lea')).text).toContain('ana s’en occupe');
    const again = await lea.presses('Reprendre mon orientation');
    expect(again.text).not.toContain('BGE Haute-Garonne');
  },
);

test('reminded once after five and ten working days, closed after twenty with an apology, though the bot was down', async () => {
  await using house = await openHouse({ db });
  const { lea } = await settled(house, 'slack', 'discord');
  await lea.says(demand('slack'));
  await lea.presses('J’accepte');
  await toldTo(house, 'karim', 'discord');
  house.at('2026-11-30T08:59');
  expect(await toldTo(house, 'karim', 'discord')).toEqual([]);
  house.at('2026-11-30T09:00');
  expect((await toldTo(house, 'karim', 'discord')).join()).toContain('attend votre réponse');
  house.wait({ minutes: 1 });
  expect(await toldTo(house, 'karim', 'discord')).toEqual([]);
  house.at('2026-12-15T10:00');
  expect((await toldTo(house, 'karim', 'discord')).length).toBe(1);
  house.at('2026-12-21T09:00');
  const before = (await house.on('discord')).told('karim').length;
  expect((await toldTo(house, 'lea')).join()).toContain('Nous vous prions de nous en excuser');
  expect((await house.on('discord')).told('karim').slice(before).join()).not.toContain('lea');
  expect((await rows())[0]).toMatchObject({ state: 'expired' });
  house.wait({ hours: 24 * 181 });
  await house.runJobs();
  expect(await rows()).toEqual([]);
});

test('where nobody speaks for the partner the staff passes it on, and whoever asks is told so', async () => {
  await using house = await openHouse({ db });
  const { lea, karim, ana } = await settled(house, 'slack', 'slack');
  const card = await lea.says('/accompagnement demander URSCOP');
  expect(card.text).toContain('Personne ne représente encore URSCOP');
  expect((await lea.presses('J’accepte')).text).toContain('L’équipe le transmettra');
  expect((await toldTo(house, 'ana')).join()).toContain('À transmettre à la main');
  // Karim speaks for another partner: it is nobody's to him.
  expect((await karim.says('/accompagnement prendre 1')).text).toContain('Je ne trouve pas');
  expect((await karim.says('/accompagnement recus 1')).text).toContain('Je ne trouve pas');
  expect((await karim.says('/accompagnement ecrire 1 — bonjour')).text).toContain('Je ne trouve pas');
  expect((await karim.says('/accompagnement recus')).text).not.toContain('lea');
  expect((await ana.says('/accompagnement prendre 1')).text).toContain('vous prenez');
  expect((await lea.says('/accompagnement demander ADIE')).text).toContain('en développement');
});

test('two colleagues at once: the second learns who was first', async () => {
  await using house = await openHouse({ db });
  const { lea, karim } = await settled(house, 'slack', 'discord');
  const noe = (await house.on('discord')).person('noe');
  await noe.says('/lieu');
  await giveRole(house, 'noe', 'partenaire');
  await speaksFor(house, 'noe', 'bge');
  await lea.says(demand('slack'));
  await lea.presses('J’accepte');
  await toldTo(house, 'karim', 'discord');
  await karim.presses('Je prends');
  expect((await noe.presses('Je prends')).text).toContain('karim s’en occupe déjà');
  expect((await karim.says(written('discord', '/accompagnement prendre', { demande: '1' }))).text).toContain(
    'déjà noté',
  );
});

test('another member’s referral is not there for whoever types or forges its number', async () => {
  await using house = await openHouse({ db });
  const { lea } = await settled(house, 'slack', 'discord');
  const noe = (await house.on('slack')).person('noe');
  await lea.says(demand('slack'));
  expect((await noe.says('/accompagnement accepter 1')).text).toContain('rien n’est parti');
  await lea.presses('J’accepte');
  for (const line of ['arreter 1', 'ecrire 1 — bonjour', 'avis 1 oui', 'reprendre 1', 'demander bge'])
    expect((await noe.says(`/accompagnement ${line}`)).text, line).not.toMatch(/lea|arrêté|transmis|C’est noté/);
  for (const line of ['recus 1', 'prendre 1', 'decliner 1 — non', 'injoignable 1', 'aide 1'])
    expect((await noe.says(`/accompagnement ${line}`)).text, line).toContain('réservée');
  expect(await rows()).toEqual([{ state: 'sent', shared: { name: 'lea' } }]);
});
