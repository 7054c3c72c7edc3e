// Bookings that want the staff's agreement: what the staff sees of them, and what their people are told.
import type { ApprovalRequest } from '../core/approvals/model.ts';
import type { Booking } from '../core/booking/model.ts';
import type { Taken } from '../core/impact/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { type Block, buttons, fields, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { type LineFor, stayButtons } from './booking.fr.ts';
import { spaceName } from './failures.fr.ts';
import { rhythm, rhythmOrCount, sessions } from './rhythm.fr.ts';
import { count, moment, sentenceCase, shortMoment } from './words.fr.ts';

const stayWords = (place: Place, { spaceKey, start, end }: Booking): string =>
  `${spaceName(place, spaceKey)}, ${moment(start, end)}`;

/** « espace de convivialité, tous les mardis de 9 h à 12 h 30, jusqu’au … (4 séances) ». */
const staysWords = (place: Place, bookings: readonly Booking[]): string => {
  const [first] = bookings;
  if (!first) return '';
  return bookings.length === 1
    ? stayWords(place, first)
    : `${spaceName(place, first.spaceKey)}, ${rhythmOrCount(bookings)}${rhythm(bookings) === undefined ? '' : ` (${sessions(bookings.length)})`}`;
};

/** Each, where there are several. */
const eachDay = (bookings: readonly Booking[]): readonly Block[] =>
  bookings.length < 2 ? [] : [list(bookings.map(({ start, end }) => [moment(start, end)]))];

const requestFields = (place: Place, { booking, bookings, name }: ApprovalRequest): Block =>
  fields(
    ['Qui', [strong(name)]],
    ['Où', [strong(spaceOf(place, booking.spaceKey)?.name ?? booking.spaceKey)]],
    ['Quand', [strong(bookings.length === 1 ? moment(booking.start, booking.end) : rhythmOrCount(bookings))]],
    ['Pour', [count(booking.people, 'personne', 'personnes')]],
    ...(booking.purpose === undefined ? [] : [['Motif', [booking.purpose]] as const]),
  );

const answerButtons = ({ id }: Booking): Block =>
  buttons(
    { label: 'Accepter', command: `equipe accepter ${id}`, tone: 'primary', effect: 'beside' },
    { label: 'Refuser', command: `equipe refuser ${id}`, tone: 'danger', effect: 'form' },
  );

/** How it ended; undefined: it still waits. */
const outcome = ({ booking, bookings, answer, answeredBy, waits }: ApprovalRequest): string | undefined => {
  if (waits) return undefined;
  const by = answeredBy === undefined ? '' : ` par ${answeredBy}`;
  switch (answer) {
    case 'accepted':
      return bookings.every(({ cancelledAt }) => cancelledAt) ? `Acceptée${by}, puis annulée.` : `Acceptée${by}.`;
    case 'refused':
      return `Refusée${by}\u00a0: ${booking.withdrawnBecause ?? ''}`;
    case 'expired':
      return 'Restée sans réponse jusqu’à son début\u00a0: le créneau est rendu.';
    case undefined:
      return 'Annulée par la personne.';
  }
};

/** The card in the staff's channel: it says how it ended once it has. */
export const requestCard = (place: Place, request: ApprovalRequest): Reply => {
  const ended = outcome(request);
  return say(
    ended === undefined ? 'question' : 'info',
    heading(request.bookings.length === 1 ? 'Une réservation attend votre accord' : 'Une série attend votre accord'),
    requestFields(place, request),
    ...eachDay(request.bookings),
    ...(ended === undefined
      ? [
          p(
            request.bookings.length === 1
              ? 'Le créneau est gardé en attendant votre réponse.'
              : 'Les créneaux sont gardés en attendant votre réponse, qui vaudra pour toutes les séances.',
          ),
          answerButtons(request.booking),
        ]
      : [p(strong(ended))]),
  );
};

const requestLine = (place: Place, { booking, bookings, name }: ApprovalRequest): Line => [
  strong(name),
  `, ${staysWords(place, bookings)}`,
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
      options: requests.map(({ booking, bookings, name }) => ({
        label: `${name}, ${shortMoment(booking.start, booking.end)}`,
        ...(bookings.length === 1 ? {} : { hint: `Série de ${sessions(bookings.length)}` }),
        command: `equipe demandes ${booking.id}`,
      })),
    },
  );
};

export const answeredReply = (place: Place, { bookings, name, answer }: ApprovalRequest): Reply =>
  say(
    'done',
    p(
      answer === 'accepted' ? 'C’est accepté\u00a0: ' : 'C’est refusé\u00a0: ',
      strong(`${name}, ${staysWords(place, bookings)}`),
      answer === 'accepted'
        ? '. La personne est prévenue.'
        : `. La personne est prévenue, avec le motif\u00a0; ${bookings.length === 1 ? 'le créneau est rendu' : 'les créneaux sont rendus'}.`,
    ),
  );

/** By start, one at least. */
export const acceptedReply = (place: Place, bookings: readonly Booking[]): Reply => {
  const [id, all] = [bookings[0]?.id, bookings.length === 1 ? '' : ' serie'];
  return say(
    'info',
    heading(bookings.length === 1 ? 'Votre réservation est acceptée' : 'Votre série est acceptée'),
    p(strong(sentenceCase(staysWords(place, bookings))), '.'),
    ...eachDay(bookings),
    buttons(
      { label: 'Ajouter à mon calendrier', command: `reservations calendrier ${id}${all}`, effect: 'beside' },
      { label: 'Annuler', command: `annuler ${id}`, tone: 'danger' },
    ),
  );
};

const instead = (place: Place, { booking, alternatives }: Taken, lineFor: LineFor): readonly Block[] =>
  alternatives.length === 0
    ? [buttons({ label: 'Voir ce qui est libre', command: 'dispo' })]
    : [
        p('Voici ce que vous pouvez demander à la place\u00a0:'),
        ...stayButtons(place, booking.spaceKey, alternatives, lineFor),
      ];

/** `bookings`: all that was refused at once. Of several, no other day is offered: it would be one of them only. */
export const refusedByStaffReply = (
  place: Place,
  bookings: readonly Booking[],
  taken: Taken,
  lineFor: LineFor,
): Reply =>
  say(
    'info',
    heading(bookings.length === 1 ? 'Votre réservation n’est pas acceptée' : 'Votre série n’est pas acceptée'),
    p(strong(sentenceCase(staysWords(place, bookings))), `. L’équipe vous répond\u00a0: ${taken.reason}.`),
    ...eachDay(bookings),
    ...instead(place, bookings.length === 1 ? taken : { ...taken, alternatives: [] }, lineFor),
  );

export const unansweredReply = (place: Place, taken: Taken, lineFor: LineFor): Reply =>
  say(
    'info',
    heading('Votre demande est restée sans réponse'),
    p(
      strong(sentenceCase(stayWords(place, taken.booking))),
      '. Personne n’a répondu à temps, et le créneau est rendu.',
    ),
    ...instead(place, taken, lineFor),
  );
