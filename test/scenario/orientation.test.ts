// Whom to see for one's project, as people ask it: by buttons, in a sentence, from one platform to the other.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { staffed, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';
const SCOP = 'je veux créer une SCOP de 4 personnes, on cherche des financements';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

const begin = (platform: 'slack' | 'discord' | 'terminal', project?: string): string =>
  written(
    platform,
    platform === 'discord' ? '/orienter commencer' : '/orienter',
    project === undefined ? {} : { projet: project },
  );

test.each(['slack', 'discord', 'terminal'] as const)(
  'on %s, six questions by buttons, each can be passed, lead to whom to see, why and what happens there',
  async (platform) => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const first = await lea.says(begin(platform));
    expect(first.text).toContain('Question 1 sur 6');
    expect(first.buttons).toEqual(expect.arrayContaining(['J’ai une idée', 'Passer', 'Parler à quelqu’un']));
    expect((await lea.presses('J’ai une idée')).text).toContain('Question 2 sur 6');
    const needs = await lea.presses('Être suivi, pas à pas');
    expect(needs.buttons).toContain(`Retirer${NBSP}: Être suivi, pas à pas`);
    expect((await lea.presses('Continuer')).text).toContain('Sous quelle forme');
    expect((await lea.presses('Passer')).text).toContain('Dans quel domaine');
    expect((await lea.presses('Passer')).text).toContain('Où vivez-vous');
    const last = await lea.presses('Passer');
    expect(last.text).toContain('C’est facultatif');
    expect(last.buttons).not.toContain('J’ai moins de 30 ans');
    const result = await lea.presses('Passer');
    expect(result.text).toContain('BGE Haute-Garonne');
    expect(result.text).toContain('Parce que vous cherchez un accompagnement et que vous avez une idée.');
    expect(result.text).toContain('permanences individuelles');
    expect(result.text).toContain('MTCOOP');
    expect(result.buttons).toEqual(
      expect.arrayContaining(['Parler à quelqu’un', 'Être rappelé·e', 'Changer mes réponses', 'Recommencer']),
    );
  },
);

test.each(['slack', 'discord', 'terminal'] as const)(
  'on %s, a sentence fills the answers that it can, shows them, and only the rest is asked',
  async (platform) => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const understood = await lea.says(begin(platform, SCOP));
    expect(understood.text).toContain('Voici ce que j’ai compris');
    for (const said of ['Je crée mon activité', 'Trouver des financements', 'Une coopérative'])
      expect(understood.text).toContain(said);
    expect(understood.text).toContain('Question 4 sur 6');
    const result = await lea.presses('Voir qui peut m’aider');
    expect(result.text).toMatch(/URSCOP[\s\S]*Parce que vous pensez à une coopérative/);
    expect(result.text).toContain('Midi-Pyrénées Active');
    expect(result.text).not.toContain('Mouvement associatif');
  },
);

test('what was begun on Slack goes on at Discord, until the next day', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  const elsewhere = (await house.on('discord')).person('lea');
  await lea.says(begin('slack'));
  await elsewhere.says('/lieu');
  // What linking will write: the same member, by both identities.
  await db.pool.query(
    `UPDATE identity SET member_id = (SELECT member_id FROM identity WHERE platform = 'slack') WHERE platform = 'discord'`,
  );
  await lea.presses('J’ai une idée');
  const resumed = await elsewhere.says(begin('discord'));
  expect(resumed.text).toContain('Reprenons. Vous avez répondu');
  expect(resumed.text).toContain('J’ai une idée');
  expect(resumed.text).toContain('Question 2 sur 6');

  house.wait({ hours: 24 });
  expect((await elsewhere.says(begin('discord'))).text).toContain('Question 1 sur 6');
  await house.runJobs();
  expect((await db.pool.query('SELECT 1 FROM orientation_draft')).rows).toEqual([]);
});

