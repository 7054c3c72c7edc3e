// « C’est quoi l’ESS ? », its words, and whether a project seems to belong to it: from the first word to the verdict.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { tisane } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import type { PersonDriver } from '../support/seen.ts';

const NBSP = '\u00a0';
const LAW = `loi n°${NBSP}2014-856 du 31${NBSP}juillet 2014 relative à l’économie sociale et solidaire`;
const PROGRAMME = 'Programme d’intervention dans le champ de l’ESS';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

const answers = async (person: PersonDriver, labels: readonly string[]) => {
  let seen = await person.presses(labels[0] ?? '');
  for (const label of labels.slice(1)) seen = await person.presses(label);
  return seen;
};

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const ess = platform === 'discord' ? '/ess voir' : '/ess';
  const word = (typed: string) => (platform === 'discord' ? `/ess voir mot:${typed}` : `/ess ${typed}`);

  test('the ESS is told in plain words, with the law that says so, and each of its words is a choice away', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const card = await lea.says(ess);
    expect(card.private).toBe(true);
    expect(card.text).toContain('autre chose que le seul partage des bénéfices');
    expect(card.text).toContain('Les associations, les coopératives, les mutuelles et les fondations.');
    expect(card.text).toContain(`${LAW}, articles 1er, 2 et 11`);
    const scop = await lea.chooses('SCOP');
    expect(scop.text).toContain('SCOP, société coopérative et participative');
    expect(scop.text).toContain(`au moins 51${NBSP}% du capital`);
    expect(scop.text).toContain(`loi n°${NBSP}78-763 du 19${NBSP}juillet 1978`);
    expect(house.broken).toEqual([]);
  });

  test('a word is found without its accents and with a slip, and told with who does it here', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    expect((await lea.says(word('utilite social'))).text).toContain('Utilité sociale');
    const ptce = await lea.says(word('ptce'));
    expect(ptce.text).toMatch(/À La Mijoteuse[\s\S]*Chrysalide[\s\S]*porte localement le pôle territorial/);
    expect(ptce.text).toContain(`${PROGRAMME}, section 4`);
    expect((await lea.says(word('mtcoop'))).text).toContain('Maison pour un Territoire en COOPération');
  });

  test('a word that is not there is said, with those that look like it, one press each', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const near = await lea.says(word('fundasion'));
    expect(near.text).toContain(`Je n’ai pas «${NBSP}fundasion${NBSP}» dans mon glossaire. Vouliez-vous dire`);
    expect((await lea.presses('Fondation')).text).toContain('Une œuvre d’intérêt général');
    const far = await lea.says(word('bitcoin'));
    expect(far.text).toContain('Choisissez un mot');
    expect(far.choices).toContain('Tiers-lieu');
  });

  test('sentences said to the bot are answered', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    expect((await lea.mentions('c’est quoi l’ESS ?')).text).toContain('L’économie sociale et solidaire (ESS)');
    expect((await lea.mentions('qu’est-ce qu’une SCOP ?')).text).toContain('société coopérative et participative');
    expect((await lea.mentions('est-ce que mon projet relève de l’ESS ?')).text).toContain('Question 1 sur 5');
  });

  test('five answers lead to a verdict with its reasons, and to people', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const first = await lea.says('/ess verifier');
    expect(first.text).toContain('Question 1 sur 5');
    expect(first.text).toContain('Aucune réponse n’est gardée.');
    expect(first.buttons).toEqual(['Oui', 'Non', 'Je ne sais pas']);
    const second = await lea.presses('Oui');
    expect(second.text).toContain('Question 2 sur 5');
    expect(second.buttons).toEqual(['Oui', 'Non', 'Je ne sais pas', 'Revenir', 'Recommencer']);

    const verdict = await answers(lea, ['Oui', 'Oui', 'Oui', 'Oui']);
    expect(verdict.text).toContain('Votre projet semble relever de l’ESS');
    expect(verdict.text).toContain('Parce que son but est autre que le seul partage des bénéfices.');
    expect(verdict.text).toContain('une priorité, jamais une exclusion');
    expect(verdict.text).toMatch(/Parler à quelqu’un\s*: MTCOOP/);
    expect(verdict.text).toContain('du lundi au vendredi');
    expect(verdict.text).toContain(`${LAW}, articles 1er et 2`);
    expect(verdict.buttons.includes('Trouver à qui parler')).toBe(commands.some(({ name }) => name === 'orienter'));
    expect((await lea.presses('L’agenda de l’ESS')).text).toContain('Agenda');
    expect((await lea.presses('Le lieu')).text).toContain('Espace de coworking');
    expect(house.broken).toEqual([]);
  });

  test('an answer is taken back, all are, and each can be passed', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/ess verifier');
    await answers(lea, ['Oui', 'Non']);
    expect((await lea.presses('Revenir')).text).toContain('Question 2 sur 5');
    const verdict = await answers(lea, ['Oui', 'Je ne sais pas', 'Oui', 'Je ne sais pas']);
    expect(verdict.text).toContain('À vérifier');
    expect(verdict.text).toContain('Parce que la façon de décider n’est pas encore fixée.');
    expect(verdict.text).not.toContain('Parce que son utilité sociale');
    expect((await lea.presses('Revenir')).text).toContain('Question 5 sur 5');
    expect((await lea.presses('Recommencer')).text).toContain('Question 1 sur 5');
  });

  test('whoever knows nothing yet is told what to look at, and whoever is outside, what would change it', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/ess verifier');
    const idea = await answers(
      lea,
      Array.from({ length: 5 }, () => 'Je ne sais pas'),
    );
    expect(idea.text).toContain('À vérifier');
    expect(idea.text.match(/Parce qu/g)).toHaveLength(5);

    await lea.presses('Recommencer');
    const outside = await answers(lea, ['Non', 'Oui', 'Non', 'Oui', 'Oui']);
    expect(outside.text).toContain('Hors champ de l’ESS, d’après vos réponses');
    expect(outside.text).toContain('Parce que les décisions ne s’y prennent pas démocratiquement.');
    expect(outside.text).toMatch(/Ce qui changerait cette réponse[\s\S]*Des décisions prises démocratiquement/);
    expect(outside.text).toContain('Parler à quelqu’un');
  });
});

