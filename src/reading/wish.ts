// What pieces wish together: a day, and what part of it. Undefined when they do not agree, or ask for more than one slot.
import { all, isSaid, type PieceOf } from './counting.ts';
import type { ClockValue, Piece } from './piece.ts';
import { inWeek } from './weekday-names.ts';

export interface WishedDay {
  readonly date: Temporal.PlainDate;
  /** Other days that the words may mean. */
  readonly others: readonly Temporal.PlainDate[];
}

export type WishedTime =
  | { readonly is: 'bare-day' }
  | { readonly is: 'whole-day' }
  | { readonly is: 'part'; readonly start: number; readonly end: number }
  | { readonly is: 'edge'; readonly edge: 'opening' | 'closing' }
  | { readonly is: 'hours'; readonly start: ClockValue; readonly end: ClockValue }
  | { readonly is: 'start'; readonly start: ClockValue; readonly stay: number | undefined }
  | { readonly is: 'back'; readonly end: ClockValue; readonly stay: number }
  | {
      readonly is: 'soon';
      readonly ahead: number;
      readonly stay: number | undefined;
      readonly until: ClockValue | undefined;
    }
  | { readonly is: 'exact'; readonly start: Temporal.ZonedDateTime; readonly stay: number | undefined };

export interface Wish {
  readonly day: WishedDay | undefined;
  readonly time: WishedTime;
}

/** The one day of them all; 'none' said, or undefined when they differ. */
export const oneDay = (pieces: readonly Piece[]): WishedDay | 'none' | undefined => {
  const [week, anotherWeek] = all(pieces, 'week');
  const days = all(pieces, 'day');
  if (anotherWeek !== undefined) return undefined;
  if (week !== undefined) {
    const [day, ...rest] = days;
    if (day?.weekday === undefined || rest.length > 0 || week.weeks !== undefined) return undefined;
    return { date: inWeek(week.monday, day.weekday), others: [] };
  }
  // « jeudi … le 3 décembre »: the date says which Thursday.
  const dated = days.filter(({ weekday }) => weekday === undefined);
  const [first, ...others] = dated.length > 0 ? dated : days;
  if (first === undefined) return 'none';
  const agrees =
    others.every(({ date }) => date.equals(first.date)) &&
    days.every(({ weekday }) => weekday === undefined || weekday === first.date.dayOfWeek);
  return agrees ? { date: first.date, others: first.others } : undefined;
};

const NOON = 12 * 60;
const SLACK = 90;

/** The same hour in the half of the day that the moment says; undefined when it is in neither. */
const within = (clock: ClockValue, { start, end }: PieceOf<'moment'>): ClockValue | undefined => {
  if (typeof clock !== 'number') return clock;
  const least = start < 11 * 60 ? 0 : start - SLACK;
  const most = end > 20 * 60 ? 24 * 60 : end + SLACK / 3;
  return [clock, clock < NOON ? clock + NOON : clock].find((each) => each >= least && each <= most);
};

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

interface Hours {
  readonly start: ClockValue | undefined;
  readonly end: ClockValue | undefined;
  readonly isOpen: boolean;
  readonly stay: number | undefined;
}

/** Starts, ends and stays put together; undefined when there are too many of one. */
const hoursOf = (pieces: readonly Piece[]): Hours | undefined => {
  const [range, at, from, until, stays] = [
    all(pieces, 'range'),
    all(pieces, 'at'),
    all(pieces, 'from'),
    all(pieces, 'until'),
    all(pieces, 'duration'),
  ];
  const flexible = all(pieces, 'hours');
  const starts = range.length + at.length + from.length;
  const isStarted = starts + all(pieces, 'soon').length + all(pieces, 'exact').length > 0;
  // « 14h, 2h », « 9h pour 8h »: with an hour to start from, a short one is a stay, and so is one that « pour » announces.
  const isStay = ({ minutes, lasting }: PieceOf<'hours'>): boolean =>
    minutes < 7 * 60 || (lasting === true && (isStarted || flexible.length > 1));
  const asHours = flexible.filter((each) => !isStay(each)).map(({ minutes }) => minutes);
  const asStays = [...stays, ...flexible.filter(isStay)].map(({ minutes }) => minutes);
  if (starts + asHours.length > 1 || (isStarted && asHours.length > 0) || asStays.length > 1 || until.length > 1)
    return undefined;
  // « jeudi après-midi 2h »: at two, or for two hours?
  if (!isStarted && isSaid(pieces, 'moment') && flexible.some(isStay)) return undefined;
  const [first] = range;
  const isSame =
    asStays.length === 1 &&
    typeof first?.start === 'number' &&
    typeof first.end === 'number' &&
    first.end - first.start === asStays[0];
  if (isSame && until.length === 0) return { start: first.start, end: first.end, isOpen: false, stay: undefined };
  if (range.length > 0 && (until.length > 0 || asStays.length > 0)) return undefined;
  const start = range[0]?.start ?? at[0]?.clock ?? from[0]?.clock ?? asHours[0];
  return { start, end: range[0]?.end ?? until[0]?.clock, isOpen: from.length > 0, stay: asStays[0] };
};

