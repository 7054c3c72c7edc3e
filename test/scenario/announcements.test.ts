// Channels are told what is on, once, when they asked for it; and what stands there stays true.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/reply/plain.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { addInitiative } from '../support/initiatives.ts';
import { giveRole, staffed, toldTo, written } from '../support/staffed.ts';

const NBSP = '\u00a0';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

type PlatformName = 'slack' | 'discord' | 'terminal';

const WEEK = 'L’agenda de la semaine';

/** What stands in the channel, as a person reads it, without the lines that are pressed. */
const standing = async (house: TestHouse, platform: PlatformName): Promise<readonly string[]> =>
  (await house.on(platform)).inChannel().map((message) =>
    message
      .split('\n')
      .filter((line) => !/^\s*\[\d+\] /.test(line) && !/^Voir ou participer/.test(line))
      .join('\n')
      .trim(),
  );

/** As the agenda changes: at that moment. */
const change = async (sql: string, at: string): Promise<void> => {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('mijote.now', $1, true)", [at]);
    await client.query(sql);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
};

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const annonce = (verb: string, kind?: string) =>
    written(platform, `/annonce ${verb}`, kind === undefined ? {} : { annonce: kind });
  const noun = platform === 'discord' ? 'salon' : 'canal';

  test('the staff chooses what a channel receives; said again, it stands; stopped, it is silent', async () => {
    await using house = await openHouse({ db });
    const { ana } = await staffed(house, platform);
    const asked = await ana.says(annonce('suivre'));
    expect(asked.text).toContain('ne reçoit aucune annonce');
    expect(asked.buttons).toEqual([
      WEEK,
      'Ce qui a lieu dans la journée',
      'Chaque événement, avant qu’il ait lieu',
      'Le mois de l’ESS, semaine après semaine',
      'La semaine des veilleuses, pour un canal de l’équipe',
    ]);
    const followed = await ana.presses(WEEK);
    expect(followed.text).toContain('C’est noté');
    expect(followed.text).toContain(`Prochain départ${NBSP}: lundi 30${NBSP}novembre 2026, à 8${NBSP}h${NBSP}30.`);
    expect(followed.private).toBe(true);

    const again = await ana.says(annonce('suivre', 'agenda'));
    expect(again.text).toContain('reçoit déjà');
    expect(
      (await ana.says(annonce('suivre', platform === 'discord' ? 'evenements' : 'les événements'))).text,
    ).toContain('chaque événement');
    const list = await ana.says(annonce('liste'));
    expect(list.text).toContain(`Le ${noun} «${NBSP}${platform === 'terminal' ? 'tous' : 'general'}${NBSP}»`);
    expect(list.text).toContain('ici même');
    expect(list.text).toContain(WEEK);

    const what = await ana.says(annonce('arreter'));
    expect(what.buttons).toEqual([WEEK, 'Chaque événement, avant qu’il ait lieu']);
    expect((await ana.presses(WEEK)).text).toContain('C’est arrêté');
    expect((await ana.says(annonce('arreter', 'agenda'))).text).toContain('Il n’y a rien à arrêter');
    house.at('2026-11-30T08:30');
    await house.runJobs();
    expect(await standing(house, platform)).toEqual([]);
  });

  test('the week’s post says by day what, when, where and what is left; it follows what moves, fills and is cancelled', async () => {
    await using house = await openHouse({ db, at: '2026-11-27T10:00' });
    const { ana, lea } = await staffed(house, platform);
    await ana.says(annonce('suivre', 'agenda'));
    await addEvent(db, { start: '2026-12-03T09:30', capacity: 1 });
    await addEvent(db, {
      title: 'Atelier compta',
      kind: 'workshop',
      start: '2026-11-30T10:00',
      spaceKey: 'expression',
    });
    await addEvent(db, {
      title: 'Permanence BGE',
      kind: 'session',
      start: '2026-12-04T14:00',
      location: 'Médiathèque',
    });
    await addEvent(db, { title: 'La semaine d’après', start: '2026-12-07T10:00' });
    house.at('2026-11-30T08:30');
    await house.runJobs();
    await house.runJobs();
    expect(await standing(house, platform)).toEqual([
      [
        `L’agenda de la semaine, du lundi 30${NBSP}novembre au dimanche 6${NBSP}décembre 2026`,
        `Lundi 30${NBSP}novembre 2026`,
        `• 10${NBSP}h – 12${NBSP}h · Atelier compta · Espace d’expression`,
        `Jeudi 3${NBSP}décembre 2026`,
        `• 9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30 · Café des porteurs · Espace de convivialité · 1${NBSP}place restante`,
        `Vendredi 4${NBSP}décembre 2026`,
        `• 14${NBSP}h – 16${NBSP}h · Permanence BGE · Médiathèque`,
      ].join('\n'),
    ]);

    house.at('2026-11-30T09:00');
    await lea.chooses('Café des porteurs');
    await lea.presses('Je participe');
    await house.runJobs();
    expect((await standing(house, platform)).join()).toContain('Espace de convivialité · complet');

    await change(
      "UPDATE event SET cancelled_at = '2026-11-30T09:05:00+01:00' WHERE id = 2",
      '2026-11-30T09:05:00+01:00',
    );
    await change(
      "UPDATE event SET starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days' WHERE id = 3",
      '2026-11-30T09:06:00+01:00',
    );
    house.at('2026-11-30T09:07');
    await house.runJobs();
    const [post, ...others] = await standing(house, platform);
    expect(others).toEqual([]);
    expect(post).toContain('Atelier compta · Espace d’expression · annulé');
    expect(post).toContain(
      `Déplacé\n• Prévu vendredi 4${NBSP}décembre, désormais${NBSP}: vendredi 11${NBSP}décembre 2026`,
    );
    expect(post).not.toContain('La semaine d’après');
  });

  test('a veilleuse has the week of the veilleuses in her channel, and chooses nothing else for it', async () => {
    await using house = await openHouse({ db });
    const { karim } = await staffed(house, platform);
    await giveRole(house, 'karim', 'veilleuse');
    await addInitiative(db, { owner: 'karim', at: '2026-11-27T10:00Z' });
    const followed = await karim.says('/annonce veilleuses');
    expect(followed.text).toContain(`Prochain départ${NBSP}: lundi 30${NBSP}novembre 2026, à 9${NBSP}h${NBSP}30`);
    expect((await karim.presses('Arrêter')).text).toContain('ne reçoit plus');
    await karim.presses('Reprendre');
    // Whoever sits at the terminal administers it.
    if (platform !== 'terminal')
      expect((await karim.says(annonce('suivre', 'agenda'))).text).toContain('Cette commande est réservée');
    house.at('2026-11-30T09:30');
    await house.runJobs();
    expect((await standing(house, platform)).join()).toContain('I-001');
  });

  test('a preview is seen by whoever asks alone, and says when the next one leaves', async () => {
    await using house = await openHouse({ db });
    const { ana } = await staffed(house, platform);
    await addEvent(db);
    const preview = await ana.says(annonce('apercu', 'agenda'));
    expect(preview.private).toBe(true);
    expect(preview.text).toContain('voici ce qui partirait maintenant');
    expect(preview.text).toContain(`Prochain départ${NBSP}: lundi 30${NBSP}novembre 2026, à 8${NBSP}h${NBSP}30.`);
    expect(preview.text).toContain(`Jeudi 26${NBSP}novembre 2026`);
    expect(preview.choices).toEqual(['Café des porteurs']);
    expect((await ana.says(annonce('apercu', 'mois-ess'))).text).toContain('rien ne partirait');
    expect((await ana.says(annonce('apercu', 'veilleuses'))).text).toContain('rien ne partirait');
    await addInitiative(db, { owner: 'ana' });
    expect((await ana.says(annonce('apercu', 'veilleuses'))).text).toContain(`1${NBSP}nouvelle initiative`);
    const next = await ana.says(annonce('apercu', 'evenements'));
    expect(next.text).toContain(`Prochain départ${NBSP}: mercredi 25${NBSP}novembre 2026, à 9${NBSP}h.`);
    expect(next.buttons).toEqual(['Je participe', 'Peut-être', 'Je ne peux plus', 'Voir']);
    expect(await standing(house, platform)).toEqual([]);
  });
});

