// What could be had instead of what was refused: the same space at another hour, another space that fits at the same
// hour, the next free day. Pure: it proposes nothing that the house rules or what is taken would refuse.
import type { Place, Space } from '../../place/model.ts';
import { nextOpenDays, openIntervals } from '../../place/opening.ts';
import { canBeHad, type Situation, type Times } from './free.ts';
import type { BookingRequest, RuleFailure, Stay, WriteFailure } from './model.ts';
import { downToStep, later, sooner, upToStep } from './steps.ts';

const PROPOSED = 3;
const DAYS_SEARCHED = 14;

const { compare } = Temporal.ZonedDateTime;

/** The open days among which the next free one is sought: after the day that was asked, or from today when that is past. */
export const daysSearched = (
  place: Place,
  space: Space,
  { start }: Times,
  now: Temporal.ZonedDateTime,
): readonly Temporal.PlainDate[] => {
  const [asked, today] = [start.toPlainDate(), now.toPlainDate()];
  const isPast = Temporal.PlainDate.compare(asked, today) < 0;
  return nextOpenDays(place, space, isPast ? today.subtract({ days: 1 }) : asked, DAYS_SEARCHED);
};

/** What was wanted, put right: cut to the longest stay, to the opening hours, brought to a step. */
const mended = (
  { start, end }: BookingRequest,
  failure: RuleFailure | WriteFailure,
  place: Place,
  space: Space,
): readonly Times[] => {
  switch (failure.code) {
    case 'booking.too_long':
      return [{ start, end: start.add(failure.longest) }];
    case 'booking.too_short':
      return [{ start, end: start.add(failure.shortest) }];
    case 'booking.off_step':
      return [{ start: downToStep(start, failure.step), end: upToStep(end, failure.step) }];
    case 'booking.closed':
      return openIntervals(place, space, start.toPlainDate())
        .map((open) => ({ start: later(open.start, start), end: sooner(open.end, end) }))
        .filter((times) => compare(times.start, times.end) < 0);
    default:
      return [];
  }
};

/** Every stay of that length within the opening hours, step by step. */
const staysOf = (length: Temporal.Duration, date: Temporal.PlainDate, space: Space, place: Place): readonly Times[] => {
  if (space.use.by === 'lease' || length.sign <= 0) return [];
  const { step } = space.use.policy;
  return openIntervals(place, space, date).flatMap((open) => {
    const all: Times[] = [];
    for (let from = upToStep(open.start, step); compare(from.add(length), open.end) <= 0; from = from.add(step))
      all.push({ start: from, end: from.add(length) });
    return all;
  });
};

/** The nearest first. Of a bare day, its moments, the longest first. */
const otherHours = (wanted: Times, { bareDay }: BookingRequest, space: Space, place: Place): readonly Times[] => {
  const date = wanted.start.toPlainDate();
  if (bareDay) {
    const inMoments = openIntervals(place, space, date).flatMap((open) =>
      place.moments.map((moment) => ({
        start: later(open.start, open.start.withPlainTime(moment.start)),
        end: sooner(open.end, open.start.withPlainTime(moment.end)),
      })),
    );
    const minutes = ({ start, end }: Times) => start.until(end).total('minutes');
    return inMoments.filter((times) => minutes(times) > 0).sort((a, b) => minutes(b) - minutes(a));
  }
  const farFrom = ({ start }: Times) => Math.abs(start.epochMilliseconds - wanted.start.epochMilliseconds);
  return staysOf(wanted.start.until(wanted.end), date, space, place)
    .filter((times) => farFrom(times) > 0)
    .sort((a, b) => farFrom(a) - farFrom(b));
};

/** The same hours on another day; of a bare day, its own opening, or as much of it as can be booked at once. */
const thatDay = (
  date: Temporal.PlainDate,
  wanted: Times,
  { bareDay }: BookingRequest,
  space: Space,
  place: Place,
): readonly Times[] => {
  const intervals = openIntervals(place, space, date);
  const [first, last] = [intervals[0], intervals.at(-1)];
  if (bareDay && first && last && space.use.by !== 'lease')
    return [{ start: first.start, end: last.end }, ...staysOf(space.use.policy.longest, date, space, place)];
  const at = (time: Temporal.ZonedDateTime) =>
    date.toZonedDateTime({ timeZone: place.timeZone, plainTime: time.toPlainTime() });
  return [{ start: at(wanted.start), end: at(wanted.end) }];
};

/** Looks no further than it must: most of what is proposed is never looked at. */
const found = <T, U>(all: readonly T[], count: number, pick: (each: T) => U | undefined): readonly U[] => {
  const kept: U[] = [];
  for (const each of all) {
    if (kept.length === count) break;
    const picked = pick(each);
    if (picked !== undefined) kept.push(picked);
  }
  return kept;
};

/** Best first, three at most, without repeating one. What is taken must be known over all of `daysSearched`. */
export const alternativesTo = (
  request: BookingRequest,
  failure: RuleFailure | WriteFailure,
  situation: Situation,
): readonly Stay[] => {
  const { place, now } = situation;
  const space = place.spaces.find(({ key }) => key === request.spaceKey);
  if (!space) return [];
  const inSpace = (times: Times): Stay | undefined =>
    canBeHad(request, space, times, situation)
      ? { spaceKey: space.key, start: times.start, end: times.end }
      : undefined;

  const put = found(mended(request, failure, place, space), PROPOSED, inSpace);
  const wanted: Times = put[0] ?? request;
  const hours = found(otherHours(wanted, request, space, place), PROPOSED, inSpace);
  const days = found(
    daysSearched(place, space, request, now),
    PROPOSED,
    (date) => found(thatDay(date, wanted, request, space, place), 1, inSpace)[0],
  );
  const others = found(place.spaces, PROPOSED, (other) =>
    other !== space && canBeHad(request, other, wanted, situation)
      ? { spaceKey: other.key, start: wanted.start, end: wanted.end }
      : undefined,
  );

  const best = [hours[0], others[0], days[0]].filter((stay) => stay !== undefined);
  const ranked = [...put, ...best, ...days.slice(1), ...hours.slice(1), ...others.slice(1)];
  const isSame = (a: Stay, b: Stay) =>
    a.spaceKey === b.spaceKey && compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
  return ranked.filter((stay, index) => ranked.findIndex((other) => isSame(stay, other)) === index).slice(0, PROPOSED);
};
