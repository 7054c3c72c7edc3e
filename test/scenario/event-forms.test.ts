// Events by their forms, and what is corrected in one press, on each platform.
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

const staff = async (house: TestHouse, platform: Platform) => {
  const ana = (await house.on(platform)).person('ana');
  await ana.says(platform === 'discord' ? '/lieu espace:coworking' : '/lieu coworking');
  await giveRole(house, 'ana', 'animation');
  return ana;
};

describe.each(['slack', 'discord', 'terminal'] as const)('on %s', (platform) => {
  const typed = (line: string, discord: string) => (platform === 'discord' ? discord : line);

  test('a form makes an event, another changes it, a third says the rest', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, platform);
    const { form } = await ana.says(typed('/evenement creer', '/evenement creer titre:Café quand:bientôt'));
    expect(form?.title).toBe('Créer un événement');
    expect(form?.fields.map(({ name }) => name)).toEqual(['titre', 'quand', 'espace', 'places', 'lieu']);
    const made = await ana.submits({
      titre: 'Café du lundi matin',
      quand: 'jeudi 9h30',
      espace: 'expression',
      places: '12',
    });
    expect(made.text).toContain('Café du lundi matin');
    expect(made.text).toContain(`12${NBSP}places restantes`);

    const change = await ana.presses('Modifier');
    expect(change.form?.fields.find(({ name }) => name === 'titre')?.value).toBe('Café du lundi matin');
    const changed = await ana.submits({ quand: 'vendredi 14h', titre: 'Café du vendredi' });
    expect(changed.text).toContain('Café du vendredi');
    expect(changed.text).toContain(`vendredi 27${NBSP}novembre 2026, 14${NBSP}h – 16${NBSP}h`);
    expect(changed.text).toContain(`12${NBSP}places restantes`);

    const rest = await ana.presses('Compléter');
    expect(rest.form?.fields.map(({ name }) => name)).toEqual(['type', 'edition', 'theme', 'lieu', 'description']);
    const completed = await ana.submits({ theme: 'Le réemploi', description: 'Apportez une tasse.' });
    expect(completed.text).toContain('Le réemploi');
    expect(completed.text).toContain('Apportez une tasse.');
    await ana.presses('Compléter');
    const emptied = await ana.submits({ theme: '' });
    expect(emptied.text).not.toContain('Le réemploi');
    expect(emptied.text).toContain('Apportez une tasse.');
    await ana.presses('Modifier');
    expect((await ana.submits({ places: '' })).text).not.toContain('places restantes');
  });

  test('what it serves is proposed by its kind, and corrected in one press', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, platform);
    const made = await ana.says(
      typed(
        '/evenement creer Atelier compost jeudi 10h expression',
        '/evenement creer titre:Atelier compost quand:jeudi 10h espace:expression',
      ),
    );
    expect(made.text).toContain('innovation sociale');
    const added = await ana.chooses(made.choices.find((label) => label.startsWith('Ajouter')) ?? '');
    expect(added.text).toContain('cohésion sociale');
    expect(added.text).toContain('innovation sociale');
    const taken = await ana.chooses(added.choices.find((label) => label.startsWith('Retirer')) ?? '');
    expect(taken.text).not.toContain(`sert${NBSP}: «${NBSP}Favoriser la cohésion`);
  });

  test('« Annuler l’événement » asks why once people come, in a form, then shows whom it touches', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, platform);
    await ana.says(
      typed(
        '/evenement creer Atelier compost jeudi 10h expression',
        '/evenement creer titre:Atelier compost quand:jeudi 10h espace:expression',
      ),
    );
    const lea = (await house.on(platform)).person('lea');
    await lea.says(typed('/evenement inscrire 1', '/evenement inscrire evenement:1'));
    const asked = await ana.presses('Annuler l’événement');
    expect(asked.text).toContain('lira le motif');
    const { form } = await ana.presses('Dire pourquoi et annuler');
    expect(form?.fields.map(({ name }) => name)).toEqual(['motif']);
    const shown = await ana.submits({ motif: 'intervenante malade' });
    expect(shown.text).toContain(`1${NBSP}personne à prévenir`);
    expect((await ana.presses('Confirmer')).text).toContain('C’est annulé');
  });

  test('without a number, those that can be changed are listed', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, platform);
    const none = await ana.says('/evenement annuler');
    expect(none.text).toContain('Aucun événement à venir');
    await ana.says(
      typed(
        '/evenement creer Atelier compost jeudi 10h expression',
        '/evenement creer titre:Atelier compost quand:jeudi 10h espace:expression',
      ),
    );
    const list = await ana.says('/evenement annuler');
    expect(list.text).toContain('Atelier compost');
    expect((await ana.chooses('Atelier compost')).text).toContain('C’est annulé');
  });
});

describe('on the terminal', () => {
  test('« 20 places » is no booking’s seats, and a title keeps the names of spaces', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, 'terminal');
    const made = await ana.says('/evenement creer Atelier de 20 questions jeudi 10h-12h 30 personnes max convivialité');
    expect(made.text).toContain(`30${NBSP}places restantes`);
    expect(
      (await ana.says('/evenement creer Découverte du coworkeur vendredi 10h 500 places coworking')).text,
    ).toContain(`accueille 10${NBSP}personnes au plus`);
    const free = await ana.says('/evenement modifier 1 sans limite');
    expect(free.text).not.toContain('places restantes');
  });

  test('« vendredi prochain » may be another Friday: it is one press away', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, 'terminal');
    const made = await ana.says('/evenement creer Café vendredi prochain 9h30 expression');
    expect(made.text).toContain(`vendredi 4${NBSP}décembre 2026`);
    const other = await ana.presses(`Plutôt vendredi 27${NBSP}novembre, 9${NBSP}h${NBSP}30 – 11${NBSP}h${NBSP}30`);
    expect(other.text).toContain(`vendredi 27${NBSP}novembre 2026`);
  });

  test('what ends after midnight ends on the next day, in a series too', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, 'terminal');
    await ana.says('/evenement creer Jeux tous les mardis 19h-21h pendant 3 semaines expression');
    await ana.presses('Confirmer');
    const shown = await ana.says('/evenement modifier 1 serie 22h-1h');
    expect(shown.text).toContain(
      `Du mardi 1er${NBSP}décembre 2026 à 22${NBSP}h au mercredi 2${NBSP}décembre 2026 à 1${NBSP}h`,
    );
    expect((await ana.presses('Confirmer')).text).toContain(`3${NBSP}dates`);
    const weekday = await ana.says('/evenement modifier 1 serie mercredi');
    expect(weekday.text).toContain(`u mercredi 2${NBSP}décembre 2026 à 22${NBSP}h`);
  });

  test('said to the bot by its name, too', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, 'terminal');
    const made = await ana.mentions('crée un événement Café des porteurs jeudi 9h30 expression');
    expect(made.text).toContain('C’est à l’agenda');
    expect(made.text).toContain('Café des porteurs');
  });

  test('a space and elsewhere, an office, a whole year of days: each is refused with its reason', async () => {
    await using house = await openHouse({ db });
    const ana = await staff(house, 'terminal');
    const both = await ana.says('/evenement creer Café jeudi 10h expression lieu « la médiathèque »');
    expect(both.text).toContain('pas les deux');
    expect((await ana.says('/evenement creer Café jeudi 10h bureau 1')).text).toContain('n’accueille pas d’événement');
    expect((await ana.says('/evenement modifier 99 jeudi 10h')).text).toContain('Je ne trouve pas cet événement');
  });
});