const started = async (house: TestHouse, ...kinds: readonly string[]) => {
  const people = await staffed(house);
  for (const kind of kinds) await people.ana.says(`/annonce suivre ${kind}`);
  return people;
};

/** Those that were due that week, with the minute that each was. */
const through = async (house: TestHouse, ...moments: readonly string[]) => {
  const seen: string[] = [];
  for (const moment of moments) {
    const before = (await standing(house, 'slack')).length;
    house.at(moment);
    await house.runJobs();
    for (const post of (await standing(house, 'slack')).slice(before)) seen.push(`${moment} ${post.split('\n')[0]}`);
  }
  return seen;
};

describe('what leaves', () => {
  test('an event is announced seven days before, the day before and an hour before, each time once', async () => {
    await using house = await openHouse({ db, at: '2026-11-25T10:00' });
    await started(house, 'événements');
    await addEvent(db, { start: '2026-12-03T09:30' });
    expect(
      await through(
        house,
        '2026-11-26T08:59',
        '2026-11-26T09:00',
        '2026-11-26T09:01',
        '2026-12-02T09:00',
        '2026-12-03T08:29',
        '2026-12-03T08:30',
        '2026-12-03T08:31',
      ),
    ).toEqual([
      `2026-11-26T09:00 À noter${NBSP}: jeudi 3${NBSP}décembre.`,
      `2026-12-02T09:00 Rappel${NBSP}: jeudi 3${NBSP}décembre, à 9${NBSP}h${NBSP}30.`,
      `2026-12-03T08:30 Cela commence à 9${NBSP}h${NBSP}30.`,
    ]);
  });

  test('moved to another day, what was said of an event is corrected, and it is announced again', async () => {
    await using house = await openHouse({ db, at: '2026-11-25T10:00' });
    await started(house, 'événements');
    await addEvent(db, { start: '2026-12-03T09:30' });
    await through(house, '2026-11-26T09:00');
    await change(
      "UPDATE event SET starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days' WHERE id = 1",
      '2026-11-27T10:00:00+01:00',
    );
    house.at('2026-11-27T10:01');
    await house.runJobs();
    expect((await standing(house, 'slack'))[0]).toContain(`La date a changé${NBSP}: jeudi 10${NBSP}décembre.`);
    expect(await through(house, '2026-12-03T09:00')).toEqual([
      `2026-12-03T09:00 À noter${NBSP}: jeudi 10${NBSP}décembre.`,
    ]);
  });

  test('what is on is said on open days that have something, and on no other', async () => {
    await using house = await openHouse({ db, at: '2026-11-25T10:00' });
    await started(house, 'aujourd’hui');
    await addEvent(db, { start: '2026-11-26T09:30' });
    await addEvent(db, { title: 'Ailleurs, un dimanche', start: '2026-11-29T15:00', location: 'Médiathèque' });
    expect(
      await through(house, '2026-11-26T08:45', '2026-11-27T08:45', '2026-11-29T08:45', '2026-11-30T08:45'),
    ).toEqual([`2026-11-26T08:45 Aujourd’hui à La Mijoteuse, jeudi 26${NBSP}novembre 2026`]);
    expect(house.unsent).toEqual([]);
  });

  test('what came onto the agenda of the day too late for the announcement was not missed', async () => {
    await using house = await openHouse({ db, at: '2026-11-25T10:00' });
    await started(house, 'aujourd’hui');
    await through(house, '2026-11-26T08:45');
    await addEvent(db, { start: '2026-11-26T18:00' });
    await db.pool.query("UPDATE event SET created_at = '2026-11-26T14:00:00+01:00'");
    expect(await through(house, '2026-11-26T14:01')).toEqual([]);
    expect(house.unsent).toEqual([]);
  });

  test('the month of ESS is said on its Mondays, when the week holds something of it', async () => {
    await using house = await openHouse({ db, at: '2026-10-25T10:00' });
    await started(house, 'mois-ess');
    await addEvent(db, { title: 'Forum', kind: 'ess_month', start: '2026-11-05T09:30' });
    await addEvent(db, { title: 'Débat', edition: 'mois-de-l-ess', start: '2026-11-17T18:00' });
    await addEvent(db, { title: 'Sans rapport', start: '2026-11-12T18:00' });
    await addEvent(db, { title: 'Hors saison', kind: 'ess_month', start: '2026-10-28T18:00' });
    expect(
      await through(house, '2026-10-26T09:00', '2026-11-02T09:00', '2026-11-09T09:00', '2026-11-16T09:00'),
    ).toEqual([
      `2026-11-02T09:00 Mois de l’ESS, du lundi 2 au dimanche 8${NBSP}novembre 2026`,
      `2026-11-16T09:00 Mois de l’ESS, du lundi 16 au dimanche 22${NBSP}novembre 2026`,
    ]);
  });

  test('its theme is said in the years that have one', async () => {
    await using house = await openHouse({ db, at: '2016-11-04T10:00' });
    await started(house, 'mois-ess');
    await addEvent(db, { title: 'Forum', kind: 'ess_month', start: '2016-11-09T09:30' });
    await through(house, '2016-11-07T09:00');
    expect((await standing(house, 'slack')).join()).toContain(`Thème 2016${NBSP}: La Silver économie`);
  });

  test('an empty week is said with good cheer, and closures are said with it', async () => {
    await using house = await openHouse({ db });
    const { ana } = await started(house, 'agenda');
    await ana.says('/equipe fermer cuisine mercredi 2 décembre de 9h à 12h — travaux');
    await ana.presses('Confirmer');
    await through(house, '2026-11-30T08:30');
    expect(await standing(house, 'slack')).toEqual([
      [
        `L’agenda de la semaine, du lundi 30${NBSP}novembre au dimanche 6${NBSP}décembre 2026`,
        `Rien n’est annoncé cette semaine${NBSP}: une belle occasion d’avancer au calme, ou de proposer quelque chose.`,
        'À savoir',
        `• Fermé${NBSP}: la cuisine, mercredi 2${NBSP}décembre 2026, de 9${NBSP}h à 12${NBSP}h (travaux)`,
      ].join('\n'),
    ]);
  });

  test('a long week keeps the first of each day, counts the others where everyone sees it, and says where they are', async () => {
    await using house = await openHouse({ db, publicUrl: 'https://mijote.example' });
    await started(house, 'agenda');
    for (let day = 1; day <= 4; day += 1)
      for (let hour = 8; hour < 18; hour += 1)
        await addEvent(db, {
          title: `Rendez-vous ${hour} du ${day}`,
          start: `2026-12-0${day}T${String(hour).padStart(2, '0')}:00`,
          hours: 1,
          location: 'Médiathèque',
        });
    await through(house, '2026-11-30T08:30');
    const [post = ''] = await standing(house, 'slack');
    expect(post.match(/Rendez-vous/g)).toHaveLength(20);
    expect(post.match(new RegExp(`… et 5${NBSP}autres ce jour-là\\.`, 'g'))).toHaveLength(4);
    expect(post).toContain('Il y en a davantage');
    expect(post).toContain('https://mijote.example/');
  });
});

