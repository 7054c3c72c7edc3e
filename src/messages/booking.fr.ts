// The cards of bookings.
import type { Booked, Booking, BookingFailure, FreeTimes, Stay, WantedEquipment } from '../core/booking/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import {
  type Block,
  type Button,
  buttons,
  code,
  fields,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { refuse, spaceName } from './failures.fr.ts';
import { unitsWords } from './place-words.fr.ts';
import { arrivalNotice, comeButton } from './reminders.fr.ts';
import { count, day, enumerate, hour, hours, moment, sentenceCase, shortMoment } from './words.fr.ts';

/** The line that a stay's button carries: the caller knows which command asks for it. */
export type LineFor = (stay: Stay) => string;

export const spaceTitle = (place: Place, key: string): string => spaceOf(place, key)?.name ?? key;

const equipmentWords = (place: Place, spaceKey: string, equipment: readonly WantedEquipment[]): string =>
  enumerate(equipment.map(({ key, count: wanted }) => unitsWords(place, spaceKey, key, wanted)));

const isShared = (place: Place, key: string): boolean => spaceOf(place, key)?.use.by === 'seat';

/** Whom the staff booked for; the name is forgotten some time after. */
const guestWords = ({ guest }: Booking): string | undefined => guest && (guest.name ?? 'une personne extérieure');

export const bookingFields = (place: Place, booking: Booking): Block => {
  const { spaceKey, start, end, people, equipment, purpose } = booking;
  const guest = guestWords(booking);
  return fields(
    ...(guest === undefined ? [] : [['Au nom de', [strong(guest)]] as const]),
    ['Où', [strong(spaceTitle(place, spaceKey))]],
    ['Quand', [strong(moment(start, end))]],
    ['Pour', [count(people, 'personne', 'personnes')]],
    ...(equipment.length > 0 ? [['Avec', [equipmentWords(place, spaceKey, equipment)]] as const] : []),
    ...(purpose === undefined ? [] : [['Motif', [purpose]] as const]),
  );
};

const company = (place: Place, { booking, others, names }: Booked): readonly Block[] => {
  if (!isShared(place, booking.spaceKey)) return [];
  return [
    p(
      others === 0
        ? 'Personne d’autre n’a réservé sur ce créneau pour l’instant.'
        : `Sur ce créneau, jusqu’à ${count(others, 'autre personne a réservé', 'autres personnes ont réservé')}.`,
      names.length === 0 ? '' : ` Vous y verrez ${enumerate(names)}.`,
    ),
  ];
};

const cancelButton = ({ id }: Booking): Button => ({ label: 'Annuler', command: `annuler ${id}`, tone: 'danger' });

/** Opens the form filled in. `filled`: the line that says what the booking is now. */
const changeButton = (filled: string): Button => ({ label: 'Modifier', command: filled, effect: 'form' });

const calendarButton = ({ id }: Booking): Button => ({
  label: 'Ajouter à mon calendrier',
  command: `reservations calendrier ${id}`,
  effect: 'beside',
});

export interface BookedCard {
  readonly title: string;
  /** The line of the form that changes it. */
  readonly changeLine: string;
  /** Another plausible reading of what was typed, and the line that moves the booking there. */
  readonly otherReading?: { readonly stay: Stay; readonly line: string } | undefined;
}

export const bookedReply = (place: Place, outcome: Booked, { title, changeLine, otherReading }: BookedCard): Reply =>
  say(
    'done',
    heading(outcome.booking.approval === 'waiting' ? 'C’est demandé' : title),
    bookingFields(place, outcome.booking),
    ...(outcome.booking.approval === 'waiting'
      ? [
          p(
            'L’équipe doit encore donner son accord. Le créneau est gardé pour vous, et la réponse vous parviendra ici en privé.',
          ),
        ]
      : company(place, outcome)),
    ...arrivalNotice(place, outcome.booking),
    ...(otherReading
      ? [
          p('Vous pensiez à un autre jour\u00a0?'),
          buttons({
            label: `Plutôt ${shortMoment(otherReading.stay.start, otherReading.stay.end)}`,
            command: otherReading.line,
          }),
        ]
      : []),
    buttons(cancelButton(outcome.booking), changeButton(changeLine), calendarButton(outcome.booking)),
  );

export const titles = { booked: 'C’est réservé', changed: 'C’est modifié', restored: 'C’est rétabli' } as const;

const stayLabel = (place: Place, asked: string | undefined, { spaceKey, start, end }: Stay): string =>
  spaceKey === asked ? shortMoment(start, end) : `${spaceTitle(place, spaceKey)}, ${shortMoment(start, end)}`;

/** One each; the space is said where it is another than the one that was asked for. */
export const stayButtons = (
  place: Place,
  asked: string | undefined,
  stays: readonly Stay[],
  lineFor: LineFor,
): readonly Block[] =>
  stays.length === 0
    ? []
    : [buttons(...stays.map((stay) => ({ label: stayLabel(place, asked, stay), command: lineFor(stay) })))];

