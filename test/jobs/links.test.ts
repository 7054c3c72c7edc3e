// Introductions are made once, whatever the instances; the veilleuses' digest leaves when there is something, and stays true.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ChannelClosed } from '../../src/chat/adapter.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { addInitiative } from '../support/initiatives.ts';
import { type FakePlatform, fakePlatform, followIn, openRig, type Rig } from './rig.ts';

let db: TestDatabase;
let rig: Rig;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  await db.reset();
  rig = await openRig(db, mijoteuse);
});
afterEach(() => rig.close());
afterAll(() => db.close());

const numbered = (number: number) => ({ kind: 'initiative', number }) as const;

/** Two initiatives of two veilleuses, who both said yes. */
const agreed = async (): Promise<number> => {
  const [vera, zoe] = [await rig.person('slack', 'vera'), await rig.person('slack', 'zoe')];
  await addInitiative(db, { owner: 'vera', theme: 'reemploi' });
  await addInitiative(db, { owner: 'zoe', title: 'Bricothèque', needs: [], offers: ['local'], theme: 'reemploi' });
  const proposed = await rig.core.links.propose(vera, numbered(1), numbered(2));
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { id } = proposed.value.link;
  for (const each of [vera, zoe]) await rig.core.links.answer(each, id, 'yes');
  return id;
};

const together = ({ posted }: FakePlatform): readonly string[] =>
  [...posted.values()].filter((post) => post.startsWith('deux: '));

test('two instances at the same minute, each twice: one introduction', async () => {
  const slack = fakePlatform('slack');
  const [one, other] = [await rig.instance([slack]), await rig.instance([slack])];
  await agreed();
  await Promise.all([one.tick(), other.tick()]);
  await Promise.all([one.wake(), other.wake()]);
  expect(together(slack)).toHaveLength(1);
});

test('a conversation that cannot be written to gives each the other’s contact', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await agreed();
  slack.meets.push(new ChannelClosed('not_allowed'));
  await jobs.tick();
  await jobs.tick();
  expect(together(slack)).toEqual([]);
  expect(slack.told.filter((told) => told.includes('Pour joindre la personne en face'))).toHaveLength(2);
});

test('while the platform cannot bring them together, others are asked all the same, and they are introduced later', async () => {
  const slack = fakePlatform('slack');
  let isDown = true;
  const gather: FakePlatform['gather'] = async (people) => {
    if (isDown) throw new Error('the platform is down');
    return slack.gather(people);
  };
  const jobs = await rig.instance([{ ...slack, gather }]);
  await agreed();
  const ines = await rig.person('slack', 'ines');
  await addInitiative(db, { owner: 'ines', title: 'Jardin partagé', offers: ['local'] });
  await rig.core.links.propose(ines, numbered(3), numbered(1));
  await jobs.tick();
  expect(together(slack)).toEqual([]);
  expect(slack.told.filter((told) => told.startsWith('vera: Relier'))).toHaveLength(1);
  isDown = false;
  await jobs.tick();
  expect(together(slack)).toHaveLength(1);
});

test('what is counted is what was proposed, introduced, and what came of it', async () => {
  const id = await agreed();
  await rig.core.links.introduce(mijoteuse, id, undefined);
  const vera = await rig.person('slack', 'vera');
  await rig.core.links.outcome(vera, id, 'done');
  const [start, end] = [rig.now().subtract({ days: 1 }).toInstant(), rig.now().add({ days: 1 }).toInstant()];
  const counts = { proposed: 1, introduced: 1, done: 1, none: 0, refused: 0 };
  expect(await rig.core.links.counts(mijoteuse, start, end)).toEqual(counts);
  const none = { proposed: 0, introduced: 0, done: 0, none: 0, refused: 0 };
  expect(await rig.core.links.counts(mijoteuse, end, end.add({ hours: 24 }))).toEqual(none);
});

test('an initiative that is handed over is asked of whoever follows it now', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  const people = await Promise.all(['vera', 'zoe', 'ines'].map((name) => rig.person('slack', name)));
  const [vera, , ines] = people as [Actor, Actor, Actor];
  await addInitiative(db, { owner: 'vera' });
  await addInitiative(db, { owner: 'zoe', title: 'Bricothèque', offers: ['local'] });
  await rig.core.links.propose(vera, numbered(1), numbered(2));
  await jobs.tick();
  await db.pool.query('UPDATE initiative SET owner_id = $1 WHERE number = 2', [ines.memberId]);
  await jobs.tick();
  await jobs.tick();
  expect(slack.told.map((told) => told.split(':')[0])).toEqual(['zoe', 'ines']);
});

test('the digest says nothing when there is nothing, then what is new, silent or proposed by district, and stays true', async () => {
  const slack = fakePlatform('slack');
  const jobs = await rig.instance([slack]);
  await rig.person('slack', 'vera');
  await followIn(rig, 'C1', ['veilleuses']);
  rig.at('2026-11-30T09:30');
  await jobs.tick();
  expect(slack.posted.size).toBe(0);

  await addInitiative(db, { owner: 'vera', district: 'val-d-aran', at: '2026-12-02T10:00Z' });
  await addInitiative(db, { owner: 'vera', title: 'Jardin partagé', at: '2026-11-03T10:00Z' });
  rig.at('2026-12-07T09:30');
  await jobs.tick();
  const digest = () => [...slack.posted.values()].join('\n').replaceAll('\u00a0', ' ');
  expect(digest()).toContain('1 nouvelle initiative');
  expect(digest()).toContain('Val d’Aran : I-001 (« Repair café »)');
  expect(digest()).toContain('1 initiative sans nouvelles depuis 30 jours');
  expect(digest()).toContain('Quartier à préciser : I-002 (« Jardin partagé »)');
  expect(digest()).not.toContain('vera');

  await db.pool.query("UPDATE initiative SET title = 'Repair café du mardi' WHERE number = 1");
  await db.pool.query("UPDATE initiative SET news_at = '2026-12-07T08:00Z' WHERE number = 2");
  rig.at('2026-12-07T09:31');
  await jobs.tick();
  expect(slack.posted.size).toBe(1);
  expect(digest()).toContain('Repair café du mardi');
  expect(digest()).not.toContain('Jardin partagé');
});