describe.each(['slack', 'discord', 'terminal'] as const)('a week that holds everything, on %s', (platform) => {
  test('is still one message, that says what it leaves out', async () => {
    await using house = await openHouse({ db, publicUrl: 'https://mijote.example' });
    const { ana } = await staffed(house, platform);
    await ana.says(written(platform, '/annonce suivre', { annonce: 'agenda' }));
    for (let day = 0; day < 7; day += 1)
      for (let hour = 8; hour < 16; hour += 1)
        await addEvent(db, {
          title: `*Un* <titre> & d’autres_choses ${'long '.repeat(30)}${hour}`,
          start: `${Temporal.PlainDate.from('2026-11-30').add({ days: day })}T${String(hour).padStart(2, '0')}:00`,
          hours: 1,
          location: `Salle ${'lointaine '.repeat(15)}`,
          capacity: 1_000,
        });
    house.at('2026-11-30T08:30');
    await house.runJobs();
    const posts = await standing(house, platform);
    expect(posts).toHaveLength(1);
    const [post = ''] = posts;
    for (const date of ['Lundi 30', 'Mardi 1er', 'Mercredi 2', 'Jeudi 3', 'Vendredi 4', 'Samedi 5', 'Dimanche 6'])
      expect(post).toContain(date);
    expect(post.match(/8\u00a0h – 9\u00a0h/g)).toHaveLength(7);
    expect(post.match(/… et 7\u00a0autres ce jour-là/g)).toHaveLength(7);
    expect(post).not.toContain('de plus');
    expect(post).toContain('https://mijote.example/');
    expect((await ana.says(written(platform, '/annonce apercu', { annonce: 'agenda' }))).text).toContain('Dimanche 6');
  });
});

