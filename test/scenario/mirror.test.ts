// The agenda in a Discord server's own events: made, moved, cancelled, put right, and never twice.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import type { Scheduled } from '../support/discord/scheduled.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { staffed } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

const serverOf = async (house: TestHouse) => {
  const { discord, complaints } = await house.onDiscord();
  const { scheduled, guildId } = discord;
  return {
    discord,
    complaints,
    scheduled,
    guildId,
    on: () => scheduled.on(guildId),
    titles: () => scheduled.on(guildId).map(({ name }) => name),
    only: (): Scheduled => {
      const [event, ...others] = scheduled.on(guildId);
      if (!event || others.length > 0) throw new Error(`${others.length + Number(event !== undefined)} events`);
      return event;
    },
  };
};

/** What the gateway told has arrived once the bot has answered something. */
const settled = async (house: TestHouse): Promise<void> => {
  await (await house.on('discord')).person('karim').says('/aide');
};

const change = (sql: string): Promise<unknown> => db.pool.query(sql);

test('an event that is on the agenda is on the server: when, where, how to come', async () => {
  await using house = await openHouse({ db, publicUrl: 'https://mijote.exemple.fr' });
  const server = await serverOf(house);
  await addEvent(db, { description: 'Un café, *des projets*.', theme: 'Entraide', capacity: 12 });
  await house.runJobs();
  expect(server.only()).toMatchObject({
    name: 'Café des porteurs',
    scheduled_start_time: '2026-11-26T08:30:00Z',
    scheduled_end_time: '2026-11-26T10:30:00Z',
    entity_metadata: { location: 'Espace de convivialité, La Mijoteuse' },
    description: [
      `Rencontre${NBSP}– Entraide`,
      'Un café, \\*des projets\\*.',
      `12${NBSP}places en tout.`,
      'https://mijote.exemple.fr/evenements/1',
      'Pour vous inscrire, ou en savoir plus, tapez /evenement voir et donnez le numéro 1.',
    ].join('\n\n'),
  });
});

test('what the staff types on Slack is on the Discord server: made, moved and cancelled in the chat', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  const { ana } = await staffed(house);
  await ana.says('/evenement creer Café des porteurs jeudi 9h30 convivialite 20 places');
  await house.runJobs();
  const { id } = server.only();
  expect(server.only()).toMatchObject({ name: 'Café des porteurs', scheduled_start_time: '2026-11-26T08:30:00Z' });

  await ana.says('/evenement modifier 1 vendredi 14h');
  await house.runJobs();
  expect(server.only()).toMatchObject({ id, scheduled_start_time: '2026-11-27T13:00:00Z' });

  await ana.says('/evenement annuler 1');
  await house.runJobs();
  expect(server.on()).toEqual([]);
});

test('moved, it moves; cancelled, it goes; whoever signs up changes nothing there', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db, { capacity: 12 });
  await house.runJobs();
  const { id } = server.only();

  await (await house.on('discord')).person('lea').says('/evenement inscrire evenement:1');
  await house.runJobs();
  expect(server.scheduled.writes()).toBe(1);

  await change(
    "UPDATE event SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', title = 'Café déplacé'",
  );
  await house.runJobs();
  expect(server.only()).toMatchObject({ id, name: 'Café déplacé', scheduled_start_time: '2026-11-27T08:30:00Z' });

  await change('UPDATE event SET cancelled_at = now()');
  await house.runJobs();
  expect(server.on()).toEqual([]);
});

test('what someone changes there by hand is put right within the minute; what others made is left alone', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db);
  const theirs = server.scheduled.madeByHand(server.guildId, {
    name: 'Partie de jeu',
    scheduled_start_time: '2026-11-27T20:00:00Z',
    scheduled_end_time: '2026-11-27T22:00:00Z',
  });
  await house.runJobs();
  const [made] = server.on();
  if (!made) throw new Error('nothing was made');

  server.scheduled.changedByHand(made, { name: 'Café annulé ?', description: 'Venez nombreux' });
  await settled(house);
  await house.runJobs();
  expect(server.on().find(({ id }) => id === made.id)).toEqual(made);

  server.scheduled.removedByHand(made);
  await settled(house);
  await house.runJobs();
  expect(server.titles()).toEqual(['Café des porteurs', 'Partie de jeu']);
  expect(server.on()).toContainEqual(theirs);
});

test('what Discord did not tell is found within the hour, and nothing is asked meanwhile', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db);
  await house.runJobs();
  server.scheduled.changedByHand(server.only(), { name: 'Autre chose' }, 'unheard');
  house.wait({ minutes: 30 });
  await house.runJobs();
  expect(server.titles()).toEqual(['Autre chose']);
  house.wait({ minutes: 30 });
  await house.runJobs();
  expect(server.titles()).toEqual(['Café des porteurs']);
});

