// What is wrong with a place file, in words for someone who does not program: where, what, and what to write instead.
import type { Fault, Kind, PlaceProblem, PlaceWarning } from '../place/problem.ts';
import { enumerate, quoted } from './words.fr.ts';

type Sentences = { readonly [C in Fault['code']]: (fault: Extract<Fault, { readonly code: C }>) => string };

const NBSP = '\u00a0';
const EXPECTED: Readonly<Record<Kind, string>> = {
  text: 'un texte est attendu (entre guillemets s’il ne contient que des chiffres)',
  number: 'un nombre est attendu',
  whole: 'un nombre entier est attendu',
  list: 'une liste est attendue, entre crochets ou une ligne par tiret',
  section: 'une section est attendue, avec ses lignes en retrait dessous',
};

/** What yaml calls its errors, for the slips that people make. */
const SLIPS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'une clé de la même section y est écrite deux fois',
  TAB_AS_INDENT: 'le retrait contient une tabulation, mettez des espaces',
  BAD_INDENT: 'le retrait ne suit pas celui des lignes voisines',
  MISSING_CHAR: `il manque un guillemet, un crochet ou un deux-points`,
  BLOCK_AS_IMPLICIT_KEY: 'un texte qui contient un deux-points doit être entre guillemets',
  ALIAS: `les raccourcis ${quoted('&')} et ${quoted('*')} ne sont pas admis, recopiez le texte`,
  MULTILINE_IMPLICIT_KEY: 'il manque un deux-points après la clé',
};

const suggestion = (near: string | undefined): string =>
  near === undefined ? '' : ` Vouliez-vous dire ${quoted(near)}${NBSP}?`;

