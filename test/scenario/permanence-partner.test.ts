// A partner's sessions, from the partner's side: opened in a sentence, called off impact first, listed with who comes, and
// marked; on Slack and on Discord, through the real SDKs and on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { giveRole, speaksFor, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';
type Platform = 'slack' | 'discord';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

/** Ana is of the staff, Noé speaks for BGE, Léa and Karim are members. */
const peopled = async (house: TestHouse, platform: Platform) => {
  const room = await house.on(platform);
  const [ana, noe, lea, karim] = [room.person('ana'), room.person('noe'), room.person('lea'), room.person('karim')];
  for (const each of [ana, noe, lea, karim]) await each.says(written(platform, '/lieu', { espace: 'coworking' }));
  await giveRole(house, 'ana', 'animation');
  await giveRole(house, 'noe', 'partenaire');
  await speaksFor(house, 'noe', 'bge');
  return { ana, noe, lea, karim };
};

/** As whoever books has it written. */
const books = (house: TestHouse, name: string, eventId: number, slot: string) =>
  house.db.pool.query(
    `INSERT INTO event_signup (event_id, member_id, place_id, answer, answered_at, slot_at)
     SELECT $2, id, place_id, 'going', $4, $3 FROM member WHERE display_name = $1`,
    [name, eventId, slot, house.now().toString()],
  );

describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
  const says = (command: string, options: Readonly<Record<string, string>> = {}) =>
    written(platform, `/permanence ${command}`, options);

  test('one sentence opens a session by appointment, which holds its space and has as many places as slots', async () => {
    await using house = await openHouse({ db });
    const { noe } = await peopled(house, platform);
    const made = await noe.says(
      says('ouvrir', { partenaire: 'BGE', quand: 'jeudi 9h-12h', rdv: 'rdv de 45 min', espace: 'convivialite' }),
    );
    expect(made.text).toContain('C’est à l’agenda');
    expect(made.text).toContain('Permanence BGE Haute-Garonne');
    expect(made.text).toContain(`4${NBSP}créneaux libres`);
    const again = await noe.says(says('ouvrir', { partenaire: 'BGE', quand: 'jeudi 10h-11h', espace: 'convivialite' }));
    expect(again.text).toContain('occupé par');
  });
});
