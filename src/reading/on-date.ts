// What a wish means on one day: a slot, and what stands against it.
import { daysAfter } from './day-order.ts';
import type { Slot } from './model.ts';
import {
  clockOn,
  earlier,
  isBefore,
  later,
  type Opening,
  onDay,
  openingOf,
  type Scene,
  stepped,
  TWO_HOURS,
} from './scene.ts';
import type { WishedTime } from './wish.ts';

export interface Read {
  readonly slot: Slot;
  readonly problem: 'past' | 'closed' | undefined;
}

type Span = Slot['span'];

const wholeDay = ({ place }: Scene, date: Temporal.PlainDate): Read => ({
  slot: {
    start: date.toZonedDateTime(place.timeZone),
    end: daysAfter(date, 1).toZonedDateTime(place.timeZone),
    span: 'day',
  },
  problem: 'closed',
});

/** A day or a part of it: what is open of it, and today what is still to come. */
const stretch = (
  scene: Scene,
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
  span: Span,
  opening: Opening | undefined,
): Read => {
  const [open, close] = opening === undefined ? [end, start] : [later(start, opening.start), earlier(end, opening.end)];
  const isOpen = isBefore(open, close);
  const slot: Slot = isOpen ? { start: open, end: close, span } : { start, end, span };
  const next = stepped(scene, 0, Math.ceil);
  if (!isBefore(next, slot.end)) return { slot, problem: 'past' };
  if (!isOpen) return { slot, problem: 'closed' };
  return { slot: isBefore(slot.start, next) ? { ...slot, start: next } : slot, problem: undefined };
};

/** Hours as said: never moved. The step under way can still be had. */
const exactly = (
  scene: Scene,
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
  span: Span,
  opening: Opening | undefined,
): Read => {
  const slot = { start, end, span };
  if (isBefore(start, stepped(scene, 0, Math.floor))) return { slot, problem: 'past' };
  const isOpen = opening?.ranges.some((range) => !isBefore(start, range.start) && !isBefore(range.end, end)) === true;
  return { slot, problem: isOpen ? undefined : 'closed' };
};

/** From an hour on, for a stay; one that nobody asked for ends at closing. */
const staying = (
  scene: Scene,
  start: Temporal.ZonedDateTime,
  stay: number | undefined,
  opening: Opening | undefined,
): Read => {
  const end = start.add({ minutes: stay ?? scene.stayMinutes });
  const current = opening?.ranges.find((range) => !isBefore(start, range.start) && isBefore(start, range.end));
  const closing = stay === undefined && current !== undefined ? earlier(end, current.end) : end;
  return exactly(scene, start, closing, stay === undefined ? 'start' : 'hours', opening);
};

/** The wish on one day; undefined where that day has no such hours. */
export const onDate = (scene: Scene, date: Temporal.PlainDate, time: WishedTime): Read | undefined => {
  const opening = openingOf(scene, date);
  switch (time.is) {
    case 'bare-day':
    case 'whole-day':
      return dayRead(scene, date, opening, time.is === 'bare-day' ? 'day' : 'moment');
    case 'part':
      return stretch(scene, onDay(scene, date, time.start), onDay(scene, date, time.end), 'moment', opening);
    case 'edge':
      return edgeRead(scene, date, opening, time.edge);
    case 'start': {
      const start = clockOn(scene, date, time.start, opening);
      return start === undefined ? dayRead(scene, date, opening, 'start') : staying(scene, start, time.stay, opening);
    }
    case 'back': {
      const end = clockOn(scene, date, time.end, opening);
      return end === undefined
        ? dayRead(scene, date, opening, 'hours')
        : exactly(scene, end.subtract({ minutes: time.stay }), end, 'hours', opening);
    }
    case 'hours':
      return hoursRead(scene, date, time, opening);
    case 'soon': {
      const start = stepped(scene, time.ahead, time.ahead === 0 ? Math.floor : Math.round);
      const until = time.until === undefined ? undefined : clockOn(scene, date, time.until, opening);
      if (time.until === undefined)
        return {
          ...staying(scene, start, time.stay, openingOf(scene, start.toPlainDate())),
          ...(time.ahead < 0 ? { problem: 'past' } : {}),
        };
      return until === undefined || !isBefore(start, until)
        ? undefined
        : exactly(scene, start, until, 'hours', opening);
    }
    case 'exact':
      return staying(scene, time.start, time.stay, openingOf(scene, time.start.toPlainDate()));
  }
};

const dayRead = (scene: Scene, date: Temporal.PlainDate, opening: Opening | undefined, span: Span): Read => {
  if (opening !== undefined) return stretch(scene, opening.start, opening.end, span, opening);
  const whole = wholeDay(scene, date);
  return Temporal.PlainDate.compare(date, scene.today) < 0
    ? { ...whole, problem: 'past' }
    : { ...whole, slot: { ...whole.slot, span: 'day' } };
};

const edgeRead = (
  scene: Scene,
  date: Temporal.PlainDate,
  opening: Opening | undefined,
  edge: 'opening' | 'closing',
): Read => {
  if (opening === undefined) return dayRead(scene, date, opening, 'moment');
  const [start, end] =
    edge === 'opening'
      ? [opening.start, earlier(opening.end, opening.start.add({ minutes: TWO_HOURS }))]
      : [later(opening.start, opening.end.subtract({ minutes: TWO_HOURS })), opening.end];
  return stretch(scene, start, end, 'moment', opening);
};

const hoursRead = (
  scene: Scene,
  date: Temporal.PlainDate,
  time: Extract<WishedTime, { readonly is: 'hours' }>,
  opening: Opening | undefined,
): Read | undefined => {
  const [start, end] = [clockOn(scene, date, time.start, opening), clockOn(scene, date, time.end, opening)];
  // A closed day has no opening to count from; past closing there is nothing until closing.
  if (start === undefined && end === undefined) return dayRead(scene, date, opening, 'hours');
  if (end !== undefined && (start === undefined || (time.start === 'opening' && !isBefore(start, end)))) {
    return exactly(scene, end.subtract({ minutes: scene.stayMinutes }), end, 'hours', opening);
  }
  if (start === undefined) return undefined;
  if (end === undefined || !isBefore(start, end))
    return time.end === 'closing' ? staying(scene, start, undefined, opening) : undefined;
  const next = stepped(scene, 0, Math.ceil);
  const isUnderWay = time.start === 'opening' && isBefore(start, next) && isBefore(next, end);
  return exactly(scene, isUnderWay ? next : start, end, 'hours', opening);
};
