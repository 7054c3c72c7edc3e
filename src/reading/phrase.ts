// A whole booking phrase, as `mijote read` prints it: space, when, seats, equipment, and what is left is the purpose.
import type { Place, SpaceKey } from '../place/model.ts';
import { spaceOf } from '../place/model.ts';
import { findEquipment } from './equipment.ts';
import { leftover } from './leftover.ts';
import type { Slot, WantedEquipment, WhenReading } from './model.ts';
import { findSeats } from './seats.ts';
import { findSpace } from './space.ts';
import { tokenize } from './tokenize.ts';
import { findWhen } from './when.ts';

export interface PhraseReading {
  readonly text: string;
  readonly space: SpaceKey | undefined;
  /** Undefined: nothing is said of time. */
  readonly when: WhenReading | undefined;
  readonly seats: number | undefined;
  readonly equipment: readonly WantedEquipment[];
  readonly purpose: string | undefined;
}

export const readPhrase = (text: string, place: Place, now: Temporal.Instant): PhraseReading => {
  const typed = tokenize(text);
  const space = findSpace(typed, place);
  const where = space === undefined ? undefined : spaceOf(place, space.value);
  const spaced = space?.sentence ?? typed;
  const when = findWhen(spaced, { place, space: where, now });
  const timed = when?.sentence ?? spaced;
  const seats = findSeats(timed, { space: where, place });
  const seated = seats?.sentence ?? timed;
  const equipment = findEquipment(seated, where, place);
  return {
    text,
    space: space?.value,
    when: when?.value,
    seats: seats?.value,
    equipment: equipment?.value ?? [],
    purpose: leftover(equipment?.sentence ?? seated),
  };
};

interface SlotJson {
  readonly start: string;
  readonly end: string;
}

export interface PhraseJson {
  readonly text: string;
  readonly space: string | null;
  readonly slots: readonly SlotJson[];
  readonly seats: number | null;
  readonly equipment: readonly string[];
  readonly purpose: string | null;
  readonly alternatives: readonly SlotJson[];
  readonly problem: 'past' | 'closed' | 'unclear' | null;
}

const written = new WeakMap<Temporal.ZonedDateTime, string>();

/** ISO 8601 with the offset of the place, to the second. The same hours of the same days are written once. */
const iso = (time: Temporal.ZonedDateTime): string => {
  const known = written.get(time);
  if (known !== undefined) return known;
  const text = time.toString({ smallestUnit: 'second', timeZoneName: 'never' });
  written.set(time, text);
  return text;
};

const slotJson = ({ start, end }: Slot): SlotJson => ({ start: iso(start), end: iso(end) });

const MOST_COPIES = 100;

/** Equipment: its key, as many times as it is wanted (a hundred at most). */
export const toJson = ({ text, space, when, seats, equipment, purpose }: PhraseReading): PhraseJson => ({
  text,
  space: space ?? null,
  slots: (when?.slots ?? []).map(slotJson),
  seats: seats ?? null,
  equipment: equipment.flatMap(({ key, count }) => Array.from({ length: Math.min(count, MOST_COPIES) }, () => key)),
  purpose: purpose ?? null,
  alternatives: (when?.alternatives ?? []).map(slotJson),
  problem: when?.problem ?? null,
});
