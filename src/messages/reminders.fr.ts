// What recalls a booking to its person, and how they stop it.
import type { Booking } from '../core/booking/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { type Block, type Button, buttons, code, fields, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { spaceName } from './failures.fr.ts';
import { duration, moment } from './words.fr.ts';

const stopButton = { label: 'Ne plus me rappeler', command: 'compte rappels non' } as const;

export const comeButton = ({ id }: Booking): Button => ({
  label: 'Je viens',
  command: `reservations confirmer ${id}`,
  tone: 'primary',
});

const answerButtons = (booking: Booking): Block =>
  buttons(
    ...(booking.confirmedAt === undefined ? [comeButton(booking)] : []),
    { label: 'J’annule', command: `annuler ${booking.id}`, tone: 'danger' },
    stopButton,
  );

/** Where the space asks that one says so: until when, and what happens then. Empty elsewhere. */
export const arrivalNotice = (place: Place, { spaceKey, confirmedAt }: Booking): readonly Block[] => {
  const space = spaceOf(place, spaceKey);
  const within = space && space.use.by !== 'lease' ? space.use.policy.arrivalWithin : undefined;
  if (within === undefined || confirmedAt !== undefined) return [];
  return [p(`Dites que vous venez au plus tard ${duration(within)} après le début\u00a0; sinon, la place est rendue.`)];
};

/** When it begins, where the space asks. */
export const arrivalReply = (place: Place, booking: Booking): Reply =>
  say(
    'question',
    heading('Êtes-vous là\u00a0?'),
    p(
      'Votre réservation commence\u00a0: ',
      strong(`${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}`),
      '.',
    ),
    ...arrivalNotice(place, booking),
    buttons(
      { label: 'Je suis là', command: `reservations confirmer ${booking.id}`, tone: 'primary' },
      { label: 'J’annule', command: `annuler ${booking.id}`, tone: 'danger' },
    ),
  );

export const missedReply = (place: Place, { spaceKey, start, end }: Booking): Reply =>
  say(
    'info',
    heading('Votre place a été rendue'),
    p(
      'Personne n’a dit venir\u00a0: ',
      strong(`${spaceName(place, spaceKey)}, ${moment(start, end)}`),
      '. Rien ne vous est reproché.',
    ),
    buttons({ label: 'Réserver', command: `reserver ${spaceKey}`, effect: 'form' }),
  );

/** It says the whole date: it may be read on another day than it was sent. */
export const reminderReply = (place: Place, booking: Booking): Reply =>
  say(
    'info',
    heading('Rappel de votre réservation'),
    fields(
      ['Où', [strong(spaceOf(place, booking.spaceKey)?.name ?? booking.spaceKey)]],
      ['Quand', [strong(moment(booking.start, booking.end))]],
    ),
    p(
      booking.confirmedAt === undefined
        ? 'Venez-vous toujours\u00a0? Si vous annulez, la place servira à quelqu’un d’autre.'
        : 'Vous avez dit que vous venez. Si vous annulez, la place servira à quelqu’un d’autre.',
    ),
    ...arrivalNotice(place, booking),
    answerButtons(booking),
  );

export const confirmedReply = (place: Place, { spaceKey, start, end }: Booking): Reply =>
  say('done', p('C’est noté\u00a0: ', strong(`${spaceName(place, spaceKey)}, ${moment(start, end)}`), '.'));

export const remindersWords = (wanted: boolean): string =>
  wanted ? 'Vous recevez un rappel avant vos réservations et vos événements.' : 'Vous ne recevez pas de rappels.';

/** For the contrary of what holds. */
export const reminderButton = (wanted: boolean): Button =>
  wanted ? stopButton : { label: 'Me rappeler ce que j’ai prévu', command: 'compte rappels oui' };

/** Whether they get reminders, and the button for the contrary. */
export const remindersReply = (wanted: boolean, { justChanged }: { readonly justChanged: boolean }): Reply => {
  const now = remindersWords(wanted);
  return say(
    justChanged ? 'done' : 'info',
    p(
      justChanged ? `C’est noté. ${now}` : now,
      ' Pour changer, tapez ',
      code(`/compte rappels ${wanted ? 'non' : 'oui'}`),
      '.',
    ),
    buttons(reminderButton(wanted)),
  );
};
