// What time brings to the agenda: series without an end are written further, yearly events are prepared.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { staffed, toldTo } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

const starts = async ({ db: { pool } }: TestHouse): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ at: string }>(
    `SELECT to_char(starts_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD"T"HH24:MI') AS at FROM event
     WHERE cancelled_at IS NULL ORDER BY starts_at`,
  );
  return rows.map(({ at }) => at);
};

test('a series without an end is written further each week, always a year ahead, and keeps its step', async () => {
  await using house = await openHouse({ db });
  const { ana } = await staffed(house);
  await ana.says('/evenement creer Café un jeudi sur deux 9h30 expression');
  await ana.presses('Confirmer');
  const written = await starts(house);
  await house.runJobs();
  expect(await starts(house)).toEqual(written);

  house.at('2027-01-25T10:00');
  await house.runJobs();
  const further = await starts(house);
  expect(further.slice(0, written.length)).toEqual(written);
  const added = further.slice(written.length);
  expect(added.length).toBeGreaterThan(2);
  expect(added.at(-1)?.slice(0, 10).localeCompare('2028-01-25')).toBeLessThanOrEqual(0);
  for (const at of added) {
    const weeks = Temporal.PlainDate.from('2026-11-26').until(Temporal.PlainDate.from(at.slice(0, 10))).days / 7;
    expect(weeks % 2, at).toBe(0);
    expect(at.slice(11)).toBe('09:30');
  }
  await house.runJobs();
  expect(await starts(house)).toEqual(further);
});

test('what could not be had of it is told to whoever made it, and nobody makes room unasked', async () => {
  await using house = await openHouse({ db });
  const { ana, karim } = await staffed(house);
  await ana.says('/evenement creer Café tous les premiers jeudis du mois 9h30 expression');
  await ana.presses('Confirmer');
  house.at('2027-01-04T10:00');
  await ana.says('/evenement creer Forum jeudi 2 décembre 2027 10h expression');
  house.at('2027-02-25T10:00');
  await karim.says('/reserver expression jeudi 3 février 2028 10h-11h');
  const told = (await toldTo(house, 'ana')).join('\n');
  expect(told).toContain('J’ai prolongé Café');
  expect(told).toContain(`jeudi 2${NBSP}décembre`);
  expect(told).toContain(`«${NBSP}Forum${NBSP}» s’y tient`);
  expect(told).toContain(`jeudi 3${NBSP}février`);
  expect(told).toContain('déjà réservé');
  expect((await karim.says('/reservations')).text).toContain('réservation à venir');
});

test('other hours for this and the following are those of what is written later; a series that was cancelled is not', async () => {
  await using house = await openHouse({ db });
  const { ana } = await staffed(house);
  await ana.says('/evenement creer Café tous les premiers jeudis du mois 9h30 expression');
  await ana.presses('Confirmer');
  await ana.says('/evenement modifier 1 serie 14h');
  await ana.presses('Confirmer');
  house.at('2027-02-25T10:00');
  await house.runJobs();
  const all = await starts(house);
  expect(all.every((at) => at.endsWith('14:00'))).toBe(true);
  expect(all.at(-1)?.slice(0, 10)).toBe('2028-02-03');
  await ana.says(`/evenement annuler 5 serie`);
  await ana.presses('Confirmer');
  const left = await starts(house);
  house.at('2027-06-25T10:00');
  await house.runJobs();
  expect(await starts(house)).toEqual(left);
});

test('in January and in July the staff are told to prepare the next edition: once, and not when something is planned', async () => {
  await using house = await openHouse({ db, at: '2026-12-28T10:00' });
  const { ana } = await staffed(house);
  expect(await toldTo(house, 'ana')).toEqual([]);
  house.at('2027-01-04T10:00');
  const [told] = await toldTo(house, 'ana');
  expect(told).toContain('Rencontres de Chrysalide 2027');
  expect(told).toContain('Crise et transition écologique');
  expect(told).not.toContain('Mois de l’ESS');
  house.at('2027-01-20T10:00');
  expect(await toldTo(house, 'ana')).toEqual([]);
  expect(await toldTo(house, 'karim')).toEqual([]);

  await ana.says('/evenement creer Mois de l’ESS 2027 : ouverture jeudi 4 novembre 14h expression');
  house.at('2027-07-05T10:00');
  expect(await toldTo(house, 'ana')).toEqual([]);
});

test('the month once over, it is too late to be of use', async () => {
  await using house = await openHouse({ db, at: '2027-02-01T10:00' });
  await staffed(house);
  expect(await toldTo(house, 'ana')).toEqual([]);
});
