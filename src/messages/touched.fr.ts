// Those whom an act of the staff touches, as it is shown before it is done.
import type { Toll, Touched } from '../core/impact/model.ts';
import type { Place } from '../place/model.ts';
import { type Block, type Line, list, p, strong } from '../reply/tree.ts';
import { eventWhen } from './event.fr.ts';
import { spaceName } from './failures.fr.ts';
import { count, enumerate, moment, quoted, shortMoment } from './words.fr.ts';

const whereTo = (place: Place, { booking, alternatives, loses }: Touched): string => {
  if (loses === 'equipment') return 'la place reste, sans ce matériel';
  if (alternatives.length === 0) return 'rien d’équivalent n’est libre';
  const said = alternatives.map((stay) =>
    stay.spaceKey === booking.spaceKey
      ? shortMoment(stay.start, stay.end)
      : `${spaceName(place, stay.spaceKey)}, ${shortMoment(stay.start, stay.end)}`,
  );
  return `possible à la place\u00a0: ${enumerate(said, 'ou')}`;
};

const touchedLine = (place: Place, touched: Touched): Line => {
  const { booking, name } = touched;
  return [
    strong(name ?? 'Une réservation'),
    `, ${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}, ${count(booking.people, 'personne', 'personnes')}\u00a0– ${whereTo(place, touched)}`,
  ];
};

const peopleOf = (touched: readonly Touched[]): number => touched.reduce((sum, { booking }) => sum + booking.people, 0);

/** Bookings that make room, by whom, and where each could go. */
export const touchedBlocks = (place: Place, touched: readonly Touched[]): readonly Block[] =>
  touched.length === 0
    ? []
    : [
        p(
          strong(
            `${count(touched.length, 'réservation touchée', 'réservations touchées')}, ${count(peopleOf(touched), 'personne', 'personnes')}`,
          ),
          '\u00a0:',
        ),
        list(touched.map((each) => touchedLine(place, each))),
        p('Si vous confirmez, chaque personne est prévenue, avec le motif et de quoi réserver ailleurs.'),
      ];

type EventLosses = Toll['events'];

const happens: Readonly<Record<EventLosses[number]['happens'], string>> = {
  moved: 'change de moment ou de lieu',
  cancelled: 'est annulé',
  unseated: 'a moins de places',
};

const lossLine = ({ event, happens: what, memberIds }: EventLosses[number]): Line => [
  strong(event.title),
  `, ${eventWhen(event)}, ${happens[what]}\u00a0– ${count(memberIds.length, 'personne à prévenir', 'personnes à prévenir')}${what === 'unseated' ? ', remises en tête de la liste d’attente' : ''}`,
];

/** Events that are touched, and how many people that is. */
export const eventLossBlocks = (events: EventLosses): readonly Block[] => {
  const told = new Set(events.flatMap(({ memberIds }) => memberIds)).size;
  return events.length === 0
    ? []
    : [
        p(
          strong(
            `${count(new Set(events.map(({ event }) => event.id)).size, 'événement touché', 'événements touchés')}, ${count(told, 'personne à prévenir', 'personnes à prévenir')}`,
          ),
          '\u00a0:',
        ),
        list(events.map(lossLine)),
        ...(told === 0 ? [] : [p('Si vous confirmez, chacune est prévenue en privé.')]),
      ];
};

/** « « Café des porteurs » s’y tient »: what those who make room are told. */
export const displacedReason = (title: string): string => `${quoted(title)} s’y tient`;