const MOST_STAY = 31 * 24 * 60;

const timeOf = (pieces: readonly Piece[], hours: Hours): WishedTime | undefined => {
  const { stay, end, isOpen } = hours;
  const [moment] = all(pieces, 'moment');
  if (stay !== undefined && (stay <= 0 || stay > MOST_STAY)) return undefined;
  const [soon, exact] = [only(all(pieces, 'soon')), only(all(pieces, 'exact'))];
  if (soon !== undefined)
    return hours.start === undefined && moment === undefined
      ? { is: 'soon', ahead: soon.minutes, stay, until: end }
      : undefined;
  if (exact !== undefined)
    return hours.start === undefined && end === undefined && moment === undefined
      ? { is: 'exact', start: exact.start, stay }
      : undefined;
  const { start } = hours;
  const isBounded = start !== undefined || end !== undefined;
  if (moment !== undefined && isBounded) return inMoment(hours, moment);
  if (start !== undefined && end !== undefined)
    return stay === undefined && isAfter(end, start) ? { is: 'hours', start, end } : undefined;
  if (start !== undefined)
    return isOpen && stay === undefined ? { is: 'hours', start, end: 'closing' } : { is: 'start', start, stay };
  if (end !== undefined) return stay === undefined ? { is: 'hours', start: 'opening', end } : { is: 'back', end, stay };
  if (moment !== undefined)
    return stay === undefined
      ? { is: 'part', start: moment.start, end: moment.end }
      : { is: 'start', start: moment.start, stay };
  return undefined;
};

const isAfter = (end: ClockValue, start: ClockValue): boolean =>
  typeof end !== 'number' || typeof start !== 'number' || end > start;

/** « demain matin à partir de 10h », « jeudi après-midi de 2h à 4h ». */
const inMoment = ({ start, end, isOpen, stay }: Hours, moment: PieceOf<'moment'>): WishedTime | undefined => {
  const first = start === undefined ? moment.start : within(start, moment);
  if (first === undefined) return undefined;
  const isShifted = typeof first === 'number' && typeof start === 'number' && first > start;
  const last = isShifted && typeof end === 'number' && end <= NOON ? end + NOON : end;
  if (last !== undefined)
    return stay === undefined && isAfter(last, first) && within(last, moment) !== undefined
      ? { is: 'hours', start: first, end: last }
      : stayBack(last, stay);
  if (isOpen && stay === undefined)
    return isAfter(moment.end, first) ? { is: 'hours', start: first, end: moment.end } : undefined;
  return { is: 'start', start: first, stay };
};

const stayBack = (end: ClockValue, stay: number | undefined): WishedTime | undefined =>
  stay === undefined ? undefined : { is: 'back', end, stay };

/** What part of its day the pieces say; undefined when they do not agree. `isDayed`: whether they say which day. */
export const wishedTime = (pieces: readonly Piece[], isDayed: boolean): WishedTime | undefined => {
  const hours = hoursOf(pieces);
  if (hours === undefined) return undefined;
  const moments = all(pieces, 'moment');
  const [moment] = moments;
  if (moments.some(({ start, end }) => start !== moment?.start || end !== moment.end)) return undefined;
  const isHour =
    hours.start !== undefined || hours.end !== undefined || isSaid(pieces, 'soon') || isSaid(pieces, 'exact');
  if (moment?.alone !== undefined && !isDayed && !isHour && pieces.length <= 2)
    return { is: 'start', start: moment.alone, stay: hours.stay };
  const isWhole = isSaid(pieces, 'whole-day');
  const edge = all(pieces, 'edge-of-day')[0];
  if (
    isWhole &&
    (moment !== undefined || hours.isOpen || hours.stay !== undefined || (isHour && hours.end === undefined))
  )
    return undefined;
  if (isHour || moment !== undefined) return timeOf(pieces, hours);
  if (hours.stay !== undefined || isSaid(pieces, 'half-day')) return undefined;
  if (edge !== undefined) return { is: 'edge', edge: edge.edge };
  return isWhole ? { is: 'whole-day' } : { is: 'bare-day' };
};

/** `pieces`: those that count. */
export const wishOf = (pieces: readonly Piece[]): Wish | undefined => {
  const day = oneDay(pieces);
  if (day === undefined) return undefined;
  const time = wishedTime(pieces, day !== 'none');
  return time && { day: day === 'none' ? undefined : day, time };
};