/** A refusal with what could be had instead, each a button that asks for it. */
export const refusedReply = (
  place: Place,
  failure: BookingFailure,
  lineFor: LineFor,
  changeLine: (booking: Booking) => string,
): Reply => {
  if (failure.code === 'booking.already') {
    const { booking } = failure;
    return refuse(failure, place, buttons(changeButton(changeLine(booking)), cancelButton(booking)));
  }
  return 'alternatives' in failure
    ? refuse(failure, place, ...stayButtons(place, failure.spaceKey, failure.alternatives, lineFor))
    : refuse(failure, place);
};

/** A whole space asked for a bare day: its free times, and what can be booked in one press. */
export const freeTimesReply = (
  place: Place,
  { spaceKey, date, free, proposals }: FreeTimes,
  lineFor: LineFor,
): Reply =>
  free.length === 0
    ? say(
        'refusal',
        p(
          strong(sentenceCase(spaceName(place, spaceKey))),
          ` n’a plus de créneau libre ${day(date)}. Essayez un autre jour, ou tapez `,
          code('/dispo'),
          '.',
        ),
      )
    : say(
        'question',
        p(
          strong(sentenceCase(spaceName(place, spaceKey))),
          ` se réserve en entier. ${sentenceCase(day(date))}, c’est libre\u00a0:`,
        ),
        list(free.map(({ start, end }) => [hours(start, end)])),
        ...(proposals.length === 0
          ? [p('Précisez vos heures, par exemple ', code(`/reserver ${spaceKey} ${date.toString()} 14h-16h`), '.')]
          : [
              p('Choisissez un créneau, ou précisez vos heures.'),
              buttons(
                ...proposals.map((stay) => ({
                  label: `${hour(stay.start)} – ${hour(stay.end)}`,
                  command: lineFor(stay),
                })),
              ),
            ]),
      );

export const cancelledReply = (place: Place, { id, spaceKey, start, end }: Booking): Reply =>
  say(
    'done',
    p('C’est annulé\u00a0: ', strong(`${spaceName(place, spaceKey)}, ${moment(start, end)}`), '.'),
    p('Vous pouvez la rétablir pendant 5 minutes, tant que la place est libre.'),
    buttons({ label: 'Rétablir', command: `reservations retablir ${id}` }),
  );

export const bookingLine = (place: Place, { spaceKey, start, end, people, purpose, guest }: Booking): Line => [
  strong(moment(start, end)),
  guest === undefined ? '' : `, au nom de ${guest.name ?? 'quelqu’un'}`,
  `, ${spaceName(place, spaceKey)}`,
  people > 1 ? `, ${count(people, 'personne', 'personnes')}` : '',
  purpose === undefined ? '' : `, ${purpose}`,
];

export const noBookingReply = (): Reply =>
  say(
    'info',
    p('Vous n’avez pas de réservation à venir.'),
    buttons(
      { label: 'Réserver', command: 'reserver', tone: 'primary', effect: 'form' },
      { label: 'Voir ce qui est libre', command: 'dispo' },
    ),
  );

export const bookingReply = (place: Place, booking: Booking, changeLine: string): Reply =>
  say(
    'info',
    heading('Votre réservation'),
    bookingFields(place, booking),
    ...arrivalNotice(place, booking),
    ...(arrivalNotice(place, booking).length > 0 ? [buttons(comeButton(booking))] : []),
    buttons(cancelButton(booking), changeButton(changeLine), calendarButton(booking)),
  );

/** « Laquelle ? »: one press does it. */
export const whichReply = (place: Place, bookings: readonly Booking[], { question, label, lineFor }: WhichAct): Reply =>
  say('question', p(question), list(bookings.map((booking) => bookingLine(place, booking))), {
    type: 'choice',
    label,
    options: bookings.map((booking) => ({
      label: shortMoment(booking.start, booking.end),
      hint: spaceTitle(place, booking.spaceKey),
      command: lineFor(booking),
    })),
  });

interface WhichAct {
  readonly question: string;
  /** Of the choice. */
  readonly label: string;
  readonly lineFor: (booking: Booking) => string;
}

export const whichToCancelReply = (place: Place, bookings: readonly Booking[]): Reply =>
  whichReply(place, bookings, {
    question: 'Quelle réservation voulez-vous annuler\u00a0?',
    label: 'Réservation à annuler',
    lineFor: ({ id }) => `annuler ${id}`,
  });

export const noneMatchesReply = (place: Place, bookings: readonly Booking[]): Reply =>
  bookings.length === 0
    ? noBookingReply()
    : say(
        'refusal',
        p('Aucune de vos réservations à venir ne correspond. Les voici\u00a0:'),
        ...whichToCancelReply(place, bookings).blocks.slice(1),
      );
