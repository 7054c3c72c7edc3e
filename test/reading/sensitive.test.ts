// A warning that cries wolf is no longer read, and one that stays silent is of no use: both ways, a table.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sensitiveIn, withoutSensitive } from '../../src/reading/sensitive.ts';

/** What is typed, what it says of someone, and what is left without it: nothing, where nothing else was said. */
const SAID = [
  ['Une dame dépressive cherche un local', 'health', 'Une dame cherche un local'],
  ['Elle a un diabète', 'health', ''],
  ['Femme d’origine algérienne, propose des cours de couture', 'origin', 'Femme, propose des cours de couture'],
  ['Elle est musulmane et cherche un local', 'religion', 'Elle cherche un local'],
  ['Il sort de prison et veut créer un atelier vélo', 'offence', 'Il veut créer un atelier vélo'],
  ['Léa, 06 12 34 56 78, propose un repair café', 'phone', 'Léa, propose un repair café'],
  ['Rappeler au 06.12.34.56.78 jeudi', 'phone', 'Rappeler jeudi'],
  ['Tél : +33 6 12 34 56 78', 'phone', ''],
  ['Tel 0033612345678', 'phone', ''],
  ['joindre au 06-12-34-56-78', 'phone', ''],
  ['0612345678', 'phone', ''],
  ['+33(0)6 12 34 56 78', 'phone', ''],
  ['Son mail est lea.martin@example.org', 'email', ''],
  ['Écrire à lea [at] example.org', 'email', ''],
  ['Habite 12 rue des Lilas', 'address', ''],
  ['12 rue des Lilas', 'address', ''],
  [
    'Elle habite au 3 bis avenue Jean Jaurès à Colomiers et veut lancer un jardin partagé',
    'address',
    'Elle veut lancer un jardin partagé',
  ],
  ['habite rue des Lilas', 'address', ''],
  ['5, place du Capitole 31000 Toulouse', 'address', ''],
  ['appartement 34', 'address', ''],
  ['Les diabétiques du quartier se réunissent', 'health', ''],
  ['Monsieur diabétique, cherche un emploi', 'health', 'Monsieur, cherche un emploi'],
  ['Jeune femme handicapée qui veut créer son entreprise', 'health', 'Jeune femme qui veut créer son entreprise'],
  ['En situation de handicap, elle cherche un local adapté', 'health', 'Elle cherche un local adapté'],
  ['Homme en fauteuil roulant, veut ouvrir un café', 'health', 'Homme, veut ouvrir un café'],
  ['Il est schizophrène', 'health', ''],
  ['elle est dépressive depuis son divorce', 'health', ''],
  ['suivi psychiatrique en cours', 'health', ''],
  ['Il a un cancer', 'health', ''],
  ['À cause de sa dépression, elle reporte son projet', 'health', 'Elle reporte son projet'],
  ['Elle a reporté son projet à cause de sa dépression', 'health', 'Elle a reporté son projet'],
  ['Hospitalisée la semaine dernière', 'health', ''],
  ["en arrêt maladie jusqu'à juin", 'health', ''],
  ['elle est enceinte de 6 mois', 'health', ''],
  ['problèmes de santé', 'health', ''],
  ['Bénéficiaire de la RQTH', 'health', ''],
  ['touche l’AAH', 'health', ''],
  ['Alcoolique, il cherche à s’en sortir', 'health', 'Il cherche à s’en sortir'],
  ['tentative de suicide', 'health', ''],
  ['Il est juif', 'religion', ''],
  ['famille juive', 'religion', ''],
  ['Une chrétienne pratiquante', 'religion', ''],
  ['Catholiques du quartier', 'religion', ''],
  ['témoin de Jéhovah', 'religion', ''],
  ['Elle porte le voile', 'religion', ''],
  ['Famille syrienne arrivée en mars', 'origin', 'Famille arrivée en mars'],
  ['Un Malien qui cuisine très bien', 'origin', 'Qui cuisine très bien'],
  ['Elle est roumaine', 'origin', ''],
  ["d'origine marocaine", 'origin', ''],
  ['sans-papiers', 'origin', ''],
  ['Demandeuse d’asile, elle attend une réponse', 'origin', 'Elle attend une réponse'],
  ['Réfugié, il parle anglais', 'origin', 'Il parle anglais'],
  ['une jeune rom', 'origin', ''],
  ['Il a été condamné pour vol', 'offence', ''],
  ['Ancien détenu', 'offence', ''],
  ['casier judiciaire', 'offence', ''],
  ['sous bracelet électronique', 'offence', ''],
  ['Victime de violences conjugales, elle cherche un logement', 'offence', 'Elle cherche un logement'],
  ['en garde à vue', 'offence', ''],
  ['Ex-détenue', 'offence', ''],
  ['Il a fait de la prison', 'offence', ''],
  ['Elle est séropositive', 'health', ''],
  ['malvoyante, elle veut un écran adapté', 'health', 'elle veut un écran adapté'],
  ['Sourd de naissance', 'health', ''],
  ['atteint de la maladie de Parkinson', 'health', ''],
  ['Femme musulmane et dépressive, propose un atelier couture', 'religion health', 'Femme, propose un atelier couture'],
  ['Karim (06 12 34 56 78) cherche des bénévoles', 'phone', 'Karim cherche des bénévoles'],
  ['Contact : karim@exemple.fr, propose du matériel', 'email', 'Propose du matériel'],
  ['Mme Diallo, 8 allée des Acacias, veut un composteur', 'address', 'Mme Diallo, veut un composteur'],
] as const;

