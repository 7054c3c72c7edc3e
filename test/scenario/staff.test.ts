// What the staff does, as people do it: roles, the day's list, the log.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { staffed, written } from '../support/staffed.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

test.each(['slack', 'discord'] as const)(
  'on %s, a role is given in a line, seen in the list, and taken back in one press',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim } = await staffed(house, platform);
    expect((await karim.says('/equipe role')).text).toContain('réservée à l’équipe d’animation');

    const given = await ana.says(written(platform, '/equipe role', { personne: '@karim', role: 'animation' }));
    expect(given.text).toContain('karim\u00a0: équipe d’animation');
    expect((await karim.says('/equipe role')).text).toContain('karim\u00a0: équipe d’animation');

    await ana.presses('Revenir en arrière');
    expect((await karim.says('/equipe role')).text).toContain('réservée à l’équipe d’animation');
    const { rows } = await db.pool.query("SELECT action FROM audit WHERE action LIKE 'role.%' ORDER BY id");
    expect(rows.map(({ action }) => action)).toEqual(['role.granted', 'role.withdrawn']);
  },
);

test('nobody of that name is refused with what to do; the administration’s role is not the staff’s to give', async () => {
  await using house = await openHouse({ db });
  const { ana } = await staffed(house);
  expect((await ana.says('/equipe role Zoé animation')).text).toContain('Je ne trouve personne du nom de');
  const refused = await ana.says('/equipe role karim admin');
  expect(refused.text).toContain('l’administration du lieu, et je n’ai rien changé');
  const { rows } = await db.pool.query('SELECT 1 FROM member_role');
  expect(rows).toHaveLength(1);
});

test('whoever administers the workspace may do what the staff may, and the help says so', async () => {
  await using house = await openHouse({ db });
  const lea = (await house.on('slack')).person('lea');
  // The person at the terminal is the one who runs the program.
  const noe = (await house.on('terminal')).person('noe');
  expect((await lea.says('/aide')).text).not.toContain('/equipe');
  expect((await noe.says('/aide')).text).toContain('/equipe');
  expect((await noe.says('/equipe role lea admin')).text).toContain('administration du lieu');
  expect((await lea.says('/aide')).text).toContain('/equipe');
});

test.each(['slack', 'discord'] as const)(
  'on %s, the day’s list says who is expected, of this day or another, and that someone looked is in the log',
  async (platform) => {
    await using house = await openHouse({ db });
    const { ana, karim } = await staffed(house, platform);
    await karim.says(
      written(platform, '/reserver', {
        espace: 'coworking',
        quand: 'demain matin',
        personnes: 'pour 2',
        motif: 'atelier',
      }),
    );
    await ana.says(
      written(platform, '/reserver', { espace: 'expression', quand: 'demain 14h-16h', nom: 'pour Mme Diallo' }),
    );
    const today = await ana.says('/equipe jour');
    expect(today.text).toContain('Personne n’est attendu ce jour-là');
    const tomorrow = await ana.presses('Le jour suivant');
    expect(tomorrow.text).toContain('Mardi 24\u00a0novembre 2026');
    expect(tomorrow.text).toMatch(/karim, 2\u00a0personnes, atelier/);
    expect(tomorrow.text).toContain('Mme Diallo');

    const log = await ana.says('/equipe journal');
    expect(log.text).toContain('ana a consulté les noms du mardi 24\u00a0novembre 2026');
    expect(log.text).toContain('karim a fait la réservation 1');
    for (const line of ['/equipe jour', '/equipe affiche', '/equipe journal'])
      expect((await karim.says(line)).text).toContain('réservée à l’équipe d’animation');
  },
);

test.each(['slack', 'discord'] as const)(
  'on %s, the door’s poster is a file to print, and a page at a secret address',
  async (platform) => {
    await using house = await openHouse({ db, publicUrl: 'https://mijote.example' });
    const { ana } = await staffed(house, platform);
    await ana.says(written(platform, '/equipe jour', { quand: 'demain' }));
    const poster = await ana.presses('Affiche pour la porte');
    expect(poster.files).toEqual(['affiche-2026-11-24.html']);
    const { rows } = await db.pool.query('SELECT secret FROM poster');
    const { posterOf } = house.core.staff.day;
    expect((await posterOf(rows[0]?.secret))?.place.name).toBe('La Mijoteuse');
    expect(await posterOf('nobody')).toBeUndefined();
  },
);
