// The staff acts on a member's booking, whoever made it: its person is told why, with a way to book again.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { staffed, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  test('from the day’s list, a booking is moved for its person, who reads from when, to when and why', async () => {
    await using house = await openHouse({ db });
    const { ana, karim } = await staffed(house, platform);
    await karim.says(written(platform, '/reserver', { espace: 'coworking', quand: 'demain 9h-11h' }));
    const day = await ana.says(written(platform, '/equipe jour', { quand: 'demain' }));
    const card = await ana.chooses(day.choices[0] ?? '');
    expect(card.text).toContain('La réservation de karim');
    expect(card.buttons).toEqual(['Confirmer la venue', 'Déplacer', 'Annuler']);

    const { form } = await ana.presses('Déplacer');
    expect(form?.fields.map(({ name }) => name)).toEqual(['vers', 'espace', 'motif']);
    const moved = await ana.submits({ vers: '14h-16h', motif: 'le matin est pris par un atelier' });
    expect(moved.text).toContain(`mardi 24${NBSP}novembre 2026, de 14${NBSP}h à 16${NBSP}h`);
    expect(moved.text).toContain('La personne est prévenue');

    const [told] = await toldTo(house, 'karim', platform);
    expect(told).toContain('Votre réservation est déplacée');
    expect(told).toContain(`Elle commençait mardi 24${NBSP}novembre 2026 à 9${NBSP}h`);
    expect(told).toContain('le matin est pris par un atelier');
    expect((await karim.presses('Voir ma réservation')).text).toContain(`de 14${NBSP}h à 16${NBSP}h`);
  });

  test('cancelled for its person, impact first: they are told why, and book again in one press', async () => {
    await using house = await openHouse({ db });
    const { ana, karim } = await staffed(house, platform);
    await karim.says(written(platform, '/reserver', { espace: 'expression', quand: 'jeudi 14h-16h' }));
    const shown = await ana.says(
      written(platform, '/equipe annuler', { reservation: '1', motif: 'vidéoprojecteur en panne' }),
    );
    expect(shown.text).toContain('karim, l’espace d’expression');
    expect(shown.text).toContain('Rien n’est encore fait');
    expect((await ana.presses('Confirmer')).text).toContain('La réservation est annulée');

    const [told] = await toldTo(house, 'karim', platform);
    expect(told).toContain('Votre réservation est annulée');
    expect(told).toContain('vidéoprojecteur en panne');
    expect((await karim.presses(`jeudi 26${NBSP}novembre, 13${NBSP}h${NBSP}30 – 15${NBSP}h${NBSP}30`)).text).toContain(
      'C’est réservé',
    );
  });
});

test('the staff confirms that someone comes; that they looked, moved and cancelled is in the log', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  await karim.says('/reserver coworking jeudi 14h-16h');
  await ana.says('/equipe reservation 1');
  expect((await ana.presses('Confirmer la venue')).text).toContain('C’est noté');
  expect((await ana.says('/equipe reservation 1')).text).toContain('La venue est confirmée');
  await ana.says('/equipe deplacer 1 vendredi — ménage');
  await ana.says('/equipe annuler 1 — ménage encore');
  await ana.presses('Confirmer');
  const log = (await ana.says('/equipe journal')).text;
  expect(log).toContain('ana a consulté le nom de la réservation 1');
  expect(log).toContain('ana a confirmé la venue de la réservation 1');
  expect(log).toContain('ana a modifié la réservation 1');
  expect(log).toContain('ana a repris la réservation 1');
});

test('where the person already is, or nothing is free, nothing is moved, and it is said', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await staffed(house);
  await karim.says('/reserver coworking jeudi 9h-11h');
  await karim.says('/reserver coworking jeudi 14h-16h');
  expect((await ana.says('/equipe deplacer 1 jeudi 15h-17h — x')).text).toContain(
    'Cette personne a déjà une réservation',
  );
  await lea.says('/reserver expression vendredi 14h-16h');
  expect((await ana.says('/equipe deplacer 1 vendredi 14h-16h expression — x')).text).toContain('est déjà pris');
  expect((await karim.says('/reservations')).text).toContain(`jeudi 26${NBSP}novembre 2026, de 9${NBSP}h à 11${NBSP}h`);
  expect(await toldTo(house, 'karim')).toEqual([]);
});

test('changed by its person before they are told, it is not told: what they read would not be true', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  await karim.says('/reserver coworking jeudi 9h-11h');
  await ana.says('/equipe deplacer 1 jeudi 14h-16h — atelier');
  await karim.says('/reservations modifier 1 jeudi 10h-12h');
  expect(await toldTo(house, 'karim')).toEqual([]);
});

test.each(['reservation 1', 'deplacer 1 vendredi 9h — x', 'annuler 1 — x'])(
  '« /equipe %s » is refused to a member, with who can, and by the core itself',
  async (line) => {
    await using house = await openHouse({ db });
    const { karim } = await staffed(house);
    await karim.says('/reserver coworking jeudi 14h-16h');
    expect((await karim.says(`/equipe ${line}`)).text).toContain('réservée à l’équipe d’animation');
    const actor = { memberId: 1, placeId: 'la-mijoteuse', roles: new Set(['membre'] as const) };
    expect(await house.core.staff.handling.look(actor, 1)).toMatchObject({ error: { code: 'people.not_allowed' } });
    const act = { act: 'withdraw', bookingId: 1, reason: 'x' } as const;
    expect(await house.core.staff.impact.propose(actor, act)).toMatchObject({ error: { code: 'people.not_allowed' } });
  },
);
