// What could be had instead of what was refused: the same space at another hour, another space that fits at the same
// hour, the next free day. Pure: it looks at the house rules and at what is taken, and proposes nothing that breaks either.
import type { Place, Space } from '../../place/model.ts';
import { nextOpenDays, openIntervals } from '../../place/opening.ts';
import type { Actor } from '../people/model.ts';
import { claimsOfStay, isFree, type Taken } from './free.ts';
import type { BookingRequest, RuleFailure, Stay, WriteFailure } from './model.ts';
import { type Bookable, firstBroken } from './rules.ts';

const PROPOSED = 3;
export const DAYS_SEARCHED = 14;

export interface Situation {
  readonly place: Place;
  readonly actor: Pick<Actor, 'roles'>;
  readonly now: Temporal.ZonedDateTime;
  readonly taken: Taken;
}

type Times = Pick<Stay, 'start' | 'end'>;

const { compare } = Temporal.ZonedDateTime;

const houseOf = ({ place, actor, now }: Situation, space: Space): Bookable | undefined =>
  space.use.by === 'lease' ? undefined : { place, space, policy: space.use.policy, actor, now };

const canBeHad = (request: BookingRequest, space: Space, times: Times, situation: Situation): boolean => {
  const house = houseOf(situation, space);
  const asked = { ...request, ...times, spaceKey: space.key };
  return (
    house !== undefined &&
    firstBroken(asked, house) === undefined &&
    isFree(claimsOfStay(situation.place, space, asked), situation.taken)
  );
};

/** What was wanted, put right: cut to the longest stay, to the opening hours, brought to a step. */
const mended = (
  { start, end }: BookingRequest,
  failure: RuleFailure | WriteFailure,
  { place }: Situation,
  space: Space,
): readonly Times[] => {
  switch (failure.code) {
    case 'booking.too_long':
      return [{ start, end: start.add(failure.longest) }];
    case 'booking.too_short':
      return [{ start, end: start.add(failure.shortest) }];
    case 'booking.off_step': {
      const minutes = failure.step.total('minutes');
      const away = (time: Temporal.ZonedDateTime) => (time.hour * 60 + time.minute) % minutes;
      const down = (time: Temporal.ZonedDateTime) =>
        time.round({ smallestUnit: 'minute', roundingMode: 'floor' }).subtract({ minutes: away(time) });
      const up = (time: Temporal.ZonedDateTime) =>
        compare(down(time), time) === 0 ? time : down(time).add({ minutes });
      return [{ start: down(start), end: up(end) }];
    }
    case 'booking.closed':
      return openIntervals(place, space, start.toPlainDate())
        .map((open) => ({
          start: compare(open.start, start) > 0 ? open.start : start,
          end: compare(open.end, end) < 0 ? open.end : end,
        }))
        .filter((times) => compare(times.start, times.end) < 0);
    default:
      return [];
  }
};

const otherHours = ({ start, end }: Times, space: Space, { place }: Situation): readonly Times[] => {
  if (space.use.by === 'lease') return [];
  const { step } = space.use.policy;
  const length = start.until(end);
  const starts = openIntervals(place, space, start.toPlainDate()).flatMap((open) => {
    const all: Times[] = [];
    for (let from = open.start; compare(from.add(length), open.end) <= 0; from = from.add(step))
      all.push({ start: from, end: from.add(length) });
    return all;
  });
  const farFrom = (times: Times) => Math.abs(times.start.epochMilliseconds - start.epochMilliseconds);
  return starts.filter((times) => farFrom(times) > 0).sort((a, b) => farFrom(a) - farFrom(b));
};

/** The same hours on the next open days; a bare day takes each day's own opening. */
const nextDays = (
  { start, end }: Times,
  { bareDay }: BookingRequest,
  space: Space,
  { place, now }: Situation,
): readonly Times[] => {
  const asked = start.toPlainDate();
  const from =
    Temporal.PlainDate.compare(asked, now.toPlainDate()) < 0 ? now.toPlainDate().subtract({ days: 1 }) : asked;
  return nextOpenDays(place, space, from, DAYS_SEARCHED).flatMap((date) => {
    const intervals = openIntervals(place, space, date);
    const [first, last] = [intervals[0], intervals.at(-1)];
    if (bareDay && first && last) return [{ start: first.start, end: last.end }];
    const at = (time: Temporal.ZonedDateTime) =>
      date.toZonedDateTime({ timeZone: place.timeZone, plainTime: time.toPlainTime() });
    return [{ start: at(start), end: at(end) }];
  });
};

const first = <T>(all: readonly T[], count: number, wanted: (each: T) => boolean): readonly T[] => {
  const found: T[] = [];
  for (const each of all) {
    if (found.length === count) break;
    if (wanted(each)) found.push(each);
  }
  return found;
};

/** Best first, three at most, without repeating one. */
export const alternativesTo = (
  request: BookingRequest,
  failure: RuleFailure | WriteFailure,
  situation: Situation,
): readonly Stay[] => {
  const space = situation.place.spaces.find(({ key }) => key === request.spaceKey);
  if (!space) return [];
  const put = mended(request, failure, situation, space).filter((times) => canBeHad(request, space, times, situation));
  const wanted = put[0] ?? request;
  const inSpace = (times: Times) => canBeHad(request, space, times, situation);
  const stayHere = (times: Times): Stay => ({ spaceKey: space.key, start: times.start, end: times.end });

  const hours = first(otherHours(wanted, space, situation), PROPOSED, inSpace).map(stayHere);
  const days = first(nextDays(wanted, request, space, situation), PROPOSED, inSpace).map(stayHere);
  const others = first(
    situation.place.spaces,
    PROPOSED,
    (other) => other !== space && canBeHad(request, other, wanted, situation),
  ).map((other) => ({ spaceKey: other.key, start: wanted.start, end: wanted.end }));

  const ranked = [
    ...put.map(stayHere),
    ...[hours[0], others[0], days[0]].filter((stay) => stay !== undefined),
    ...days.slice(1),
    ...hours.slice(1),
    ...others.slice(1),
  ];
  const isSame = (a: Stay, b: Stay) =>
    a.spaceKey === b.spaceKey && compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
  return ranked.filter((stay, index) => ranked.findIndex((other) => isSame(stay, other)) === index).slice(0, PROPOSED);
};