const sentences: Sentences = {
  'place.no_file': () => 'aucun fichier ne correspond. Vérifiez PLACES, ou copiez lieux/la-mijoteuse.yaml.',
  'place.unreadable': ({ reason }) => `le fichier ne peut pas être lu (${reason}).`,
  'place.bad_yaml': ({ kind }) =>
    `le fichier est mal formé${NBSP}: ${SLIPS[kind] ?? `cette ligne ne se lit pas (${kind})`}.`,
  'place.unknown_key': ({ key, near }) => `la clé ${quoted(key)} n’existe pas ici.${suggestion(near)}`,
  'place.missing': () => 'cette ligne manque.',
  'place.wrong_kind': ({ expected, found }) => `${EXPECTED[expected]}, pas ${quoted(found)}.`,
  'place.not_one_of': ({ found, allowed }) =>
    `${quoted(found)} n’est pas un choix possible${NBSP}: écrivez ${enumerate(allowed.map(quoted), 'ou')}.`,
  'place.too_small': ({ minimum }) => `le nombre est trop petit${NBSP}: au moins ${minimum}.`,
  'place.not_positive': () => `le nombre doit être plus grand que zéro.`,
  'place.too_big': ({ maximum }) => `le nombre est trop grand${NBSP}: au plus ${maximum}.`,
  'place.empty': () => 'le texte est vide. Écrivez-le, ou retirez la ligne.',
  'place.bad_key': ({ key }) =>
    `${quoted(key)} ne peut pas servir de clé${NBSP}: minuscules sans accent, chiffres et traits d’union seulement, par exemple ${quoted('salle-2')}.`,
  'place.not_hours': ({ found }) =>
    `${quoted(found)} n’est pas une plage d’heures. Écrivez par exemple ${quoted('9:00-12:30')}${NBSP}; le jour finit au plus tard à 23:59.`,
  'place.not_a_time': ({ found }) =>
    `${quoted(found)} n’est pas une heure. Écrivez par exemple ${quoted('17:00')} ou ${quoted('17 h')}.`,
  'place.not_a_duration': ({ found }) =>
    `${quoted(found)} n’est pas une durée. Écrivez par exemple ${quoted('30 min')}, ${quoted('1 h 30')} ou ${quoted('2 jours')}.`,
  'place.not_a_day': ({ found }) =>
    `${quoted(found)} n’est pas un jour du calendrier. Écrivez par exemple ${quoted('2026-12-24')} ou ${quoted('24/12/2026')}.`,
  'place.not_an_address': ({ found }) =>
    `${quoted(found)} n’est pas une adresse de page web. Écrivez-la en entier, par exemple ${quoted('https://exemple.fr/agenda.ics')}.`,
  'place.not_a_year': ({ found }) => `${quoted(found)} n’est pas une année. Écrivez-la en quatre chiffres.`,
  'place.unknown_zone': ({ found }) =>
    `${quoted(found)} n’est pas un fuseau horaire connu. Écrivez par exemple ${quoted('Europe/Paris')} ou ${quoted('America/Martinique')}.`,
  'place.ends_before_start': () => 'la fin vient avant le début, ou en même temps.',
  'place.hours_overlap': () => 'deux plages du même jour se chevauchent.',
  'place.which_days': () => `dites quel jour${NBSP}: soit ${quoted('le')}, soit ${quoted('du')} et ${quoted('au')}.`,
  'place.unknown_space': ({ key, near }) => `aucun espace n’a pour clé ${quoted(key)}.${suggestion(near)}`,
  'place.inside_itself': ({ chain }) => `un espace ne peut pas être dans lui-même${NBSP}: ${chain.join(' › ')}.`,
  'place.unknown_objective': ({ key, near }) => `aucun objectif n’a pour clé ${quoted(key)}.${suggestion(near)}`,
  'place.unknown_partner': ({ key, near }) => `aucun partenaire n’a pour clé ${quoted(key)}.${suggestion(near)}`,
  'place.unknown_choice': ({ key, near }) => `aucune réponse n’a pour clé ${quoted(key)}.${suggestion(near)}`,
  'place.unknown_service': ({ key, near }) => `aucun service n’a pour clé ${quoted(key)}.${suggestion(near)}`,
  'place.unknown_code': ({ found, near }) =>
    `${quoted(found)} n’est pas un code de ce vocabulaire.${suggestion(near)} Sans code, retirez la ligne.`,
  'place.word_shared': ({ word, with: other }) =>
    `le mot ${quoted(word)} mène déjà à ${quoted(other)}. Retirez l’un des deux.`,
  'place.says_nothing': () => 'il faut au moins un besoin, une étape, une forme ou un domaine.',
  'place.never_fires': ({ because }) =>
    `cette offre ne servira jamais${NBSP}: l’offre n°${NBSP}${because} répond à tout ce qu’elle dit. Retirez l’une des deux.`,
  'place.excludes_nobody': () => 'cette ligne n’écarte personne à qui une offre répondrait. Retirez-la.',
  'place.contradicts': ({ exclusion }) =>
    `cette offre et ${quoted('pas pour')} n°${NBSP}${exclusion} se contredisent${NBSP}: ce qui est proposé ici est toujours écarté là. Retirez l’une des deux.`,
  'place.unreached': ({ because }) =>
    because === 'no_offer'
      ? `aucune réponse ne mène à ce partenaire. Ajoutez ${quoted('orientation')} et ses offres.`
      : 'aucune réponse ne mène à ce partenaire, d’autres passent toujours avant lui. Précisez une forme, un domaine ou une étape dans ses offres.',
  'place.name_shared': ({ name, with: other }) =>
    `le nom ${quoted(name)} est déjà pris par ${quoted(other)}. Retirez l’un des deux.`,
  'place.shortest_over_longest': () => 'la durée minimale dépasse la durée maximale.',
  'place.stay_outside_bounds': () => 'la durée par défaut sort des durées minimale et maximale.',
  'place.off_step': () => 'cette durée n’est pas un multiple du pas, ou elle est nulle.',
  'place.step_splits_day': () => `le pas doit diviser la journée${NBSP}: 15 min, 30 min, 1 h…`,
  'place.kept_too_short': ({ leastDays }) => `il faut garder cela au moins ${leastDays} jours.`,
  'place.slot_length': ({ least, most }) => `un rendez-vous dure de ${least}${NBSP}min à ${most / 60}${NBSP}h.`,
  'place.no_space': () => 'il faut au moins un espace.',
  'place.same_id': ({ id, other }) =>
    `l’identifiant ${quoted(id)} est déjà celui de ${other}. Un lieu, un identifiant.`,
  'place.workspace_claimed': ({ workspace, other }) =>
    `${quoted(workspace)} est déjà rattaché au lieu de ${other}. Une équipe ou un serveur n’a qu’un lieu.`,
};

/** A key as it is written; an item of a list by its rank. */
const step = (key: string | number): string => (typeof key === 'number' ? `n°${NBSP}${key + 1}` : key);

const said = <C extends Fault['code']>(fault: Extract<Fault, { readonly code: C }>, code: C): string =>
  sentences[code](fault);

/** « lieux/la-mijoteuse.yaml, ligne 12, espaces › coworking › capacité : un nombre entier est attendu… ». */
export const placeProblem = (problem: PlaceProblem): string => {
  const line = problem.line === undefined ? [] : [`ligne${NBSP}${problem.line}`];
  const path = problem.path.length === 0 ? [] : [problem.path.map(step).join(' › ')];
  return `${[problem.file, ...line, ...path].join(', ')}${NBSP}: ${said(problem, problem.code)}`;
};

export const placeWarning = (warning: PlaceWarning): string => {
  switch (warning.code) {
    case 'place.capacity_unknown':
      return `${warning.file}, espaces › ${warning.spaceKey}${NBSP}: la capacité manque, le nombre de personnes n’y sera pas vérifié.`;
    case 'place.no_workspace':
      return `${warning.file}, connexions${NBSP}: il y a plusieurs lieux, et celui-ci ne nomme ni équipe Slack ni serveur Discord. Personne ne peut l’atteindre.`;
  }
};
