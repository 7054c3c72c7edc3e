// What a refusal, or a question about free times, needs to know of the ledger: read when it is wanted, never before.
import type { Database } from '../../db/open.ts';
import type { Place, Space } from '../../place/model.ts';
import { nextOpenDays, openIntervals } from '../../place/opening.ts';
import { resourcesOf } from '../ledger/rules.ts';
import { occupancy } from '../ledger/store.ts';
import type { Actor } from '../people/model.ts';
import { alternativesTo, DAYS_SEARCHED } from './alternatives.ts';
import { proposalsIn, stretchesOf } from './availability.ts';
import { type Taken, takenIn } from './free.ts';
import type {
  Availability,
  BookingRequest,
  DayAvailability,
  FreeTimes,
  RuleFailure,
  Stay,
  WriteFailure,
} from './model.ts';
import { nameOfClosure } from './rules.ts';

export interface Asking {
  readonly place: Place;
  readonly actor: Actor;
  readonly now: Temporal.ZonedDateTime;
  /** A booking that is being changed: what it holds is not in its own way. */
  readonly except?: number | undefined;
}

const takenBetween = async (
  db: Database,
  place: Place,
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
  except?: number,
): Promise<Taken> => {
  const rows = await occupancy(
    db.prisma,
    place.id,
    resourcesOf(place).map(({ key }) => key),
    { start: start.toInstant(), end: end.toInstant() },
  );
  return takenIn(
    place,
    rows.filter(({ kind, sourceId }) => kind !== 'booking' || sourceId !== except),
  );
};

const later = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime) =>
  Temporal.ZonedDateTime.compare(a, b) < 0 ? b : a;

/** Three at most. Searched from the day that was asked, or from today when that is past. */
export const alternatives = async (
  db: Database,
  request: BookingRequest,
  failure: RuleFailure | WriteFailure,
  { place, actor, now, except }: Asking,
): Promise<readonly Stay[]> => {
  const from = later(request.start, now).startOfDay();
  const taken = await takenBetween(db, place, from, from.add({ days: 2 * DAYS_SEARCHED }), except);
  return alternativesTo(request, failure, { place, actor, now, taken });
};

const stepBefore = (now: Temporal.ZonedDateTime, space: Space): Temporal.ZonedDateTime => {
  if (space.use.by === 'lease') return now;
  const minutes = space.use.policy.step.total('minutes');
  return now
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
    .subtract({ minutes: (now.hour * 60 + now.minute) % minutes });
};

export interface DayWindow {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

const wholeDay = (place: Place, date: Temporal.PlainDate): DayWindow => {
  const from = date.toZonedDateTime(place.timeZone);
  return { from, to: from.add({ days: 1 }) };
};

/** Today while one of the spaces is still open, else the next day on which one is. */
export const dayByDefault = ({ place, now }: Pick<Asking, 'place' | 'now'>, spaces: readonly Space[]): DayWindow => {
  const today = now.toPlainDate();
  const stillOpen = spaces.some((space) =>
    openIntervals(place, space, today).some(({ end }) => Temporal.ZonedDateTime.compare(now, end) < 0),
  );
  return wholeDay(place, stillOpen ? today : (openDaysAfter(place, spaces, today, 1)[0] ?? today));
};

const openDaysAfter = (
  place: Place,
  spaces: readonly Space[],
  date: Temporal.PlainDate,
  count: number,
): readonly Temporal.PlainDate[] => {
  const days = spaces.flatMap((space) => nextOpenDays(place, space, date, count)).sort(Temporal.PlainDate.compare);
  return days.filter((day, index) => index === 0 || !day.equals(days[index - 1] ?? date)).slice(0, count);
};

const NEXT_DAYS = 3;

const availabilityOn = async (
  db: Database,
  spaces: readonly Space[],
  { from, to }: DayWindow,
  { place, now }: Pick<Asking, 'place' | 'now'>,
): Promise<readonly Availability[]> => {
  const date = from.toPlainDate();
  const { from: midnight, to: nextMidnight } = wholeDay(place, date);
  const taken = await takenBetween(db, place, midnight, nextMidnight);
  return spaces.map((space) => ({
    spaceKey: space.key,
    open: openIntervals(place, space, date).length > 0,
    stretches: stretchesOf(place, space, date, { from: later(from, stepBefore(now, space)), to }, taken),
    because: nameOfClosure({ place, space }, date),
  }));
};

/** What is free in each of the spaces over one day, from the present stretch on, and the open days that follow. */
export const dayAvailability = async (
  db: Database,
  spaces: readonly Space[],
  window: DayWindow,
  asking: Pick<Asking, 'place' | 'now'>,
): Promise<DayAvailability> => {
  const date = window.from.toPlainDate();
  return {
    date,
    spaces: await availabilityOn(db, spaces, window, asking),
    nextDays: openDaysAfter(asking.place, spaces, date, NEXT_DAYS),
  };
};

/** The free times of a space booked whole, that day. */
export const freeTimesOn = async (
  db: Database,
  space: Space,
  date: Temporal.PlainDate,
  asking: Asking,
): Promise<FreeTimes> => {
  const [day] = await availabilityOn(db, [space], wholeDay(asking.place, date), asking);
  const free = day?.stretches.filter(({ freeSeats }) => freeSeats > 0) ?? [];
  return {
    kind: 'free_times',
    spaceKey: space.key,
    date,
    free,
    proposals: proposalsIn(asking.place, space, free, asking.now),
  };
};
