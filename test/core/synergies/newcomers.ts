// Eighteen more who came to the town once the matcher was built, with what one who knows them all would say of them.
import { type Case, type Line, split, type Townsfolk, written } from './town.ts';

const initiatives: readonly Line[] = [
  ['tricot', 'Club tricot', 'tricoter pour la maternité, un après-midi par semaine', 'culture gare idee', 'local', ''],
  [
    'bibliotheque',
    'Bibliothèque d’outils',
    'prêter perceuses et escabeaux entre voisins',
    'reemploi centre idee',
    'local participants',
    'materiel',
  ],
  [
    'friches',
    'Potager sur la friche',
    'une friche que la mairie laisse cultiver, trop vaste pour trois',
    'nature gare preparation',
    'participants materiel',
    'terrain',
  ],
  ['ruches', 'Ruches de quartier', 'deux ruches et un peu de miel', 'nature gare idee', 'terrain competences', ''],
  [
    'apiculteur',
    'Apiculteur retraité',
    'transmettre son savoir et son matériel',
    'nature sud idee',
    '',
    'competences materiel',
  ],
  ['chorale', 'Chorale des voisins', 'chanter le lundi soir', 'culture nord idee', 'local participants', ''],
  [
    'ecrivain',
    'Écrivaine publique',
    'lettres et dossiers, pour qui n’ose pas',
    'entraide val-d-aran idee',
    'local',
    'competences',
  ],
  ['velo-ecole', 'Vélo-école', 'apprendre le vélo à l’âge adulte', 'mobilite val-d-aran idee', 'materiel terrain', ''],
  ['skate', 'Skate pour tous', 'des ados cherchent où rouler', 'sport nord idee', 'terrain accompagnement', ''],
  [
    'soupe',
    'Soupe du vendredi',
    'cuisiner ensemble une soupe avec des légumes donnés',
    'alimentation val-d-aran idee',
    'materiel benevoles',
    '',
  ],
  [
    'etudiants',
    'Étudiants volontaires',
    'douze étudiants donnent deux heures par semaine',
    'entraide val-d-aran preparation',
    '',
    'benevoles',
  ],
  ['cine', 'Ciné-débat', 'un film et une discussion par trimestre', 'culture sud idee', 'local communication', ''],
];

const projects: readonly Line[] = [
  [
    'college',
    'Salle du collège',
    'le collège ouvre une salle le soir aux associations',
    'jeunesse nord active',
    'participants',
    'local',
  ],
  [
    'conserverie',
    'Conserverie solidaire',
    'soupes et confitures de légumes invendus',
    'alimentation gare lancement',
    'local financement',
    '',
  ],
  [
    'banque',
    'Fonds de quartier',
    'de petites aides de départ pour les projets d’habitants',
    'emploi nord active',
    '',
    'financement',
  ],
  ['mecano-velo', 'Bourse aux vélos', 'vélos d’occasion révisés', 'mobilite centre active', 'benevoles', 'materiel'],
  [
    'merciers',
    'La Mercerie',
    'laine, tissus et salle de travaux d’aiguille',
    'culture gare active',
    'participants',
    'local materiel',
  ],
  ['tremplin', 'Tremplin', 'conseils à qui monte une association', 'emploi nord active', '', 'accompagnement'],
];

export const newcomers: readonly Townsfolk[] = [
  ...initiatives.map(written('initiative')),
  ...projects.map(written('project')),
];

const cases: readonly (readonly [key: string, meets: string, never: string])[] = [
  ['tricot', 'merciers', 'garage-solidaire ruches'],
  ['bibliotheque', 'bois', 'boite-livres grainotheque'],
  ['friches', 'ruches', 'garage-rock foot-filles'],
  ['ruches', 'apiculteur friches', 'tricot velo-ecole'],
  ['apiculteur', 'ruches', 'foot-filles velo-ecole'],
  ['chorale', 'college', 'garde-enfants poulailler'],
  ['ecrivain', 'maison-aran', 'velo-ecole soupe'],
  ['velo-ecole', 'velo', 'jardin-aran ecrivain'],
  ['skate', 'tremplin', 'poulailler colocation'],
  ['soupe', 'etudiants cuisine', 'velo-ecole compost-aran'],
  ['etudiants', 'devoirs-aran soupe', 'ecrivain jardin-aran'],
  ['cine', 'possibles', 'trajets gym-douce'],
  ['college', 'chorale', 'skate colocation'],
  ['conserverie', 'banque', 'ruches tricot'],
  ['banque', 'conserverie toits', 'skate'],
  ['mecano-velo', 'mecanos', 'boite-livres francais'],
  ['merciers', 'tricot', 'ruches dechets-gare'],
  ['tremplin', 'garde-enfants skate', 'poulailler ordis'],
];

export const goldOfNewcomers: readonly Case[] = cases.map(([key, meets, never]) => ({
  key,
  meets: split(meets),
  never: split(never),
}));
