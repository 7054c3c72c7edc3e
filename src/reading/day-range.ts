// « du 1er janvier au 30 juin », as its first and its last day: however long it is, where what is read of time would be so
// many bookings, and no more than can be made at once.
import type { DateRange, Place } from '../place/model.ts';
import { counting } from './counting.ts';
import { glued } from './glue.ts';
import { lineOf, wordAt } from './line.ts';
import { piecesOf } from './pieces.ts';
import { type Found, positionsFrom, type Sentence, taking } from './sentence.ts';

interface Present {
  readonly place: Place;
  readonly now: Temporal.Instant;
}

/** Undefined: something else is said of time, or more. */
export const findDayRange = (sentence: Sentence, { place, now }: Present): Found<DateRange> | undefined => {
  const line = lineOf(sentence);
  const present = now.toZonedDateTimeISO(place.timeZone);
  const placed = piecesOf(line, { place, now: present, today: present.toPlainDate() });
  const [only, ...others] = counting(placed, (at) => wordAt(line, at));
  if (only?.piece.is !== 'span' || others.length > 0) return undefined;
  const { first, last } = only.piece;
  const said = new Set(positionsFrom(only.from, only.to));
  return { value: { from: first, to: last }, sentence: taking(sentence, glued(line, said)) };
};
