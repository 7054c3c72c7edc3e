// The last to come, once nothing was to be changed any more: looked at once.
import { type Case, type Line, split, type Townsfolk, written } from './town.ts';

const initiatives: readonly Line[] = [
  ['echecs', 'Club d’échecs', 'jouer aux échecs le dimanche', 'convivialite nord idee', 'local participants', ''],
  [
    'violoncelle',
    'Professeure de violoncelle',
    'une musicienne offre des leçons à qui n’en a pas les moyens',
    'culture gare idee',
    '',
    'competences',
  ],
  ['fanfare', 'Fanfare de quartier', 'une fanfare ouverte aux débutants', 'culture gare idee', 'competences local', ''],
  [
    'frigo',
    'Frigo solidaire',
    'un frigo en libre-service devant la gare',
    'alimentation gare idee',
    'materiel reseau',
    '',
  ],
  [
    'maraichers',
    'Maraîchers voisins',
    'trois maraîchers donnent leurs surplus',
    'alimentation gare preparation',
    '',
    'reseau materiel',
  ],
  [
    'demenagement',
    'Coup de main déménagement',
    'des bras et une camionnette',
    'entraide sud idee',
    'materiel',
    'benevoles',
  ],
  [
    'camionnette',
    'Camionnette partagée',
    'une camionnette à emprunter entre voisins',
    'entraide sud idee',
    'participants',
    'materiel',
  ],
  ['piscine', 'Aquagym des aînés', 'de l’aquagym le matin', 'sport centre idee', 'financement participants', ''],
  [
    'tuteurs',
    'Tuteurs de lycée',
    'des ingénieurs retraités aident en maths',
    'jeunesse val-d-aran idee',
    '',
    'competences benevoles',
  ],
  [
    'isolation',
    'Isoler ensemble',
    'des voisins isolent leurs combles à plusieurs',
    'habitat centre idee',
    'competences accompagnement',
    '',
  ],
  ['fresque', 'Fresque du tunnel', 'peindre le tunnel de la gare', 'culture gare idee', 'terrain materiel', ''],
  ['occitan', 'Veillée en occitan', 'contes et chants en occitan', 'langues val-d-aran idee', 'local', 'participants'],
];

const projects: readonly Line[] = [
  ['preau', 'Le Préau', 'un préau ouvert aux associations le dimanche', 'convivialite nord active', '', 'local'],
  [
    'sono',
    'Sono à partager',
    'des micros et des enceintes, avec qui sait les brancher',
    'culture sud active',
    'communication',
    'materiel competences',
  ],
];

export const passersBy: readonly Townsfolk[] = [
  ...initiatives.map(written('initiative')),
  ...projects.map(written('project')),
];

const cases: readonly (readonly [key: string, meets: string, never: string])[] = [
  ['echecs', 'preau', 'garde-enfants'],
  ['violoncelle', 'fanfare', 'ruches garage-solidaire'],
  ['fanfare', 'violoncelle', 'ruches frigo'],
  ['frigo', 'maraichers', 'fresque dechets-gare'],
  ['maraichers', 'frigo', 'fresque fanfare'],
  ['demenagement', 'camionnette', 'jardin-aran boite-livres'],
  ['camionnette', 'demenagement', 'jardin-aran'],
  ['piscine', 'epargne', 'isolation boite-livres'],
  ['tuteurs', 'devoirs-aran', 'isolation ruches'],
  ['isolation', 'tilleuls energie', 'violoncelle ruches'],
  ['fresque', 'studio', 'friches compost-aran'],
  ['occitan', 'langues-aran maison-aran', 'repair-aran'],
  ['preau', 'echecs chorale', 'skate'],
  ['sono', 'possibles garage-rock', 'jardin-aran trajets'],
];

export const goldOfPassersBy: readonly Case[] = cases.map(([key, meets, never]) => ({
  key,
  meets: split(meets),
  never: split(never),
}));