describe('what stands', () => {
  test('a sign-up that changes nothing that is shown edits nothing; what is no longer live is left as it is', async () => {
    await using house = await openHouse({ db, at: '2026-11-27T10:00' });
    const { lea } = await started(house, 'agenda');
    await addEvent(db, { start: '2026-12-03T09:30' });
    await through(house, '2026-11-30T08:30');
    const shownAt = async () =>
      (await db.pool.query<{ shown_hash: string }>("SELECT shown_hash FROM delivery WHERE kind = 'announced.agenda'"))
        .rows;
    const before = [await standing(house, 'slack'), await shownAt()];
    house.at('2026-11-30T10:00');
    await lea.says('/evenement inscrire 1');
    await house.runJobs();
    expect([await standing(house, 'slack'), await shownAt()]).toEqual(before);

    house.at('2026-12-07T00:01');
    await change("UPDATE event SET title = 'Trop tard'", '2026-12-07T00:01:00+01:00');
    await house.runJobs();
    expect((await standing(house, 'slack')).join()).not.toContain('Trop tard');
  });

  test('what was posted in a channel that stopped is still kept true', async () => {
    await using house = await openHouse({ db, at: '2026-11-27T10:00' });
    const { ana } = await started(house, 'agenda');
    await addEvent(db, { start: '2026-12-03T09:30' });
    await through(house, '2026-11-30T08:30');
    await ana.says('/annonce arreter agenda');
    await change("UPDATE event SET title = 'Café du jeudi'", '2026-11-30T09:00:00+01:00');
    house.at('2026-11-30T09:01');
    await house.runJobs();
    expect((await standing(house, 'slack')).join()).toContain('Café du jeudi');
  });
});

