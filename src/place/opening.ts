// When a place, or one of its spaces, is open. Pure: exceptions come before public holidays, holidays before the week.
import { holidayOn } from './holidays.ts';
import type { DayRange, Hours, Place, Space, WeeklyHours } from './model.ts';

export interface Opening {
  /** In order; empty when closed. */
  readonly ranges: readonly DayRange[];
  readonly closed:
    | undefined
    | { readonly because: 'weekday' }
    | { readonly because: 'holiday'; readonly name: string }
    | { readonly because: 'exception'; readonly reason: string };
}

interface OpenInterval {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

const { compare } = Temporal.PlainDate;

/** Nothing is booked further ahead than two years: the search for an open day stops there. */
const SEARCH_DAYS = 732;

const exceptionOn = ({ exceptions }: Hours, date: Temporal.PlainDate) =>
  exceptions.find(({ from, to }) => compare(from, date) <= 0 && compare(date, to) <= 0);

const onWeekday = (weekly: WeeklyHours, dayOfWeek: number): readonly DayRange[] => {
  const found = Object.entries(weekly).find(([weekday]) => Number(weekday) === dayOfWeek);
  return found?.[1] ?? [];
};

export const openingOn = (place: Place, space: Space | undefined, date: Temporal.PlainDate): Opening => {
  const hours = space?.hours ?? place.hours;
  const exception = exceptionOn(hours, date);
  if (exception !== undefined) {
    const { hours: ranges, reason } = exception;
    return { ranges, closed: ranges.length === 0 ? { because: 'exception', reason } : undefined };
  }
  const holiday = hours.closedOnPublicHolidays ? holidayOn(date) : undefined;
  if (holiday !== undefined) return { ranges: [], closed: { because: 'holiday', name: holiday } };
  const ranges = onWeekday(hours.weekly, date.dayOfWeek);
  return { ranges, closed: ranges.length === 0 ? { because: 'weekday' } : undefined };
};

/** The public holiday or the exceptional closure of that day; undefined when the usual hours hold. */
export const outOfTheOrdinary = (
  place: Place,
  space: Space | undefined,
  date: Temporal.PlainDate,
): string | undefined => {
  const { closed } = openingOn(place, space, date);
  switch (closed?.because) {
    case 'holiday':
      return closed.name;
    case 'exception':
      return closed.reason;
    case 'weekday':
    case undefined:
      return undefined;
  }
};

/**
 * Openings in the place's time zone. Where a change of clock skips an opening hour, it begins when the clock resumes;
 * what it skips whole is left out.
 */
export const openIntervals = (
  place: Place,
  space: Space | undefined,
  date: Temporal.PlainDate,
): readonly OpenInterval[] =>
  openingOn(place, space, date)
    .ranges.map(({ start, end }) => ({
      start: date.toZonedDateTime({ timeZone: place.timeZone, plainTime: start }),
      end: date.toZonedDateTime({ timeZone: place.timeZone, plainTime: end }),
    }))
    .filter(({ start, end }) => Temporal.ZonedDateTime.compare(start, end) < 0);

/** The `count` first open days strictly after `from`, `notAfter` included; fewer when there are no more within two years. */
export const nextOpenDays = (
  place: Place,
  space: Space | undefined,
  from: Temporal.PlainDate,
  count: number,
  notAfter?: Temporal.PlainDate,
): readonly Temporal.PlainDate[] => {
  const found: Temporal.PlainDate[] = [];
  for (let ahead = 1; ahead <= SEARCH_DAYS && found.length < count; ahead += 1) {
    const date = from.add({ days: ahead });
    if (notAfter !== undefined && compare(date, notAfter) > 0) break;
    if (openingOn(place, space, date).ranges.length > 0) found.push(date);
  }
  return found;
};
