// The house's facade: what a command may ask of it.
import type { Database } from '../db/open.ts';
import type { Clock } from '../kernel/time.ts';
import type { Place } from '../place/model.ts';
import { createDecisions, type DecisionsRoom } from './agenda/decisions.ts';
import { createEditions, type EditionsRoom } from './agenda/editions.ts';
import { createProlonging, type ProlongingRoom } from './agenda/prolonging.ts';
import { type AgendaRoom, createAgenda } from './agenda/usecases.ts';
import { type AnnouncementsRoom, createAnnouncements } from './announcements/usecases.ts';
import { type AppointmentsRoom, createAppointments } from './appointments/usecases.ts';
import { type ArrivalsRoom, createArrivals } from './arrivals/usecases.ts';
import { type BoardsRoom, createBoards } from './booking/boards.ts';
import { type BookingRoom, createBooking } from './booking/usecases.ts';
import { type CalendarRoom, createCalendar } from './calendar/usecases.ts';
import { createFeeds, type FeedsRoom } from './feeds/usecases.ts';
import { createFollowups, type FollowupsRoom } from './followups/usecases.ts';
import { createHomes, type HomesRoom } from './homes/usecases.ts';
import { createInitiatives, type InitiativesRoom } from './initiatives/usecases.ts';
import { createKeeping, type KeepingRoom } from './keeping/usecases.ts';
import { createLines, type LinesRoom } from './lines/usecases.ts';
import { createLinks, type LinksRoom } from './links/usecases.ts';
import { createMirror, type MirrorRoom } from './mirror/usecases.ts';
import { createNames, type NamesRoom } from './names/usecases.ts';
import { createOpenings } from './openings/usecases.ts';
import { createOrientation, type OrientationRoom } from './orientation/usecases.ts';
import { createPartners, type PartnersRoom } from './partners/usecases.ts';
import { createPeople, type PeopleRoom } from './people/usecases.ts';
import { createProjects, type ProjectsRoom } from './projects/usecases.ts';
import { createReferrals, type ReferralsRoom } from './referrals/usecases.ts';
import { createReminders, type RemindersRoom } from './reminders/usecases.ts';
import { createSeries, type SeriesRoom } from './series/usecases.ts';
import { createSessions, type SessionsRoom } from './sessions/usecases.ts';
import { createShowing, type ShowingRoom } from './showing/usecases.ts';
import { createSignups, type SignupsRoom } from './signups/usecases.ts';
import { createStaff, type StaffRooms } from './staff.ts';
import { createWaitlist, type WaitlistRoom } from './waitlist/usecases.ts';
import { createWatch, type WatchRoom } from './watch/usecases.ts';

export interface Core {
  readonly people: PeopleRoom;
  readonly booking: BookingRoom & BoardsRoom;
  readonly appointments: AppointmentsRoom;
  readonly arrivals: ArrivalsRoom;
  readonly agenda: AgendaRoom & DecisionsRoom & ProlongingRoom & EditionsRoom;
  readonly announcements: AnnouncementsRoom;
  readonly projects: ProjectsRoom;
  readonly referrals: ReferralsRoom;
  readonly reminders: RemindersRoom;
  readonly waitlist: WaitlistRoom;
  readonly series: SeriesRoom;
  readonly signups: SignupsRoom;
  readonly calendar: CalendarRoom;
  readonly feeds: FeedsRoom;
  readonly followups: FollowupsRoom;
  readonly homes: HomesRoom;
  readonly initiatives: InitiativesRoom;
  readonly lines: LinesRoom;
  readonly links: LinksRoom;
  readonly mirror: MirrorRoom;
  readonly names: NamesRoom;
  readonly keeping: KeepingRoom;
  readonly orientation: OrientationRoom;
  readonly partners: PartnersRoom;
  readonly sessions: SessionsRoom;
  readonly showing: ShowingRoom;
  readonly staff: StaffRooms;
  readonly watch: WatchRoom;
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
  const staff = createStaff({ db, clock, files: places, openings, publicUrl });
  const boards = createBoards(parts);
  const showing = createShowing({ db, clock, files: places, publicUrl, openings, booking: boards, day: staff.day });
  const decisions = createDecisions({ ...parts, impact: staff.impact });
  const partners = createPartners({ ...parts, roles: staff.roles });
  return {
    people: createPeople({ db, clock, openings }),
    booking: { ...createBooking(parts), ...boards },
    appointments: createAppointments(parts),
    arrivals: createArrivals(parts),
    agenda: {
      ...createAgenda(parts),
      ...decisions,
      ...createProlonging(parts),
      ...createEditions(parts),
    },
    announcements: createAnnouncements({ db, clock, openings, showing }),
    projects: createProjects(parts),
    referrals: createReferrals(parts),
    reminders: createReminders(parts),
    waitlist: createWaitlist(parts),
    series: createSeries(parts),
    signups: createSignups(parts),
    calendar: createCalendar({ ...parts, publicUrl }),
    feeds: createFeeds(parts),
    followups: createFollowups(parts),
    homes: createHomes({ db, clock }),
    initiatives: createInitiatives(parts),
    lines: createLines({ db, clock }),
    links: createLinks(parts),
    mirror: createMirror({ db, clock }),
    names: createNames({ db, clock }),
    keeping: createKeeping({ db, clock }),
    orientation: createOrientation(parts),
    partners,
    sessions: createSessions({ ...parts, decisions, impact: staff.impact, partners }),
    showing,
    staff,
    watch: createWatch({ db, clock }),
  };
};
