// Weeks and months to draw: a place, what is taken of it, what is the person's own, and the present.
import { type Board, boardOf } from '../../src/core/booking/board.ts';
import { takenIn } from '../../src/core/booking/free.ts';
import type { Stay } from '../../src/core/booking/model.ts';
import type { Occupancy, OccupationKind } from '../../src/core/ledger/model.ts';
import type { Place, Space } from '../../src/place/model.ts';
import { spaceNamed } from '../support/small-place.ts';

/** `['coworking', '2026-11-24 9:00-12:30', 3]`; no number: taken whole. */
export type Held = readonly [spaceKey: string, when: string, seats?: number | undefined, kind?: OccupationKind];

export interface Situation {
  readonly place: Place;
  /** Local: `2026-11-23T10:00`. */
  readonly now: string;
  readonly held?: readonly Held[];
  /** Also to be said among what is held. */
  readonly own?: readonly (readonly [spaceKey: string, when: string])[];
}

const timesOf = (when: string, timeZone: string): Pick<Stay, 'start' | 'end'> => {
  const [date = '', hours = ''] = when.split(' ');
  const [from = '', to = ''] = hours.split('-');
  const at = (time: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time.padStart(5, '0') });
  return { start: at(from), end: at(to) };
};

const rowOf = (place: Place, [key, when, seats, kind = 'booking']: Held, sourceId: number): Occupancy => {
  const { start, end } = timesOf(when, place.timeZone);
  const { use } = spaceNamed(place, key);
  const capacity = use.by === 'seat' ? use.capacitySeats : 1;
  return {
    resourceKey: key,
    start: start.toInstant(),
    end: end.toInstant(),
    seats: seats ?? capacity,
    whole: seats === undefined,
    kind,
    sourceId,
  };
};

/** `days` from `first` on. */
export const boardIn = (
  { place, now, held = [], own = [] }: Situation,
  space: Space,
  first: string,
  days: number,
): Board =>
  boardOf(
    place,
    space,
    Array.from({ length: days }, (_, ahead) => Temporal.PlainDate.from(first).add({ days: ahead })),
    {
      taken: takenIn(
        place,
        held.map((each, index) => rowOf(place, each, index + 1)),
      ),
      own: own.map(([spaceKey, when]) => ({ spaceKey, ...timesOf(when, place.timeZone) })),
      now: Temporal.PlainDateTime.from(now).toZonedDateTime(place.timeZone),
    },
  );