test('one goes back, takes an answer back, changes it, and begins again', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  await lea.says('/orienter');
  await lea.presses('J’ai une idée');
  await lea.presses('Trouver des financements');
  await lea.presses('Me former');
  const less = await lea.presses(`Retirer${NBSP}: Me former`);
  expect(less.buttons).toContain('Me former');
  expect((await lea.presses('Revenir')).text).toContain('Question 1 sur 6');
  expect((await lea.presses('Mon activité existe déjà')).text).toContain('Question 2 sur 6');
  await lea.presses('Continuer');
  expect((await lea.presses('Voir qui peut m’aider')).text).toContain('Service ESS de la Région Occitanie');
  expect((await lea.presses('Recommencer')).text).toContain('Question 1 sur 6');
  expect((await lea.says('/orienter resultat')).text).toContain('Aucun partenaire ne répond');
});

test('who one is is asked last, kept with consent only, and opens a priority', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  const forged = await lea.says('/orienter repondre public jeunes');
  expect(forged.text).toContain('ne se pose qu’avec votre accord');
  await lea.says('/orienter je suis jeune, sans emploi, et je veux me former');
  const kept = () => db.pool.query('SELECT publics, publics_agreed_at FROM orientation_draft');
  expect((await kept()).rows).toEqual([{ publics: [], publics_agreed_at: null }]);
  await lea.says('/orienter question public');
  await lea.presses('D’accord, je réponds');
  await lea.presses('Je cherche un emploi');
  expect((await kept()).rows).toEqual([{ publics: ['demandeurs-emploi'], publics_agreed_at: expect.any(Date) }]);
  const result = await lea.says('/orienter resultat');
  expect(result.text).toContain('France Travail, lien en développement');
  expect(result.text).toContain('Parce que vous voulez vous former et que vous cherchez un emploi.');
  expect(result.text).toContain('Votre situation');
  expect(result.text).toContain('aucune rencontre n’est promise');
});

test('the next session with a place left is a button that signs up; a link in development has none', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  await lea.says('/lieu');
  const at = { kind: 'session', spaceKey: null, location: 'Ici' } as const;
  await addEvent(db, { ...at, title: 'Permanence de la BGE', start: '2026-11-23T09:00', hours: 1 });
  const full = await addEvent(db, { ...at, title: 'Permanence BGE', start: '2026-11-25T09:00', capacity: 1 });
  await addEvent(db, { ...at, title: 'Permanence BGE Haute-Garonne', start: '2026-11-27T14:00', capacity: 4 });
  await addEvent(db, { ...at, title: 'Permanence Pôle emploi', start: '2026-11-24T14:00' });
  const karim = (await house.on('slack')).person('karim');
  await karim.says(`/evenement inscrire ${full}`);

  await lea.says('/orienter je cherche un accompagnement');
  const result = await lea.presses('Voir qui peut m’aider');
  expect(result.buttons).toContain(`M’inscrire${NBSP}: vendredi 27${NBSP}novembre, 14${NBSP}h`);
  expect((await lea.presses(`M’inscrire${NBSP}: vendredi 27${NBSP}novembre, 14${NBSP}h`)).text).toContain(
    'vous participez',
  );

  const former = await lea.says('/orienter Pôle emploi');
  expect(former.text).toContain('France Travail');
  expect(former.text).toContain('Parce que vous l’avez nommé.');
  expect(former.buttons.filter((label) => label.startsWith('M’inscrire'))).toEqual([]);
});

test('premises alone lead to what the place has, and to the town’s own service', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  await lea.says('/orienter je cherche un local');
  const result = await lea.says('/orienter resultat');
  expect(result.text).toContain('Ici même');
  expect(result.text).toContain('quatre bureaux à loyer modéré');
  expect(result.text).toContain('D’après\u00a0: Programme d’intervention dans le champ de l’ESS, section 1.');
  expect(result.text).toContain('MTCOOP');
  expect((await lea.says('/orienter MTCOOP')).text).not.toContain('Aucun partenaire');
});

test('what one has, or does not need, is not understood as a need', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  const answer = await lea.says('/orienter j’ai déjà un local et pas besoin de financement, je cherche des associés');
  expect(answer.text).toContain('Rencontrer d’autres personnes');
  expect(answer.text).not.toMatch(/•.*Trouver (?:un local|des financements)/);
  expect(answer.text).not.toMatch(/•.*Une association/);
  expect((await lea.says('/orienter abracadabra')).text).toContain('Je n’ai reconnu aucune réponse');
});

