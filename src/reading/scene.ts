// The present, seen from a space: its hours, its step, its default stay. Every date is that of the place's zone.

import type { Place, Space } from '../place/model.ts';
import { openIntervals } from '../place/opening.ts';
import type { ClockValue } from './piece.ts';

export interface WhenContext {
  readonly place: Place;
  readonly space: Space | undefined;
  readonly now: Temporal.Instant;
}

export interface Scene extends WhenContext {
  readonly present: Temporal.ZonedDateTime;
  readonly today: Temporal.PlainDate;
  readonly stepMinutes: number;
  readonly stayMinutes: number;
}

const HALF_HOUR = 30;
export const TWO_HOURS = 120;
const DAY = 24 * 60;

const { compare } = Temporal.ZonedDateTime;

export const isBefore = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean => compare(a, b) < 0;
export const earlier = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  isBefore(b, a) ? b : a;
export const later = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  isBefore(a, b) ? b : a;

export const sceneOf = (context: WhenContext): Scene => {
  const { place, space, now } = context;
  const present = now.toZonedDateTimeISO(place.timeZone);
  const policy = space === undefined || space.use.by === 'lease' ? undefined : space.use.policy;
  return {
    ...context,
    present,
    today: present.toPlainDate(),
    stepMinutes: policy === undefined ? HALF_HOUR : Math.max(1, policy.step.total('minutes')),
    stayMinutes: policy === undefined ? TWO_HOURS : policy.defaultStay.total('minutes'),
  };
};

/** The present on the step that is under way, the next, or the nearest; steps count from midnight on the wall. */
export const stepped = (
  { present, stepMinutes }: Scene,
  ahead: number,
  round: (steps: number) => number,
): Temporal.ZonedDateTime => {
  const moved = ahead === 0 ? present : present.add({ minutes: ahead });
  const minutes = moved.hour * 60 + moved.minute + moved.second / 60;
  const steps = Math.round((round(minutes / stepMinutes) * stepMinutes - minutes) * 60);
  return moved.add({ seconds: steps }).round({ smallestUnit: 'minute', roundingMode: 'halfExpand' });
};

export const onDay = ({ place }: Scene, date: Temporal.PlainDate, minutes: number): Temporal.ZonedDateTime => {
  const day = minutes >= DAY ? date.add({ days: Math.floor(minutes / DAY) }) : date;
  const clock = new Temporal.PlainTime(Math.floor((minutes % DAY) / 60), minutes % 60);
  return day.toZonedDateTime({ timeZone: place.timeZone, plainTime: clock });
};

export interface Opening {
  readonly ranges: ReturnType<typeof openIntervals>;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

export const openingOf = ({ place, space }: Scene, date: Temporal.PlainDate): Opening | undefined => {
  const ranges = openIntervals(place, space, date);
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first === undefined || last === undefined ? undefined : { ranges, start: first.start, end: last.end };
};

/** Undefined: a closed day has no opening and no closing. */
export const clockOn = (
  scene: Scene,
  date: Temporal.PlainDate,
  clock: ClockValue,
  opening: Opening | undefined,
): Temporal.ZonedDateTime | undefined =>
  typeof clock === 'number' ? onDay(scene, date, clock) : clock === 'opening' ? opening?.start : opening?.end;
