// « /dispo » in words and in pictures, through the real SDKs.
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
  const onDiscord = platform === 'discord';

  test('a space comes with its week, as a picture and in words, one’s own said and nobody else’s', async () => {
    await using house = await openHouse({ db });
    const [lea, karim] = [(await house.on(platform)).person('lea'), (await house.on(platform)).person('karim')];
    await lea.says('/reserver coworking demain matin');
    await karim.says('/reserver coworking demain matin');

    const answer = await lea.says('/dispo coworking demain');
    expect(answer.files).toEqual(['coworking-semaine-2026-11-23.png']);
    expect(answer.private).toBe(true);
    expect(answer.text).toContain(`Ce qui est libre mardi 24${NBSP}novembre 2026`);
    expect(answer.text).toContain(
      `mardi 24, au moins 8${NBSP}places, à vous de 9${NBSP}h à 12${NBSP}h${NBSP}30${NBSP}; du mercredi 25 au vendredi 27, libre`,
    );
    expect(answer.text).not.toMatch(/karim/i);
    expect(answer.buttons).toEqual(['Réserver', 'Semaine suivante', 'Voir le mois']);
    const ana = (await house.on(platform)).person('ana');
    expect((await ana.says('/dispo coworking demain')).text).not.toContain('à vous');
  });

  test('the weeks are turned by pressing, not into the past', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says('/dispo coworking demain');

    const next = await lea.presses('Semaine suivante');
    expect(next.files).toEqual(['coworking-semaine-2026-11-30.png']);
    expect(next.text).toContain(`Ce qui est libre lundi 30${NBSP}novembre 2026`);
    expect(next.buttons).toEqual(['Réserver', 'Semaine précédente', 'Semaine suivante', 'Voir le mois']);
    const back = await lea.presses('Semaine précédente');
    expect(back.text).toContain(`Ce qui est libre lundi 23${NBSP}novembre 2026`);
    expect(back.buttons).not.toContain('Semaine précédente');
  });

  test('a month comes as a picture and in words, and leads to its weeks', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await lea.says(
      onDiscord ? '/reserver espace:coworking quand:jeudi 3 décembre' : '/reserver coworking jeudi 3 décembre',
    );

    const answer = await lea.says(onDiscord ? '/dispo espace:coworking quand:décembre' : '/dispo coworking décembre');
    expect(answer.files).toEqual(['coworking-2026-12.png']);
    expect(answer.text).toContain('Espace de coworking, décembre 2026');
    expect(answer.text).toContain(`jeudi 3, 10${NBSP}%${NBSP}pris, à vous en partie`);
    expect(answer.text).toContain('vendredi 25, fermé (Noël)');
    expect(answer.buttons).toEqual(['Réserver', 'Mois précédent', 'Mois suivant', 'Voir la semaine']);
    expect((await lea.presses('Mois suivant')).text).toContain('Espace de coworking, janvier 2027');
    expect((await lea.presses('Voir la semaine')).files).toEqual(['coworking-semaine-2027-01-04.png']);
  });

  test('without a space, the day of all of them in words and drawn; in words alone, drawn in one press', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const answer = await lea.says(onDiscord ? '/dispo quand:demain' : '/dispo demain');
    expect(answer.files).toEqual(['espaces-2026-11-24.png']);
    expect(answer.text).toContain('Cuisine');
    expect(answer.buttons).toContain(`Mercredi 25${NBSP}novembre`);
    const words = await lea.says(onDiscord ? '/dispo quand:demain vue:mots' : '/dispo demain mots');
    expect(words.files).toEqual([]);
    expect(words.text).toContain('Cuisine');
    expect((await lea.presses('Voir en image')).files).toEqual(['espaces-2026-11-24.png']);
  });

  test('an office has neither week nor month: it is let', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    for (const words of ['bureau-1 demain', 'bureau-1 décembre']) {
      const answer = await lea.says(`/dispo ${words}`);
      expect(answer.text).toContain('il se loue');
      expect(answer.files).toEqual([]);
    }
  });
});

test('Slack says where the picture went', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  expect((await lea.says('/dispo coworking demain')).text).toContain(
    'L’image est dans vos messages privés avec Mijote.',
  );
});

test('what is out of the ordinary in the two weeks that follow is said, of that space or of the place', async () => {
  await using house = await openHouse({ db, at: '2026-12-14T10:00' });
  const people = await house.on('terminal');
  // The person at the terminal is the one who runs the program.
  const noe = people.person('noe');
  await noe.says('/equipe ouvrir samedi 9h-12h — portes ouvertes');
  await noe.says('/equipe fermer lundi coworking — peinture');
  await noe.presses('Confirmer');
  const noted = [
    `ouvert exceptionnellement le samedi 19${NBSP}décembre 2026, de 9${NBSP}h à 12${NBSP}h (portes ouvertes)`,
    `fermeture le lundi 21${NBSP}décembre 2026${NBSP}: l’espace de coworking (peinture)`,
    `fermé le vendredi 25${NBSP}décembre 2026 (Noël)`,
  ];
  for (const line of ['/dispo demain', '/lieu'])
    expect((await noe.says(line)).text.toLowerCase()).toContain(noted.join(`${NBSP}; `).toLowerCase());
  const kitchen = (await noe.says('/dispo cuisine demain')).text;
  expect(kitchen).toContain('portes ouvertes');
  expect(kitchen).not.toContain('peinture');
});

test('a mention may ask for a month', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('terminal')).person('lea');
  expect((await lea.mentions('qu’est-ce qui est libre au coworking en décembre ?')).files).toEqual([
    'coworking-2026-12.png',
  ]);
});

test('the holiday week, the change of clock and the turn of the year are said as they are', async () => {
  await using house = await openHouse({ db, at: '2026-10-20T10:00' });
  const lea = (await house.on('terminal')).person('lea');
  expect((await lea.says('/dispo coworking 26/10')).text).toContain(
    `La semaine du lundi 26 au vendredi 30${NBSP}octobre 2026 en image${NBSP}: du lundi 26 au vendredi 30, libre.`,
  );
  expect((await lea.says('/dispo coworking 30/12')).text).toContain(
    `La semaine du lundi 28${NBSP}décembre 2026 au vendredi 1er${NBSP}janvier 2027 en image${NBSP}: du lundi 28 au jeudi 31, libre${NBSP}; vendredi 1er, fermé (Jour de l’An).`,
  );
});