test('of 130 events, the nearest are there, as many as Discord takes beside what others made', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  for (let day = 0; day < 10; day += 1)
    server.scheduled.madeByHand(server.guildId, {
      name: 'Partie de jeu',
      scheduled_start_time: '2026-12-24T20:00:00Z',
      scheduled_end_time: '2026-12-24T22:00:00Z',
    });
  await change(`
    INSERT INTO event (place_id, kind, title, starts_at, ends_at, request_id, created_at)
    SELECT '${mijoteuse.id}', 'other', 'Atelier ' || n, timestamptz '2026-11-24T09:00Z' + n * interval '1 day',
      timestamptz '2026-11-24T10:00Z' + n * interval '1 day', 'test', now() FROM generate_series(1, 130) AS n`);
  await house.runJobs();
  const ours = server.on().filter(({ name }) => name.startsWith('Atelier'));
  expect(ours.map(({ name }) => name)).toEqual(Array.from({ length: 90 }, (_, index) => `Atelier ${index + 1}`));

  await addEvent(db, { title: 'Au plus tôt', start: '2026-11-24T08:00', location: 'Ailleurs' });
  await change("UPDATE event SET cancelled_at = now() WHERE title = 'Atelier 3'");
  await house.runJobs();
  const titles = server.titles();
  expect(titles).toHaveLength(100);
  expect(titles[0]).toBe('Au plus tôt');
  expect(titles).toContain('Atelier 90');
  expect(titles).not.toContain('Atelier 3');
});

test('what goes on stays as it stands, and what is over is not made', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db, { start: '2026-11-23T14:00' });
  await addEvent(db, { title: 'Hier', start: '2026-11-22T14:00', location: 'Ailleurs' });
  await house.runJobs();
  const made = server.only();
  house.at('2026-11-23T14:30');
  server.scheduled.changedByHand(made, { status: 2 }, 'unheard');
  house.wait({ minutes: 61 });
  await house.runJobs();
  expect(server.only()).toEqual({ ...made, status: 2 });
});

test('an answer that is lost makes no double: what was made is found again', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db);
  server.discord.meetNext('POST /guilds/:guild/scheduled-events', 'cut after');
  await house.runJobs();
  expect(server.titles()).toEqual(['Café des porteurs']);
  expect((await db.pool.query('SELECT 1 FROM mirrored')).rowCount).toBe(0);
  house.lets('a calendar is put right later');

  await house.runJobs();
  expect(server.titles()).toEqual(['Café des porteurs']);
  expect((await db.pool.query('SELECT reference FROM mirrored')).rows).toEqual([{ reference: server.only().id }]);
  expect(server.scheduled.writes()).toBe(1);
});

test('two instances over one server make each event once', async () => {
  await using house = await openHouse({ db });
  await using other = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db);
  await change(
    `INSERT INTO mirror (place_id, platform, workspace, holder, held_until)
     VALUES ('${mijoteuse.id}', 'discord', '${server.guildId}', 'another', now() + interval '5 minutes')`,
  );
  await house.runJobs();
  expect(server.on()).toEqual([]);
  // It died, and is no longer waited for.
  await change("UPDATE mirror SET held_until = now() - interval '1 second'");
  await Promise.all([house.runJobs(), other.runJobs(), house.runJobs()]);
  expect(server.titles()).toEqual(['Café des porteurs']);
});

test('without the right to make events, the staff is told once, and the agenda goes on', async () => {
  const place = { ...mijoteuse, channels: { staff: { discord: 'later' } } };
  await using house = await openHouse({ db, place });
  const server = await serverOf(house);
  place.channels.staff.discord = server.discord.channelId;
  server.scheduled.forbid(server.guildId, true);
  await addEvent(db);
  await house.runJobs();
  house.lets('the agenda may not be written there');
  for (let minute = 0; minute < 3; minute += 1) {
    house.wait({ minutes: 61 });
    await house.runJobs();
  }
  const told = () => server.discord.inChannel().filter((words) => words.includes('Créer des événements'));
  expect(told()).toHaveLength(1);
  expect(server.on()).toEqual([]);

  server.scheduled.forbid(server.guildId, false);
  house.wait({ minutes: 61 });
  await house.runJobs();
  expect(server.titles()).toEqual(['Café des porteurs']);
  expect(told()).toHaveLength(1);
});

test('limits are kept: long words are cut where everyone sees it, and a rate limit is waited for', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db, {
    title: 'a'.repeat(200),
    description: '_'.repeat(1999),
    location: 'c'.repeat(200),
  });
  server.discord.limit(1, 0.2);
  await house.runJobs();
  const { name, description = '', entity_metadata } = server.only();
  expect([name.length, entity_metadata.location.length]).toEqual([100, 100]);
  expect(description.length).toBeGreaterThan(997);
  expect(name.endsWith('…')).toBe(true);
  expect(description.endsWith('donnez le numéro 1.')).toBe(true);
  // Each of them escaped, the last one too.
  expect(description.replace(/\\_/g, '')).not.toContain('\\');
  await house.runJobs();
  house.wait({ hours: 2 });
  await house.runJobs();
  expect(server.scheduled.writes()).toBe(1);
});

test('one that Discord will not have keeps none of the others away', async () => {
  await using house = await openHouse({ db });
  const server = await serverOf(house);
  await addEvent(db, { title: 'Refusé', start: '2026-11-25T09:30', location: 'Ailleurs' });
  await addEvent(db);
  server.scheduled.refuseTitle('Refusé');
  await house.runJobs();
  house.lets('an event of the agenda cannot be shown there');
  expect(server.titles()).toEqual(['Café des porteurs']);
});
