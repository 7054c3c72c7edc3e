// What is out of the ordinary in the days to come: openings, closures, public holidays.
import type { Closure } from '../core/closures/model.ts';
import type { HoursException, Place, Space } from '../place/model.ts';
import { openingOn } from '../place/opening.ts';
import { spacesWords } from './impact.fr.ts';
import { day, enumerate, hours, moment } from './words.fr.ts';

export interface Window {
  /** Both included. */
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** If not as far: they come back each year. */
  readonly holidaysUntil?: Temporal.PlainDate;
}

interface Coming {
  readonly date: Temporal.PlainDate;
  readonly said: string;
}

const { compare } = Temporal.PlainDate;
const MOST = 5;

const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): string =>
  from.equals(to) ? `le ${day(from)}` : `du ${day(from)} au ${day(to)}`;

/** Of whole days, no hour. */
const during = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): string => {
  const isWhole = [start, end].every((time) => time.equals(time.startOfDay()));
  return isWhole ? days(start.toPlainDate(), end.toPlainDate().subtract({ days: 1 })) : moment(start, end);
};

const exceptionWords = ({ from, to, hours: open, reason }: HoursException): string => {
  const when = days(from, to);
  return open.length === 0
    ? `fermé ${when} (${reason})`
    : `ouvert exceptionnellement ${when}, ${enumerate(open.map(({ start, end }) => hours(start, end)))} (${reason})`;
};

const exceptions = (place: Place, space: Space | undefined, { first, last }: Window): readonly Coming[] =>
  (space?.hours ?? place.hours).exceptions
    .filter(({ from, to }) => compare(first, to) <= 0 && compare(from, last) <= 0)
    .map((exception) => ({ date: exception.from, said: exceptionWords(exception) }));

/** Those that close a day which would be open. */
const holidays = (
  place: Place,
  space: Space | undefined,
  { first, last, holidaysUntil = last }: Window,
): readonly Coming[] => {
  const { weekly } = space?.hours ?? place.hours;
  const dates = Array.from({ length: first.until(holidaysUntil).days + 1 }, (_, ahead) => first.add({ days: ahead }));
  return dates.flatMap((date) => {
    const { closed } = openingOn(place, space, date);
    const isUsuallyOpen = Object.entries(weekly).some(
      ([weekday, ranges]) => Number(weekday) === date.dayOfWeek && ranges.length > 0,
    );
    return closed?.because === 'holiday' && isUsuallyOpen
      ? [{ date, said: `fermé le ${day(date)} (${closed.name})` }]
      : [];
  });
};

const closed = (
  place: Place,
  space: Space | undefined,
  closures: readonly Closure[],
  { first, last }: Window,
): readonly Coming[] =>
  closures
    .filter(({ spaceKeys }) => space === undefined || spaceKeys.includes(space.key))
    .map(({ start, end, ...rest }) => ({
      ...rest,
      start: start.toZonedDateTimeISO(place.timeZone),
      end: end.toZonedDateTimeISO(place.timeZone),
    }))
    .filter(({ start, end }) => compare(first, end.toPlainDate()) <= 0 && compare(start.toPlainDate(), last) <= 0)
    .map(({ start, end, spaceKeys, reason }) => ({
      date: start.toPlainDate(),
      said:
        space === undefined
          ? `fermeture ${during(start, end)}\u00a0: ${spacesWords(place, spaceKeys)} (${reason})`
          : `fermeture ${during(start, end)} (${reason})`,
    }));

/** By date, of the place or of one of its spaces; `closures`: those that the staff made. */
export const comingWords = (
  place: Place,
  space: Space | undefined,
  closures: readonly Closure[],
  window: Window,
): readonly string[] =>
  [...exceptions(place, space, window), ...holidays(place, space, window), ...closed(place, space, closures, window)]
    .toSorted((a, b) => compare(a.date, b.date))
    .slice(0, MOST)
    .map(({ said }) => said);
