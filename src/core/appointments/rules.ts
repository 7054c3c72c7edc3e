// Which slots can still be had, and which are worth offering. Pure.
import { isBefore } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import type { Event } from '../agenda/model.ts';
import { type Slot, slotsOf } from '../agenda/slots.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import type { Appointment, Session } from './model.ts';

export const isToCome = ({ start }: Pick<Slot, 'start'>, now: Temporal.Instant): boolean =>
  isBefore(now, start.toInstant());

/** `taken`: slots that are others', or kept for them. */
export const freeSlots = (event: Event, taken: readonly Temporal.Instant[], now: Temporal.Instant): readonly Slot[] =>
  event.cancelledAt === undefined
    ? slotsOf(event).filter((slot) => isToCome(slot, now) && !taken.some((each) => each.equals(slot.start.toInstant())))
    : [];

/** By its hour, as people say it. */
export const slotOfHour = (event: Event, hour: Temporal.PlainTime): Slot | undefined =>
  slotsOf(event).find(({ start }) => start.toPlainTime().equals(hour));

export const isSame = (one: Slot | undefined, other: Slot): boolean => one?.start.equals(other.start) === true;

/** Every slot that can be had, by start. */
export const freeOf = (sessions: readonly Session[]): readonly Appointment[] =>
  sessions
    .flatMap(({ event, free }) => free.map((slot) => ({ event, slot })))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.slot.start, b.slot.start));

const MOST_OTHERS = 5;

/** The nearest to what was wanted, in their order. */
export const nearest = (free: readonly Appointment[], wanted: Temporal.Instant): readonly Appointment[] => {
  const distance = ({ slot }: Appointment): number => Math.abs(slot.start.epochMilliseconds - wanted.epochMilliseconds);
  const kept = new Set([...free].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_OTHERS));
  return free.filter((each) => kept.has(each));
};

/** What begins before someone could answer is not offered: they are told out of the quiet hours, and have a while. */
export const firstAnswerable = (
  place: Pick<Place, 'timeZone' | 'quietHours'>,
  now: Temporal.Instant,
  within: Temporal.Duration,
): Temporal.Instant => outOfQuietHours(now, place).round({ smallestUnit: 'minute', roundingMode: 'floor' }).add(within);
