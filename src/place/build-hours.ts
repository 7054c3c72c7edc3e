// From the words of a checked place file: its opening hours.
import type { DateRange, Hours, HoursException, WeeklyHours } from './model.ts';
import type { PlaceFile } from './schema.ts';

type HoursFile = PlaceFile['horaires'];
type WeekFile = HoursFile['semaine'];
type ExceptionFile = HoursFile['exceptions'][number];
type SpaceHoursFile = PlaceFile['espaces'][string]['horaires'];

const weekly = (week: WeekFile): WeeklyHours => ({
  1: week.lundi ?? [],
  2: week.mardi ?? [],
  3: week.mercredi ?? [],
  4: week.jeudi ?? [],
  5: week.vendredi ?? [],
  6: week.samedi ?? [],
  7: week.dimanche ?? [],
});

/** The schema saw to it that the days are said: `le`, or `du` and `au`. */
const daysOf = ({ le, du, au }: ExceptionFile): readonly DateRange[] => {
  const [from, to] = [le ?? du, le ?? au];
  return from === undefined || to === undefined ? [] : [{ from, to }];
};

const exceptions = (written: readonly ExceptionFile[]): readonly HoursException[] =>
  written.flatMap((one) => daysOf(one).map((days) => ({ ...days, hours: one.horaires, reason: one.raison })));

export const buildHours = (file: HoursFile): Hours => ({
  weekly: weekly(file.semaine),
  closedOnPublicHolidays: file['jours fériés'] === 'fermé',
  exceptions: exceptions(file.exceptions),
});

/** A space's own exceptions come first, then the place's: a space is closed when its place is. */
export const buildSpaceHours = (own: SpaceHoursFile, place: Hours): Hours | undefined =>
  own && {
    weekly: own.semaine === undefined ? place.weekly : weekly(own.semaine),
    closedOnPublicHolidays:
      own['jours fériés'] === undefined ? place.closedOnPublicHolidays : own['jours fériés'] === 'fermé',
    exceptions: [...exceptions(own.exceptions), ...place.exceptions],
  };
