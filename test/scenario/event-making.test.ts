// Making, changing and cancelling events, impact first, through the real SDKs and on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { giveRole } from '../support/staffed.ts';

const NBSP = '\u00a0';
type Platform = 'slack' | 'discord' | 'terminal';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.reset());
afterAll(() => db.close());

/** Ana is of the staff, Noé is a partner, Léa and Karim are members. */
const peopled = async (house: TestHouse, platform: Platform) => {
  const room = await house.on(platform);
  const [ana, noe, lea, karim] = [room.person('ana'), room.person('noe'), room.person('lea'), room.person('karim')];
  for (const each of [ana, noe, lea, karim])
    await each.says(platform === 'discord' ? '/lieu espace:coworking' : '/lieu coworking');
  await giveRole(house, 'ana', 'animation');
  await giveRole(house, 'noe', 'partenaire');
  return { ana, noe, lea, karim };
};

const toldTo = async (house: TestHouse, platform: Platform, name: string): Promise<string> => {
  const room = await house.on(platform);
  const before = room.told(name).length;
  await house.runJobs();
  return room.told(name).slice(before).join('\n');
};

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const isDiscord = platform === 'discord';
  const create = (title: string, when: string, where: string, more = '') =>
    isDiscord
      ? `/evenement creer titre:${title} quand:${when} espace:${where}${more === '' ? '' : ` places:${more}`}`
      : `/evenement creer ${title} ${when} ${where}${more === '' ? '' : ` ${more} places`}`;
  const reserve = (where: string, when: string) =>
    isDiscord ? `/reserver espace:${where} quand:${when}` : `/reserver ${where} ${when}`;

  test('one sentence makes an event at once: its card says what it is, and corrects it in one press', async () => {
    await using house = await openHouse({ db });
    const { ana } = await peopled(house, platform);
    const made = await ana.says(create('Café des porteurs', 'jeudi 9h30', 'convivialite', '20'));
    expect(made.text).toContain('C’est à l’agenda');
    expect(made.text).toContain('Café des porteurs');
    expect(made.text).toContain(`jeudi 26${NBSP}novembre 2026, 9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30`);
    expect(made.text).toContain('Espace de convivialité');
    expect(made.text).toContain(`20${NBSP}places restantes`);
    expect(made.text).toContain('Rencontre');
    expect(made.text).toContain('cohésion sociale');
    expect(made.text).not.toContain('en dehors des heures');
    expect(made.buttons).toEqual(expect.arrayContaining(['Modifier', 'Annuler l’événement']));

    const corrected = await ana.chooses('Atelier');
    expect(corrected.text).toContain('C’est modifié');
    expect(corrected.text).toContain('Atelier');
    const gone = await ana.presses('Annuler l’événement');
    expect(gone.text).toContain('C’est annulé');
  });

  test('who booked makes room once it is confirmed, and is told why; nobody books over an event, which is named', async () => {
    await using house = await openHouse({ db });
    const { ana, lea, karim } = await peopled(house, platform);
    await lea.says(reserve('expression', 'jeudi 10h-12h'));
    const shown = await ana.says(create('Atelier compost', 'jeudi 9h30', 'expression'));
    expect(shown.text).toContain('Avant de créer cet événement');
    expect(shown.text).toContain(`1${NBSP}réservation touchée, 1${NBSP}personne`);
    expect(shown.text).toMatch(/lea, .*possible à la place/);
    expect(shown.text).toContain('Rien n’est encore fait');

    const made = await ana.presses('Confirmer');
    expect(made.text).toContain('C’est à l’agenda');
    expect(await toldTo(house, platform, 'lea')).toContain('Atelier compost');
    const refused = await karim.says(reserve('expression', 'jeudi 10h-11h'));
    expect(refused.text).toContain(`occupé par «${NBSP}Atelier compost${NBSP}»`);
  });

  test('an event over another is refused with its name, and what is free is one press away', async () => {
    await using house = await openHouse({ db });
    const { ana } = await peopled(house, platform);
    await ana.says(create('Café des porteurs', 'jeudi 9h30', 'expression'));
    const refused = await ana.says(create('Atelier compost', 'jeudi 10h', 'expression'));
    expect(refused.text).toContain(`occupé par «${NBSP}Café des porteurs${NBSP}»`);
    const [other = ''] = refused.buttons;
    const made = await ana.presses(other);
    expect(made.text).toContain('C’est à l’agenda');
    expect(made.text).toContain('Atelier compost');
  });
});