describe('who may, and where', () => {
  test('members may not', async () => {
    await using house = await openHouse({ db });
    const { karim } = await staffed(house);
    expect((await karim.says('/annonce suivre agenda')).text).toContain('réservée à l’équipe d’animation');
    expect((await karim.says('/annonce')).text).toContain('réservée à l’équipe d’animation');
  });

  test.each(['suivre agenda', 'arreter agenda', 'suivre'])(
    'a private conversation is no channel: %s',
    async (asked) => {
      await using house = await openHouse({ db });
      await staffed(house);
      const answers: string[] = [];
      await house.chat.dispatch(
        {
          id: 'in private',
          person: {
            platform: 'slack',
            workspace: (await house.on('slack')).channel.workspace,
            userId: 'U1003',
            displayName: 'ana',
            isWorkspaceAdmin: async () => false,
          },
          spot: undefined,
          line: `annonce ${asked}`,
          fields: {},
          by: 'command',
          wantsForm: false,
          canOpenForm: false,
        },
        {
          openForm: async () => {},
          acknowledge: async () => {},
          answer: async (reply) => {
            answers.push(plain(reply));
          },
        },
      );
      expect(answers.join()).toContain('Cette conversation est privée, et je n’ai rien fait.');
      expect(answers.join()).toContain(`/annonce ${asked === 'suivre' ? 'suivre agenda' : asked}`);
    },
  );

  test.each([
    ['slack', 'not_invited', '/invite @Mijote'],
    ['slack', 'channel_archived', 'Désarchivez-le'],
    ['discord', 'not_invited', `«${NBSP}Voir le salon${NBSP}»`],
    ['discord', 'not_allowed', `«${NBSP}Envoyer des messages${NBSP}»`],
  ] as const)(
    'on %s, where the bot may not write (%s) it says so, and how to give it',
    async (platform, trouble, remedy) => {
      await using house = await openHouse({ db });
      const { ana } = await staffed(house, platform);
      const world = await house.on(platform);
      world.closeChannel(trouble);
      const refused = await ana.says(written(platform, '/annonce suivre', { annonce: 'agenda' }));
      expect(refused.text).toContain('Rien n’est enregistré');
      expect(refused.text).toContain(remedy);
      world.closeChannel(undefined);
      expect((await ana.presses('Réessayer')).text).toContain('C’est noté');
    },
  );

  test('a channel that closes is followed no more; whoever asked hears of it once, with how to begin again', async () => {
    await using house = await openHouse({ db });
    const { ana } = await started(house, 'agenda', 'événements');
    const world = await house.on('slack');
    world.closeChannel('not_invited');
    house.at('2026-11-30T08:30');
    await house.runJobs();
    house.at('2026-11-30T08:31');
    const [told, ...more] = await toldTo(house, 'ana');
    expect(more).toEqual([]);
    expect(told).toContain('Des annonces se sont arrêtées');
    expect(told).toContain(WEEK);
    expect(told).toContain('Chaque événement, avant qu’il ait lieu');
    expect(told).toContain('/invite @Mijote');
    expect(told).toContain('/annonce suivre agenda');
    house.at('2026-11-30T08:32');
    expect(await toldTo(house, 'ana')).toEqual([]);
    expect((await ana.says('/annonce liste')).text).toContain('arrêté, car je n’y suis pas');
    expect(house.unsent.some((each) => each.startsWith('not_invited agenda 2026-11-30'))).toBe(true);

    world.closeChannel(undefined);
    expect((await ana.says('/annonce suivre agenda')).text).toContain('reçoit désormais');
    expect(await through(house, '2026-12-07T08:30')).toHaveLength(1);
  });

  test('where whoever asked can no longer be told, the staff’s channel is', async () => {
    const staff = { ...mijoteuse, channels: { staff: { slack: 'C2' } } };
    await using house = await openHouse({ db, place: staff });
    await started(house, 'agenda');
    const world = await house.on('slack');
    await db.pool.query('UPDATE subscription SET created_by = NULL');
    world.closeChannel('channel_archived');
    house.at('2026-11-30T08:30');
    await house.runJobs();
    house.at('2026-11-30T08:31');
    await house.runJobs();
    const { rows } = await db.pool.query(
      "SELECT channel, state, reason FROM delivery WHERE kind = 'announcements.stopped'",
    );
    expect(rows).toEqual([{ channel: 'C2', state: 'failed', reason: 'channel_gone' }]);
  });

  test('the journal says who asked for what, and where', async () => {
    await using house = await openHouse({ db });
    const { ana } = await started(house, 'agenda');
    expect((await ana.says('/equipe journal')).text).toContain('a demandé des annonces dans le canal C1');
  });
});
