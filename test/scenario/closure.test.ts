// Closing, opening and mending, impact first: what is shown is what happens, and everyone touched is told why.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

test.each(['slack', 'discord', 'terminal'] as const)(
  'on %s, a closure shows who is touched and where they could go, and does nothing before « Confirmer »',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim, lea } = await staffed(house, platform);
    await karim.says(
      written(platform, '/reserver', { espace: 'coworking', quand: 'jeudi 14h-16h', personnes: 'pour 3' }),
    );
    await lea.says(written(platform, '/reserver', { espace: 'expression', quand: 'jeudi 15h-17h' }));
    await lea.says(written(platform, '/reserver', { espace: 'coworking', quand: 'jeudi 9h-10h' }));

    const shown = await ana.says(written(platform, '/equipe fermer', { quand: 'jeudi 14h-18h', motif: 'fuite d’eau' }));
    expect(shown.text).toContain(`le lieu entier, jeudi 26${NBSP}novembre 2026, de 14${NBSP}h à 18${NBSP}h`);
    expect(shown.text).toContain(`2${NBSP}réservations touchées, 4${NBSP}personnes`);
    expect(shown.text).toMatch(/karim, l’espace de coworking.*possible à la place/);
    expect(shown.text).toContain('Rien n’est encore fait');
    expect((await karim.says('/reservations voir')).text).toContain('réservation à venir');

    const done = await ana.presses('Confirmer');
    expect(done.text).toContain('C’est fermé');
    expect(done.text).toContain(`2${NBSP}réservations touchées`);
    expect((await karim.says('/reservations voir')).text).toContain('Vous n’avez pas de réservation à venir');
    expect((await lea.says('/reservations voir')).text).toContain('réservation à venir');

    const [told] = await toldTo(house, 'karim', platform);
    expect(told).toContain('Votre réservation est annulée');
    expect(told).toContain('fuite d’eau');
    expect((await karim.presses(`jeudi 26${NBSP}novembre, 12${NBSP}h – 14${NBSP}h`)).text).toContain('C’est réservé');
  },
);

test('who books between what was shown and « Confirmer » is shown too, before anything is done', async () => {
  await using house = await openHouse({ db });
  const { ana, karim, lea } = await staffed(house);
  await karim.says('/reserver coworking jeudi 14h-16h');
  await ana.says('/equipe fermer jeudi 14h-18h coworking — fuite d’eau');
  await lea.says('/reserver coworking jeudi 15h-16h');

  const again = await ana.presses('Confirmer');
  expect(again.text).toContain('Cela a changé');
  expect(again.text).toContain(`2${NBSP}réservations touchées`);
  expect((await lea.says('/reservations')).text).toContain('réservation à venir');
  expect((await ana.presses('Confirmer')).text).toContain('C’est fermé');
  expect((await lea.says('/reservations')).text).toContain('Vous n’avez pas de réservation à venir');
});

test('« Confirmer » pressed twice closes once, and what is closed is not closed again', async () => {
  await using house = await openHouse({ db });
  const { ana } = await staffed(house);
  await ana.says('/equipe fermer jeudi coworking — travaux');
  await ana.presses('Confirmer');
  expect((await ana.says('/equipe confirmer 1')).text).toContain('C’est déjà confirmé');
  expect((await ana.says('/equipe fermer jeudi 9h-10h coworking — encore')).text).toContain('C’est déjà fermé');
  expect((await ana.says('/equipe fermer jeudi 9h-10h')).text).toContain('Il manque le motif');
});

test.each(['slack', 'discord'] as const)(
  'on %s, a closure is listed and lifted; those whom it displaced are told, and nothing comes back by itself',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim } = await staffed(house, platform);
    await karim.says(written(platform, '/reserver', { espace: 'coworking', quand: 'jeudi 14h-16h' }));
    await ana.says(written(platform, '/equipe fermer', { quand: 'jeudi', espace: 'coworking', motif: 'travaux' }));
    await ana.presses('Confirmer');
    await toldTo(house, 'karim', platform);
    expect(
      (await karim.says(written(platform, '/reserver', { espace: 'coworking', quand: 'jeudi 14h-16h' }))).text,
    ).toContain('travaux');

    const list = await ana.says('/equipe fermetures');
    expect(list.text).toContain('travaux');
    const lifted = await ana.chooses(list.choices[0] ?? '');
    expect(lifted.text).toContain('La fermeture est levée');
    expect(lifted.text).toContain(`1${NBSP}personne est prévenue`);
    const [told] = await toldTo(house, 'karim', platform);
    expect(told).toContain('C’est de nouveau possible');
    expect((await karim.presses('Réserver de nouveau')).text).toContain('C’est réservé');
  },
);

test('« du … au … » closes from the first day to the last; days with open ones between are closed one by one', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  await karim.says('/reserver coworking le 29 décembre');
  const shown = await ana.says('/equipe fermer du 24 décembre au 3 janvier — congés');
  expect(shown.text).toContain(`jeudi 24${NBSP}décembre 2026 à 0${NBSP}h`);
  expect(shown.text).toContain(`1${NBSP}réservation touchée`);
  expect((await ana.presses('Confirmer')).text).toContain('C’est fermé');
  expect((await karim.says('/reserver coworking le 30 décembre')).text).toContain('congés');
  const { form } = await ana.says('/equipe fermer lundi et jeudi — travaux');
  expect(form?.fields.find(({ name }) => name === 'quand')?.problem).toContain('plusieurs moments');
});

