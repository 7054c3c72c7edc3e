// « Noter comme initiative », from the menu of a message: two acts and one screen, on the platforms that have such a menu.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { giveRole } from '../support/staffed.ts';

const LABEL = 'Noter comme initiative';
const SAID = 'Repair café au Val d’Aran, cherche un local et des bénévoles';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

type Platform = 'slack' | 'discord';

const onPlatform = async (house: TestHouse, platform: Platform, name: string) => {
  const { told: _, person: personOn } = await house.on(platform);
  personOn(name);
  const id = name === 'lea' ? '1001' : '1002';
  return platform === 'slack'
    ? (await house.onSlack()).slack.person(`U${id}`, name)
    : (await house.onDiscord()).discord.person(id, name);
};

const veilleuseOn = async (house: TestHouse, platform: Platform) => {
  const lea = await onPlatform(house, platform, 'lea');
  await lea.says('/aide');
  await giveRole(house, 'lea', 'veilleuse');
  return lea;
};

test.each<[Platform, RegExp]>([
  ['slack', /^https:\/\/la-mijoteuse\.slack\.com\/archives\/C1\/p\d+$/],
  ['discord', /^https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+$/],
])(
  'on %s, a message is noted in two acts: the form is filled, and its card stands in the channel',
  async (platform, link) => {
    await using house = await openHouse({ db });
    const lea = await veilleuseOn(house, platform);
    const opened = await lea.menu(LABEL, { text: SAID });
    expect(opened.form).toMatchObject({ title: 'Noter une initiative', notice: '' });
    const [phrase, lien] = opened.form?.fields ?? [];
    expect([phrase?.value, phrase?.problem, lien?.problem]).toEqual([SAID, undefined, undefined]);
    expect(lien?.value).toMatch(link);
    const noted = await lea.submits({});
    expect(noted.private).toBe(true);
    for (const said of ['C’est noté', 'I-001', 'Voir le message', 'un local et des bénévoles'])
      expect(noted.text).toContain(said);
    await house.runJobs();
    const card = (await house.on(platform)).inChannel().find((each) => each.includes('I-001'));
    expect(card).toContain('Repair café');
    expect(card).not.toMatch(/lea|Voir le message/);
  },
);

test('what is nobody’s to note in a message is shown first, and the link is kept whichever way one goes on', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack');
  await lea.menu(LABEL, { text: 'Atelier vélo, cherche un garage, contact 06 12 34 56 78' });
  expect((await lea.submits({})).text).toContain('un numéro de téléphone');
  const kept = await lea.presses('Garder sans ces mots');
  expect(kept.text).toContain('Voir le message');
  expect(kept.text).not.toContain('06 12');
  await lea.menu(LABEL, { text: 'Atelier vélo, cherche un garage', ts: '1700000000.000200' });
  expect((await lea.submits({})).text).toContain('Ressemble à I-001');
  expect((await lea.presses('Noter quand même')).text).toMatch(/I-002[\s\S]*Voir le message/);
});

test('what a message has too much of is cut where it is seen, what it has not is asked', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'discord');
  const long = await lea.menu(LABEL, { text: `${SAID}. ${'Encore des mots. '.repeat(230)}` });
  expect(long.form?.notice).toContain('600');
  expect(long.form?.fields[0]?.value).toMatch(/^Repair café[\s\S]*…$/);
  expect((await lea.submits({})).text).toContain('C’est noté');
  const empty = await lea.menu(LABEL, { text: '' });
  expect(empty.form?.notice).toContain('pas de texte à reprendre');
  expect(empty.form?.fields.map(({ value }) => value ?? '')).toEqual(['', expect.stringContaining('discord.com')]);
});

test('of a private conversation no link is kept, and no card is shown; a form that is closed leaves nothing', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack');
  if (!('closes' in lea)) throw new Error('this is not Slack');
  const opened = await lea.menu(LABEL, { text: SAID, channel: 'D1002', by: 'U1002' });
  expect(opened.form?.notice).toContain('conversation privée');
  expect(opened.form?.fields.map(({ value }) => value)).toEqual([SAID, undefined]);
  lea.closes();
  expect((await lea.says('/initiative liste')).text).toContain('Aucune initiative');
  await lea.menu(LABEL, { text: SAID, channel: 'D1002', by: 'U1002' });
  expect((await lea.submits({})).text).toContain('C’est noté');
  await house.runJobs();
  expect((await house.on('slack')).inChannel().filter((each) => each.includes('I-001'))).toEqual([]);
});

test.each<Platform>(['slack', 'discord'])(
  'on %s, who is no veilleuse is told who can, and fills no form',
  async (platform) => {
    await using house = await openHouse({ db });
    const karim = await onPlatform(house, platform, 'karim');
    const refused = await karim.menu(LABEL, { text: SAID });
    expect(refused.form).toBeUndefined();
    expect(refused.private).toBe(true);
    expect(refused.text).toMatch(/veilleuse/i);
    expect(refused.text).not.toContain('I-001');
  },
);

test('a link that is typed is kept as one that was picked', async () => {
  await using house = await openHouse({ db });
  const lea = await veilleuseOn(house, 'slack');
  const noted = await lea.says('/initiative https://discord.com/channels/1/2/3 Repair café, cherche un local');
  expect(noted.text).toMatch(
    /I-001\u00a0: Repair café\n[\s\S]*Voir le message \(https:\/\/discord\.com\/channels\/1\/2\/3\)/,
  );
});
