// The house's facade: what a command may ask of it.
import type { Database } from '../db/open.ts';
import type { Clock } from '../kernel/time.ts';
import type { Place } from '../place/model.ts';
import { type AgendaRoom, createAgenda } from './agenda/usecases.ts';
import { type ArrivalsRoom, createArrivals } from './arrivals/usecases.ts';
import { type BoardsRoom, createBoards } from './booking/boards.ts';
import { type BookingRoom, createBooking } from './booking/usecases.ts';
import { type CalendarRoom, createCalendar } from './calendar/usecases.ts';
import { createLines, type LinesRoom } from './lines/usecases.ts';
import { createNames, type NamesRoom } from './names/usecases.ts';
import { createOpenings } from './openings/usecases.ts';
import { createPeople, type PeopleRoom } from './people/usecases.ts';
import { createReminders, type RemindersRoom } from './reminders/usecases.ts';
import { createSeries, type SeriesRoom } from './series/usecases.ts';
import { createStaff, type StaffRooms } from './staff.ts';
import { createWaitlist, type WaitlistRoom } from './waitlist/usecases.ts';

export interface Core {
  readonly people: PeopleRoom;
  readonly booking: BookingRoom & BoardsRoom;
  readonly arrivals: ArrivalsRoom;
  readonly agenda: AgendaRoom;
  readonly reminders: RemindersRoom;
  readonly waitlist: WaitlistRoom;
  readonly series: SeriesRoom;
  readonly calendar: CalendarRoom;
  readonly lines: LinesRoom;
  readonly names: NamesRoom;
  readonly staff: StaffRooms;
}

export interface CoreParts {
  readonly db: Database;
  readonly places: readonly Place[];
  readonly clock: Clock;
  /** At which people reach the web page; undefined: none is known. */
  readonly publicUrl?: string | undefined;
}

export const createCore = ({ db, places, clock, publicUrl }: CoreParts): Core => {
  const openings = createOpenings({ db, clock, files: places });
  const parts = { db, clock, places: openings.places };
  return {
    people: createPeople({ db, clock, openings }),
    booking: { ...createBooking(parts), ...createBoards(parts) },
    arrivals: createArrivals(parts),
    agenda: createAgenda(parts),
    reminders: createReminders(parts),
    waitlist: createWaitlist(parts),
    series: createSeries(parts),
    calendar: createCalendar({ ...parts, publicUrl }),
    lines: createLines({ db, clock }),
    names: createNames({ db, clock }),
    staff: createStaff({ db, clock, files: places, openings, publicUrl }),
  };
};
