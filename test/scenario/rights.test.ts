// Who may do what, on every platform: each command, each role, and each way of asking for it; one's own, and others'.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Adapter, ChannelRef } from '../../src/chat/adapter.ts';
import { type Command, type CommandGroup, isGroup } from '../../src/chat/command.ts';
import { routes } from '../../src/chat/registry.ts';
import { type Role, roles } from '../../src/place/model.ts';
import { buttons, type Platform, p, say } from '../../src/reply/tree.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { addInitiative } from '../support/initiatives.ts';
import { mayUse, NOBODYS, type Numbered, type Right, rights, type Who } from '../support/rights.ts';
import type { PersonDriver, Seen } from '../support/seen.ts';
import { giveRole, speaksFor, written } from '../support/staffed.ts';
import { channel, openRoom } from '../support/terminal.ts';

const PLATFORMS = ['slack', 'discord', 'terminal'] as const;
const WAYS = ['command', 'button', 'form', 'mention'] as const;
type Way = (typeof WAYS)[number];

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const all = routes(commands);
const rightOf = (path: string): Right => {
  const right = rights[path];
  if (!right) throw new Error(`/${path} has no row in test/support/rights.ts`);
  return right;
};

/** What a form does not ask. */
const UNASKED: readonly string[] = ['booking', 'event', 'guest', 'aside'];
const numberOptions = ({ options }: Command): readonly string[] =>
  Object.entries(options).flatMap(([name, { kind }]) => (kind === 'booking' || kind === 'event' ? [name] : []));
const waysOf = ({ options }: Command): readonly Way[] =>
  WAYS.filter((way) => way !== 'form' || Object.values(options).some(({ kind }) => !UNASKED.includes(kind)));

const REFUSED = 'Cette commande est réservée';

describe('the table of rights', () => {
  test('has a row for each command', () => {
    const missing = all.filter(({ path }) => rights[path] === undefined);
    expect(
      missing.map(
        ({ path, command }) =>
          `/${path} has no row in test/support/rights.ts: say there who may use it (it declares « ${command.access} »), and a line of it. If it acts on someone’s data, say whose its number is.`,
      ),
    ).toEqual([]);
    const gone = Object.keys(rights).filter((path) => !all.some((route) => route.path === path));
    expect(gone.map((path) => `/${path} is no more: take its row away`)).toEqual([]);
  });

  test('says of each number that a command carries whose it is', () => {
    const unsaid = all.flatMap(({ path, command }) =>
      numberOptions(command)
        .filter((option) => rights[path]?.number?.[0] !== option)
        .map((option) => `/${path} takes a number by « ${option} », and its row does not say whose it is`),
    );
    expect(unsaid).toEqual([]);
  });

  test('agrees with what each command declares', () => {
    const needed: Readonly<Record<Who, Role>> = {
      everyone: 'membre',
      partners: 'partenaire',
      veilleuses: 'veilleuse',
      staff: 'animation',
    };
    expect(Object.fromEntries(all.map(({ path, command }) => [path, command.access]))).toEqual(
      Object.fromEntries(all.map(({ path }) => [path, needed[rightOf(path).who]])),
    );
  });
});

const nameOf = (role: Role): string => `quelqu-un-${role}`;

/** Someone of each role, known to the house. */
const settled = async (house: TestHouse, person: (id: string, name: string) => PersonDriver) => {
  const people = new Map(roles.map((role, index) => [role, person(String(2001 + index), nameOf(role))]));
  for (const [role, each] of people) {
    await each.says('/aide');
    if (role !== 'membre') await giveRole(house, nameOf(role), role);
  }
  return (role: Role): PersonDriver => {
    const found = people.get(role);
    if (!found) throw new Error(`nobody is ${role}`);
    return found;
  };
};

interface World {
  readonly adapter: Adapter;
  readonly channel: ChannelRef;
  person(id: string, name: string): PersonDriver;
  /** Whoever administers the workspace or the server, without any role of ours. */
  administrator(id: string, name: string): PersonDriver;
  close(): Promise<void>;
}

const worldOn = async (house: TestHouse, platform: Platform): Promise<World> => {
  switch (platform) {
    case 'slack': {
      const world = await house.onSlack();
      const administrator: World['administrator'] = (id, name) => world.slack.person(`U${id}`, name, { isAdmin: true });
      return { ...world, administrator, close: async () => {} };
    }
    case 'discord': {
      const world = await house.onDiscord();
      const administrator: World['administrator'] = (id, name) => world.discord.person(id, name, { administers: true });
      return { ...world, administrator, close: async () => {} };
    }
    case 'terminal': {
      const room = await openRoom(house.chat);
      return {
        ...room,
        channel,
        person: (id, name) => room.person(id, name, { administers: false }),
        administrator: (id, name) => room.person(id, name, { administers: true }),
      };
    }
  }
};

