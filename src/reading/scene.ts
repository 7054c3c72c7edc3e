// The present, seen from a space: its hours, its step, its default stay. Every date is that of the place's zone.

import type { Place, Space } from '../place/model.ts';
import { openIntervals } from '../place/opening.ts';
import { dayKey, daysAfter } from './day-order.ts';
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

/** To the millisecond: nobody books shorter. */
export const isBefore = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean =>
  a.epochMilliseconds < b.epochMilliseconds;
export const earlier = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  isBefore(b, a) ? b : a;
export const later = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  isBefore(a, b) ? b : a;

interface Steps {
  readonly stepMinutes: number;
  readonly stayMinutes: number;
}

const ANYWHERE: Steps = { stepMinutes: HALF_HOUR, stayMinutes: TWO_HOURS };
const steps = new WeakMap<Space, Steps>();

const stepsOf = (space: Space | undefined): Steps => {
  if (space === undefined || space.use.by === 'lease') return ANYWHERE;
  const known = steps.get(space);
  if (known !== undefined) return known;
  const { step, defaultStay } = space.use.policy;
  const found = { stepMinutes: Math.max(1, step.total('minutes')), stayMinutes: defaultStay.total('minutes') };
  steps.set(space, found);
  return found;
};

type Present = Pick<Scene, 'present' | 'today'>;
const presents = new WeakMap<Temporal.Instant, Present>();

/** Several options of a request, and all the suggestions of a key stroke, read at one same instant. */
const presentOf = ({ now, place: { timeZone } }: WhenContext): Present => {
  const known = presents.get(now);
  if (known?.present.timeZoneId === timeZone) return known;
  const present = now.toZonedDateTimeISO(timeZone);
  const found = { present, today: present.toPlainDate() };
  presents.set(now, found);
  return found;
};

const scenes = new WeakMap<Temporal.Instant, Map<Space | Place, Scene>>();

/** What is read at one same instant is seen from the same scene, and what was computed of it holds. */
export const sceneOf = (context: WhenContext): Scene => {
  const { place, space, now } = context;
  const known = scenes.get(now) ?? new Map<Space | Place, Scene>();
  const found = known.get(space ?? place);
  if (found !== undefined && found.place === place) return found;
  const scene = { place, space, now, ...stepsOf(space), ...presentOf(context) };
  scenes.set(now, known.set(space ?? place, scene));
  return scene;
};

type Round = typeof Math.ceil | typeof Math.floor | typeof Math.round;

/** The present on the step that is under way, the next, or the nearest; steps count from midnight on the wall. */
export const stepped = (scene: Scene, ahead: number, round: Round): Temporal.ZonedDateTime => {
  if (ahead !== 0) return computeStepped(scene, ahead, round);
  const known = round === Math.ceil ? next : underWay;
  const found = known.get(scene) ?? computeStepped(scene, 0, round);
  known.set(scene, found);
  return found;
};

// A series asks for them on each of its days.
const next = new WeakMap<Scene, Temporal.ZonedDateTime>();
const underWay = new WeakMap<Scene, Temporal.ZonedDateTime>();

const computeStepped = ({ present, stepMinutes }: Scene, ahead: number, round: Round): Temporal.ZonedDateTime => {
  const moved = ahead === 0 ? present : present.add({ minutes: ahead });
  const minutes = moved.hour * 60 + moved.minute + moved.second / 60;
  const steps = Math.round((round(minutes / stepMinutes) * stepMinutes - minutes) * 60);
  const at = steps === 0 ? moved : moved.add({ seconds: steps });
  return at.epochMilliseconds % 60_000 === 0 ? at : at.round({ smallestUnit: 'minute', roundingMode: 'halfExpand' });
};

const MOST_KEPT = 8192;
const clocks = new WeakMap<Place, Map<number, Temporal.ZonedDateTime>>();

/** The same hours of the same days come back from phrase to phrase: so many of them are kept. */
export const onDay = (scene: Scene, date: Temporal.PlainDate, minutes: number): Temporal.ZonedDateTime => {
  const known = clocks.get(scene.place) ?? new Map<number, Temporal.ZonedDateTime>();
  const key = dayKey(date) * 10_000 + minutes;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const at = clockOnDay(scene, date, minutes);
  clocks.set(scene.place, known.set(key, at));
  return at;
};

const clockOnDay = ({ place }: Scene, date: Temporal.PlainDate, minutes: number): Temporal.ZonedDateTime => {
  const day = minutes >= DAY ? date.add({ days: Math.floor(minutes / DAY) }) : date;
  const clock = new Temporal.PlainTime(Math.floor((minutes % DAY) / 60), minutes % 60);
  return day.toZonedDateTime({ timeZone: place.timeZone, plainTime: clock });
};

export interface Opening {
  readonly ranges: ReturnType<typeof openIntervals>;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

const MOST_DAYS_KEPT = 1500;
const kept = new WeakMap<Place | Space, Map<number, Opening | undefined>>();

/** A day's opening is asked several times a phrase, and the same days by most phrases: so many of them are kept. */
export const openingOf = ({ place, space }: Scene, date: Temporal.PlainDate): Opening | undefined => {
  const days = kept.get(space ?? place) ?? new Map<number, Opening | undefined>();
  const day = dayKey(date);
  if (days.has(day)) return days.get(day);
  const ranges = openIntervals(place, space, date);
  const [first, last] = [ranges[0], ranges.at(-1)];
  const opening = first === undefined || last === undefined ? undefined : { ranges, start: first.start, end: last.end };
  if (days.size >= MOST_DAYS_KEPT) days.clear();
  kept.set(space ?? place, days.set(day, opening));
  return opening;
};

const SEARCH_DAYS = 400;

/** The first open days after that one; fewer when there are no more within a year. */
export const openDaysAfter = (scene: Scene, date: Temporal.PlainDate, count: number): readonly Temporal.PlainDate[] => {
  const found: Temporal.PlainDate[] = [];
  for (let ahead = 1; ahead <= SEARCH_DAYS && found.length < count; ahead += 1) {
    const day = daysAfter(date, ahead);
    if (openingOf(scene, day) !== undefined) found.push(day);
  }
  return found;
};

/** Undefined: a closed day has no opening and no closing. */
export const clockOn = (
  scene: Scene,
  date: Temporal.PlainDate,
  clock: ClockValue,
  opening: Opening | undefined,
): Temporal.ZonedDateTime | undefined =>
  typeof clock === 'number' ? onDay(scene, date, clock) : clock === 'opening' ? opening?.start : opening?.end;
