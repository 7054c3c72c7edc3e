// What is free, in words and as a picture.
import type { Availability, DayAvailability } from '../core/booking/model.ts';
import { type Place, type Space, spaceOf } from '../place/model.ts';
import {
  type Block,
  type Button,
  buttons,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { count, day, hours, sentenceCase, shortDay } from './words.fr.ts';

const stretchWords = (space: Space | undefined, freeSeats: number): string => {
  if (space?.use.by !== 'seat') return freeSeats > 0 ? 'libre' : 'occupé';
  return freeSeats === 0
    ? 'complet'
    : `${count(freeSeats, 'place libre', 'places libres')} sur ${space.use.capacitySeats}`;
};

const availabilityLine = (place: Place, { spaceKey, open, stretches, because }: Availability): Line => {
  const space = spaceOf(place, spaceKey);
  const closed = because === undefined ? 'fermé ce jour-là' : `fermé (${because})`;
  const said = stretches.map(
    ({ start, end, freeSeats }) => `${hours(start, end)}\u00a0: ${stretchWords(space, freeSeats)}`,
  );
  return [
    strong(space?.name ?? spaceKey),
    ` – ${!open ? closed : said.length === 0 ? 'plus rien ce jour-là' : said.join('\u00a0; ')}`,
  ];
};

export interface AvailabilityMoves {
  /** The line of the form that books. */
  readonly book: string;
  /** Other days, weeks, months. */
  readonly others: readonly Button[];
  /** What is out of the ordinary in the days around. */
  readonly noted?: readonly string[];
}

/** The open days that follow, each a press away. */
export const dayButtons = (
  { nextDays }: DayAvailability,
  lineFor: (date: Temporal.PlainDate) => string,
): readonly Button[] => nextDays.map((date) => ({ label: sentenceCase(shortDay(date)), command: lineFor(date) }));

export const leasedReply = (): Reply =>
  say('refusal', p('Cet espace ne se réserve pas à l’heure\u00a0: il se loue, sur appel à candidatures.'));

/** The same, drawn: beside the words, which stay. */
export const pictureButton = (line: string): Button => ({ label: 'Voir en image', command: line, effect: 'beside' });

/** What is free that day in words, and, where it was drawn, around it as a picture. */
export const availabilityReply = (
  place: Place,
  { date, spaces }: DayAvailability,
  pictures: readonly Block[],
  { book, others, noted = [] }: AvailabilityMoves,
): Reply =>
  say(
    'info',
    heading(`Ce qui est libre ${day(date)}`),
    list(spaces.map((each) => availabilityLine(place, each))),
    ...(noted.length === 0 ? [] : [p('À noter\u00a0: ', noted.join('\u00a0; '), '.')]),
    ...pictures,
    buttons({ label: 'Réserver', command: book, tone: 'primary', effect: 'form' }, ...others),
  );
