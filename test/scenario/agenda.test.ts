// What is on, asked for in words: this week, another time, a theme.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { staffed } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const asks = (quand: string, theme = '') =>
    platform === 'discord'
      ? `/agenda${quand && ` quand:${quand}`}${theme && ` theme:${theme}`}`
      : `/agenda ${[theme, quand].filter((words) => words !== '').join(' ')}`.trim();

  test('alone, it is what is left of this week, by day, with when, what, where and the places left', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await addEvent(db, { capacity: 12 });
    await addEvent(db, { title: 'Petit déjeuner', start: '2026-11-23T08:00', hours: 1 });
    await addEvent(db, { title: 'Balade', start: '2026-11-29T10:00', location: 'Parc Duroch' });
    await addEvent(db, { title: 'Plus tard', start: '2026-11-30T10:00' });

    const seen = await lea.says(asks(''));
    expect(seen.private).toBe(true);
    expect(seen.text).toContain(`Agenda du lundi 23 au dimanche 29${NBSP}novembre 2026`);
    expect(seen.text).toContain(`Jeudi 26${NBSP}novembre 2026`);
    expect(seen.text).toContain(
      `9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30 · Café des porteurs · Espace de convivialité · 12${NBSP}places restantes`,
    );
    expect(seen.text).toContain(`10${NBSP}h – 12${NBSP}h · Balade · Parc Duroch`);
    expect(seen.text).not.toContain('Petit déjeuner');
    expect(seen.text).not.toContain('Plus tard');
    expect(seen.choices).toEqual(['Café des porteurs', 'Balade']);

    const card = await lea.chooses('Café des porteurs');
    expect(card.text).toContain(`jeudi 26${NBSP}novembre 2026, 9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30`);
    expect(card.buttons.slice(0, 2)).toEqual(['Je participe', 'Peut-être']);
  });

  test('a week without anything says so, and what comes next', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    expect((await lea.says(asks(''))).text).toContain('Rien n’est encore annoncé pour la suite');
    await addEvent(db, { start: '2027-01-14T09:30' });
    const seen = await lea.says(asks(''));
    expect(seen.text).toContain('Rien n’est annoncé à ces dates');
    expect(seen.text).toContain(
      `jeudi 14${NBSP}janvier 2027, 9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30 · Café des porteurs`,
    );
    expect(seen.choices).toEqual(['Café des porteurs']);
    expect(seen.buttons).toContain('La semaine prochaine');
  });

  test('other days, weekends too, next week, a month: in words, and by buttons', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await addEvent(db, { title: 'Demain matin', start: '2026-11-24T09:00' });
    await addEvent(db, { title: 'Samedi', start: '2026-11-28T09:00' });
    await addEvent(db, { title: 'Dimanche d’après', start: '2026-12-06T09:00' });
    await addEvent(db, { title: 'À Noël', start: '2026-12-24T09:00' });

    const titles = async (quand: string) => (await lea.says(asks(quand))).choices;
    expect(await titles('demain')).toEqual(['Demain matin']);
    expect(await titles('ce week-end')).toEqual(['Samedi']);
    expect(await titles('la semaine prochaine')).toEqual(['Dimanche d’après']);
    expect(await titles('décembre')).toEqual(['Dimanche d’après', 'À Noël']);
    expect(await titles('du 25 au 28 novembre')).toEqual(['Samedi']);

    await lea.says(asks(''));
    const next = await lea.presses('La semaine prochaine');
    expect(next.text).toContain(`Agenda du lundi 30${NBSP}novembre au dimanche 6${NBSP}décembre 2026`);
    expect(next.choices).toEqual(['Dimanche d’après']);
  });

  test('a kind, a theme, with or without accents and dates', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    await addEvent(db, { title: 'Réparer son vélo', kind: 'workshop', start: '2026-12-03T09:00' });
    await addEvent(db, { title: 'Forum', theme: 'L’ESS et le numérique', start: '2027-06-08T09:00' });
    await addEvent(db, { title: 'Débat', theme: 'ESS', start: '2026-12-08T09:00' });

    const titles = async (theme: string, quand = '') => (await lea.says(asks(quand, theme))).choices;
    expect(await titles('ateliers')).toEqual(['Réparer son vélo']);
    expect(await titles('velo')).toEqual(['Réparer son vélo']);
    expect(await titles('ESS')).toEqual(['Débat', 'Forum']);
    expect(await titles('ESS', 'en juin')).toEqual(['Forum']);
    expect(await titles('numerique')).toEqual(['Forum']);

    const none = await lea.says(asks('', 'billard'));
    expect(none.text).toContain(`Agenda à venir${NBSP}: «${NBSP}billard${NBSP}»`);
    expect(none.text).toContain('Rien non plus pour la suite');
    expect((await lea.presses('Tout l’agenda')).text).toContain('Agenda du lundi');
  });

  test('a long period is cut where everyone sees it, and goes on in one press, however long the words', async () => {
    await using house = await openHouse({ db, publicUrl: 'https://mijote.exemple.fr' });
    const lea = (await house.on(platform)).person('lea');
    for (let day = 1; day <= 20; day += 1)
      await addEvent(db, {
        title: `${day} ${'mot '.repeat(48)}`.trim(),
        start: `2026-12-${String(day).padStart(2, '0')}T09:00`,
        location: 'loin '.repeat(39).trim(),
        capacity: 1000,
      });
    const seen = await lea.says(asks('décembre'));
    expect(seen.choices).toHaveLength(10);
    expect(seen.text).toContain('Il y en a d’autres, plus tard. Tout est aussi sur la page du lieu');
    const rest = await lea.presses('La suite');
    expect(rest.text).toContain(`Agenda du jeudi 10 au jeudi 31${NBSP}décembre 2026`);
    expect(rest.choices).toHaveLength(10);
    expect((await lea.presses('La suite')).buttons).not.toContain('La suite');
  });

  test('what cannot be read is asked again, and nothing is guessed', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const seen = await lea.says(asks('le 45 novembre'));
    expect(seen.form !== undefined || /je n’ai pas compris|complétez/i.test(seen.text)).toBe(true);
  });
});

test('closures and openings out of the ordinary are said with the days that they concern', async () => {
  await using house = await openHouse({ db });
  const { ana, lea } = await staffed(house);
  await ana.says('/equipe fermer cuisine jeudi — fuite d’eau');
  await ana.presses('Confirmer');
  await ana.says('/equipe ouvrir samedi 10h-12h — portes ouvertes');
  const seen = await lea.says('/agenda');
  expect(seen.text).toContain('À savoir');
  expect(seen.text).toMatch(/Fermé.: la cuisine, .*jeudi 26.novembre 2026.*fuite d’eau/);
  expect(seen.text).toMatch(/samedi 28.novembre 2026.: ouvert de 10.h à 12.h \(portes ouvertes\)/);
  expect((await lea.says('/agenda la semaine prochaine')).text).not.toContain('À savoir');
});

test('a mention asks for it in a sentence', async () => {
  await using house = await openHouse({ db });
  await addEvent(db);
  const lea = (await house.on('slack')).person('lea');
  expect((await lea.mentions('qu’est-ce qui se passe jeudi ?')).choices).toEqual(['Café des porteurs']);
  expect((await lea.mentions('l’agenda de la semaine stp')).choices).toEqual(['Café des porteurs']);
});
