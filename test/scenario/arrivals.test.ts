// Where the space asks for it, a place that nobody comes for goes to others.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withPolicy } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';
import { written } from '../support/staffed.ts';

const NBSP = '\u00a0';
const place = withPolicy(mijoteuse, 'coworking', { arrivalWithin: Temporal.Duration.from({ minutes: 20 }) });

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const wish =
    platform === 'discord'
      ? '/reserver espace:coworking quand:jeudi 14h-18h personnes:10'
      : '/reserver coworking jeudi 14h-18h pour 10 personnes';

  test('asked when it begins, « Je suis là » keeps it', async () => {
    await using house = await openHouse({ db, place });
    const people = await house.on(platform);
    const lea = people.person('lea');
    expect((await lea.says(wish)).text).toContain(`au plus tard 20${NBSP}minutes après le début`);
    house.at('2026-11-26T14:00');
    await house.runJobs();
    expect(people.told('lea').at(-1)).toContain('Êtes-vous là');
    expect((await lea.presses('Je suis là')).text).toContain('C’est noté');
    house.at('2026-11-26T14:20');
    await house.runJobs();
    expect(await db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(1);
  });

  test('without an answer it is given back twenty minutes later, offered on, and its person is told', async () => {
    await using house = await openHouse({ db, place });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await lea.says(wish);
    await karim.says(
      platform === 'discord' ? '/reserver espace:coworking quand:jeudi 16h-18h' : '/reserver coworking jeudi 16h-18h',
    );
    await karim.presses('Me prévenir');
    for (const time of ['2026-11-26T14:00', '2026-11-26T14:19']) {
      house.at(time);
      await house.runJobs();
    }
    expect(await db.prisma.booking.count({ where: { missedAt: null } })).toBe(1);
    house.at('2026-11-26T14:20');
    await house.runJobs();
    expect(people.told('lea').at(-1)).toContain('Votre place a été rendue');
    expect(people.told('karim').at(-1)).toContain('Une place s’est libérée');
    expect((await karim.presses('Prendre')).text).toContain('C’est réservé');
    expect((await lea.presses('Je suis là')).text).toContain('a été rendue');
    // Counted, in a column.
    expect(await db.prisma.booking.count({ where: { missedAt: { not: null } } })).toBe(1);
  });

  test('« Je viens », said the day before, is enough', async () => {
    await using house = await openHouse({ db, place });
    const people = await house.on(platform);
    const lea = people.person('lea');
    await lea.says(wish);
    house.at('2026-11-25T17:00');
    await house.runJobs();
    expect(people.told('lea').at(-1)).toContain(`au plus tard 20${NBSP}minutes après le début`);
    await lea.presses('Je viens');
    for (const time of ['2026-11-26T14:00', '2026-11-26T14:20']) {
      house.at(time);
      await house.runJobs();
    }
    expect(people.told('lea')).toHaveLength(1);
    expect(await db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(1);
  });
});

test.each(['slack', 'discord'] as const)(
  'on %s, the staff says it for someone; a member cannot say it for another',
  async (platform) => {
    await using house = await openHouse({ db, place });
    const people = await house.on(platform);
    const [lea, karim] = [people.person('lea'), people.person('karim')];
    await lea.says(written(platform, '/reserver', { espace: 'coworking', quand: 'jeudi 14h-16h' }));
    house.at('2026-11-26T14:05');
    expect((await karim.says(written(platform, '/reservations confirmer', { reservation: '1' }))).text).toContain(
      'Je ne trouve pas cette réservation',
    );
    const { memberId } = await db.prisma.identity.findFirstOrThrow({ where: { displayName: 'karim' } });
    await house.core.people.grant(memberId, 'animation');
    expect((await karim.says(written(platform, '/reservations confirmer', { reservation: '1' }))).text).toContain(
      'C’est noté',
    );
    house.at('2026-11-26T14:20');
    await house.runJobs();
    expect(await db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(1);
  },
);

test('at La Mijoteuse as it is, nobody is asked, and nothing is given back', async () => {
  await using house = await openHouse({ db });
  const people = await house.on('terminal');
  await people.person('lea').says('/reserver coworking jeudi 14h-16h');
  for (const time of ['2026-11-26T14:00', '2026-11-26T14:20', '2026-11-26T14:21']) {
    house.at(time);
    await house.runJobs();
  }
  expect(people.told('lea').filter((text) => text.includes('Êtes-vous là'))).toEqual([]);
  expect(await db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(1);
});
