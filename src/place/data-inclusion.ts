// The words of data.inclusion, the French vocabulary of social and professional inclusion, that a place's orientation may
// name: its publics, and its themes of creating an activity and of training. Its version is in the address: a place file says
// which one it was written for. https://github.com/gip-inclusion/data-inclusion-schema

export const DATA_INCLUSION = 'data-inclusion v1';

export const inclusionPublics: readonly string[] = [
  'actifs',
  'beneficiaires-des-minimas-sociaux',
  'demandeurs-emploi',
  'etudiants',
  'familles',
  'femmes',
  'jeunes',
  'personnes-en-situation-de-handicap',
  'personnes-en-situation-durgence',
  'personnes-en-situation-juridique-specifique',
  'personnes-exilees',
  'residents-qpv-frr',
  'seniors',
  'tous-publics',
];

export const inclusionThemes: readonly string[] = [
  'creer-une-entreprise--definir-son-projet-de-creation-dentreprise',
  'creer-une-entreprise--developper-son-entreprise',
  'creer-une-entreprise--structurer-son-projet-de-creation-dentreprise',
  'se-former--monter-son-dossier-de-formation',
  'se-former--trouver-sa-formation',
];