test('no answer is kept anywhere in the database', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('discord')).person('lea');
  await lea.says('/ess verifier');
  await answers(lea, ['Non', 'Oui', 'Oui', 'Oui', 'Je ne sais pas']);
  const { rows: tables } = await db.pool.query<{ readonly name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const kept: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.pool.query<{ readonly row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    kept.push(...rows.map(({ row }) => row));
  }
  expect(kept.some((row) => row.includes('lea'))).toBe(true);
  expect(kept.filter((row) => /gouvernance|verifier/.test(row))).toEqual([]);
});

test('a company that respects all is to be checked with people, and a sole trader is told why', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  const card = await lea.says('/ess verifier forme non but oui gouvernance oui benefices oui utilite oui');
  expect(card.text).toContain('À vérifier');
  expect(card.text).toContain('une entreprise individuelle, non');
});

test('answers given as Discord’s options, or in another order, ask only what is left', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('discord')).person('lea');
  const card = await lea.says('/ess verifier forme:oui gouvernance:oui');
  expect(card.text).toContain('Question 2 sur 5');
});

test('a form asks all at once: what is left empty in it is not known, and is not asked again', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('discord')).person('lea');
  const asked = await lea.says('/ess verifier forme:peutetre');
  expect(asked.form?.fields.map(({ name }) => name)).toEqual(['forme', 'but', 'gouvernance', 'benefices', 'utilite']);
  const verdict = await lea.submits({ forme: 'oui', but: 'oui' });
  expect(verdict.text).toContain('À vérifier');
  expect(verdict.text).toContain('Parce que la façon de décider n’est pas encore fixée.');
});

test('an answer that a forged button invents is refused, and a slip in a command is put right', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  expect((await lea.says('/ess verifier forme peutetre')).text).toContain('je n’ai rien fait');
  expect((await lea.says('/ess verfier')).buttons).toContain('/ess verifier');
  expect((await lea.presses('/ess verifier')).text).toContain('Question 1 sur 5');
});

test('the themes of each year and the objectives are those of the programme, which is named', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  const card = await lea.says('/ess themes');
  expect(card.text).toContain(`2015${NBSP}: «${NBSP}L’économie circulaire${NBSP}»`);
  expect(card.text).toContain('La Silver économie');
  expect(card.text).toContain('Financiarisation de l’économie');
  expect(card.text).toContain('Sensibiliser aux valeurs et grands principes de l’ESS.');
  expect(card.text).toContain(`${PROGRAMME}, introduction`);
});

test('another place says its own: no theme of ours, and its own people', async () => {
  await using house = await openHouse({ db, place: tisane });
  const lea = (await house.on('terminal')).person('lea');
  const themes = await lea.says('/ess themes');
  expect(themes.text).toContain('Ni thème ni objectif ne sont communiqués');
  const verdict = await lea.says('/ess verifier forme oui but non gouvernance oui benefices oui utilite oui');
  expect(verdict.text).toContain('l’équipe de la Tisane');
  expect(verdict.text).toContain(`Téléphone${NBSP}: 0596 00 00 00`);
  expect(verdict.text).toContain('le jeudi');
  expect(verdict.text).not.toContain('MTCOOP');
});