// Whoever uses the terminal administers it.
describe.each(['slack', 'discord'] as const)('roles on %s', (platform) => {
  const isDiscord = platform === 'discord';
  const create = (title: string, when: string, where: string) =>
    isDiscord
      ? `/evenement creer titre:${title} quand:${when} espace:${where}`
      : `/evenement creer ${title} ${when} ${where}`;

  test('a partner changes what is theirs, and nothing else; a member is told who may', async () => {
    await using house = await openHouse({ db });
    const { ana, noe, lea } = await peopled(house, platform);
    await ana.says(create('Café des porteurs', 'jeudi 9h30', 'expression'));
    const cancel = (id: number) => (isDiscord ? `/evenement annuler evenement:${id}` : `/evenement annuler ${id}`);
    expect((await noe.says(cancel(1))).text).toContain('n’est pas à vous');
    expect((await lea.says(cancel(1))).text).toContain('réservée aux partenaires');
    expect((await noe.says(create('Réunion d’information', 'vendredi 14h', 'expression'))).text).toContain(
      'C’est à l’agenda',
    );
    expect((await noe.says(cancel(2))).text).toContain('C’est annulé');
    await lea.says(isDiscord ? '/reserver espace:expression quand:vendredi 14h' : '/reserver expression vendredi 14h');
    const shown = await noe.says(create('Réunion d’information', 'vendredi 14h', 'expression'));
    expect(shown.text).toContain(`1${NBSP}réservation touchée`);
    expect(shown.text).not.toContain('lea');
    expect((await noe.presses('Confirmer')).text).toContain('C’est à l’agenda');
    expect((await ana.says(cancel(1))).text).toContain('C’est annulé');
  });
});

