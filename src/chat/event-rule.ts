// What comes back, in words, read again from a later day: how a series without an end is written further.
import { agendaOf } from '../place/agenda.ts';
import type { Place, Space } from '../place/model.ts';
import { spaceOf } from '../place/model.ts';
import { parseWhen } from '../reading/when.ts';

const YEAR = 366;

const ahead = new WeakMap<Place, Place>();

const withYear = (space: Space): Space =>
  space.use.by === 'lease'
    ? space
    : { ...space, use: { ...space.use, policy: { ...space.use.policy, horizonDays: YEAR } } };

/** Events are written a year ahead, however far ahead people may book. */
export const aYearAhead = (place: Place): Place => {
  const known = ahead.get(place) ?? { ...place, spaces: place.spaces.map(withYear) };
  ahead.set(place, known);
  return known;
};

export interface RuleReading {
  readonly times: readonly { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }[];
  /** The last day that it names, though it be left out. */
  readonly until: Temporal.PlainDate | undefined;
}

/** From the day itself on, that day included. */
export const ruleFrom = (
  place: Place,
  words: string,
  { spaceKey, from }: { readonly spaceKey: string | undefined; readonly from: Temporal.PlainDate },
): RuleReading => {
  const wide = aYearAhead(place);
  const space = spaceKey === undefined ? undefined : spaceOf(wide, spaceKey);
  // A weekday is the next one after today: read at midnight the day before.
  const now = from.subtract({ days: 1 }).toZonedDateTime(place.timeZone).toInstant();
  const read = parseWhen(words, { place: wide, space, now });
  if (!read.ok) throw new Error('the rule of a series of events no longer reads');
  const { slots, skipped } = read.value;
  const days = [...slots.map(({ start }) => start.toPlainDate()), ...skipped.map(({ date }) => date)];
  return {
    times: slots.map(({ start, end, span }) => ({
      start,
      end: span === 'start' ? start.add(agendaOf(place).defaultLength) : end,
    })),
    until: days.sort(Temporal.PlainDate.compare).at(-1),
  };
};
