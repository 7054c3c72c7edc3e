// A place as the core sees it: what `lieux/*.yaml` says, checked and parsed. No word of French in here: all of it is data.
import type { AgendaRules, EventSeries } from './agenda.ts';
import type { Announcing } from './announcing.ts';
import type { Contact } from './contact.ts';
import type { Feed } from './feeds.ts';
import type { InitiativeRules } from './initiatives.ts';
import type { Keeping } from './keeping.ts';
import type { Choice, OrientationRules } from './orientation.ts';
import type { Partner } from './partner.ts';
import type { SessionRules } from './permanences.ts';
import type { QuietHours, Reminders } from './telling.ts';

export type { EventSeries } from './agenda.ts';
export type { Partner } from './partner.ts';

export const roles = ['membre', 'veilleuse', 'partenaire', 'comite', 'animation', 'admin'] as const;

export type Role = (typeof roles)[number];

export type SpaceKey = string;
export type EquipmentKey = string;

/** Local times of one day in the place's time zone, half-open; `end` 00:00 is not used: a day ends at 23:59 at the latest. */
export interface DayRange {
  readonly start: Temporal.PlainTime;
  readonly end: Temporal.PlainTime;
}

/** Days, both included. */
export interface DateRange {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** ISO weekday (1 = Monday) to that day's opening ranges; a missing day is closed. */
export type WeeklyHours = Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly DayRange[]>>>;

export interface HoursException extends DateRange {
  /** Empty: closed. */
  readonly hours: readonly DayRange[];
  readonly reason: string;
}

export interface Hours {
  readonly weekly: WeeklyHours;
  readonly closedOnPublicHolidays: boolean;
  readonly exceptions: readonly HoursException[];
}

/** A part of the day that people name: « matin », « midi »… `words` are its spellings, the first being its name. */
export interface Moment extends DayRange {
  readonly words: readonly string[];
}

export interface Equipment {
  readonly key: EquipmentKey;
  readonly name: string;
  readonly plural?: string | undefined;
  readonly aliases: readonly string[];
  /** Undefined: it is there, but not counted, and so cannot be reserved. */
  readonly count: number | undefined;
}

export interface Policy {
  /** Starts and ends fall on multiples of this, counted from midnight. */
  readonly step: Temporal.Duration;
  readonly shortest: Temporal.Duration;
  readonly longest: Temporal.Duration;
  readonly defaultStay: Temporal.Duration;
  readonly horizonDays: number;
  readonly minNotice: Temporal.Duration;
  readonly cancellationDeadline: Temporal.Duration;
  readonly bufferBefore: Temporal.Duration;
  readonly bufferAfter: Temporal.Duration;
  readonly whoMayBook: Role;
  /** The role that must approve a booking; those who have it book directly. */
  readonly approval: Role | undefined;
  /** How long after the start someone must have said that they come; undefined: nobody asks. */
  readonly arrivalWithin?: Temporal.Duration | undefined;
  /** Bookings of one person in this space that begin in one calendar week (Monday to Sunday). */
  readonly quotaPerWeek: number | undefined;
  /** The same of all the members of a structure together, where the staff set no other for it. */
  readonly structureQuotaPerWeek?: number | undefined;
}

export type SpaceUse =
  /** Shared, by seat. */
  | { readonly by: 'seat'; readonly capacitySeats: number; readonly policy: Policy }
  /** Booked whole; `capacityPeople` undefined: not known, so heads are not checked. */
  | { readonly by: 'whole'; readonly capacityPeople: number | undefined; readonly policy: Policy }
  /** Let by call for applications, never by the hour. */
  | { readonly by: 'lease'; readonly office?: 'individual' | 'shared' | undefined };

export interface Space {
  readonly key: SpaceKey;
  readonly name: string;
  /** With its article, as it stands in a sentence: « l’espace de coworking ». */
  readonly nameWithArticle: string;
  readonly aliases: readonly string[];
  readonly surfaceM2: number | undefined;
  readonly description: string | undefined;
  readonly freeAccess: boolean;
  readonly inside: SpaceKey | undefined;
  readonly use: SpaceUse;
  readonly equipment: readonly Equipment[];
  /** Undefined: the place's own. Defined: complete, the place's exceptions included. */
  readonly hours: Hours | undefined;
  readonly source: string | undefined;
}

export interface SchoolHoliday extends DateRange {
  readonly name: string;
}

/** What holds for every space let by lease: whom for, how they are chosen, at what rent; in words. */
export interface Leasing {
  readonly name: string;
  readonly description: string | undefined;
  /** In words: « loyer modéré ». */
  readonly rent: string | undefined;
  /** In words: « 180 € par mois ». */
  readonly amount: string | undefined;
  readonly tenants: string | undefined;
  readonly selection: string | undefined;
  readonly source: string | undefined;
}

/** What the town offers through the place: an orientation service, a network… */
export interface TownService {
  readonly key: string;
  readonly name: string;
  readonly fullName: string | undefined;
  readonly aliases: readonly string[];
  readonly description: string | undefined;
  readonly source: string | undefined;
}

export interface Place {
  /** A slug: `la-mijoteuse`. Every row of the database carries it. */
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly description: string | undefined;
  readonly address: string | undefined;
  readonly surfaceM2: number | undefined;
  readonly openedOn: string | undefined;
  readonly timeZone: string;
  /** Slack team ids and Discord guild ids that belong to this place. */
  readonly workspaces: { readonly slack: readonly string[]; readonly discord: readonly string[] };
  /** Where the staff is told, by platform. */
  readonly channels?: {
    readonly staff: { readonly slack?: string | undefined; readonly discord?: string | undefined };
  };
  readonly hours: Hours;
  readonly moments: readonly Moment[];
  readonly reminders?: Reminders | undefined;
  readonly quietHours?: QuietHours | undefined;
  /** How long someone who waits has to take a place that is offered to them. */
  readonly answerWithin?: Temporal.Duration | undefined;
  readonly schoolZone?: string | undefined;
  readonly schoolHolidays: readonly SchoolHoliday[];
  readonly spaces: readonly Space[];
  readonly leasing?: Leasing | undefined;
  /** Whom people speak to when the bot is not enough. */
  readonly contact?: Contact | undefined;
  readonly services?: readonly TownService[];
  readonly partners: readonly Partner[];
  readonly orientation?: OrientationRules | undefined;
  /** The parts of the town that people name. */
  readonly districts?: readonly Choice[];
  readonly initiatives?: InitiativeRules | undefined;
  readonly eventSeries: readonly EventSeries[];
  readonly agenda?: AgendaRules | undefined;
  readonly announcing?: Announcing | undefined;
  /** What holds of partners' sessions when nobody says otherwise. */
  readonly sessions?: SessionRules | undefined;
  /** How long what is of no use any more is kept. */
  readonly keeping?: Keeping | undefined;
  /** Partners' calendars that are read into the agenda. */
  readonly feeds?: readonly Feed[];
  readonly objectives: readonly { readonly key: string; readonly text: string; readonly source?: string | undefined }[];
  readonly priorityPublics: readonly {
    readonly key: string;
    readonly name: string;
    readonly source?: string | undefined;
  }[];
  readonly source: string | undefined;
}

export const spaceOf = (place: Place, key: SpaceKey): Space | undefined =>
  place.spaces.find((space) => space.key === key);
