// The small sentences about a space: how it is shared, its rules, what it holds.
import { type Equipment, type Partner, type Place, type Role, type Space, spaceOf } from '../place/model.ts';
import { count, duration, number } from './words.fr.ts';

const NBSP = '\u00a0';

export const UNKNOWN = 'non communiqué';
export const UNKNOWN_F = 'non communiquée';

/** « 57 m² ». */
export const surface = (squareMetres: number | undefined): string =>
  squareMetres === undefined ? UNKNOWN_F : `${number(squareMetres)}${NBSP}m²`;

export const howShared = ({ use, freeAccess }: Space): string => {
  switch (use.by) {
    case 'seat':
      return freeAccess ? 'en accès libre, à la place' : 'à la place';
    case 'whole':
      return freeAccess ? 'en accès libre, réservable en entier' : 'réservable en entier';
    case 'lease':
      return use.office === undefined
        ? 'loué sur appel à candidatures'
        : `bureau ${use.office === 'shared' ? 'partagé' : 'individuel'}, loué sur appel à candidatures`;
  }
};

export const capacity = ({ use }: Space): string | undefined => {
  switch (use.by) {
    case 'seat':
      return count(use.capacitySeats, 'personne', 'personnes');
    case 'whole':
      return use.capacityPeople === undefined ? UNKNOWN_F : count(use.capacityPeople, 'personne', 'personnes');
    case 'lease':
      return undefined;
  }
};

const BY: Readonly<Record<Role, string>> = {
  membre: 'un membre',
  veilleuse: 'une veilleuse',
  partenaire: 'un partenaire',
  comite: 'le comité de sélection',
  animation: 'l’équipe d’animation',
  admin: 'l’administration du lieu',
};

const FOR: Readonly<Record<Role, string>> = {
  membre: 'tout le monde peut réserver',
  veilleuse: 'réservé aux veilleuses',
  partenaire: 'réservé aux partenaires',
  comite: 'réservé au comité de sélection',
  animation: 'réservé à l’équipe d’animation',
  admin: 'réservé à l’administration du lieu',
};

const isZero = (length: Temporal.Duration): boolean => length.total('minutes') === 0;

/** What holds for a booking, one rule a sentence; none for what is let. */
export const bookingRules = ({ use }: Space): readonly string[] => {
  if (use.by === 'lease') return [];
  const { policy } = use;
  return [
    `de ${duration(policy.shortest)} à ${duration(policy.longest)}, par pas de ${duration(policy.step)}`,
    `${duration(policy.defaultStay)} si vous ne dites que l’heure de début`,
    `jusqu’à ${count(policy.horizonDays, 'jour', 'jours')} à l’avance`,
    FOR[policy.whoMayBook],
    ...(policy.approval === undefined ? [] : [`à valider par ${BY[policy.approval]}`]),
    ...(policy.quotaPerWeek === undefined
      ? []
      : [`${count(policy.quotaPerWeek, 'réservation', 'réservations')} par personne et par semaine, au plus`]),
    ...(policy.structureQuotaPerWeek === undefined
      ? []
      : [
          `${count(policy.structureQuotaPerWeek, 'réservation', 'réservations')} par structure et par semaine, au plus`,
        ]),
    ...(isZero(policy.minNotice) ? [] : [`au moins ${duration(policy.minNotice)} avant`]),
    ...(isZero(policy.cancellationDeadline)
      ? []
      : [`annulation possible jusqu’à ${duration(policy.cancellationDeadline)} avant le début`]),
  ];
};

/** « 2 ordinateurs fixes », « canapés »: with its number where things are counted. */
export const equipmentWords = ({ name, plural, count: total }: Equipment): string =>
  total === undefined ? name : count(total, name, plural ?? name);

/** « 2 ordinateurs fixes »: so many of a space's equipment; a key that the place no longer has is said as it is. */
export const unitsWords = (place: Place, spaceKey: string, key: string, units: number): string => {
  const found = spaceOf(place, spaceKey)?.equipment.find((each) => each.key === key);
  const name = found?.name.toLowerCase() ?? key;
  return count(units, name, found?.plural?.toLowerCase() ?? name);
};

/** « la cuisine »: the spaces that stand inside this one. */
export const innerSpaces = (place: Place, { key }: Space): readonly string[] =>
  place.spaces.filter(({ inside }) => inside === key).map(({ nameWithArticle }) => nameWithArticle);

/** What a partner's link with the place is, in a word. */
export const linkNames: Readonly<Record<Partner['link'], string>> = {
  established: 'partenariat engagé',
  regular: 'lien régulier',
  developing: 'lien en développement',
};
