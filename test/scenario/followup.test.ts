// The follow-up of those who were oriented, as the staff and the person type it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { giveRole, staffed, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

/** Léa asks to be called back, and ana is of the staff. */
const asked = async (house: TestHouse) => {
  const people = await staffed(house);
  await people.lea.says('/orienter rappeler oui');
  await house.runJobs();
  return people;
};

test.each(['slack', 'discord', 'terminal'] as const)(
  'on %s, whoever asks to be called back is in the queue, and their file is moved on by buttons',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, lea } = await staffed(house, platform);
    expect((await ana.says(written(platform, '/accompagnement file'))).text).toContain('Personne n’attend');
    await lea.says(written(platform, '/orienter rappeler', { accord: 'oui' }));

    const queue = await ana.says(written(platform, '/accompagnement file'));
    expect(queue.text).toContain(`1${NBSP}dossier ouvert`);
    expect(queue.text).toContain(`lea (n°${NBSP}1) – nouveau, tour${NBSP}: à nous`);
    const opened = await ana.says(written(platform, '/accompagnement dossier', { dossier: '1' }));
    expect(opened.text).toContain('la personne a demandé qu’on la recontacte');
    const contacted = await ana.presses('Contacté');
    expect(contacted.text).toContain('L’état est noté');
    expect(contacted.text).toContain('à la personne');
    const planned = await ana.says(
      written(platform, '/accompagnement etape', { dossier: '1', etape: 'rappeler jeudi' }),
    );
    expect(planned.text).toContain('rappeler, jeudi 26');
    expect((await ana.presses('Je suis ce dossier')).text).toContain('Vous suivez ce dossier');
    expect((await ana.says(written(platform, '/accompagnement file', { qui: 'miens' }))).text).toContain(
      'Suivi par ana',
    );

    const own = await lea.says(written(platform, '/accompagnement voir', { qui: 'moi' }));
    expect(own.text).toContain('l’équipe a pris contact avec vous');
    expect(own.text).toContain('ana vous suit');
    expect(own.text).not.toContain('rappeler');
  },
);

test('a member types /accompagnement and reads their own; the staff reads the queue, and their own in one press', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await asked(house);
  expect((await karim.says('/accompagnement')).text).toContain('l’équipe ne garde rien');
  expect((await lea.says('/accompagnement')).text).toContain('vous avez demandé qu’on vous recontacte');
  expect((await ana.says('/accompagnement')).text).toContain(`1${NBSP}dossier ouvert`);
  expect((await ana.presses('Mon propre suivi')).text).toContain('l’équipe ne garde rien');
  for (const line of ['file', 'dossier 1', 'etat 1 clos', 'note 1 vue', 'etape 1 rappeler', 'confier 1 ana'])
    expect((await lea.says(`/accompagnement ${line}`)).text).toContain('réservée à l’équipe d’animation');
});

describe('a note', () => {
  test('is kept word for word, and the person reads how many there are', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await asked(house);
    const noted = await ana.says('/accompagnement note 1 a vu 2 banques, cherche un atelier de 30 m²');
    expect(noted.text).toContain('La note est ajoutée');
    expect(noted.text).toContain('a vu 2 banques, cherche un atelier de 30 m²');
    expect((await lea.says('/accompagnement')).text).toContain(`Notes de l’équipe${NBSP}: 1`);
    expect((await lea.says('/accompagnement')).text).not.toContain('banques');
  });

  test('with words that are nobody’s to note is shown first, and kept without them', async () => {
    await using house = await openHouse({ db });
    const { ana } = await asked(house);
    const warned = await ana.says('/accompagnement note 1 Elle est diabétique et cherche un local');
    expect(warned.text).toContain('Rien n’est encore enregistré');
    expect(warned.text).toContain(`«${NBSP}diabétique${NBSP}»${NBSP}: la santé d’une personne`);
    expect((await ana.says('/accompagnement dossier 1')).text).not.toContain('local');
    const again = await ana.says('/accompagnement note 1 Elle est diabétique et cherche un local');
    expect(again.buttons).toContain('Garder ma phrase');
    const kept = await ana.presses('Garder sans ces mots');
    expect(kept.text).toContain('Elle cherche un local');
    expect(kept.text).not.toContain('diabétique');
  });

  test('is kept as it was typed by a second press, by its author alone, within a day', async () => {
    await using house = await openHouse({ db });
    const { ana, karim } = await asked(house);
    await giveRole(house, 'karim', 'animation');
    await ana.says('/accompagnement note 1 en arrêt maladie jusqu’en juin');
    expect((await karim.says('/accompagnement garder 1 tel')).text).toContain('n’attend plus');
    expect((await ana.presses('Garder ma phrase')).text).toContain('en arrêt maladie jusqu’en juin');
    expect((await ana.says('/accompagnement garder 1 sans')).text).toContain('n’attend plus');

    await ana.says('/accompagnement note 1 joindre au 06 12 34 56 78');
    house.wait({ hours: 25 });
    await house.runJobs();
    expect((await db.pool.query('SELECT words FROM followup_note')).rows).toEqual([
      { words: 'en arrêt maladie jusqu’en juin' },
    ]);
  });
});

