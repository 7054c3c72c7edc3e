// What is said when an event can no longer be answered, or not here.
import type { SignupFailure } from '../core/signups/model.ts';
import type { Place } from '../place/model.ts';
import { code, type Line, strong } from '../reply/tree.ts';
import { eventWhen, feedWords } from './event.fr.ts';

type Sentences = {
  readonly [C in SignupFailure['code']]: (failure: Extract<SignupFailure, { readonly code: C }>, place: Place) => Line;
};

export const signupSentences: Sentences = {
  'signup.begun': ({ event }) => [
    'C’est commencé ou passé\u00a0: ',
    strong(`${event.title}, ${eventWhen(event)}`),
    '. On ne s’y inscrit plus, et votre réponse d’avant n’a pas changé. Voyez ce qui vient dans l’agenda.',
  ],
  'signup.cancelled': ({ event }) => [
    'Cet événement est annulé\u00a0: ',
    strong(`${event.title}, ${eventWhen(event)}`),
    ...(event.cancelledBecause === undefined ? [] : [` (${event.cancelledBecause})`]),
    '. Je n’ai rien noté. Voyez ce qui vient dans l’agenda.',
  ],
  'signup.by_slot': ({ event }) => [
    strong(`${event.title}, ${eventWhen(event)}`),
    ', est sur rendez-vous\u00a0: choisissez votre créneau avec ',
    code(`/permanence reserver ${event.id}`),
    '. Je n’ai rien noté.',
  ],
  'signup.elsewhere': ({ event }, place) => [
    strong(event.title),
    ` vient de l’agenda ${feedWords(place, event)}\u00a0: c’est là-bas qu’on s’y inscrit. Je n’ai rien noté ici.`,
  ],
};