const UNSAID = [
  "Repair café au Val d'Aran, cherche un local et des bénévoles",
  'jardin partagé',
  'aide aux personnes âgées',
  'local au 12',
  'maison de santé',
  'La maison de santé cherche un local',
  'ateliers santé',
  'sport santé pour tous',
  'Rendez-vous le 06/12/2026 à 14 h 30',
  'le 01.02.2026 à 14 h',
  '12 places disponibles',
  'il reste 1 place de libre',
  '2 cours de français par semaine',
  '3 rues à nettoyer',
  'cuisine algérienne',
  'repas marocain et musique africaine',
  'cours d’arabe',
  'café turc le jeudi',
  'restaurant italien solidaire',
  'produits d’origine locale',
  'd’origine biologique',
  'l’origine du projet',
  'Atelier d’écriture avec le Secours catholique',
  'Secours islamique',
  'accueil des réfugiés',
  'cours de français pour les migrants',
  'aide aux sans-papiers',
  'atelier pour les personnes handicapées',
  'sensibilisation au handicap',
  'jardin accessible aux personnes en situation de handicap',
  'prévention du diabète',
  'course contre le cancer',
  'Ligue contre le cancer',
  'café Alzheimer',
  'aide aux aidants',
  'groupe de parole sur l’addiction',
  'prévention de la délinquance',
  'maison d’arrêt',
  'assurance maladie',
  'Caisse d’assurance maladie',
  'bateau à voile',
  'roue voilée à redresser',
  'dans l’enceinte du lieu',
  'enceintes pour le concert',
  'test à l’aveugle',
  "dégustation à l'aveugle",
  'protestant contre la fermeture',
  'la mairie condamne la porte',
  'rue aux enfants',
  'vide-grenier place du marché',
  'réunion à la mairie, salle 3',
  'budget 12 000 euros',
  'SIRET 123 456 789 00012',
  'code postal 31770',
  '20 personnes attendues',
  'tous les 15 jours',
  'SCOP de 4 personnes',
  'boulangerie bio et solidaire',
  'garde d’enfants partagée',
  'maraude du samedi',
  'épicerie solidaire',
  'monnaie locale',
  'jeunes du quartier',
  'femmes du quartier',
  'familles monoparentales',
  'demandeurs d’emploi',
  'moins de 30 ans',
  'personnes isolées',
  'lien entre générations',
  'conseil citoyen',
  'fête des voisins',
  'ruche et compost',
  'boîte à livres rue du Centre',
  'près de l’église',
  'local rue des Lilas',
  'bureau 2',
  'vélos à réparer, 10 à 12 par mois',
  'friperie de la rue',
  'stage de théâtre',
  'chorale gospel',
  'projection d’un film sur la prison',
  'bibliothèque de la prison',
  'association des Portugais de Colomiers',
];

describe('a warning is given', () => {
  test.each(SAID)('of « %s »: %s', (text, kinds) => {
    expect([...new Set(sensitiveIn(text).map(({ kind }) => kind))].join(' ')).toBe(kinds);
  });

  test('in the very words that were typed', () => {
    expect(sensitiveIn('Léa, DÉPRESSIVE, au 06.12.34.56.78')).toEqual([
      { kind: 'health', words: 'DÉPRESSIVE' },
      { kind: 'phone', words: '06.12.34.56.78' },
    ]);
  });

  test('whatever the accents, the apostrophes and the spaces', () => {
    expect(sensitiveIn('d’origine   algerienne')).toEqual(
      sensitiveIn('d’origine   algérienne').map((each) => ({ ...each, words: 'd’origine   algerienne' })),
    );
    expect(sensitiveIn('06\u00a012\u00a034\u00a056\u00a078')).toHaveLength(1);
  });
});

test.each(UNSAID)('nothing is said of « %s », and it stays as it is', (text) => {
  expect(sensitiveIn(text)).toEqual([]);
  expect(withoutSensitive(text)).toBe(text);
});

describe('the same without it', () => {
  test.each(SAID)('« %s » (%s) leaves « %s »', (text, _, left) => expect(withoutSensitive(text)).toBe(left));

  test('nothing sensitive is left, whatever was put together', () => {
    const piece = fc.constantFrom(...SAID.map(([text]) => text), ...UNSAID);
    const joint = fc.constantFrom(', ', '. ', ' et ', ' (', ') ', '\n', ' ', ' : ');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, joint), { minLength: 1, maxLength: 5 }), (parts) => {
        expect(sensitiveIn(withoutSensitive(parts.flat().join('')))).toEqual([]);
      }),
    );
  });

  test('a long text takes no longer than one waits', () => {
    const begun = performance.now();
    for (const long of [
      'a'.repeat(3000),
      ' '.repeat(3000),
      '06 '.repeat(1000),
      'et, '.repeat(700),
      'rue de la '.repeat(300),
    ])
      withoutSensitive(`${long} elle est dépressive`);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
