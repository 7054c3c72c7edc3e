// Hours that are added to those of the place file, day by day. Pure.
import type { DayRange, Hours, HoursException, Place, SpaceKey } from './model.ts';
import { openingOn } from './opening.ts';

export interface ExtraOpening {
  /** Undefined: of the whole place. */
  readonly spaceKey: SpaceKey | undefined;
  readonly date: Temporal.PlainDate;
  readonly hours: DayRange;
  readonly reason: string;
}

const { compare } = Temporal.PlainTime;

/** The same hours with no overlap, in order. */
const joined = (ranges: readonly DayRange[]): readonly DayRange[] => {
  const kept: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => compare(a.start, b.start))) {
    const last = kept.at(-1);
    if (last && compare(range.start, last.end) <= 0)
      kept[kept.length - 1] = { start: last.start, end: compare(last.end, range.end) < 0 ? range.end : last.end };
    else kept.push(range);
  }
  return kept;
};

const opened = (
  place: Place,
  spaceKey: SpaceKey | undefined,
  { date, hours, reason }: ExtraOpening,
): HoursException => {
  const space = place.spaces.find(({ key }) => key === spaceKey);
  return { from: date, to: date, hours: joined([...openingOn(place, space, date).ranges, hours]), reason };
};

const withException = (hours: Hours, exception: HoursException): Hours => ({
  ...hours,
  exceptions: [exception, ...hours.exceptions],
});

const withOpening = (place: Place, extra: ExtraOpening): Place => ({
  ...place,
  hours: extra.spaceKey === undefined ? withException(place.hours, opened(place, undefined, extra)) : place.hours,
  spaces: place.spaces.map((space) => {
    const concerned = extra.spaceKey === undefined ? space.hours !== undefined : extra.spaceKey === space.key;
    return concerned
      ? { ...space, hours: withException(space.hours ?? place.hours, opened(place, space.key, extra)) }
      : space;
  }),
});

export const withOpenings = (place: Place, extras: readonly ExtraOpening[]): Place => extras.reduce(withOpening, place);
