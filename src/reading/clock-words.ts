// The words of hours, moments and durations. Folded: no accent, no capital.
import { phrases } from './phrases.ts';
import { wordSet } from './word-set.ts';

export const HOUR_UNITS = new Set(['h', 'heure', 'heures', 'hr', 'hrs', 'hs', 'heur', 'heurs', 'plombes']);
export const MINUTE_UNITS = new Set(['min', 'mn', 'mins', 'mns', 'minute', 'minutes']);

/** Spellings of a moment of the day that everyone shares; the place says when each begins and ends. */
export const MOMENT_FAMILIES: readonly (readonly string[])[] = [
  'matin matinee mat matins matinees morning am avantledejeuner avantdejeuner avantmanger avantlerepas',
  'midi midis pausedejeuner pausedemidi pausemidi mijournee heuredudejeuner milieudejournee milieudelajournee',
  `apresmidi apresmidis aprems pm aprem apremidi apresmid aprm apm apresm aprmidi apdej apremid afternoon tantot apresdejeuner apresledejeuner
  apresmanger apreslerepas`,
  'soir soiree soirs soirees evening apresletravail apresletaf',
].map((words) => [...wordSet(words)]);

/** Nouns first, moments second (« soirée jeux »): read as moments only where something before says so. */
export const NOUN_MOMENTS = new Set(['soiree', 'matinee']);

/** What follows a number of people, or of things that are no hours. */
export const HEADS = wordSet(`
  personne personnes pers perso persos prs p place places pl poste postes siege sieges bureau bureaux chaise
  chaises participant participants participante participantes gens tetes pax adulte adultes enfant enfants
  collegue collegues membre membres invite invites convive convives benevole benevoles ami amis amies copain
  copains copines coworker coworkers stagiaires habitants personen humains autre autres individus inscrits
  visiteurs eleves
`);

/** Not a time at all, though it speaks of one: asked again. */
export const VAGUE = phrases(`
  un de ces quatre, un de ces 4, un de ces jours, un de ses quatre, un de ses jours, un jour, un autre jour,
  un jour prochain, reveillon, le reveillon, plus tard, plus tot, bientot, prochainement, sous peu,
  tout a l heure, a l occasion, n importe quand, nimporte quand, quand c est possible, quand vous voulez,
  quand tu veux, quand vous pouvez, peu importe quand,
  peu importe le jour, n importe quel jour, dans quelques jours, dans quelque temps, dans les prochains jours,
  ces prochains jours, ces jours ci, un de ces matins, un de ces soirs, dans peu de temps, le lendemain,
  la veille, une autre fois, la prochaine fois, un matin, un soir, un midi, un apres midi, une apres midi,
  une aprem, un aprem, une matinee, une soiree, cette nuit, la nuit, dans la nuit, en semaine, le week end,
  le weekend, le we, en week end, en weekend, dans la semaine, en fin de semaine, en debut de semaine,
  fin de semaine, debut de semaine, courant de semaine, en milieu de semaine, milieu de semaine, dans le mois,
  d ici la fin de la semaine, d ici la fin du mois, d ici fin, dans le mois qui vient, l un des jours, un des jours, un jour de, un apres midi de, un matin de, dans le courant de la semaine,
  dans le courant du mois, courant de la semaine, apres les vacances, avant les vacances, l ete prochain,
  l hiver prochain, l automne prochain, le printemps prochain, a tantot, en debut de semaine prochaine,
  debut de semaine prochaine, en fin de semaine prochaine, fin de semaine prochaine, en milieu de semaine prochaine,
  debut de la semaine prochaine, fin de la semaine prochaine, milieu de semaine prochaine,
  fin du mois, fin de mois, debut du mois, debut de mois, en fin d annee, en cours de semaine
`);

/** The present, and what is meant to start at once. */
export const PRESENT = phrases(`
  maintenant, tout de suite, de suite, la maintenant, la tout de suite, des maintenant,
  a partir de maintenant, immediatement, sur le champ, en ce moment, a l instant, now, tt de suite,
  toute de suite, mtn, mnt, dans l immediat
`);
