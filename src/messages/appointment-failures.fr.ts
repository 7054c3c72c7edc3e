// What is said when an appointment cannot be had, moved or given up.
import type { AppointmentFailure } from '../core/appointments/model.ts';
import { code, type Line, strong } from '../reply/tree.ts';
import { eventWhen } from './event.fr.ts';

type Code = Extract<AppointmentFailure['code'], `appointment.${string}` | `session_wait.${string}`>;
type Sentences = {
  readonly [C in Code]: (failure: Extract<AppointmentFailure, { readonly code: C }>) => Line;
};

const next = (others: readonly unknown[]): string =>
  others.length > 0
    ? ' Voici les créneaux libres les plus proches\u00a0:'
    : ' Aucun autre créneau n’est libre pour l’instant\u00a0: demandez à être prévenu·e.';

export const appointmentSentences: Sentences = {
  'appointment.by_seat': ({ event }) => [
    strong(`${event.title}, ${eventWhen(event)}`),
    ', est ouverte à plusieurs personnes à la fois. Inscrivez-vous avec ',
    code(`/evenement inscrire ${event.id}`),
    '\u00a0; je n’ai rien noté.',
  ],
  'appointment.begun': ({ others }) => [
    'Cette heure est passée, et je n’ai rien changé.',
    others.length > 0 ? next(others) : ' Voyez ce qui vient avec ',
    ...(others.length > 0 ? [] : [code('/permanence'), '.']),
  ],
  'appointment.no_such_slot': ({ event, others }) => [
    'Aucun créneau ne commence à cette heure-là\u00a0: ',
    strong(`${event.title}, ${eventWhen(event)}`),
    '. Je n’ai rien noté.',
    next(others),
  ],
  'appointment.taken': ({ slot, others }) => [
    'Ce créneau vient d’être pris\u00a0: ',
    strong(eventWhen(slot)),
    '. Je n’ai rien changé à ce que vous aviez.',
    next(others),
  ],
  'appointment.already': ({ own }) => [
    'Vous avez déjà un rendez-vous avec ce partenaire\u00a0: ',
    strong(`${own.event.title}, ${eventWhen(own.slot)}`),
    '. On en prend un à la fois\u00a0: je n’ai rien changé.',
  ],
  'appointment.not_found': () => [
    'Je ne trouve pas ce rendez-vous parmi les vôtres, et je n’ai rien changé. Voyez les vôtres avec ',
    code('/permanence rendezvous'),
    '.',
  ],
  'session_wait.not_found': () => [
    'Je ne trouve pas cette attente. Voyez les vôtres avec ',
    code('/permanence rendezvous'),
    '.',
  ],
  'session_wait.not_offered': () => [
    'Vous êtes dans la file, et aucun créneau ne vous est gardé pour l’instant. Dès qu’il y en a un, je vous le propose en privé.',
  ],
  'session_wait.over': () => [
    'Ce créneau ne vous est plus gardé\u00a0: le temps pour répondre est passé, ou vous aviez répondu. Votre rendez-vous, si vous en avez un, n’a pas changé. Voyez ce qui est libre avec ',
    code('/permanence'),
    '.',
  ],
};