test.each(['slack', 'discord'] as const)('on %s, a mention asks as well', async (platform) => {
  await using house = await openHouse({ db });
  const lea = (await house.on(platform)).person('lea');
  const answer = await lea.mentions('qui peut m’aider à financer mon projet ?');
  expect(answer.text).toContain('Trouver des financements');
});

test('talking to someone: the staff hears of it without a name, sees it by asking, and answers once', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await staffed(house);
  await lea.says('/orienter je cherche des financements');
  const consent = await lea.presses('Parler à quelqu’un');
  expect(consent.text).toContain('Elle verra votre nom, et rien de vos réponses');
  expect(await toldTo(house, 'ana')).toEqual([]);
  expect((await lea.presses('D’accord')).text).toContain('C’est transmis à l’équipe');
  expect((await lea.says('/orienter parler oui')).text).toContain('C’est déjà transmis');

  const [told = '', ...more] = await toldTo(house, 'ana');
  expect(told).toContain('Quelqu’un demande à parler à l’équipe');
  expect(told).not.toContain('lea');
  expect(more).toEqual([]);
  const file = await ana.says('/accompagnement dossier 1');
  expect(file.text).toContain('La personne souhaite parler à quelqu’un');
  expect((await ana.presses('Contacté')).text).not.toContain('Attend une réponse');
  house.wait({ days: 31 });
  await house.runJobs();
  expect((await db.pool.query('SELECT 1 FROM orientation_contact')).rows).toEqual([]);
});

test('a request that was taken back is told to nobody', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await staffed(house);
  await lea.says('/orienter rappeler');
  await lea.presses('D’accord');
  expect((await lea.presses('Retirer ma demande')).text).toContain('C’est retiré');
  expect(await toldTo(house, 'ana')).toEqual([]);
  expect((await ana.says('/accompagnement file')).text).toContain('Personne n’attend');
});

test('where the staff has a channel it is told there, of nobody by name', async () => {
  await using house = await openHouse({ db, place: { ...mijoteuse, channels: { staff: { slack: 'C1' } } } });
  const { lea } = await staffed(house);
  await lea.says('/orienter parler oui');
  expect(await toldTo(house, 'ana')).toEqual([]);
  const posted = (await house.on('slack')).inChannel().join(' ');
  expect(posted).toContain('Quelqu’un demande à parler à l’équipe');
  expect(posted).not.toContain('lea');
});

test('where nobody of the staff can be told, whoever asks is not led to believe it', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  const kept = await lea.says('/orienter parler oui');
  expect(kept.text).toContain('C’est noté pour l’équipe');
  expect(kept.text).toContain('Je n’ai pu prévenir personne');
});

test.each(['slack', 'discord'] as const)(
  'on %s, a question of many answers is a list to choose from',
  async (platform) => {
    const orientation = mijoteuse.orientation;
    const [field] = orientation?.choices.field ?? [];
    if (!orientation || !field) throw new Error('La Mijoteuse orients');
    const many = Array.from({ length: 14 }, (_, index) => ({ ...field, key: `d${index}`, name: `Domaine ${index}` }));
    const place = { ...mijoteuse, orientation: { ...orientation, choices: { ...orientation.choices, field: many } } };
    await using house = await openHouse({ db, place });
    const lea = (await house.on(platform)).person('lea');
    await lea.says(written(platform, '/orienter question', { question: 'domaine' }));
    await lea.chooses('Domaine 13');
    expect((await lea.says(begin(platform))).text).toContain('Domaine 13');
  },
);

test('a place without an orientation says so', async () => {
  await using house = await openHouse({ db, place: { ...mijoteuse, orientation: undefined } });
  const lea = (await house.on('terminal')).person('lea');
  for (const line of ['/orienter', '/orienter resultat', '/orienter question besoin', '/orienter je cherche un local'])
    expect((await lea.says(line)).text).toContain('Ce lieu n’a pas encore dit qui peut aider');
});
