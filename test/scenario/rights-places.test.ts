// Two places in one process, on one database: nothing that is done or asked in one reaches the other, whatever numbers its
// buttons carry, were it by whoever administers it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Invocation } from '../../src/chat/invocation.ts';
import type { Delivery, DeliveryKind } from '../../src/core/deliveries/model.ts';
import type { Log } from '../../src/kernel/log.ts';
import { furnish } from '../../src/main.ts';
import type { Place } from '../../src/place/model.ts';
import { plain } from '../../src/reply/plain.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { NOBODYS, type Right, rights } from '../support/rights.ts';
import { written } from '../support/staffed.ts';

const placeOf = (id: string, team: string): Place => ({ ...mijoteuse, id, workspaces: { slack: [team], discord: [] } });
const here = placeOf('ici', 'TICI');
const there = placeOf('ailleurs', 'TAILLEURS');
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** Of each place, what only its people may read: it is in all that they write. */
const SECRET = 'Zénobie';

let db: TestDatabase;
let house: Awaited<ReturnType<typeof furnish>>;
const broken: unknown[] = [];
let requests = 0;

interface Speaking {
  readonly place: Place;
  readonly name: string;
  readonly administers?: boolean;
  readonly by?: Invocation['by'];
}

/** What is answered to that line. */
const said = async ({ place, name, administers = false, by = 'command' }: Speaking, line: string): Promise<string> => {
  requests += 1;
  const [workspace = ''] = place.workspaces.slack;
  let text = '';
  await house.chat.dispatch(
    {
      id: `request ${requests}`,
      person: {
        platform: 'slack',
        workspace,
        userId: `U${name.toUpperCase()}`,
        displayName: name,
        isWorkspaceAdmin: async () => administers,
      },
      spot: { at: { platform: 'slack', workspace, channel: 'C1' }, look: async () => ({ name: `canal ${workspace}` }) },
      line,
      fields: {},
      by,
      wantsForm: false,
      canOpenForm: false,
    },
    {
      acknowledge: async () => {},
      openForm: async () => {
        throw new Error(`« ${line} » opened a form`);
      },
      answer: async (reply) => {
        text = plain(reply);
      },
    },
  );
  return text;
};

const numberIn = async (query: string): Promise<number> => {
  const { rows } = await db.pool.query<{ readonly id: number }>(query);
  const [row] = rows;
  if (!row) throw new Error(`nothing: ${query}`);
  return row.id;
};

beforeAll(async () => {
  db = await openTestDatabase();
  const note: Log['error'] = (facts) => {
    broken.push(facts.err ?? facts);
  };
  const log: Log = { debug: () => {}, info: () => {}, warn: note, error: note };
  house = await furnish({
    db,
    places: [here, there],
    clock: { now: () => now },
    log,
    publicUrl: 'https://mijote.example',
  });
  const admin = { place: there, name: `Ana ${SECRET}`, administers: true };
  const member = { place: there, name: `Lea ${SECRET}` };
  await said(member, `reserver coworking demain matin — ${SECRET}`);
  await said(admin, `reserver expression demain 14h-16h pour Mme ${SECRET}`);
  await said(member, `liste attendre expression demain 14h-16h`);
  await said(member, `reserver convivialite jeudi 14h-16h — ${SECRET}`);
  await said(admin, `evenement creer ${SECRET} samedi 5 décembre 10h-12h`);
  await said(member, `evenement inscrire ${await numberIn('SELECT id FROM event')}`);
  for (const act of [`fermer le 24 décembre — ${SECRET}`, `panne 1 ordinateur jusqu’à vendredi — ${SECRET}`]) {
    await said(admin, `equipe ${act}`);
    await said(admin, `equipe confirmer ${await numberIn('SELECT max(id) AS id FROM plan')}`);
  }
  await said(admin, `equipe fermer le 23 décembre — ${SECRET}`);
  await said(admin, `equipe ouvrir samedi 12 décembre 9h-12h — ${SECRET}`);
  await said(admin, `equipe structure creer ${SECRET}`);
  await said(admin, `equipe structure ajouter Lea ${SECRET} — ${SECRET}`);
  await said(admin, 'annonce suivre agenda');
  await said(member, 'orienter parler oui');
  await said(member, 'reservations calendrier');
  await said(member, `projet creer ${SECRET}, cherche un local`);
  await said(member, 'projet visibilite P-001 membres');
  await said(member, `projet creer ${SECRET}, propose un local`);
  await said(member, 'projet visibilite P-002 membres');
  await said(member, 'relier proposer P-001 P-002');
  await said(member, `orienter commencer ${SECRET} cherche des financements`);
});
afterAll(async () => {
  await db.close();
});

/** Every row of the other place, by table; of tables that name no place, every row. */
const rowsThere = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows: tables } = await db.pool.query<{ readonly name: string; readonly placed: boolean }>(`
    SELECT tablename AS name, EXISTS (
      SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_name = tablename AND column_name = 'place_id'
    ) AS placed FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`);
  const found = new Map<string, readonly string[]>();
  for (const { name, placed } of tables) {
    const { rows } = await db.pool.query<{ readonly row: string }>(
      `SELECT to_jsonb(${name})::text AS row FROM ${name} ${placed ? `WHERE place_id = '${there.id}'` : ''} ORDER BY 1`,
    );
    if (rows.length > 0)
      found.set(
        `${name}${placed ? '' : ', of any place'}`,
        rows.map(({ row }) => row),
      );
  }
  return found;
};

const lineOf = (path: string, { options, number }: Right, id: string): string =>
  written('slack', path, number ? { ...options, [number[0]]: id } : options);

