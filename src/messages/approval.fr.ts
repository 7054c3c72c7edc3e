// Bookings that want the staff's agreement: what the staff sees of them, and what their people are told.
import type { ApprovalRequest } from '../core/approvals/model.ts';
import type { Booking } from '../core/booking/model.ts';
import type { Taken } from '../core/impact/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { type Block, buttons, fields, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import type { LineFor } from './booking.fr.ts';
import { spaceName } from './failures.fr.ts';
import { count, moment, shortMoment } from './words.fr.ts';

const stayWords = (place: Place, { spaceKey, start, end }: Booking): string =>
  `${spaceName(place, spaceKey)}, ${moment(start, end)}`;

const requestFields = (place: Place, { booking, name }: ApprovalRequest): Block =>
  fields(
    ['Qui', [strong(name)]],
    ['Où', [strong(spaceOf(place, booking.spaceKey)?.name ?? booking.spaceKey)]],
    ['Quand', [strong(moment(booking.start, booking.end))]],
    ['Pour', [count(booking.people, 'personne', 'personnes')]],
    ...(booking.purpose === undefined ? [] : [['Motif', [booking.purpose]] as const]),
  );

const answerButtons = ({ id }: Booking): Block =>
  buttons(
    { label: 'Accepter', command: `equipe accepter ${id}`, tone: 'primary', effect: 'beside' },
    { label: 'Refuser', command: `equipe refuser ${id}`, tone: 'danger', effect: 'form' },
  );

/** How it ended; undefined: it still waits. */
const outcome = ({ booking, answer, answeredBy }: ApprovalRequest): string | undefined => {
  const by = answeredBy === undefined ? '' : ` par ${answeredBy}`;
  switch (answer) {
    case 'accepted':
      return booking.cancelledAt ? `Acceptée${by}, puis annulée.` : `Acceptée${by}.`;
    case 'refused':
      return `Refusée${by}\u00a0: ${booking.withdrawnBecause ?? ''}`;
    case 'expired':
      return 'Restée sans réponse jusqu’à son début\u00a0: le créneau est rendu.';
    case undefined:
      return booking.cancelledAt ? 'Annulée par la personne.' : undefined;
  }
};

/** The card in the staff's channel: it says how it ended once it has. */
export const requestCard = (place: Place, request: ApprovalRequest): Reply => {
  const ended = outcome(request);
  return say(
    ended === undefined ? 'question' : 'info',
    heading('Une réservation attend votre accord'),
    requestFields(place, request),
    ...(ended === undefined
      ? [p('Le créneau est gardé en attendant votre réponse.'), answerButtons(request.booking)]
      : [p(strong(ended))]),
  );
};

const requestLine = (place: Place, { booking, name }: ApprovalRequest): Line => [
  strong(name),
  `, ${stayWords(place, booking)}`,
  booking.purpose === undefined ? '' : `, ${booking.purpose}`,
];

export const requestsReply = (place: Place, requests: readonly ApprovalRequest[]): Reply => {
  const [only] = requests;
  if (!only) return say('info', p('Aucune demande n’attend votre accord.'));
  if (requests.length === 1) return requestCard(place, only);
  return say(
    'info',
    heading(`${requests.length} demandes attendent votre accord`),
    list(requests.map((request) => requestLine(place, request))),
    {
      type: 'choice',
      label: 'Répondre à une demande',
      options: requests.map(({ booking, name }) => ({
        label: `${name}, ${shortMoment(booking.start, booking.end)}`,
        command: `equipe demandes ${booking.id}`,
      })),
    },
  );
};

export const answeredReply = (place: Place, { booking, name, answer }: ApprovalRequest): Reply =>
  say(
    'done',
    p(
      answer === 'accepted' ? 'C’est accepté\u00a0: ' : 'C’est refusé\u00a0: ',
      strong(`${name}, ${stayWords(place, booking)}`),
      answer === 'accepted'
        ? '. La personne est prévenue.'
        : '. La personne est prévenue, avec le motif\u00a0; le créneau est rendu.',
    ),
  );

export const acceptedReply = (place: Place, { booking }: Pick<Taken, 'booking'>): Reply =>
  say(
    'info',
    heading('Votre réservation est acceptée'),
    p(strong(stayWords(place, booking)), '.'),
    buttons(
      { label: 'Ajouter à mon calendrier', command: `reservations calendrier ${booking.id}`, effect: 'beside' },
      { label: 'Annuler', command: `annuler ${booking.id}`, tone: 'danger' },
    ),
  );

const instead = (place: Place, { booking, alternatives }: Taken, lineFor: LineFor): readonly Block[] =>
  alternatives.length === 0
    ? [buttons({ label: 'Voir ce qui est libre', command: 'dispo' })]
    : [
        p('Voici ce que vous pouvez demander à la place\u00a0:'),
        buttons(
          ...alternatives.map((stay) => ({
            label:
              stay.spaceKey === booking.spaceKey
                ? shortMoment(stay.start, stay.end)
                : `${spaceOf(place, stay.spaceKey)?.name ?? stay.spaceKey}, ${shortMoment(stay.start, stay.end)}`,
            command: lineFor(stay),
          })),
        ),
      ];

export const refusedByStaffReply = (place: Place, taken: Taken, lineFor: LineFor): Reply =>
  say(
    'info',
    heading('Votre réservation n’est pas acceptée'),
    p(strong(stayWords(place, taken.booking)), `. L’équipe vous répond\u00a0: ${taken.reason}.`),
    ...instead(place, taken, lineFor),
  );

export const unansweredReply = (place: Place, taken: Taken, lineFor: LineFor): Reply =>
  say(
    'info',
    heading('Votre demande est restée sans réponse'),
    p(strong(stayWords(place, taken.booking)), '. Personne n’a répondu à temps, et le créneau est rendu.'),
    ...instead(place, taken, lineFor),
  );
