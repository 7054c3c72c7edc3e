// What a refusal, or a question about free times, needs to know of the ledger: read when it is wanted, never before.
import type { Database } from '../../db/open.ts';
import type { Place, Space } from '../../place/model.ts';
import { nextOpenDays, openIntervals, outOfTheOrdinary } from '../../place/opening.ts';
import type { Occupancy } from '../ledger/model.ts';
import { resourcesOf } from '../ledger/rules.ts';
import { occupancy } from '../ledger/store.ts';
import type { Actor } from '../people/model.ts';
import { shareOf } from '../structures/share.ts';
import { alternativesTo, daysSearched } from './alternatives.ts';
import { proposalsIn, stretchesOf, type Window } from './availability.ts';
import { canBeHad, type Situation, type Taken, takenIn } from './free.ts';
import type {
  Availability,
  BookingRequest,
  DayAvailability,
  FreeTimes,
  RuleFailure,
  Stay,
  WriteFailure,
} from './model.ts';
import { downToStep, later } from './steps.ts';
import { bookingsFrom } from './store.ts';

export interface Asking {
  readonly place: Place;
  readonly actor: Actor;
  readonly now: Temporal.ZonedDateTime;
  /** A booking that is being changed: what it holds is not in its own way. */
  readonly except?: number | undefined;
  /** What will be taken besides, once an act that is being weighed is done. */
  readonly besides?: readonly Occupancy[] | undefined;
}

/** A day more on both sides: what is held just outside may need time before or after. */
const takenBetween = async (
  db: Database,
  { place, except, besides = [] }: Pick<Asking, 'place' | 'except' | 'besides'>,
  { from, to }: Window,
): Promise<Taken> => {
  const rows = await occupancy(
    db.direct,
    place.id,
    resourcesOf(place).map(({ key }) => key),
    { start: from.subtract({ days: 1 }).toInstant(), end: to.add({ days: 1 }).toInstant() },
  );
  return takenIn(place, [
    ...rows.filter(({ kind, sourceId }) => kind !== 'booking' || sourceId !== except),
    ...besides,
  ]);
};

const situationIn = async (db: Database, asking: Asking, window: Window): Promise<Situation> => {
  const { place, actor, now, except } = asking;
  const monday = window.from.subtract({ days: window.from.dayOfWeek - 1 }).startOfDay();
  const scope = { placeId: place.id, timeZone: place.timeZone };
  const [taken, own, share] = await Promise.all([
    takenBetween(db, asking, window),
    bookingsFrom(db.prisma, scope, actor.memberId, monday.toInstant()),
    shareOf(db.direct, scope, { memberId: actor.memberId, moving: except, from: monday.toInstant() }),
  ]);
  return { place, actor, now, taken, own: own.filter(({ id }) => id !== except), share };
};

/** Three at most. Searched from the day that was asked, or from today when that is past. */
export const alternatives = async (
  db: Database,
  request: BookingRequest,
  failure: RuleFailure | WriteFailure,
  asking: Asking,
): Promise<readonly Stay[]> => {
  const { place, now } = asking;
  const space = place.spaces.find(({ key }) => key === request.spaceKey);
  if (!space) return [];
  const from = later(request.start, now).startOfDay();
  const last = daysSearched(place, space, request, now).at(-1);
  const to = later(from, last ? last.toZonedDateTime(place.timeZone) : from).add({ days: 1 });
  return alternativesTo(request, failure, await situationIn(db, asking, { from, to }));
};

/** The stretch that is running can still be taken. */
const stepBefore = (now: Temporal.ZonedDateTime, space: Space): Temporal.ZonedDateTime =>
  space.use.by === 'lease' ? now : downToStep(now, space.use.policy.step);

const wholeDay = (place: Place, date: Temporal.PlainDate): Window => {
  const from = date.toZonedDateTime(place.timeZone);
  return { from, to: from.add({ days: 1 }) };
};

/** Today while one of the spaces is still open, else the next day on which one is. */
export const dayByDefault = ({ place, now }: Pick<Asking, 'place' | 'now'>, spaces: readonly Space[]): Window => {
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
  { from, to }: Window,
  { place, now }: Pick<Asking, 'place' | 'now'>,
): Promise<readonly Availability[]> => {
  const date = from.toPlainDate();
  const taken = await takenBetween(db, { place, except: undefined }, wholeDay(place, date));
  return spaces.map((space) => ({
    spaceKey: space.key,
    open: openIntervals(place, space, date).length > 0,
    stretches: stretchesOf(place, space, date, { from: later(from, stepBefore(now, space)), to }, taken),
    because: outOfTheOrdinary(place, space, date),
  }));
};

/** What is free in each of the spaces over one day, from the present stretch on, and the open days that follow. */
export const dayAvailability = async (
  db: Database,
  spaces: readonly Space[],
  window: Window,
  asking: Pick<Asking, 'place' | 'now'>,
): Promise<DayAvailability> => {
  const date = window.from.toPlainDate();
  return {
    date,
    spaces: await availabilityOn(db, spaces, window, asking),
    nextDays: openDaysAfter(asking.place, spaces, date, NEXT_DAYS),
  };
};

/** The free times of a space booked whole, on the day that is asked. */
export const freeTimesOn = async (
  db: Database,
  request: BookingRequest,
  space: Space,
  asking: Asking,
): Promise<FreeTimes> => {
  const { place, now } = asking;
  const date = request.start.toPlainDate();
  const day = wholeDay(place, date);
  const situation = await situationIn(db, asking, day);
  const window = { from: later(day.from, stepBefore(now, space)), to: day.to };
  const free = stretchesOf(place, space, date, window, situation.taken).filter(({ freeSeats }) => freeSeats > 0);
  const proposals = proposalsIn(place, space, free, (times) => canBeHad(request, space, times, situation));
  return { kind: 'free_times', spaceKey: space.key, date, free, proposals };
};
