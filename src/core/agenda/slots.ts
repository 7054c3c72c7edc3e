// A session by appointment: slots of one length that follow one another from its start. Pure.
import type { EventFacts } from './acts.ts';

interface Times {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

export interface Slot extends Times {}

const countIn = ({ start, end }: Times, minutes: number): number =>
  Math.max(0, Math.floor(start.until(end).total({ unit: 'minutes' }) / minutes));

/** None of a session to which all come at once; what is left after the last one is nobody's. */
export const slotsOf = ({
  start,
  end,
  slotMinutes,
}: Times & { readonly slotMinutes: number | undefined }): readonly Slot[] =>
  slotMinutes === undefined
    ? []
    : Array.from({ length: countIn({ start, end }, slotMinutes) }, (_, index) => ({
        start: start.add({ minutes: index * slotMinutes }),
        end: start.add({ minutes: (index + 1) * slotMinutes }),
      }));

type Session = Parameters<typeof slotsOf>[0];

/** The slot that begins then; undefined: the session has none. */
export const slotAt = (session: Session, at: Temporal.Instant): Slot | undefined =>
  slotsOf(session).find(({ start }) => start.toInstant().equals(at));

/** By appointment, as many places as slots. */
export const withSlots = <Facts extends Pick<EventFacts, 'capacity' | 'slotMinutes'>>(
  facts: Facts,
  times: Times,
): Facts => (facts.slotMinutes === undefined ? facts : { ...facts, capacity: countIn(times, facts.slotMinutes) });
