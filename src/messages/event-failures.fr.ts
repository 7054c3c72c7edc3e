// What is said when an event cannot be made, changed or cancelled.
import type { EventActFailure, Obstacle } from '../core/agenda/acts.ts';
import type { Place } from '../place/model.ts';
import { spaceOf } from '../place/model.ts';
import { code, type Line, strong } from '../reply/tree.ts';
import { eventWhen } from './event.fr.ts';
import { count, day, moment, number, quoted, sentenceCase } from './words.fr.ts';

type Own = Exclude<EventActFailure, { readonly code: 'event.not_found' }>;
type Sentences = {
  readonly [C in Own['code']]: (failure: Extract<Own, { readonly code: C }>, place: Place) => Line;
};

const theSpace = (place: Place, key: string): string =>
  sentenceCase(spaceOf(place, key)?.nameWithArticle ?? quoted(key));

const holding = (by: Obstacle): string => {
  switch (by.by) {
    case 'event':
      return ` est occupé par ${quoted(by.title)}`;
    case 'closure':
      return ` est fermé (${by.reason})`;
    case 'session':
      return ' est occupé par une permanence';
    case 'committee':
      return ' est occupé par un comité';
    case 'booking':
      return ' est déjà réservé';
    case 'past':
      return ' n’est plus libre';
  }
};

export const eventSentences: Sentences = {
  'event.not_yours': ({ event }) => [
    strong(event.title),
    ' n’est pas à vous, et je n’ai rien changé. Demandez à l’équipe d’animation, ou à qui l’organise.',
  ],
  'event.from_feed': ({ event }) => [
    strong(event.title),
    ' vient de l’agenda d’un partenaire\u00a0: c’est là-bas qu’il se change. Je n’ai rien fait.',
  ],
  'event.cancelled': ({ event }) => [
    strong(`${event.title}, ${eventWhen(event)}`),
    ', est déjà annulé. Créez une autre date avec ',
    code('/evenement creer'),
    '.',
  ],
  'event.over': ({ event }) => [
    strong(`${event.title}, ${eventWhen(event)}`),
    ', est passé\u00a0: il ne se change plus.',
  ],
  'event.past': ({ start, end }) => [
    'Ce moment est passé\u00a0: ',
    strong(moment(start, end)),
    '. Donnez un jour ou une heure à venir.',
  ],
  'event.hours_needed': ({ date }) => [
    'Le lieu est fermé ',
    strong(day(date)),
    '\u00a0: dites à quelle heure l’événement se tient, par exemple ',
    code('10h-12h'),
    '.',
  ],
  'event.reason_needed': ({ event, people }) => [
    strong(event.title),
    `\u00a0: ${count(people, 'personne a répondu', 'personnes ont répondu')}, et ${people < 2 ? 'lira' : 'liront'} le motif. Ajoutez-le à la fin, par exemple `,
    code('— intervenante malade'),
    '\u00a0; rien n’est fait pour l’instant.',
  ],
  'event.two_places': () => [
    'Un événement se tient ici ou ailleurs, pas les deux\u00a0: gardez l’espace ou le lieu. Je n’ai rien fait.',
  ],
  'event.leased': ({ spaceKey }, place) => [
    strong(theSpace(place, spaceKey)),
    ' se loue, et n’accueille pas d’événement. Choisissez un autre espace avec ',
    code('/lieu'),
    '.',
  ],
  'event.too_many_places': ({ spaceKey, places, most }, place) => [
    strong(theSpace(place, spaceKey)),
    ` accueille ${count(most, 'personne', 'personnes')} au plus, et vous ouvrez ${number(places)} places. Réduisez le nombre, ou choisissez un autre espace.`,
  ],
  'event.no_slot': ({ minutes }) => [
    `Une permanence plus courte qu’un rendez-vous (${count(minutes, 'minute', 'minutes')}) ne peut recevoir personne. Allongez-la, ou raccourcissez les rendez-vous\u00a0; rien n’a été fait.`,
  ],
  'event.places_by_slot': ({ event }) => [
    strong(event.title),
    ' se tient sur rendez-vous\u00a0: ses heures disent combien de personnes peuvent venir. Changez ses heures, et ses créneaux suivent\u00a0; rien n’a été fait.',
  ],
  'event.slots_lost': ({ event, people }) => [
    strong(event.title),
    `\u00a0: ${count(people, 'rendez-vous pris serait', 'rendez-vous pris seraient')} en dehors de ces heures, et rien n’a changé. Gardez des heures qui les contiennent, ou annulez la permanence avec son motif\u00a0: chaque personne sera prévenue et pourra choisir une autre date.`,
  ],
  'event.too_many': ({ count: asked, most }) => [
    `Cela ferait ${count(asked, 'date', 'dates')}, et je n’en écris pas plus de ${most} à la fois. Donnez une fin plus proche\u00a0; rien n’a été fait.`,
  ],
  'event.nothing_to_change': ({ event }) => [
    'Rien ne change pour ',
    strong(event.title),
    '. Dites ce qui change, par exemple ',
    code(`/evenement modifier ${event.id} jeudi 14h`),
    '.',
  ],
  'event.space_taken': ({ spaceKey, start, end, by, alternatives }, place) => [
    strong(theSpace(place, spaceKey)),
    `${holding(by)}, ${moment(start, end)}. Je n’ai rien fait.`,
    alternatives.length > 0 ? ' Voici ce qui est libre\u00a0:' : ' Essayez un autre moment ou un autre espace.',
  ],
  'event.none': () => ['Aucune date n’est possible, et rien n’a été fait.'],
};