describe('on the terminal', () => {
  const platform = 'terminal';

  test('« tous les premiers jeudis » is a series: checked date by date, then written a year ahead', async () => {
    await using house = await openHouse({ db });
    const { ana } = await peopled(house, platform);
    await ana.says('/evenement creer Conseil de quartier jeudi 7 janvier 10h convivialité');
    const shown = await ana.says(
      '/evenement creer Café des porteurs jeudi 9h30 espace convivialité 20 places tous les premiers jeudis',
    );
    expect(shown.text).toContain(`10${NBSP}dates`);
    expect(shown.text).toContain(`jeudi 6${NBSP}mai (fermé)`);
    expect(shown.text).toContain(`1${NBSP}date impossible`);
    expect(shown.text).toContain(`«${NBSP}Conseil de quartier${NBSP}» s’y tient`);
    expect(shown.text).toContain(`j’écris jusqu’au jeudi 4${NBSP}novembre 2027`);
    const made = await ana.presses('Confirmer');
    expect(made.text).toContain(`Café des porteurs${NBSP}: 10${NBSP}dates`);
    expect(made.text).toContain(`20${NBSP}places restantes`);
  });

  test('an event of the evening or of a Saturday may be held, and the card says that the place is closed then', async () => {
    await using house = await openHouse({ db });
    const { ana } = await peopled(house, platform);
    const evening = await ana.says('/evenement creer Soirée jeux jeudi 19h-22h convivialité');
    expect(evening.text).toContain('en dehors des heures d’ouverture');
    const saturday = await ana.says('/evenement creer Repair café samedi 10h expression');
    expect(saturday.text).toContain(`samedi 28${NBSP}novembre 2026, 10${NBSP}h – 12${NBSP}h`);
    expect(saturday.text).toContain('Atelier');
    expect((await ana.says('/evenement creer Portes ouvertes samedi expression')).text).toContain(
      'dites à quelle heure',
    );
    expect((await ana.says('/evenement creer Portes ouvertes hier 10h expression')).text).toContain(
      'Ce moment est passé',
    );
  });

  test('what is elsewhere takes no space, and a yearly event brings its theme', async () => {
    await using house = await openHouse({ db, at: '2016-10-24T10:00' });
    const { ana } = await peopled(house, platform);
    const made = await ana.says(
      '/evenement creer Mois de l’ESS : ouverture jeudi 3 novembre 14h lieu « la médiathèque »',
    );
    expect(made.text).toContain('la médiathèque');
    expect(made.text).toContain('Mois de l’ESS');
    expect(made.text).toContain('La Silver économie');
  });

  test('moving an event that people come to is shown, then done, and each is told', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await peopled(house, platform);
    await ana.says('/evenement creer Café des porteurs jeudi 9h30 convivialité 20 places');
    await lea.says('/evenement inscrire 1');
    expect((await ana.says('/evenement modifier 1 déplacer vendredi 14h')).text).toContain('Je n’ai pas compris');
    const shown = await ana.says('/evenement modifier 1 vendredi 14h — la salle est en travaux');
    expect(shown.text).toContain(`1${NBSP}événement touché, 1${NBSP}personne à prévenir`);
    expect(shown.text).toContain(`vendredi 27${NBSP}novembre 2026, de 14${NBSP}h à 16${NBSP}h`);
    const moved = await ana.presses('Confirmer');
    expect(moved.text).toContain('C’est modifié');
    expect(moved.text).toContain(`1${NBSP}personne est prévenue`);
    expect(await toldTo(house, platform, 'lea')).toContain(`Pourquoi${NBSP}: la salle est en travaux.`);
  });

  test('cancelling asks why when people come, and tells them', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await peopled(house, platform);
    await ana.says('/evenement creer Café des porteurs jeudi 9h30 convivialité');
    await lea.says('/evenement inscrire 1');
    const asked = await ana.says('/evenement annuler 1');
    expect(asked.text).toContain(`1${NBSP}personne a répondu, et lira le motif`);
    const shown = await ana.says('/evenement annuler 1 — intervenante malade');
    expect(shown.text).toContain('intervenante malade');
    expect(shown.text).toContain('Rien n’est encore fait');
    expect((await ana.presses('Confirmer')).text).toContain('C’est annulé');
    expect(await toldTo(house, platform, 'lea')).toContain('intervenante malade');
    expect((await lea.says('/reserver convivialité jeudi 9h30-11h30')).text).not.toContain('occupé par');
  });

  test('fewer places than people who come: the last go back in line, first of all, and are told', async () => {
    await using house = await openHouse({ db });
    const { ana, lea, karim } = await peopled(house, platform);
    await ana.says('/evenement creer Café des porteurs jeudi 9h30 convivialité 2 places');
    await lea.says('/evenement inscrire 1');
    house.wait({ minutes: 1 });
    await karim.says('/evenement inscrire 1');
    const shown = await ana.says('/evenement modifier 1 1 place');
    expect(shown.text).toContain('a moins de places');
    await ana.presses('Confirmer');
    expect(await toldTo(house, platform, 'karim')).toContain('liste d’attente');
    const more = await ana.says('/evenement modifier 1 2 places');
    expect(more.text).toContain(`2${NBSP}personnes participent`);
  });

  test('one of a series, this and the following, or all: asked when it was not said', async () => {
    await using house = await openHouse({ db });
    const { ana } = await peopled(house, platform);
    await ana.says('/evenement creer Café tous les mardis 9h30 pendant 4 semaines expression');
    await ana.presses('Confirmer');
    const asked = await ana.says('/evenement modifier 2 14h');
    expect(asked.buttons).toEqual(['Cette date', 'Celle-ci et les suivantes', 'Toute la série (4)']);
    const following = await ana.presses('Celle-ci et les suivantes');
    expect(following.text).toContain(`3${NBSP}dates`);
    expect(following.text).toContain(`Mardi 8${NBSP}décembre 2026, de 14${NBSP}h à 16${NBSP}h`);
    await ana.presses('Confirmer');
    const first = await ana.says('/evenement voir 1');
    expect(first.text).toContain(`9${NBSP}h${NBSP}30`);
    const all = await ana.says('/evenement annuler 1 serie');
    expect(all.text).toContain('Avant d’annuler');
    expect((await ana.presses('Confirmer')).text).toContain(`4${NBSP}dates`);
  });

  test('exceptions are kept: « sauf le 24 décembre », « sauf vacances scolaires »', async () => {
    await using house = await openHouse({ db });
    const { ana } = await peopled(house, platform);
    const shown = await ana.says(
      '/evenement creer Café tous les jeudis 9h30 sauf le 17 décembre jusqu’au 31 décembre expression',
    );
    expect(shown.text).toContain(`5${NBSP}dates`);
    expect(shown.text).toContain(`jeudi 17${NBSP}décembre (écarté`);
    const holidays = await ana.says(
      '/evenement creer Café tous les jeudis 9h30 sauf vacances scolaires jusqu’au 15 janvier cuisine',
    );
    expect(holidays.text).toContain('(vacances scolaires)');
  });

  test('who books between what was shown and « Confirmer » is shown too', async () => {
    await using house = await openHouse({ db });
    const { ana, lea, karim } = await peopled(house, platform);
    await lea.says('/reserver expression jeudi 10h-11h');
    await ana.says('/evenement creer Atelier compost jeudi 9h30 expression');
    await karim.says('/reserver expression jeudi 9h30-10h');
    const again = await ana.presses('Confirmer');
    expect(again.text).toContain('Cela a changé');
    expect(again.text).toContain(`2${NBSP}réservations touchées`);
    expect((await ana.presses('Confirmer')).text).toContain('C’est à l’agenda');
  });

  test('a closure cancels the events that it meets, after showing them', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await peopled(house, platform);
    await ana.says('/evenement creer Café des porteurs jeudi 9h30 convivialité');
    await lea.says('/evenement inscrire 1');
    const shown = await ana.says('/equipe fermer jeudi — fuite d’eau');
    expect(shown.text).toContain(`1${NBSP}événement touché`);
    expect((await ana.presses('Confirmer')).text).toContain(`1${NBSP}événement annulé`);
    expect((await ana.says('/evenement voir 1')).text).toContain('fuite d’eau');
    expect(await toldTo(house, platform, 'lea')).toContain('fuite d’eau');
  });

  test('the day’s list, the poster and /dispo say that an event is on', async () => {
    await using house = await openHouse({ db });
    const { ana, lea } = await peopled(house, platform);
    await ana.says('/evenement creer Café des porteurs mardi 9h30 expression');
    expect((await ana.says('/equipe jour demain')).text).toContain('Café des porteurs');
    const free = await lea.says('/dispo expression demain');
    expect(free.text).toContain(`de 9${NBSP}h${NBSP}30 à 11${NBSP}h${NBSP}30${NBSP}: occupé`);
    expect(free.text).toContain(`libre de 9${NBSP}h à 9${NBSP}h${NBSP}30 et de 11${NBSP}h${NBSP}30 à 18${NBSP}h`);
    const poster = await ana.says('/equipe affiche demain');
    expect(poster.files).toEqual(['affiche-2026-11-24.html']);
  });
});