describe('two of the staff', () => {
  test('act at once: the first does, the second is shown what became of it', async () => {
    await using house = await openHouse({ db });
    const { ana, karim } = await asked(house);
    await giveRole(house, 'karim', 'animation');
    await ana.says('/accompagnement dossier 1');
    await karim.says('/accompagnement dossier 1');
    await ana.presses('Contacté');
    const late = await karim.presses('Accompagné');
    expect(late.text).toContain('Ce dossier a changé');
    expect(late.text).toContain('contacté par ana');
    expect((await karim.presses('Accompagné')).text).toContain('L’état est noté');
  });

  test('agree: the second press is the first one’s', async () => {
    await using house = await openHouse({ db });
    const { ana, karim } = await asked(house);
    await giveRole(house, 'karim', 'animation');
    await ana.says('/accompagnement dossier 1');
    await karim.says('/accompagnement dossier 1');
    await ana.presses('Contacté');
    const same = await karim.presses('Contacté');
    expect(same.text.match(/contacté par/g)).toHaveLength(1);
    expect(same.text).not.toContain('a changé');
  });

  test('hand a file over: the colleague is told once, and it is theirs', async () => {
    await using house = await openHouse({ db });
    const { ana, karim } = await asked(house);
    expect((await ana.says('/accompagnement confier 1 karim')).text).toContain('n’est pas de l’équipe');
    await giveRole(house, 'karim', 'animation');
    expect((await ana.says('/accompagnement confier 1 karim')).text).toContain('C’est confié');
    const told = await toldTo(house, 'karim');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('L’accompagnement de lea vous est confié');
    expect(await toldTo(house, 'karim')).toEqual([]);
    expect((await karim.says('/accompagnement file miens')).text).toContain('Suivi par karim');
  });
});

describe('recalled', () => {
  test('the day of its step, to whoever follows it, once; nothing once it is done', async () => {
    await using house = await openHouse({ db });
    const { ana } = await asked(house);
    await ana.says('/accompagnement suivre 1');
    await ana.says('/accompagnement etape 1 rappeler jeudi');
    house.wait({ days: 3 });
    const [told = '', ...more] = await toldTo(house, 'ana');
    expect(told).toContain('rappeler, jeudi 26');
    expect(more).toEqual([]);
    expect(await toldTo(house, 'ana')).toEqual([]);
    expect((await ana.says('/accompagnement file')).text).toContain(`tour${NBSP}: à nous`);
    expect((await ana.says('/accompagnement fait 1')).text).toContain('L’étape est faite');
    await ana.says('/accompagnement etape 1 envoyer la liste des locaux demain');
    await ana.says('/accompagnement fait 1');
    house.wait({ days: 1 });
    expect(await toldTo(house, 'ana')).toEqual([]);
  });

  test('one, three and six months later, without a name where nobody follows it; never once it is closed', async () => {
    await using house = await openHouse({ db });
    const { ana } = await asked(house);
    house.wait({ days: 30 });
    const [month = '', ...more] = await toldTo(house, 'ana');
    expect(month).toContain('Un accompagnement est à revoir');
    expect(month).not.toContain('lea');
    expect(more).toEqual([]);
    await ana.says('/accompagnement suivre 1');
    house.wait({ days: 63 });
    const [later = ''] = await toldTo(house, 'ana');
    expect(later).toContain(`Où en est lea${NBSP}?`);
    await ana.says('/accompagnement clore 1 silence');
    house.wait({ days: 120 });
    expect(await toldTo(house, 'ana')).toEqual([]);
  });
});

test('a step for a day that has passed is refused, and one without a day says so', async () => {
  await using house = await openHouse({ db });
  const { ana } = await asked(house);
  expect((await ana.says('/accompagnement etape 1 rappeler hier')).text).toContain('Ce jour est passé');
  expect((await ana.says('/accompagnement dossier 1')).text).toContain('aucune');
  expect((await ana.says('/accompagnement etape 1 attendre sa réponse')).text).toContain(
    'attendre sa réponse, sans date',
  );
});