/** Numbers of every kind of thing that the other place has. */
const numbersThere = async (): Promise<readonly string[]> => {
  const tables = [
    'booking',
    'waitlist_entry',
    'event',
    'plan',
    'closure',
    'opening',
    'maintenance',
    'orientation_contact',
    'project',
    'link',
  ];
  const ids = [];
  for (const table of tables)
    ids.push(
      ...(await db.pool.query(`SELECT id FROM ${table} WHERE place_id = '${there.id}'`)).rows.map(({ id }) => id),
    );
  return [...new Set(ids.map(String))];
};

const boss = { place: here, name: 'Paul', administers: true } as const;

test('everything that a place has, the other place has some of: there is something to reach', async () => {
  const filled = [...(await rowsThere()).keys()];
  for (const table of [
    'approval',
    'booking',
    'calendar_feed',
    'closure',
    'event',
    'event_signup',
    'link',
    'maintenance',
    'opening',
    'orientation_contact',
    'plan',
    'project',
    'structure',
    'subscription',
    'waitlist_entry',
  ])
    expect(filled.map((name) => name.split(',')[0])).toContain(table);
  expect(broken).toEqual([]);
});

test.each(Object.entries(rights).filter(([, { number }]) => number !== undefined))(
  '/%s answers of another place’s numbers as of nobody’s, and leaves them as they are',
  async (path, right) => {
    const before = await rowsThere();
    const nobodys = await said({ ...boss, by: 'button' }, lineOf(path, right, NOBODYS));
    expect(nobodys).not.toBe('');
    for (const id of await numbersThere())
      expect(await said({ ...boss, by: 'button' }, lineOf(path, right, id)), id).toBe(nobodys);
    expect(await rowsThere()).toEqual(before);
    expect(broken).toEqual([]);
  },
);

test('what is to be told in one place says nothing of the other’s rows', async () => {
  const { core } = house;
  const delivery = (kind: DeliveryKind, subjectId: number): Delivery => ({
    id: 1,
    placeId: here.id,
    key: `${kind} ${subjectId}, 0, 2026-11-23T09:00:00Z`,
    to: { memberId: 1 },
    kind,
    subjectId,
    due: now,
    expiresAt: now.add({ hours: 24 }),
  });
  for (const id of (await numbersThere()).map(Number)) {
    expect(await core.staff.impact.takenFrom(here.id, id)).toBeUndefined();
    expect(await core.staff.handling.movedOf(delivery('booking.moved', id))).toBeUndefined();
    expect(await core.staff.approvals.request(here, id)).toBeUndefined();
    expect(await core.arrivals.bookingOf(delivery('arrival.asked', id))).toBeUndefined();
    expect(await core.reminders.bookingOf(delivery('reminder.day_before', id))).toBeUndefined();
    expect(await core.waitlist.offered(delivery('waitlist.offer', id))).toBeUndefined();
    expect(await core.signups.noticeOf(delivery('event.reminder', id))).toBeUndefined();
    expect(await core.announcements.stoppedOf(here, { subjectId: id })).toBeUndefined();
    expect(await core.links.linkOf(delivery('link.closed', id))).toBeUndefined();
    expect(await core.links.told(delivery('link.asked', id))).toBeUndefined();
    expect(await core.agenda.numbered(here, id)).toBeUndefined();
    expect(await core.agenda.prolonged(here, id)).toBeUndefined();
    expect(await core.orientation.isWaiting(here, { subjectId: id })).toBe(false);
  }
});

test('people and structures of another place are nobody, by number or by name', async () => {
  const before = await rowsThere();
  const member = await numberIn(`SELECT id FROM member WHERE display_name = 'Lea ${SECRET}'`);
  const structure = await numberIn('SELECT id FROM structure');
  await said(boss, 'equipe structure creer Les Nôtres');
  for (const line of [
    `equipe role ${member}`,
    `equipe role ${member} veilleuse`,
    `equipe retirer veilleuse ${member}`,
    `equipe structure ajouter ${member} — Les Nôtres`,
    `equipe structure retirer ${member}`,
    `equipe structure ${structure}`,
    `equipe structure supprimer ${structure}`,
    `equipe structure retablir ${structure}`,
    `equipe structure quota ${structure} coworking 12`,
    `equipe structure renommer ${structure} — Les Autres`,
  ]) {
    const answer = await said(boss, line);
    expect(answer, line).toMatch(/Je ne (?:trouve|connais)|Je n’ai pas compris quelle structure/);
    expect(answer, line).not.toContain(SECRET);
  }
  const after = await rowsThere();
  for (const [name, rows] of before) expect(after.get(name), name).toEqual(expect.arrayContaining([...rows]));
});

test('no command of one place says or changes anything of the other', async () => {
  const before = await rowsThere();
  for (const [path, right] of Object.entries(rights)) {
    const answer = await said(boss, lineOf(path, right, NOBODYS));
    expect(answer, `/${path}`).not.toBe('');
    expect(answer, `/${path}`).not.toContain(SECRET);
  }
  const placed = (all: ReadonlyMap<string, readonly string[]>) => [...all].filter(([name]) => !name.includes(','));
  const after = await rowsThere();
  expect(placed(after)).toEqual(placed(before));
  for (const [name, rows] of before) expect(after.get(name), name).toEqual(expect.arrayContaining([...rows]));
  expect(broken).toEqual([]);
});

test('a long button of one place opens nothing in the other', async () => {
  await house.core.lines.keep(there.id, [{ id: 'longue', line: 'lieu' }]);
  expect(await said({ ...boss, by: 'button' }, 'suite longue')).toMatch(
    /n’est plus valable|expiré|Refaites|trop ancien/,
  );
  expect(await said({ ...boss, place: there, by: 'button' }, 'suite longue')).toContain(mijoteuse.name);
});