test.each(['slack', 'discord'] as const)(
  'on %s, an exceptional opening is bookable at once, and taken back with its impact',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim } = await staffed(house, platform);
    expect(
      (await karim.says(written(platform, '/reserver', { espace: 'coworking', quand: 'samedi 9h-11h' }))).text,
    ).toContain('fermé');
    const opened = await ana.says(
      written(platform, '/equipe ouvrir', { quand: 'samedi 9h-12h', motif: 'portes ouvertes' }),
    );
    expect(opened.text).toContain('C’est ouvert');
    expect(
      (await karim.says(written(platform, '/reserver', { espace: 'coworking', quand: 'samedi 9h-11h' }))).text,
    ).toContain('C’est réservé');

    const shown = await ana.presses('Retirer cette ouverture');
    expect(shown.text).toContain(`1${NBSP}réservation touchée`);
    expect((await ana.presses('Confirmer')).text).toContain('Cette ouverture est retirée');
    expect((await karim.says('/reservations voir')).text).toContain('Vous n’avez pas de réservation à venir');
    expect(
      (await karim.says(written(platform, '/reserver', { espace: 'coworking', quand: 'samedi 9h-11h' }))).text,
    ).toContain('fermé');
  },
);

test('another instance knows of an opening with the next person who speaks there', async () => {
  await using here = await openHouse({ db });
  await using there = await openHouse({ db });
  const { ana } = await staffed(here);
  const karim = (await there.on('terminal')).person('karim');
  expect((await karim.says('/reserver coworking samedi 9h-11h')).text).toContain('fermé');
  await ana.says('/equipe ouvrir samedi 9h-12h coworking — portes ouvertes');
  expect((await karim.says('/reserver coworking samedi 9h-11h')).text).toContain('C’est réservé');
});

test.each(['slack', 'discord'] as const)(
  'on %s, equipment out of order: who asked last keeps the seat without it, and is told',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim, lea } = await staffed(house, platform);
    await karim.says(
      written(platform, '/reserver', { espace: 'coworking', quand: 'jeudi 9h-12h', materiel: 'avec un ordinateur' }),
    );
    await lea.says(
      written(platform, '/reserver', { espace: 'coworking', quand: 'jeudi 10h-12h', materiel: 'avec un ordinateur' }),
    );

    const shown = await ana.says(
      written(platform, '/equipe panne', { materiel: '1 ordinateur', quand: 'jusqu’à vendredi', motif: 'écran cassé' }),
    );
    expect(shown.text).toContain(`1${NBSP}ordinateur fixe`);
    expect(shown.text).toContain(`1${NBSP}réservation touchée`);
    expect(shown.text).toContain('lea');
    expect(shown.text).not.toContain('karim');
    await ana.presses('Confirmer');
    const [told] = await toldTo(house, 'lea', platform);
    expect(told).toContain('Votre réservation tient, sans ce matériel');
    expect(told).toContain('écran cassé');
    expect(
      (await lea.says(written(platform, '/reserver', { espace: 'expression', quand: 'jeudi 9h-10h' }))).text,
    ).toContain('C’est réservé');
    expect(
      (await ana.says(written(platform, '/equipe panne', { materiel: '2 ordinateurs', quand: 'jeudi', motif: 'tous' })))
        .text,
    ).toContain('pannes déjà connues comprises');

    await ana.says('/equipe fermetures');
    expect((await ana.presses('Remettre en service')).text).toContain('C’est de nouveau en service');
  },
);

test.each([
  'fermer jeudi — x',
  'ouvrir samedi 9h-12h',
  'panne ordinateur jeudi',
  'fermetures',
  'confirmer 1',
  'rouvrir 1',
  'refermer 1',
  'reparer 1',
])('« /equipe %s » is refused to a member, with who can', async (line) => {
  await using house = await openHouse({ db });
  const { karim } = await staffed(house);
  expect((await karim.says(`/equipe ${line}`)).text).toContain('réservée à l’équipe d’animation');
});

test('whatever a command lets through, the core does nothing of the staff’s for a member', async () => {
  await using house = await openHouse({ db });
  await staffed(house);
  const karim = { memberId: 2, placeId: 'la-mijoteuse', roles: new Set(['membre'] as const) };
  const { closures, equipment, openings, impact } = house.core.staff;
  const start = Temporal.ZonedDateTime.from('2026-11-28T09:00[Europe/Paris]');
  const opening = { spaceKey: undefined, start, end: start.add({ hours: 3 }), reason: 'x' };
  const answers = [
    await closures.lift(karim, 1),
    await equipment.repaired(karim, 1),
    await openings.open(karim, opening),
    await impact.propose(karim, { act: 'withdraw', bookingId: 1, reason: 'x' }),
  ];
  for (const answer of answers)
    expect(answer).toEqual({ ok: false, error: { code: 'people.not_allowed', needed: 'animation' } });
  const { rows } = await db.pool.query('SELECT id FROM opening');
  expect(rows).toEqual([]);
});
