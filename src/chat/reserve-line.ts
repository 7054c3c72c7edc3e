// The line that books a stay: what a button carries when no command is at hand to write it.
import type { Booking, Stay } from '../core/booking/model.ts';
import type { Place } from '../place/model.ts';
import { spaceOf } from '../place/model.ts';
import { equipment } from './options/equipment.ts';
import { seats } from './options/seats.ts';
import { exactly, when } from './options/when.ts';

const [howMany, withWhat, at] = [seats(''), equipment(''), when('')];

/** As many people, and the same equipment where the space is the same. */
export const reserveLine = (
  place: Place,
  now: Temporal.Instant,
  booking: Pick<Booking, 'people' | 'equipment' | 'spaceKey'>,
  stay: Stay,
): string => {
  const context = { place, now, space: spaceOf(place, stay.spaceKey) };
  const things = stay.spaceKey === booking.spaceKey ? booking.equipment : [];
  return [
    'reserver',
    stay.spaceKey,
    at.phrase(exactly(stay), context),
    howMany.phrase(booking.people, context),
    withWhat.phrase(things, context),
  ]
    .filter((words) => words !== '')
    .join(' ');
};
