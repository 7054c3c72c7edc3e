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
  const thursday = { partenaire: 'BGE', quand: 'jeudi 9h-12h', rdv: 'rdv de 45 min', espace: 'convivialite' };

  test('one sentence opens a session by appointment, which holds its space and has as many places as slots', async () => {
    await using house = await openHouse({ db });
    const { ana, noe } = await peopled(house, platform);
    const made = await noe.says(says('ouvrir', thursday));
    expect(made.text).toContain('C’est à l’agenda');
    expect(made.text).toContain('Permanence BGE Haute-Garonne');
    expect(made.text).toContain(`Permanence, sur rendez-vous, 45${NBSP}min`);
    expect(made.text).toContain(`jeudi 26${NBSP}novembre 2026, 9${NBSP}h – 12${NBSP}h`);
    expect(made.text).toContain(`4${NBSP}créneaux libres`);
    expect((await noe.says('/permanence ouvrir')).form?.fields.map(({ name }) => name)).toEqual([
      'quand',
      'partenaire',
      'rdv',
      'espace',
      'places',
    ]);
    const filled = await noe.submits({ quand: 'vendredi 14h-16h', rdv: '30', espace: 'convivialite' });
    expect(filled.text).toContain(`4${NBSP}créneaux libres`);
    const again = await ana.says(says('ouvrir', { ...thursday, partenaire: 'Maison de l’Initiative' }));
    expect(again.text).toContain(`occupé par «${NBSP}Permanence BGE Haute-Garonne${NBSP}»`);
    const agenda = await ana.says(written(platform, '/agenda', { quand: 'jeudi' }));
    expect(agenda.text).toContain(`sur rendez-vous, 45${NBSP}min`);
  });

  test('what comes back is shown, then written as a series; what is left out is asked', async () => {
    await using house = await openHouse({ db });
    const { noe } = await peopled(house, platform);
    const { espace: _, ...unplaced } = { ...thursday, quand: 'jeudi 9h-12h tous les 15 jours' };
    const asked = await noe.says(says('ouvrir', unplaced));
    expect(asked.text).toContain('Dans quel espace');
    const shown = await noe.chooses('Espace de convivialité');
    expect(shown.text).toContain('Sans fin donnée');
    const made = await noe.presses('Confirmer');
    expect(made.text).toContain('Permanence BGE Haute-Garonne');
    const before = (await db.pool.query('SELECT 1 FROM event')).rowCount ?? 0;
    // What is written further as time goes is as what was written at first.
    house.wait({ hours: 24 * 30 });
    await house.runJobs();
    expect((await db.pool.query('SELECT 1 FROM event')).rowCount).toBeGreaterThan(before);
    const { rows } = await db.pool.query(
      'SELECT DISTINCT partner_key, slot_minutes, capacity, space_key, series_id FROM event',
    );
    expect(rows).toEqual([
      { partner_key: 'bge', slot_minutes: 45, capacity: 4, space_key: 'convivialite', series_id: 1 },
    ]);
  });

  test('seats make it a meeting; a partner by a former name, in development, or of others is told why not', async () => {
    await using house = await openHouse({ db });
    const { ana, noe, lea } = await peopled(house, platform);
    const meeting = {
      quand: 'mardi 8 décembre 14h-16h',
      partenaire: 'URSCOP',
      espace: 'expression',
      places: 'pour 12',
    };
    expect((await noe.says(says('ouvrir', meeting))).text).toContain('Ici, vous parlez au nom de BGE Haute-Garonne');
    expect((await lea.says(says('ouvrir', meeting))).text).toContain('réservée aux partenaires');
    const made = await ana.says(says('ouvrir', meeting));
    expect(made.text).toContain('Réunion d’information URSCOP');
    expect(made.text).toContain(`12${NBSP}places restantes`);
    const developing = await ana.says(says('ouvrir', { ...meeting, partenaire: 'Pôle emploi' }));
    expect(developing.text).toContain('France Travail');
    expect(developing.text).toContain('en développement');
    const both = await ana.says(says('ouvrir', { ...meeting, rdv: 'rdv de 30 min' }));
    expect(both.text).toContain('pas les deux');
    const short = await noe.says(says('ouvrir', { ...thursday, quand: 'jeudi 9h-9h30' }));
    expect(short.text).toContain(`45${NBSP}minutes`);
    expect((await db.pool.query('SELECT 1 FROM event')).rowCount).toBe(1);
  });

  test('an absence is shown with who and how many, asks why, then tells everyone and offers other dates', async () => {
    await using house = await openHouse({ db });
    const { noe, lea } = await peopled(house, platform);
    await noe.says(says('ouvrir', thursday));
    await noe.says(says('ouvrir', { ...thursday, quand: 'jeudi 14h-17h' }));
    await noe.says(says('ouvrir', { ...thursday, quand: 'jeudi 10 décembre 9h-12h' }));
    await books(house, 'lea', 1, '2026-11-26T09:45+01:00');
    await books(house, 'karim', 2, '2026-11-26T14:00+01:00');

    const unsaid = await noe.mentions('Je suis absente jeudi');
    expect(unsaid.text).toContain(`2${NBSP}personnes attendent`);
    expect((await db.pool.query('SELECT 1 FROM event WHERE cancelled_at IS NOT NULL')).rowCount).toBe(0);
    await noe.says(says('absence', { quand: 'jeudi' }));
    expect((await noe.presses('Dire pourquoi et annuler')).form?.title).toBe('Annoncer une absence');
    const shown = await noe.submits({ motif: 'formation' });
    expect(shown.text).toContain('Avant d’annuler ces permanences');
    expect(shown.text).toContain(`2${NBSP}dates`);
    expect(shown.text).toContain(`lea, jeudi 26${NBSP}novembre, 9${NBSP}h${NBSP}45 – 10${NBSP}h${NBSP}30`);
    expect(shown.text).toContain('karim');
    expect(shown.text).toContain(`jeudi 10${NBSP}décembre`);
    expect(shown.text).toContain('Rien n’est encore fait');

    const done = await noe.presses('Confirmer');
    expect(done.text).toContain('C’est annulé');
    const told = (await toldTo(house, 'lea', platform)).join('\n');
    expect(told).toContain('Une permanence est annulée');
    expect(told).toContain('formation');
    expect(told).not.toContain('karim');
    const rebooked = await lea.presses(`jeudi 10${NBSP}décembre, 9${NBSP}h`);
    expect([...rebooked.buttons, ...rebooked.choices].join(' ')).toContain(`9${NBSP}h${NBSP}45`);
    expect((await noe.says(says('absence', { quand: 'jeudi' }))).text).toContain('aucune permanence');
    expect((await noe.says(says('liste', { seance: '1' }))).text).toContain('lea, annulé par la structure');
  });

  test('appointments move with their session; hours that would lose one are refused, and say how many', async () => {
    await using house = await openHouse({ db });
    const { noe } = await peopled(house, platform);
    await noe.says(says('ouvrir', thursday));
    await books(house, 'lea', 1, '2026-11-26T11:15+01:00');
    const change = (options: Readonly<Record<string, string>>) =>
      noe.says(written(platform, '/evenement modifier', { evenement: '1', ...options }));
    const lost = await change({ quand: 'jeudi 9h-11h' });
    expect(lost.text).toContain(`1${NBSP}rendez-vous pris serait en dehors`);
    expect((await change({ places: platform === 'discord' ? '9' : '9 places' })).text).toContain(
      'ses créneaux suivent',
    );
    const shown = await change({ quand: 'vendredi 9h-12h' });
    expect(shown.text).toContain(`1${NBSP}personne à prévenir`);
    expect((await noe.presses('Confirmer')).text).toContain('C’est modifié');
    const sheet = await noe.says(says('liste', { seance: '1' }));
    expect(sheet.text).toContain(`vendredi 27${NBSP}novembre`);
    expect(sheet.text).toContain(`11${NBSP}h${NBSP}15 – 12${NBSP}h${NBSP}: lea`);
    const { rows } = await db.pool.query('SELECT partner_key, slot_minutes, capacity FROM event');
    expect(rows).toEqual([{ partner_key: 'bge', slot_minutes: 45, capacity: 4 }]);
  });

  test('the staff says who speaks for a partner: the role comes with it, and goes with the last of them', async () => {
    await using house = await openHouse({ db });
    const { ana, karim } = await peopled(house, platform);
    const equipe = (options: Readonly<Record<string, string>>) => written(platform, '/equipe partenaire', options);
    expect((await karim.says(says('liste', {}))).text).toContain('réservée aux partenaires');
    const named = await ana.says(equipe({ personne: 'karim', partenaire: 'Union régionale des SCOP' }));
    expect(named.text).toContain('karim parle au nom de URSCOP');
    expect((await ana.says(equipe({}))).text).toMatch(/BGE Haute-Garonne\s*: noe(.|\n)*URSCOP\s*: karim/);
    expect((await karim.says(says('liste', {}))).text).toContain('Aucune permanence');
    const removed = await ana.presses('Revenir en arrière');
    expect(removed.text).toContain('n’a plus le rôle');
    expect((await karim.says(says('liste', {}))).text).toContain('réservée aux partenaires');
    const none = await ana.says(equipe({ faire: 'retirer', personne: 'karim', partenaire: 'urscop' }));
    expect(none.text).toContain('karim ne parle pas au nom de URSCOP');
    const logged = await db.pool.query("SELECT action FROM audit WHERE action LIKE 'partner.%' ORDER BY id");
    expect(logged.rows.map(({ action }) => action)).toEqual(['partner.named', 'partner.unnamed']);
  });

  test('the partner sees who comes, slot by slot, and writes down who came once it begins', async () => {
    await using house = await openHouse({ db });
    const { noe, lea } = await peopled(house, platform);
    await noe.says(says('ouvrir', thursday));
    await books(house, 'lea', 1, '2026-11-26T09:00+01:00');
    await books(house, 'karim', 1, '2026-11-26T09:45+01:00');
    expect((await noe.says(says('liste', {}))).text).toContain(`2${NBSP}rendez-vous sur 4`);
    await books(house, 'ana', 1, '2026-11-26T11:15+01:00');
    await db.pool.query(
      "UPDATE event_signup SET answer = 'not_going' FROM member WHERE member.id = member_id AND display_name = 'ana'",
    );
    const sheet = await noe.says(says('liste', { seance: '1' }));
    expect(sheet.text).toContain('ana, excusé·e');
    expect(sheet.text).toContain(`11${NBSP}h${NBSP}15 – 12${NBSP}h${NBSP}: libre`);
    expect(sheet.text).toContain(`9${NBSP}h – 9${NBSP}h${NBSP}45${NBSP}: lea, à venir`);
    expect(sheet.text).toContain(`10${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}15${NBSP}: libre`);
    expect(sheet.choices).not.toContain('lea');
    expect((await lea.says(says('liste', { seance: '1' }))).text).toContain('réservée aux partenaires');
    const early = await noe.says(says('presence', { seance: '1', etat: 'venu', personne: 'lea' }));
    expect(early.text).toContain('commence jeudi');

    house.at('2026-11-26T09:20');
    const came = await noe.says(says('presence', { seance: '1', etat: 'venu', personne: 'lea' }));
    expect(came.text).toContain('lea, venu·e');
    expect(came.text).toContain('karim, à venir');
    house.at('2026-11-26T10:00');
    await noe.says(says('liste', { seance: '1' }));
    const { rows: marked } = await db.pool.query(
      "SELECT attendance, attendance_at IS NOT NULL AS dated FROM event_signup WHERE answer = 'going' ORDER BY slot_at",
    );
    expect(marked).toEqual([
      { attendance: 'came', dated: true },
      { attendance: null, dated: false },
    ]);
    const absent = await noe.says(says('presence', { seance: '1', etat: 'absent', personne: 'karim' }));
    expect(absent.text).toContain('karim, absent·e');
    const forged = await noe.says(says('presence', { seance: '1', etat: 'absent', personne: '999' }));
    expect(forged.text).toContain('n’est pas parmi les personnes attendues');
    house.at('2026-12-27T09:00');
    const late = await noe.says(says('presence', { seance: '1', etat: 'venu', personne: 'karim' }));
    expect(late.text).toContain(`30${NBSP}jours`);
    const looks = await db.pool.query("SELECT 1 FROM audit WHERE action = 'session.viewed'");
    expect(looks.rowCount).toBeGreaterThan(0);
  });
});

