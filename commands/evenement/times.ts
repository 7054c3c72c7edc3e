// When what is made takes place, as it was read: its times, and what is kept of words that come back.
import type { EventWhen } from '../../src/chat/options/event-when.ts';
import type { EventActFailure } from '../../src/core/agenda/acts.ts';
import type { NewEvent } from '../../src/core/agenda/decisions.ts';

/** A closed day without hours: when it is held is to be said. */
export const lacksHours = ({ reading: { slots, problem } }: EventWhen): EventActFailure | undefined => {
  const [first] = slots;
  return first && problem === 'closed' && slots.some(({ span }) => span === 'day')
    ? { code: 'event.hours_needed', date: first.start.toPlainDate() }
    : undefined;
};

export const timesOf = ({ reading, words, endless }: EventWhen): Pick<NewEvent, 'times' | 'rule'> => {
  const days = [...reading.slots.map(({ start }) => start.toPlainDate()), ...reading.skipped.map(({ date }) => date)];
  const until = days.sort(Temporal.PlainDate.compare).at(-1);
  return {
    times: reading.slots,
    rule: reading.slots.length > 1 && until ? { words, endless, until: until.toString() } : undefined,
  };
};
