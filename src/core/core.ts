// The house's facade: what a command may ask of it.
import type { Database } from '../db/open.ts';
import type { Clock } from '../kernel/time.ts';
import type { Place } from '../place/model.ts';
import { type ArrivalsRoom, createArrivals } from './arrivals/usecases.ts';
import { type BoardsRoom, createBoards } from './booking/boards.ts';
import { type BookingRoom, createBooking } from './booking/usecases.ts';
import { createLines, type LinesRoom } from './lines/usecases.ts';
import { createPeople, type PeopleRoom } from './people/usecases.ts';
import { createReminders, type RemindersRoom } from './reminders/usecases.ts';

export interface Core {
  readonly people: PeopleRoom;
  readonly booking: BookingRoom & BoardsRoom;
  readonly arrivals: ArrivalsRoom;
  readonly reminders: RemindersRoom;
  readonly lines: LinesRoom;
}

export interface CoreParts {
  readonly db: Database;
  readonly places: readonly Place[];
  readonly clock: Clock;
}

export const createCore = ({ db, places, clock }: CoreParts): Core => {
  const parts = { db, clock, places: new Map(places.map((place) => [place.id, place])) };
  return {
    people: createPeople({ db, clock }),
    booking: { ...createBooking(parts), ...createBoards(parts) },
    arrivals: createArrivals(parts),
    reminders: createReminders(parts),
    lines: createLines({ db, clock }),
  };
};