describe('a partner on Discord, someone on Slack, the staff at the terminal', () => {
  test('from opening to the attendance mark: each sees theirs, and nobody’s name stands where others read', async () => {
    await using house = await openHouse({ db });
    const { noe, karim } = await peopled(house, 'discord');
    const slack = await house.on('slack');
    const terminal = await house.on('terminal');
    const [lea, ana] = [slack.person('lea'), terminal.person('ana')];
    await noe.says('/permanence ouvrir partenaire:BGE quand:jeudi 9h-12h rdv:45 min espace:convivialite');
    await noe.says('/permanence ouvrir quand:jeudi 10 décembre 9h-12h espace:convivialite');

    await lea.says('/permanence BGE');
    await lea.presses(`Choisir un créneau${NBSP}: jeudi 26${NBSP}novembre, 9${NBSP}h`);
    await lea.presses(`Jeudi 26${NBSP}novembre 2026, 9${NBSP}h${NBSP}45 – 10${NBSP}h${NBSP}30`);
    const others = await karim.says('/evenement voir evenement:1');
    expect(others.text).toContain(`3${NBSP}créneaux libres`);
    expect(others.text).not.toContain('lea');
    expect((await karim.says('/agenda quand:jeudi')).text).not.toContain('lea');
    expect((await noe.says('/permanence liste seance:1')).text).toContain(`10${NBSP}h${NBSP}30${NBSP}: lea, à venir`);
    const all = await ana.says('/permanence liste');
    expect(all.text).toContain(`1${NBSP}rendez-vous sur 4`);
    expect((await ana.says('/equipe journal')).text).toContain('noe a consulté qui vient à la permanence 1');

    await noe.says('/evenement voir evenement:1');
    expect((await noe.presses('Voir qui vient')).text).toContain('lea, à venir');

    house.at('2026-11-26T09:50');
    const sheet = await noe.says('/permanence liste seance:1');
    expect(sheet.choices).toEqual(['lea', 'lea', 'lea']);
    const marked = await noe.says('/permanence presence seance:1 etat:excuse personne:lea');
    expect(marked.text).toContain('lea, excusé·e');
    expect((await ana.says('/permanence presence 1 venu lea')).text).toContain('lea, venu·e');
    expect((await ana.says('/permanence presence 1 à venir lea')).text).toContain('lea, à venir');

    const one = await ana.says('/evenement annuler 1 — formation');
    expect(one.text).toContain(`lea, jeudi 26${NBSP}novembre, 9${NBSP}h${NBSP}45`);
    expect(one.text).toContain('Dates proposées à la place');
    const away = await ana.says('/permanence absence BGE jeudi 10 décembre — formation');
    expect(away.text).toContain(`1${NBSP}personne à prévenir`);
    expect((await ana.presses('Confirmer')).text).toContain('C’est annulé');
    const [told = ''] = await toldTo(house, 'noe', 'discord');
    expect(told).toContain('Une permanence est annulée');
    expect(told).toContain('Les personnes attendues sont prévenues');
    expect((await noe.says('/permanence liste seance:2')).text).toContain('Cette permanence est annulée');
  });

  test('who speaks for several partners is asked for which; a former speaker may do nothing in its name', async () => {
    await using house = await openHouse({ db });
    const { noe } = await peopled(house, 'discord');
    await speaksFor(house, 'noe', 'urscop');
    const asked = await noe.says('/permanence ouvrir quand:jeudi 9h-12h espace:convivialite');
    expect(asked.text).toContain('Au nom de quel partenaire');
    const made = await noe.chooses('URSCOP');
    expect(made.text).toContain('Réunion d’information URSCOP');
    await db.pool.query("DELETE FROM partner_member WHERE partner_key = 'urscop'");
    expect((await noe.says('/evenement annuler evenement:1')).text).toContain('n’est pas à vous');
    expect((await noe.says('/permanence liste seance:1')).text).toContain('Vous ne parlez pas au nom de');
    expect((await noe.says('/evenement inscrits evenement:1')).text).toContain('réservée à l’équipe');
    // Who loses the role speaks for nobody, also once they have it again.
    await db.pool.query("DELETE FROM member_role WHERE role = 'partenaire'");
    await giveRole(house, 'noe', 'partenaire');
    expect((await noe.says('/permanence liste')).text).toContain('Vous ne parlez au nom d’aucun partenaire');
  });
});
