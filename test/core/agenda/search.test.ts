// What is on, found by its dates and its words.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { searchOf } from '../../../src/core/agenda/search.ts';
import { createAgenda } from '../../../src/core/agenda/usecases.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { addEvent } from '../../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

const between = (from: string, to: string) => ({
  start: Temporal.PlainDateTime.from(from).toZonedDateTime('Europe/Paris').toInstant(),
  end: Temporal.PlainDateTime.from(to).toZonedDateTime('Europe/Paris').toInstant(),
});
const YEAR = between('2026-11-23', '2027-11-23');

const titles = async (filter: Parameters<ReturnType<typeof createAgenda>['between']>[1]) =>
  (await createAgenda({ db }).between(mijoteuse, filter)).map(({ title }) => title);

describe('by dates', () => {
  test('what begins, ends or goes on in the interval is found, in order; what only touches it is not', async () => {
    await addEvent(db, { title: 'ends as it begins', start: '2026-11-23T08:00', hours: 2 });
    await addEvent(db, { title: 'under way', start: '2026-11-23T09:00', hours: 2 });
    await addEvent(db, { title: 'inside', start: '2026-11-23T10:30', hours: 1 });
    await addEvent(db, { title: 'begins as it ends', start: '2026-11-23T12:00', hours: 1 });
    expect(await titles(between('2026-11-23T10:00', '2026-11-23T12:00'))).toEqual(['under way', 'inside']);
  });

  test('what lasts for weeks is found on each of its days', async () => {
    await addEvent(db, { title: 'exhibition', start: '2026-10-01T09:00', hours: 24 * 90, location: 'Médiathèque' });
    await addEvent(db, { title: 'short and over', start: '2026-11-02T09:00' });
    expect(await titles(between('2026-11-26', '2026-11-27'))).toEqual(['exhibition']);
  });

  test('no more than asked for, the first ones', async () => {
    for (const day of ['28', '26', '27']) await addEvent(db, { title: `day ${day}`, start: `2026-11-${day}T09:00` });
    expect(await titles({ ...YEAR, limit: 2 })).toEqual(['day 26', 'day 27']);
  });

  test('another place’s are not', async () => {
    await addEvent(db, { placeId: 'elsewhere', spaceKey: null });
    expect(await titles(YEAR)).toEqual([]);
  });
});

describe('by words', () => {
  beforeEach(async () => {
    await addEvent(db, { title: 'Café des porteurs', start: '2026-11-26T09:30' });
    await addEvent(db, { title: 'Ateliers d’éco-cuisine', start: '2026-11-27T09:30', kind: 'workshop' });
    await addEvent(db, { title: 'Conférence', theme: 'Économie circulaire', start: '2026-11-30T09:30' });
    await addEvent(db, { title: 'Essai de vélo', description: 'Un vœu pour l’ESS.', start: '2026-12-01T09:30' });
    await addEvent(db, { title: 'Matinée', edition: 'rencontres-de-chrysalide', start: '2027-06-12T09:30' });
  });

  test.each([
    ['cafe', ['Café des porteurs']],
    ['PORTEUR café', ['Café des porteurs']],
    ['les cafés', ['Café des porteurs']],
    ['cuisine', ['Ateliers d’éco-cuisine']],
    ['economie', ['Conférence']],
    ['éco', ['Ateliers d’éco-cuisine']],
    ['ess', ['Essai de vélo']],
    ['voeu', ['Essai de vélo']],
    ['Chrysalide', ['Matinée']],
    ['rencontres de chrysalide', ['Matinée']],
    ['café vélo', []],
    ['c’est ; DROP TABLE event', []],
  ])('« %s »', async (about, found) => expect(await titles({ ...YEAR, about })).toEqual(found));

  test('words that say nothing leave nothing out', async () =>
    expect(await titles({ ...YEAR, about: 'de la' })).toHaveLength(5));

  test('cancelled ones are found only where they are asked for', async () => {
    await db.pool.query("UPDATE event SET cancelled_at = now() WHERE title = 'Conférence'");
    expect(await titles({ ...YEAR, about: 'circulaire' })).toEqual([]);
    expect(await titles({ ...YEAR, about: 'circulaire', cancelled: true })).toEqual(['Conférence']);
  });
});

test('a query holds letters, digits and our own signs, whatever is typed', () =>
  expect(searchOf(mijoteuse, "a' & b | !c:* <-> (dé) 'x'")?.query).toBe('b & c & x'));
