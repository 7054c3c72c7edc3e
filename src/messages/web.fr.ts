// The words of the web pages.
import type { EventKind } from '../core/agenda/model.ts';
import type { Place, Space } from '../place/model.ts';
import { kindNames } from './event.fr.ts';
import { closedDays, openDays } from './hours.fr.ts';
import { capacity, howShared, surface } from './place-words.fr.ts';
import { count, day, sentenceCase, shortDay, weekday } from './words.fr.ts';

/** As they stand in an address. */
export const kindSlugs: Readonly<Record<EventKind, string>> = {
  workshop: 'atelier',
  session: 'permanence',
  info_meeting: 'reunion-d-information',
  gathering: 'rencontre',
  ess_month: 'mois-de-l-ess',
  committee: 'comite',
  other: 'autre',
};

export const webWords = {
  skip: 'Aller au contenu',
  menu: 'Pages du lieu',
  agenda: 'Agenda',
  spaces: 'Espaces',
  wall: 'Écran d’accueil',
  places: 'Les lieux',
  where: ({ town, address }: Place): string => (address ? `${address}, ${town}` : town),
  hours: 'Horaires',
  week: ({ hours }: Place): readonly string[] =>
    [...openDays(hours), ...closedDays(hours)].map((said) => `${sentenceCase(said)}.`),
  /** What is known, and nothing of what is not: a page for passers-by. */
  space: (space: Space): readonly string[] => [
    ...(space.surfaceM2 === undefined ? [] : [surface(space.surfaceM2)]),
    ...(space.use.by === 'seat' ? [capacity(space) ?? ''] : []),
    howShared(space),
  ],
  today: 'Aujourd’hui',
  freeNow: 'Les espaces en ce moment',
  toNote: 'À noter',
  howToBook: 'Réserver, s’inscrire',
  how: 'On réserve et on s’inscrit depuis Slack ou Discord, en écrivant à Mijote comme on parle\u00a0:',
  /** Of a space that can be booked there. */
  example: ({ spaces }: Place): string => {
    const shown = spaces.find(({ use }) => use.by === 'seat') ?? spaces.find(({ use }) => use.by === 'whole');
    return `/reserver ${shown?.name.toLowerCase() ?? ''} demain`.replace('  ', ' ');
  },
  timeline: (first: Temporal.PlainDate, last: Temporal.PlainDate): string =>
    first.equals(last) ? day(first) : `${day(first)} – ${day(last)}`,
  toCome: 'Ce qui vient',
  noEvent: 'Rien n’est encore annoncé. L’agenda se remplit au fil des semaines\u00a0: revenez le voir.',
  noEventLater: 'Rien n’est annoncé après cette date.',
  later: (date: Temporal.PlainDate): string => `La suite, à partir du ${shortDay(date)}`,
  fromDate: (date: Temporal.PlainDate): string => `À partir du ${day(date)}`,
  backToNow: 'Revenir à aujourd’hui',
  subscribe: 'S’abonner à l’agenda',
  subscribeHow:
    'Ajoutez une de ces adresses à votre calendrier («\u00a0s’abonner à un calendrier\u00a0»)\u00a0: il se tiendra à jour tout seul.',
  wholeAgenda: 'Tout l’agenda',
  kindFeed: (kind: EventKind): string => sentenceCase(kindNames[kind].many),
  feedTitle: (place: Place): string => `Agenda, ${place.name}`,
  kindFeedTitle: (place: Place, kind: EventKind): string => `${sentenceCase(kindNames[kind].many)}, ${place.name}`,
  spacesTitle: 'Les espaces',
  dayColumn: 'Jour',
  takenColumn: 'Ce qui est libre',
  tableOf: (space: Space, week: string): string => `${space.name}, ${week.charAt(0).toLowerCase()}${week.slice(1)}`,
  nextWeek: 'Semaine suivante',
  previousWeek: 'Semaine précédente',
  otherWeeks: 'Autres semaines',
  legend: 'Plus la colonne est haute, plus il y a de places prises. Les mots disent la même chose.',
  dayName: (date: Temporal.PlainDate): string =>
    `${sentenceCase(weekday(date.dayOfWeek))} ${date.day === 1 ? '1er' : date.day}`,
  offices: 'Aussi dans le lieu',
  addToCalendar: 'Ajouter à mon calendrier',
  cancelled: 'Annulé',
  signUp: 'Participer',
  signUpHow: 'Pour participer, ou prévenir que vous ne venez plus, écrivez à Mijote dans Slack ou Discord\u00a0:',
  signUpLine: (id: number): string => `/evenement inscrire ${id}`,
  fromElsewhere: 'Cet événement vient de l’agenda d’un partenaire\u00a0: c’est auprès de lui que l’on s’inscrit.',
  noSuchEvent: 'Cet événement n’existe pas, ou plus.',
  seeAgenda: 'Voir l’agenda',
  wallTitle: (place: Place): string => `${place.name}, aujourd’hui`,
  nothingToday: 'Rien à l’agenda aujourd’hui.',
  nothingToCome: 'Rien d’autre n’est annoncé.',
  underWay: 'en ce moment',
  lastSeen: 'Mijote ne répond pas. Dernière mise à jour à',
  andMore: (left: number): string => `… et ${count(left, 'autre', 'autres')}.`,
  notFound: 'Cette page n’existe pas.',
  noSuchWeek: 'Cette semaine n’est pas affichée.',
  unavailable: 'Mijote ne peut pas répondre pour l’instant. Revenez dans une minute.',
  tooMany: 'Trop de demandes à la fois depuis cette adresse. Revenez dans une minute.',
  home: 'Revenir à l’accueil',
  wrongMethod: 'Cette adresse se lit seulement.',
  portTaken: (port: number): string =>
    `Le port ${port} est déjà pris, peut-être par un autre Mijote. Arrêtez l’autre programme, ou donnez un autre PORT.`,
  cannotListen: (host: string, port: number): string =>
    `La page web ne peut pas s’ouvrir sur ${host}, port ${port}. Vérifiez HOST et PORT.`,
} as const;