let cards = 0;

/** A card that carries the line, as one would that was made for somebody else, or forged. */
const pressed = async (world: World, person: PersonDriver, line: string, effect: 'beside' | 'form'): Promise<Seen> => {
  cards += 1;
  const label = `Bouton ${cards}`;
  const card = say('question', p('Une carte'), buttons({ label, command: line, effect }));
  await world.adapter.post(world.channel, card, `rights ${cards}`);
  return person.presses(label);
};

const asked = async (
  { world, platform }: { readonly world: World; readonly platform: Platform },
  person: PersonDriver,
  way: Way,
  { path, options }: { readonly path: string; readonly options: Right['options'] },
): Promise<Seen> => {
  const line = written('slack', path, options);
  switch (way) {
    case 'command':
      return person.says(written(platform, `/${path}`, options));
    case 'mention':
      return person.mentions(line);
    case 'button':
      return pressed(world, person, line, 'beside');
    case 'form': {
      const opened = await pressed(world, person, line, 'form');
      return opened.form ? person.submits({}) : opened;
    }
  }
};

describe.each(PLATFORMS)('on %s', (platform) => {
  let house: TestHouse;
  let world: World;
  beforeEach(async () => {
    await db.reset();
    house = await openHouse({ db });
    world = await worldOn(house, platform);
  });
  afterEach(async () => {
    await world.close();
    await house[Symbol.asyncDispose]();
  });

  /** At the terminal, which is quick, every one of them; elsewhere they take turns. */
  const some = <T>(choices: readonly T[], turn: number): readonly T[] =>
    platform === 'terminal' ? choices : choices.filter((_, at) => at === turn % choices.length);

  test('typed, pressed, filled in or said, a command refuses whom it is not for, and says whom it is for', async () => {
    const someone = await settled(house, world.person);
    let turn = 0;
    for (const { path, command } of all) {
      const { who, options } = rightOf(path);
      const others = roles.filter((role) => !mayUse[who].includes(role));
      if (others.length === 0) continue;
      const [typed = 'command', ...ways] = waysOf(command);
      for (const way of [typed, ...some(ways, turn)]) {
        turn += 1;
        for (const role of some(others, turn)) {
          const seen = await asked({ world, platform }, someone(role), way, { path, options });
          expect(seen.text, `/${path} by ${way}, as ${role}`).toContain(REFUSED);
          expect(seen.private, `/${path} by ${way}, as ${role}`).toBe(true);
        }
      }
    }
  });

  test('typed, pressed, filled in or said, it answers those whom it is for', async () => {
    const someone = await settled(house, world.person);
    let turn = 0;
    for (const { path, command } of all) {
      const { who, options } = rightOf(path);
      turn += 1;
      for (const way of some(waysOf(command), turn))
        for (const role of some(mayUse[who], turn)) {
          const seen = await asked({ world, platform }, someone(role), way, { path, options });
          expect(seen.text, `/${path} by ${way}, as ${role}`).not.toContain(REFUSED);
          expect(seen.form, `/${path} by ${way}: its line should say all that it needs`).toBeUndefined();
        }
    }
  });

  test('a form that was opened in time is refused to whoever is of the staff no more', async () => {
    const someone = await settled(house, world.person);
    const opened = await pressed(world, someone('animation'), 'equipe fermer', 'form');
    expect(opened.form?.fields.length).toBeGreaterThan(0);
    await db.pool.query("DELETE FROM member_role WHERE role = 'animation'");
    const values = { quand: 'le 24 décembre', espace: '', motif: 'congés' };
    expect((await someone('animation').submits(values)).text).toContain(REFUSED);
    expect((await db.pool.query('SELECT 1 FROM plan')).rowCount).toBe(0);
  });

  test('the help shows each person exactly what they may use', async () => {
    const someone = await settled(house, world.person);
    const help = async (role: Role, name: string): Promise<string> =>
      (await someone(role).says(written(platform, '/aide', name === '' ? {} : { commande: name }))).text;
    for (const role of some(roles, 0)) {
      const listed = await help(role, '');
      for (const entry of commands) {
        const open = pathsOf(entry).filter((path) => mayUse[rightOf(path).who].includes(role));
        expect(listed.includes(`/${entry.name} – `), `/${entry.name} for ${role}`).toBe(open.length > 0);
        const told = await help(role, entry.name);
        for (const path of pathsOf(entry))
          expect(told.includes(`/${shownAs(entry, path)} – `), `/${path} for ${role}`).toBe(open.includes(path));
      }
    }
  });

  test('what is someone’s is for others as if it were not there, and their acts change nothing of it', async () => {
    const { karim, rita, ids } = await furnished();
    const before = await standing();
    for (const { path, option, of } of numbered(
      'booking',
      'wait',
      'appointment',
      'slot wait',
      'plan',
      'project',
      'link',
    )) {
      for (const way of ['command', 'button'] as const) {
        const ask = (id: string) =>
          asked({ world, platform }, of === 'plan' ? rita : karim, way, {
            path,
            options: { ...rightOf(path).options, [option]: id },
          });
        const [theirs, nobodys] = [await ask(String(ids[of])), await ask(NOBODYS)];
        expect(theirs.text, `/${path} by ${way}`).toMatch(/Je ne (?:re)?trouve pas/);
        expect([theirs.text, theirs.buttons, theirs.files], `/${path} by ${way}`).toEqual([
          nobodys.text,
          nobodys.buttons,
          nobodys.files,
        ]);
      }
    }
    expect(await standing()).toEqual(before);
  });

  test('an event of another partner stays as it is, and nobody else reads who comes', async () => {
    const { karim, rita, ids } = await furnished();
    const before = await standing();
    for (const { path, option, of } of numbered('event', 'session')) {
      const options = { ...rightOf(path).options, [option]: String(ids[of]) };
      for (const person of [rita, karim])
        for (const way of ['command', 'button'] as const) {
          const { text } = await asked({ world, platform }, person, way, { path, options });
          expect(text, `/${path} by ${way}`).toMatch(
            /Cette commande est réservée|n’est pas à vous|Vous ne parlez pas au nom de/,
          );
          expect(text).not.toContain('lea');
        }
    }
    expect(await standing()).toEqual(before);
  });

  test('what is one’s own is found', async () => {
    const { lea, paul, ids } = await furnished();
    const owned = numbered(
      'booking',
      'wait',
      'appointment',
      'slot wait',
      'event',
      'session',
      'plan',
      'project',
      'link',
    );
    // What is cancelled is moved no more.
    const inOrder = [...owned].sort((a, b) => Number(a.path.includes('annuler')) - Number(b.path.includes('annuler')));
    for (const { path, option, of } of inOrder) {
      const { options } = rightOf(path);
      const owner = isLeas(of) ? lea : paul;
      const { text } = await asked({ world, platform }, owner, 'command', {
        path,
        options: { ...options, [option]: String(ids[of]) },
      });
      expect(text, `/${path}`).not.toMatch(
        /Je ne (?:re)?trouve pas|Cette commande est réservée|n’est pas à vous|Vous ne parlez pas au nom de/,
      );
    }
  });

  test('the staff looks at a member’s booking by its own command, and says for someone that they are there', async () => {
    const { ana, ids } = await furnished();
    const reservation = { reservation: String(ids.booking) };
    const says = async (path: string): Promise<string> =>
      (await ana.says(written(platform, `/${path}`, reservation))).text;
    expect(await says('reservations voir')).toContain('Je ne trouve pas cette réservation');
    expect(await says('annuler')).toContain('Je ne trouve pas cette réservation');
    expect(await says('equipe reservation')).toContain('lea');
    expect(await says('reservations confirmer')).not.toContain('Je ne trouve pas');
    const { rows } = await db.pool.query('SELECT confirmed_at, cancelled_at FROM booking WHERE id = $1', [ids.booking]);
    expect(rows[0]?.confirmed_at).not.toBeNull();
    expect(rows[0]?.cancelled_at).toBeNull();
  });

  test('whoever administers the workspace may do what the staff may, by what everyone may type too', async () => {
    const { ids } = await furnished();
    const noe = world.administrator('4001', 'noe');
    const card = await noe.says(written(platform, '/equipe reservation', { reservation: String(ids.booking) }));
    expect(card.text).toContain('lea');
    expect((await noe.presses('Confirmer la venue')).text).not.toContain('Je ne trouve pas');
    const { rows } = await db.pool.query('SELECT confirmed_at FROM booking WHERE id = $1', [ids.booking]);
    expect(rows[0]?.confirmed_at).not.toBeNull();
    const names = await noe.says(written(platform, '/evenement inscrits', { evenement: String(ids.event) }));
    expect(names.text).toContain('lea');
    expect((await noe.says('/aide')).text).toContain('/equipe – ');
  });

  /** Léa has a booking and waits; Paul holds an event to which she comes, and was shown what cancelling it does. */
  const furnished = async () => {
    const names = ['lea', 'karim', 'paul', 'rita', 'ana'] as const;
    const [lea, karim, paul, rita, ana] = names.map((name, index) => world.person(String(3001 + index), name));
    if (!lea || !karim || !paul || !rita || !ana) throw new Error('someone is missing');
    for (const each of [lea, karim, paul, rita, ana]) await each.says('/aide');
    for (const name of ['paul', 'rita']) await giveRole(house, name, 'partenaire');
    await giveRole(house, 'ana', 'animation');
    const numberIn = async (query: string): Promise<number> => {
      const { rows } = await db.pool.query<{ readonly id: number }>(query);
      const [row] = rows;
      if (!row) throw new Error(`nothing: ${query}`);
      return row.id;
    };
    const member = (name: string) => numberIn(`SELECT id FROM member WHERE display_name = '${name}'`);
    const whole = { espace: 'expression', quand: 'jeudi 14h-16h' };
    await lea.says(written(platform, '/reserver', { espace: 'coworking', quand: 'demain matin' }));
    await karim.says(written(platform, '/reserver', whole));
    await lea.says(written(platform, '/liste attendre', whole));
    const event = await addEvent(db, { organiserId: await member('paul') });
    await lea.says(written(platform, '/evenement inscrire', { evenement: String(event) }));
    const session = await addEvent(db, { partnerKey: 'bge', location: 'La médiathèque' });
    await lea.says(written(platform, '/evenement inscrire', { evenement: String(session) }));
    const appointment = await addEvent(db, { partnerKey: 'cress', slotMinutes: 45, location: 'La médiathèque' });
    await lea.says(written(platform, '/permanence reserver', { seance: String(appointment), heure: '9h30' }));
    await lea.says(written(platform, '/permanence attendre', { partenaire: 'bge' }));
    await speaksFor(house, 'paul', 'bge');
    await speaksFor(house, 'rita', 'urscop');
    await lea.says(written(platform, '/projet creer', { phrase: 'Garage solidaire' }));
    await addInitiative(db, { owner: 'lea' });
    await addInitiative(db, { owner: 'paul', title: 'Bricothèque' });
    await lea.says(written(platform, '/relier proposer', { fiche: 'I-001', avec: 'I-002' }));
    const plan = await house.core.staff.impact.propose(
      { memberId: await member('paul'), placeId: mijoteuse.id, roles: new Set(['membre', 'partenaire']) },
      { act: 'event.cancel', eventId: event, reach: 'one', reason: 'pluie' },
    );
    if (!plan.ok) throw new Error(plan.error.code);
    const ids: Readonly<Record<Owned, number>> = {
      booking: await numberIn(`SELECT id FROM booking WHERE member_id = ${await member('lea')}`),
      wait: await numberIn('SELECT id FROM waitlist_entry'),
      appointment,
      'slot wait': await numberIn('SELECT id FROM session_wait'),
      event,
      session,
      plan: plan.value.planId,
      project: await numberIn('SELECT number AS id FROM project'),
      link: await numberIn('SELECT id FROM link'),
    };
    return { lea, karim, paul, rita, ana, ids };
  };
});

type Owned = Exclude<Numbered, 'staff' | 'public event'>;

const isLeas = (of: Owned): boolean => of !== 'event' && of !== 'session' && of !== 'plan';

const numbered = <K extends Owned>(...kinds: readonly K[]) =>
  all.flatMap(({ path }) => {
    const [option = '', whose] = rightOf(path).number ?? [];
    return kinds.flatMap((of) => (whose === of ? [{ path, option, of }] : []));
  });

/** What was made so far. */
const standing = async (): Promise<unknown> => {
  const tables = [
    'booking',
    'waitlist_entry',
    'session_wait',
    'plan',
    'event',
    'event_signup',
    'occupation',
    'project',
    'link',
  ];
  const found = [];
  for (const table of tables) found.push((await db.pool.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)).rows);
  return found;
};

const pathsOf = (entry: Command | CommandGroup): readonly string[] =>
  isGroup(entry) ? entry.commands.map(({ name }) => `${entry.name} ${name}`) : [entry.name];

/** The one that is meant by the name of its group is shown by it. */
const shownAs = (entry: Command | CommandGroup, path: string): string =>
  isGroup(entry) && path === `${entry.name} ${entry.alone}` ? entry.name : path;
