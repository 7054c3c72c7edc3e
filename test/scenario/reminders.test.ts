// What people are told before they come, on each platform: once, in time or not at all, and as long as they want it.
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
  test('a booking is recalled the day before at 17:00 and an hour before, each once, with the whole date', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    await people.person('lea').says('/reserver coworking jeudi 14h-16h');

    house.at('2026-11-25T16:59');
    await house.runJobs();
    expect(people.told('lea')).toHaveLength(0);
    for (const time of ['2026-11-25T17:00', '2026-11-25T17:01', '2026-11-25T17:02']) {
      house.at(time);
      await house.runJobs();
    }
    expect(people.told('lea')).toHaveLength(1);
    expect(people.told('lea')[0]).toContain(`jeudi 26${NBSP}novembre 2026, de 14${NBSP}h à 16${NBSP}h`);

    house.at('2026-11-26T13:00');
    await house.runJobs();
    house.at('2026-11-26T13:01');
    await house.runJobs();
    expect(people.told('lea')).toHaveLength(2);
    expect(house.unsent).toEqual([]);
  });

  test('« Je viens » is noted, and not asked again; « J’annule » cancels', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const lea = people.person('lea');
    await lea.says('/reserver coworking jeudi 14h-16h');
    house.at('2026-11-25T17:00');
    await house.runJobs();
    expect((await lea.presses('Je viens')).text).toContain('C’est noté');

    house.at('2026-11-26T13:00');
    await house.runJobs();
    expect(people.told('lea').at(-1)).toContain('Vous avez dit que vous venez');
    expect((await lea.presses('J’annule')).text).toContain('C’est annulé');
  });

  test('one press stops the reminders, another brings them back', async () => {
    await using house = await openHouse({ db });
    const people = await house.on(platform);
    const lea = people.person('lea');
    await lea.says('/reserver coworking jeudi 14h-16h');
    house.at('2026-11-25T17:00');
    await house.runJobs();
    expect((await lea.presses('Ne plus me rappeler')).text).toContain('Vous ne recevez pas de rappels');
    house.at('2026-11-26T13:00');
    await house.runJobs();
    expect(people.told('lea')).toHaveLength(1);

    await lea.says('/reserver coworking vendredi 14h-16h');
    await lea.says(platform === 'discord' ? '/compte rappels' : '/compte');
    await lea.presses('Me rappeler ce que j’ai prévu');
    house.at('2026-11-26T17:00');
    await house.runJobs();
    expect(people.told('lea')).toHaveLength(2);
  });
});
