// A member's booking in the hands of the staff, and what its person is told.
import type { Booking } from '../core/booking/model.ts';
import type { Moved } from '../core/handling/model.ts';
import type { Place } from '../place/model.ts';
import { type Button, buttons, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { bookingFields } from './booking.fr.ts';
import type { Expected } from './day.fr.ts';
import { spaceName } from './failures.fr.ts';
import { day, hour, moment } from './words.fr.ts';

const stayWords = (place: Place, { spaceKey, start, end }: Booking): string =>
  `${spaceName(place, spaceKey)}, ${moment(start, end)}`;

const state = ({ cancelledAt, missedAt, confirmedAt, approval }: Booking): string => {
  if (missedAt) return 'Personne n’a dit venir, et la place a été rendue.';
  if (cancelledAt) return 'Elle est annulée.';
  if (approval === 'waiting') return 'Elle attend un accord.';
  return confirmedAt ? 'La venue est confirmée.' : 'La venue n’est pas confirmée.';
};

const acts = ({ id, confirmedAt }: Booking): readonly Button[] => [
  ...(confirmedAt
    ? []
    : [{ label: 'Confirmer la venue', command: `reservations confirmer ${id}`, tone: 'primary' as const }]),
  { label: 'Déplacer', command: `equipe deplacer ${id}`, effect: 'form' },
  { label: 'Annuler', command: `equipe annuler ${id}`, tone: 'danger', effect: 'form' },
];

/** What the staff sees of one booking, and may do with it. */
export const handledReply = (place: Place, { booking, name }: Expected): Reply =>
  say(
    'info',
    heading(`La réservation de ${name}`),
    bookingFields(place, booking),
    p(state(booking)),
    ...(booking.cancelledAt ? [] : [buttons(...acts(booking))]),
    p('Ce nom est pour l’équipe\u00a0; le journal garde trace de cette consultation.'),
  );

/** Said to the staff. Of a guest, or of one's own booking, there is nobody to tell. */
export const movedByStaffReply = (place: Place, booking: Booking, { isTold }: { readonly isTold: boolean }): Reply =>
  say(
    'done',
    p('C’est déplacé\u00a0: ', strong(stayWords(place, booking)), '.'),
    ...(isTold ? [p('La personne est prévenue en privé, avec le motif.')] : []),
    buttons({ label: 'Voir la réservation', command: `equipe reservation ${booking.id}` }),
  );

export const movedReply = (place: Place, { booking, reason, from }: Moved): Reply =>
  say(
    'info',
    heading('Votre réservation est déplacée'),
    p(
      `Elle commençait ${day(from)} à ${hour(from)}. Elle est maintenant\u00a0: `,
      strong(stayWords(place, booking)),
      '.',
    ),
    p(`L’équipe a dû la déplacer\u00a0: ${reason}.`),
    buttons(
      { label: 'Voir ma réservation', command: `reservations voir ${booking.id}` },
      { label: 'Annuler', command: `annuler ${booking.id}`, tone: 'danger' },
      { label: 'Voir ce qui est libre', command: `dispo ${booking.spaceKey}` },
    ),
  );
