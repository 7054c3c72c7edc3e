// What recalls a booking to its person, and how they stop it.
import type { Booking } from '../core/booking/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { type Block, buttons, code, fields, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { spaceName } from './failures.fr.ts';
import { moment } from './words.fr.ts';

const stopButton = { label: 'Ne plus me rappeler', command: 'compte rappels non' } as const;

const answerButtons = ({ id, confirmedAt }: Booking): Block =>
  buttons(
    ...(confirmedAt === undefined
      ? [{ label: 'Je viens', command: `reservations confirmer ${id}`, tone: 'primary' } as const]
      : []),
    { label: 'J’annule', command: `annuler ${id}`, tone: 'danger' },
    stopButton,
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
    answerButtons(booking),
  );

export const confirmedReply = (place: Place, { spaceKey, start, end }: Booking): Reply =>
  say('done', p('C’est noté\u00a0: ', strong(`${spaceName(place, spaceKey)}, ${moment(start, end)}`), '.'));

/** Whether they get reminders, and the button for the contrary. */
export const remindersReply = (wanted: boolean, { justChanged }: { readonly justChanged: boolean }): Reply => {
  const now = wanted ? 'Vous recevez un rappel avant vos réservations.' : 'Vous ne recevez pas de rappels.';
  return say(
    justChanged ? 'done' : 'info',
    p(
      justChanged ? `C’est noté. ${now}` : now,
      ' Pour changer, tapez ',
      code(`/compte rappels ${wanted ? 'non' : 'oui'}`),
      '.',
    ),
    buttons(wanted ? stopButton : { label: 'Me rappeler mes réservations', command: 'compte rappels oui' }),
  );
};
