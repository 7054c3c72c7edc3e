import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { placeProblem } from '../../src/messages/place-file.fr.ts';
import { parsePlace } from '../../src/place/parse.ts';
import { TISANE } from './fixture.ts';

const good = readFileSync(TISANE, 'utf8');

/** The words about the fixture once `before` is written `after`; an edit that matches nothing is a mistake of the test. */
const problemsAfter = (...edits: readonly (readonly [before: string, after: string])[]): readonly string[] => {
  const edited = edits.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`the fixture does not hold « ${before} »`);
    return text.replace(before, after);
  }, good);
  const parsed = parsePlace(edited, 'tisane.yaml');
  return parsed.ok ? [] : parsed.error.map((problem) => placeProblem(problem).replaceAll('\u00a0', ' '));
};

describe('what is wrong in a place file is said with its line, its path and what to write', () => {
  test('nothing to say of a good file', () => expect(problemsAfter()).toEqual([]));

  it.each([
    ['capacité: 4', 'capacité: dix', 'espaces › atelier-bois › capacité : un nombre est attendu, pas « dix ».'],
    ['capacité: 4', 'capacité: 4.5', 'espaces › atelier-bois › capacité : un nombre entier est attendu, pas « 4.5 ».'],
    ['capacité: 4', 'capacité: 0', 'espaces › atelier-bois › capacité : le nombre est trop petit : au moins 1.'],
    [
      'capacité: 4',
      'capacite: 4',
      'espaces › atelier-bois › capacite : la clé « capacite » n’existe pas ici. Vouliez-vous dire « capacité » ?',
    ],
    ['capacité: 4\n', '\n', 'espaces › atelier-bois › capacité : cette ligne manque.'],
    ['capacité: 4', 'capacité:', 'espaces › atelier-bois › capacité : cette ligne manque.'],
    ['surface: 31.5', 'surface: -3', 'espaces › atelier-bois › surface : le nombre doit être plus grand que zéro.'],
    [
      'nom: La Tisane',
      'nom: 12',
      'nom : un texte est attendu (entre guillemets s’il ne contient que des chiffres), pas « 12 ».',
    ],
    ['nom: La Tisane', "nom: ' '", 'nom : le texte est vide. Écrivez-le, ou retirez la ligne.'],
    ['ville: Fort-de-France\n', '', 'ville : cette ligne manque.'],
    [
      'ville: Fort-de-France\n',
      'ville: Fort-de-France\nrappels: { veille: hier soir }\n',
      'rappels › veille : « hier soir » n’est pas une heure. Écrivez par exemple « 17:00 » ou « 17 h ».',
    ],
    [
      'ville: Fort-de-France\n',
      'ville: Fort-de-France\nrappels: { avant: bientôt }\n',
      'rappels › avant : « bientôt » n’est pas une durée.',
    ],
    [
      'ville: Fort-de-France\n',
      'ville: Fort-de-France\nrappels: { silence: la nuit }\n',
      'rappels › silence : « la nuit » n’est pas une plage d’heures.',
    ],
    [
      'ville: Fort-de-France\n',
      'ville: Fort-de-France\nannonces: { agenda: lundi }\n',
      'annonces › agenda : « lundi » n’est pas une heure. Écrivez par exemple « 17:00 » ou « 17 h ».',
    ],
    [
      'ville: Fort-de-France\n',
      'ville: Fort-de-France\nannonces: { au plus tard: 8:00 }\n',
      'annonces › au plus tard : la fin vient avant le début, ou en même temps.',
    ],
    [
      'ville: Fort-de-France\n',
      'ville: Fort-de-France\nconservation: { envois: 2 jours }\n',
      'conservation › envois : il faut garder cela au moins 7 jours.',
    ],
    [
      'ville: Fort-de-France\n',
      'ville: Fort-de-France\nattente: { reponse: 30 min }\n',
      'attente › reponse : la clé « reponse » n’existe pas ici. Vouliez-vous dire « réponse » ?',
    ],
    [
      'identifiant: la-tisane',
      'identifiant: La Tisane',
      'identifiant : « La Tisane » ne peut pas servir de clé : minuscules sans accent',
    ],
    ['  atelier-bois:', '  Atelier_bois:', 'espaces › Atelier_bois : « Atelier_bois » ne peut pas servir de clé'],
    [
      'jours fériés: ouvert',
      'jours fériés: parfois',
      'horaires › jours fériés : « parfois » n’est pas un choix possible : écrivez « fermé » ou « ouvert ».',
    ],
    [
      'mode: à la place',
      'mode: au siège',
      'espaces › atelier-bois › réservation › mode : « au siège » n’est pas un choix possible : écrivez « à la place », « en entier » ou « par appel à candidatures ».',
    ],
    ['mode: à la place, ', '', 'espaces › atelier-bois › réservation › mode : cette ligne manque.'],
    [
      'mardi: 16h-22h',
      'mardi: 16h-25h',
      'horaires › semaine › mardi : « 16h-25h » n’est pas une plage d’heures. Écrivez par exemple « 9:00-12:30 »',
    ],
    ['mardi: 16h-22h', 'mardi: 22h-16h', 'horaires › semaine › mardi : la fin vient avant le début, ou en même temps.'],
    [
      'mardi: 16h-22h',
      'mardi: 16h-20h, 19h-22h',
      'horaires › semaine › mardi : deux plages du même jour se chevauchent.',
    ],
    [
      '    mardi:',
      '    marid:',
      'horaires › semaine › marid : la clé « marid » n’existe pas ici. Vouliez-vous dire « mardi » ?',
    ],
    [
      'nuit: { horaires: 19:00-23:30 }',
      'nuit: { horaires: 19:00-03:00 }',
      'moments › nuit › horaires : la fin vient avant le début',
    ],
    [
      'nuit: { horaires: 19:00-23:30 }',
      'nuit: { horaires: 19:00-20:00, autres noms: [Apero] }',
      'moments › nuit : le nom « Apero » est déjà pris par « avant-soirée ». Retirez l’un des deux.',
    ],
    [
      'au: 2027-01-05',
      'au: 2027-02-31',
      'horaires › exceptions › n° 1 › au : « 2027-02-31 » n’est pas un jour du calendrier.',
    ],
    ['au: 2027-01-05', 'au: 2026-01-05', 'horaires › exceptions › n° 1 : la fin vient avant le début'],
    ['le: 28/11/2026, ', '', 'horaires › exceptions › n° 2 : dites quel jour : soit « le », soit « du » et « au ».'],
    ['le: 28/11/2026, ', 'le: 28/11/2026, du: 2026-11-28, ', 'horaires › exceptions › n° 2 : dites quel jour'],
    ['America/Martinique', 'Martinique', 'fuseau horaire : « Martinique » n’est pas un fuseau horaire connu.'],
    ['America/Martinique', '"-04:00"', 'fuseau horaire : « -04:00 » n’est pas un fuseau horaire connu.'],
    [
      'pas: 15 min',
      'pas: un quart',
      'règles › pas : « un quart » n’est pas une durée. Écrivez par exemple « 30 min », « 1 h 30 » ou « 2 jours ».',
    ],
    ['pas: 15 min', 'pas: 25 min', 'règles › pas : le pas doit diviser la journée : 15 min, 30 min, 1 h…'],
    [
      'durée minimale: 45 min',
      'durée minimale: 2 h',
      'règles › durée minimale : la durée minimale dépasse la durée maximale.',
    ],
    [
      'durée maximale: 3 h',
      'durée minimale: 2 h',
      'espaces › studio-son › réservation › durée minimale : la durée minimale dépasse la durée maximale.',
    ],
    [
      'durée par défaut: 1 h',
      'durée par défaut: 50 min',
      'règles › durée par défaut : cette durée n’est pas un multiple du pas, ou elle est nulle.',
    ],
    [
      'durée par défaut: 1 h',
      'durée par défaut: 3 h',
      'règles › durée par défaut : la durée par défaut sort des durées minimale et maximale.',
    ],
    [
      'réservé à: partenaire',
      'réservé à: voisins',
      'espaces › atelier-bois › réservation › réservé à : « voisins » n’est pas un choix possible',
    ],
    ['dans: studio-son', 'dans: studio', 'espaces › cabine › dans : aucun espace n’a pour clé « studio ».'],
    [
      'dans: studio-son',
      'dans: studio-so',
      'espaces › cabine › dans : aucun espace n’a pour clé « studio-so ». Vouliez-vous dire « studio-son » ?',
    ],
    [
      'dans: studio-son',
      'dans: cabine',
      'espaces › cabine › dans : un espace ne peut pas être dans lui-même : cabine › cabine.',
    ],
    [
      'capacité: 6',
      'dans: cabine',
      'espaces › studio-son › dans : un espace ne peut pas être dans lui-même : studio-son › cabine › studio-son.',
    ],
    ['nom: Cabine', 'nom: Ménuiserie', 'espaces › cabine : le nom « Ménuiserie » est déjà pris par « atelier-bois ».'],
    [
      'slack: [T0TISANE]',
      'slack: T0TISANE',
      'connexions › slack : une liste est attendue, entre crochets ou une ligne par tiret, pas « T0TISANE ».',
    ],
    [
      'espaces:\n',
      'événements annuels:\n  bal: { nom: Bal, mois: juin, avec: [voisins] }\nespaces:\n',
      'événements annuels › bal › avec › n° 1 : aucun partenaire n’a pour clé « voisins ».',
    ],
    [
      'espaces:\n',
      'événements annuels:\n  bal: { nom: Bal, mois: juin, éditions: { an 1: rien } }\nespaces:\n',
      'événements annuels › bal › éditions › an 1 : « an 1 » n’est pas une année.',
    ],
    [
      'espaces:\n',
      'agenda: { objectifs par type: { atelier: [cohésion] } }\nespaces:\n',
      'agenda › objectifs par type › atelier › n° 1 : aucun objectif n’a pour clé « cohésion ».',
    ],
    [
      'espaces:\n',
      'agenda: { objectifs par type: { ateliers: [] } }\nespaces:\n',
      'agenda › objectifs par type › ateliers : la clé « ateliers » n’existe pas ici. Vouliez-vous dire « atelier » ?',
    ],
    ['espaces:\n', 'agenda: { durée par défaut: longtemps }\nespaces:\n', '« longtemps » n’est pas une durée.'],
    [
      'nom: La Tisane',
      'nom: La Tisane\nnom: Autre',
      'le fichier est mal formé : une clé de la même section y est écrite deux fois.',
    ],
    ['    mardi: 16h-22h', '\tmardi: 16h-22h', 'le fichier est mal formé : '],
  ])('%j written %j', (before, after, words) => {
    const problems = problemsAfter([before, after]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
    expect(problems[0]).toMatch(/^tisane\.yaml, /);
  });

  it('names the line of the file where the slip is', () => {
    const line = good.split('\n').findIndex((text) => text.includes('capacité: 4')) + 1;
    expect(problemsAfter(['capacité: 4', 'capacité: dix'])[0]).toMatch(`tisane.yaml, ligne ${line}, espaces ›`);
  });

  it('tells every problem at once, those of one line and those between two', () => {
    const problems = problemsAfter(
      ['nom: La Tisane', 'non: La Tisane'],
      ['mardi: 16h-22h', 'mardi: seize heures'],
      ['pas: 15 min', 'pas: 25 min'],
      ['capacité: 4', 'capacité: beaucoup'],
      ['dans: studio-son', 'dans: grenier'],
      ['le: 28/11/2026', 'le: 31/11/2026'],
      ['nom: Cabine', 'nom: menuiserie'],
    );
    const paths = problems.map((words) => words.replace(/^tisane\.yaml,( ligne \d+,)? /, '').replace(/ : .*/, ''));
    expect(paths).toEqual(
      expect.arrayContaining([
        'non',
        'horaires › semaine › mardi',
        'horaires › exceptions › n° 2 › le',
        'règles › pas',
        'espaces › atelier-bois › capacité',
        'espaces › cabine › dans',
        'espaces › cabine',
      ]),
    );
  });

  it('wants at least one space', () => {
    const none = good.replace(/espaces:\n.*$/s, 'espaces: {}\n');
    const parsed = parsePlace(none, 'tisane.yaml');
    expect(parsed.ok ? [] : parsed.error.map(placeProblem)).toEqual([
      expect.stringContaining('il faut au moins un espace'),
    ]);
  });

  it('refuses rules of booking on what is only let', () => {
    const [problem] = problemsAfter([
      'mode: en entier, validation: admin',
      'mode: par appel à candidatures, validation: admin',
    ]);
    expect(problem).toContain('espaces › studio-son › réservation › ');
    expect(problem).toContain('n’existe pas ici');
  });
});

describe('any text at all', () => {
  it.each([
    [''],
    ['null'],
    ['42'],
    ['[]'],
    ['- a\n- b'],
    ['"texte'],
    ['{'],
    ['espaces: 3\nhoraires: []\nrègles: oui'],
    ['a: &a [1, *a]'],
    ['__proto__: { nom: x }\nconstructor: 1'],
    [`a: &a [x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d]`],
    ['\u0000\u202e'],
  ])('%j is refused with words, never with an exception', (text) => {
    const parsed = parsePlace(text, 'x.yaml');
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) for (const problem of parsed.error) expect(placeProblem(problem)).toMatch(/^x\.yaml.*\.$/s);
  });
});
