// What is said when a partner's session cannot be held, called off, or its people written down.
import type { PartnersFailure } from '../core/partners/model.ts';
import type { SessionsFailure } from '../core/sessions/model.ts';
import type { Place } from '../place/model.ts';
import { code, type Line, strong } from '../reply/tree.ts';
import { eventWhen } from './event.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { count, day, enumerate, hour, shortDay } from './words.fr.ts';

type Own = Exclude<SessionsFailure, PartnersFailure | { readonly code: 'event.not_found' }>;
type Sentences = {
  readonly [C in Own['code']]: (failure: Extract<Own, { readonly code: C }>, place: Place) => Line;
};

interface Days {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** « jeudi 26 novembre 2026 », « du … au … ». */
export const daysWords = ({ start, end }: Days): string => {
  const last = end.subtract({ nanoseconds: 1 });
  return start.toPlainDate().equals(last.toPlainDate()) ? day(start) : `du ${shortDay(start)} au ${day(last)}`;
};

export const sessionsSentences: Sentences = {
  'sessions.no_partner': () => [
    'Vous ne parlez au nom d’aucun partenaire pour l’instant, et rien n’a été fait. Demandez à l’équipe de vous y rattacher.',
  ],
  'sessions.two_shapes': () => [
    'Une permanence se tient sur rendez-vous, ou ensemble avec un nombre de places, pas les deux\u00a0: gardez la durée des rendez-vous ou le nombre de places. Rien n’a été fait.',
  ],
  'sessions.none': ({ partnerKey, absence }, place) => [
    strong(partnerName(place, partnerKey)),
    ` n’a aucune permanence à venir ${daysWords(absence)}\u00a0: il n’y a rien à annuler. Voyez les dates avec `,
    code('/permanence liste'),
    '.',
  ],
  'sessions.reason_needed': ({ partnerKey, people }, place) => [
    strong(partnerName(place, partnerKey)),
    `\u00a0: ${count(people, 'personne attend', 'personnes attendent')} ce rendez-vous, et ${people < 2 ? 'lira' : 'liront'} le motif. Ajoutez-le à la fin, par exemple `,
    code('— formation'),
    '\u00a0; rien n’est fait pour l’instant.',
  ],
  'sessions.not_coming': ({ event, typed }) => [
    strong(typed),
    ` n’est pas parmi les personnes attendues à «\u00a0${event.title}\u00a0», ${eventWhen(event)}. Rien n’a été noté\u00a0; voyez la liste avec `,
    code(`/permanence liste ${event.id}`),
    '.',
  ],
  'sessions.namesakes': ({ event, names }) => [
    `Plusieurs personnes portent ce nom\u00a0: ${enumerate(names)}. Rien n’a été noté\u00a0; choisissez dans la liste avec `,
    code(`/permanence liste ${event.id}`),
    '.',
  ],
  'sessions.not_begun': ({ event, start }) => [
    strong(event.title),
    `\u00a0: ce rendez-vous commence ${day(start)} à ${hour(start)}. Une présence se note à partir de son début\u00a0; rien n’a été noté.`,
  ],
  'sessions.closed': ({ event }) => [
    strong(event.title),
    `, ${eventWhen(event)}\u00a0: les présences se notent pendant 30\u00a0jours, et ce délai est passé. Rien n’a changé.`,
  ],
  'sessions.cancelled': ({ event }) => [
    strong(event.title),
    `, ${eventWhen(event)}\u00a0: ce rendez-vous est annulé, il n’y a pas de présence à noter. Rien n’a changé.`,
  ],
};
