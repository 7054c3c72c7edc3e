// A wish and the present → the reading: which day is meant, and what could be had instead.
import type { Slot, WhenReading } from './model.ts';
import { onDate, type Read } from './on-date.ts';
import { earlier, isBefore, later, onDay, openDaysAfter, openingOf, type Scene, stepped } from './scene.ts';
import type { Wish, WishedTime } from './wish.ts';

export const MOST_ALTERNATIVES = 3;
const SHORTEST_MINUTES = 30;

export const UNREAD: WhenReading = { slots: [], alternatives: [], problem: 'unclear', repeats: false, skipped: [] };

export const isSame = (a: Slot, b: Slot): boolean =>
  a.start.epochMilliseconds === b.start.epochMilliseconds && a.end.epochMilliseconds === b.end.epochMilliseconds;

const nextOpenDay = (scene: Scene, from: Temporal.PlainDate): Temporal.PlainDate | undefined =>
  openDaysAfter(scene, from, 1)[0];

/** An hour that is no longer to come is that of the next open day; a part of the day that has begun is still today's. */
const isToCome = (scene: Scene, time: WishedTime, { slot, problem }: Read): boolean => {
  const isHour = (time.is === 'start' || time.is === 'hours') && time.start !== 'opening';
  return isHour || time.is === 'back'
    ? !isBefore(slot.start, scene.present.round({ smallestUnit: 'minute', roundingMode: 'floor' }))
    : problem !== 'past';
};

interface Chosen {
  readonly date: Temporal.PlainDate;
  readonly read: Read;
  readonly others: readonly Temporal.PlainDate[];
}

const chosen = (scene: Scene, { day, time }: Wish): Chosen | undefined => {
  if (time.is === 'soon' || time.is === 'exact') {
    const read = onDate(scene, day?.date ?? scene.today, time);
    if (read === undefined) return undefined;
    const date = read.slot.start.toPlainDate();
    return day === undefined || day.date.equals(date) ? { date, read, others: [] } : undefined;
  }
  const date = day?.date ?? scene.today;
  const read = onDate(scene, date, time);
  if (read === undefined) return undefined;
  if (day !== undefined) return { date, read, others: day.others };
  const next = nextOpenDay(scene, date);
  if (next === undefined) return { date, read, others: [] };
  if (isToCome(scene, time, read)) {
    const isUnderWay =
      read.problem === undefined && time.is === 'part' && isBefore(onDay(scene, date, time.start), scene.present);
    return { date, read, others: isUnderWay ? [next] : [] };
  }
  const nextRead = onDate(scene, next, time);
  // At 10:07, « 10h » may still be the step under way.
  return nextRead && { date: next, read: nextRead, others: [date] };
};

const NOON_HOURS = 12;

/** The same length of time where it is open that day, as near as can be to the hours that were said. */
const fitted = (scene: Scene, date: Temporal.PlainDate, { start, end, span }: Slot): Slot | undefined => {
  const opening = openingOf(scene, date);
  if (opening === undefined) return undefined;
  const length = start.until(end);
  const minutes = start.hour * 60 + start.minute;
  const from = later(opening.start, stepped(scene, 0, Math.ceil));
  const said = onDay(scene, date, minutes);
  // « à 2h » at a place open by day: 14:00 is likely.
  const evening = start.hour < NOON_HOURS && isBefore(said, opening.start) ? said.add({ hours: NOON_HOURS }) : said;
  const meant =
    isBefore(evening, opening.end) && !isBefore(evening.add(length), opening.start) && start.hour < 8 ? evening : said;
  const clipped = { start: later(meant, from), end: earlier(meant.add(length), opening.end), span };
  if (isBefore(clipped.start, clipped.end) && clipped.start.until(clipped.end).total('minutes') >= SHORTEST_MINUTES)
    return clipped;
  const moved = isBefore(meant, from)
    ? { start: from, end: earlier(from.add(length), opening.end) }
    : { start: later(from, opening.end.subtract(length)), end: opening.end };
  return isBefore(moved.start, moved.end) ? { ...moved, span } : undefined;
};

const isByDay = ({ is }: WishedTime): boolean => is === 'bare-day' || is === 'whole-day' || is === 'edge';

/** The next open times, that very day's first. */
export const instead = (scene: Scene, { date, read }: Chosen, time: WishedTime): readonly Slot[] => {
  const yesterday = scene.today.subtract({ days: 1 });
  const isGone = Temporal.PlainDate.compare(date, yesterday) < 0;
  const after = isGone || read.problem === 'past' ? yesterday : date;
  const days = [
    ...(read.problem === 'closed' && !isByDay(time) ? [date] : []),
    ...openDaysAfter(scene, after, MOST_ALTERNATIVES + 1),
  ];
  const slots = days.map((day) => {
    const same = time.is === 'soon' || time.is === 'exact' ? undefined : onDate(scene, day, time);
    return same !== undefined && same.problem === undefined ? same.slot : fitted(scene, day, read.slot);
  });
  return slots.filter((slot) => slot !== undefined).slice(0, MOST_ALTERNATIVES);
};

export const resolve = (scene: Scene, wish: Wish): WhenReading => {
  const choice = chosen(scene, wish);
  if (choice === undefined || !isBefore(choice.read.slot.start, choice.read.slot.end)) return UNREAD;
  const { slot, problem } = choice.read;
  const others = choice.others
    .map((date) => onDate(scene, date, wish.time))
    .flatMap((read) => (read !== undefined && read.problem === undefined ? [read.slot] : []));
  const alternatives = [...others, ...(problem === undefined ? [] : instead(scene, choice, wish.time))];
  return {
    slots: [slot],
    alternatives: alternatives.filter((other) => !isSame(other, slot)).slice(0, MOST_ALTERNATIVES),
    problem,
    repeats: false,
    skipped: [],
  };
};

const DAYS_SEARCHED = 6;

/** « dès que possible »: no time of its own, but the next open stretches, or such parts of the next open days. */
export const soonest = (scene: Scene, time: WishedTime): WhenReading => {
  const today = scene.today.subtract({ days: 1 });
  const reads = openDaysAfter(scene, today, DAYS_SEARCHED)
    .map((date) => onDate(scene, date, time))
    .flatMap((read) => (read !== undefined && read.problem === undefined ? [read.slot] : []));
  return { ...UNREAD, alternatives: reads.slice(0, MOST_ALTERNATIVES), asap: true };
};
