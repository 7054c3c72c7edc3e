// Whatever is typed gets an answer, breaks nothing, and notifies nobody.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

const TYPED: readonly (readonly [name: string, words: string])[] = [
  ['nothing', ''],
  ['spaces', '   \u00a0 \t '],
  ['10,000 characters', 'coworking demain '.repeat(589).slice(0, 10_000)],
  ['10,000 letters', 'a'.repeat(10_000)],
  ['control characters', 'coworking\u0000\u0007\u001b[31m demain\u0008'],
  ['emoji', '🪑🪑 coworking demain 👩‍👩‍👧‍👦'],
  ['right-to-left marks', '\u202ecoworking\u202c demain \u200f\u061c'],
  ['a lone surrogate', 'coworking demain \ud83d'],
  ['SQL', "coworking demain'; DROP TABLE booking; --"],
  ['markup', 'coworking demain <script>alert(1)</script> **gras** [lien](https://exemple.fr)'],
  ['a call to everyone, as Slack writes it', 'coworking demain <!channel> <!everyone> <@U1>'],
  ['a call to everyone, as Discord writes it', 'coworking demain @everyone @here <@1001> <@&5>'],
  ['nobody', 'coworking demain pour 0 personne'],
  ['minus three people', 'coworking demain pour -3 personnes'],
  ['a million people', 'coworking demain pour 1000000 personnes'],
  ['more people than a number holds', 'coworking demain pour 99999999999999999999 personnes'],
  ['an hour that is not', 'coworking demain 25h-27h'],
  ['a day that is not', 'coworking le 31 février'],
  ['a stay of no time', 'coworking demain 14h-14h'],
  ['a stay that ends before it begins', 'coworking demain 16h-14h'],
  ['another language', '予約 コワーキング 明日'],
  ['a number that no booking has', '999999999999'],
];

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  test.each(TYPED)('%s: an answer, no crash, no ping', async (_, words) => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    for (const name of ['reserver', 'annuler', 'dispo', 'aide']) {
      const line =
        platform === 'discord'
          ? words.trim() === ''
            ? `/${name}`
            : `/${name} ${OPTION[name]}:${words}`
          : `/${name} ${words}`;
      const seen = await lea.says(line);
      expect(seen.text !== '' || seen.form !== undefined, `${line.slice(0, 80)} was not answered`).toBe(true);
      expect(seen.text.length).toBeLessThan(6_000);
    }
    const { rows } = await db.pool.query(
      'SELECT count(*)::int AS bookings FROM booking WHERE people NOT BETWEEN 1 AND 10',
    );
    expect(rows).toEqual([{ bookings: 0 }]);
  });

  test('what a member typed as a purpose comes back as they typed it, and calls nobody', async () => {
    await using house = await openHouse({ db });
    const lea = (await house.on(platform)).person('lea');
    const purpose = 'atelier <!channel> @everyone *gras* <b>';
    const line =
      platform === 'discord'
        ? `/reserver espace:coworking quand:demain matin motif:${purpose}`
        : `/reserver coworking demain matin — ${purpose}`;
    const card = await lea.says(line);
    expect(card.text).toContain('C’est réservé');
    expect(card.text).toContain('*gras*');
  });
});

const OPTION: Readonly<Record<string, string>> = {
  reserver: 'quand',
  annuler: 'quand',
  dispo: 'quand',
  aide: 'commande',
};