test('more files than a card holds are said to be more, and the others are one press away', async () => {
  await using house = await openHouse({ db });
  const { ana } = await staffed(house);
  await db.pool.query(
    `WITH people AS (
       INSERT INTO member (place_id, display_name, created_at)
       SELECT place_id, 'p' || lpad(n::text, 2, '0'), now() FROM member, generate_series(1, 20) AS n
       WHERE display_name = 'ana' RETURNING id, place_id, display_name)
     INSERT INTO followup (place_id, member_id, opened_at)
     SELECT place_id, id, timestamptz '2026-11-01T09:00Z' + right(display_name, 2)::integer * interval '1 hour' FROM people`,
  );
  const first = await ana.says('/accompagnement file');
  expect(first.text).toContain(`20${NBSP}dossiers ouverts`);
  expect(first.text).toContain('… et 5 de plus.');
  expect(first.text).toContain('p15');
  expect(first.text).not.toContain('p16');
  const second = await ana.presses('La suite');
  expect(second.text).toContain(`À partir du 16e`);
  expect(second.text).toContain('p20');
  expect(second.buttons).not.toContain('La suite');
});

describe('closed', () => {
  test('with its reason, it is opened again by a state, and can be written to again', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await asked(house);
    expect((await ana.says('/accompagnement clore 1')).text).toContain('Pourquoi clore le dossier 1');
    expect((await ana.presses('Le besoin a trouvé sa réponse')).text).toContain('Le dossier est clos');
    expect((await lea.says('/accompagnement')).text).toContain('votre suivi est clos');
    expect((await ana.says('/accompagnement note 1 vue')).text).toContain('Ce dossier est clos');
    expect((await ana.says('/accompagnement file clos')).text).toContain('lea');
    expect((await ana.says('/accompagnement etat 1 accompagné')).text).toContain('L’état est noté');
  });

  test('by the person’s own word, nobody reads its notes, the staff cannot open it, and a year later nothing is left', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await asked(house);
    await ana.says('/accompagnement note 1 vue mardi');
    await lea.says('/accompagnement arreter oui');
    const stopped = await ana.says('/accompagnement dossier 1');
    expect(stopped.text).toContain('arrêté par la personne');
    expect(stopped.text).not.toContain('vue mardi');
    expect((await ana.says('/accompagnement etat 1 accompagné')).text).toContain(
      'ne se rouvre que si elle le redemande',
    );
    expect((await lea.says('/accompagnement')).text).toContain('vous avez tout arrêté');

    await lea.says('/orienter rappeler oui');
    const again = await ana.says('/accompagnement dossier 1');
    expect(again.text).toContain('Nouveau');
    expect(again.text).not.toContain('vue mardi');

    await lea.says('/accompagnement arreter oui');
    house.wait({ days: 366 });
    await house.runJobs();
    expect((await db.pool.query('SELECT 1 FROM followup')).rows).toEqual([]);
  });

  test('one that was asked for and taken back before anyone looked never was', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await asked(house);
    await lea.says('/orienter renoncer');
    expect((await ana.says('/accompagnement file')).text).toContain('Personne n’attend');
    expect((await db.pool.query('SELECT 1 FROM followup')).rows).toEqual([]);
  });
});

test('a file shows what the person agreed to: partners, the answers they share, their appointments and what was seen of them', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await staffed(house);
  await lea.says('/orienter je veux créer une SCOP de 4 personnes, on cherche des financements');
  await lea.says('/accompagnement demander urscop avec mes réponses');
  await lea.presses('J’accepte');
  const eventId = await addEvent(db, { partnerKey: 'bge', location: 'La médiathèque' });
  await lea.says(`/evenement inscrire ${eventId}`);

  expect((await ana.says('/accompagnement file')).text).toContain(`tour${NBSP}: au partenaire`);
  const file = await ana.says('/accompagnement dossier 1');
  expect(file.text).toContain('la personne a accepté une mise en relation');
  expect(file.text).toMatch(/URSCOP\u00a0: accord donné le lundi 23\u00a0novembre 2026/);
  expect(file.text).toContain('Trouver des financements');
  expect(file.text).toMatch(/BGE Haute-Garonne, le .*\u00a0: à venir/);
  await db.pool.query(`UPDATE event_signup SET attendance = 'came', attendance_at = now()`);
  expect((await ana.says('/accompagnement dossier 1')).text).toMatch(/BGE Haute-Garonne, le .*\u00a0: venu·e/);

  const own = await lea.says('/accompagnement');
  expect(own.text).toContain('vous avez accepté une mise en relation');
  expect(own.text).toMatch(/BGE Haute-Garonne, le .*\u00a0: venu·e/);
  await lea.says('/accompagnement arreter oui');
  const stopped = await ana.says('/accompagnement dossier 1');
  expect(stopped.text).toContain('accord retiré');
  expect(stopped.text).not.toContain('Trouver des financements');
});

test('each look at a name is in the log', async () => {
  await using house = await openHouse({ db });
  const { ana } = await asked(house);
  await ana.says('/accompagnement file');
  await ana.says('/accompagnement dossier 1');
  const journal = (await ana.says('/equipe journal')).text;
  expect(journal).toContain('a consulté les noms de la file des accompagnements');
  expect(journal).toContain('a consulté le dossier 1');
});
