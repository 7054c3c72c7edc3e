// When announcements are due, and until when each is of use: on the clocks of the place, whatever they do. Pure.
import { earliest, isBefore } from '../../kernel/interval.ts';
import { announcingOf } from '../../place/announcing.ts';
import type { Place } from '../../place/model.ts';
import { openingOn } from '../../place/opening.ts';
import type { Event } from '../agenda/model.ts';
import type { AnnouncedKind, AnnouncementKind, EventMoment, EventOccurrence, Occurrence, Period } from './model.ts';

/** What was missed for longer is not even worth a line in the log. */
export const MISSED = { hours: 48 } as const;
const DAYS_BACK = 2;
const WEEK = { days: 7 } as const;
const TOMORROW_UNTIL = Temporal.PlainTime.from('20:00');

/** Those that come at an hour of their day. */
export type PeriodicKind = Exclude<AnnouncementKind, 'evenements'>;

/** Those that are made of the agenda's days alone. */
export type ProgrammeKind = Exclude<PeriodicKind, 'veilleuses'>;

const at = ({ timeZone }: Place, date: Temporal.PlainDate, plainTime: Temporal.PlainTime): Temporal.Instant =>
  date.toZonedDateTime({ timeZone, plainTime }).toInstant();

const dateOf = ({ timeZone }: Place, instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate();

export const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

/** The yearly events that are announced each Monday of that month. */
export const announcedInMonth = (place: Place, month: number) =>
  place.eventSeries.filter((series) => series.announcedWeekly === true && series.month === month);

const isOn = (place: Place, kind: PeriodicKind, date: Temporal.PlainDate): boolean => {
  switch (kind) {
    case 'agenda':
    case 'veilleuses':
      return date.dayOfWeek === 1;
    case 'aujourdhui':
      return openingOn(place, undefined, date).ranges.length > 0;
    case 'mois-ess':
      return date.dayOfWeek === 1 && announcedInMonth(place, date.month).length > 0;
  }
};

const ANNOUNCED: Readonly<Record<PeriodicKind, AnnouncedKind>> = {
  agenda: 'announced.agenda',
  aujourdhui: 'announced.aujourdhui',
  'mois-ess': 'announced.mois_ess',
  veilleuses: 'announced.veilleuses',
};

const hourOf = (place: Place, kind: PeriodicKind): Temporal.PlainTime => {
  const { weekAt, todayAt, monthAt, digestAt } = announcingOf(place);
  switch (kind) {
    case 'agenda':
      return weekAt;
    case 'aujourdhui':
      return todayAt;
    case 'mois-ess':
      return monthAt;
    case 'veilleuses':
      return digestAt;
  }
};

/** The days that it speaks of, whichever moment of them is given. */
export const periodOf = (place: Place, kind: PeriodicKind, instant: Temporal.Instant): Period => {
  const date = dateOf(place, instant);
  const first = kind === 'aujourdhui' ? date : mondayOf(date);
  const end = first.add(kind === 'aujourdhui' ? { days: 1 } : WEEK);
  return { start: first.toZonedDateTime(place.timeZone), end: end.toZonedDateTime(place.timeZone) };
};

const occurrenceOn = (place: Place, kind: PeriodicKind, date: Temporal.PlainDate): Occurrence => {
  const due = at(place, date, hourOf(place, kind));
  return {
    kind,
    announced: ANNOUNCED[kind],
    eventId: undefined,
    key: `${kind} ${date}`,
    due,
    expiresAt: at(place, date, announcingOf(place).notAfter),
    liveUntil: periodOf(place, kind, due).end.toInstant(),
  };
};

const isOwed = (due: Temporal.Instant, now: Temporal.Instant): boolean =>
  !isBefore(now, due) && isBefore(now.subtract(MISSED), due);

/** Those whose moment has come, and has not long passed. */
export const occurrencesDue = (place: Place, kind: PeriodicKind, now: Temporal.Instant): readonly Occurrence[] => {
  const today = dateOf(place, now);
  return Array.from({ length: DAYS_BACK + 1 }, (_, back) => today.subtract({ days: back }))
    .filter((date) => isOn(place, kind, date))
    .map((date) => occurrenceOn(place, kind, date))
    .filter(({ due }) => isOwed(due, now));
};

/** More than a year: the month that is announced comes again. */
const SEARCH_DAYS = 400;

export const nextOccurrence = (place: Place, kind: PeriodicKind, now: Temporal.Instant): Occurrence | undefined => {
  for (let ahead = 0; ahead <= SEARCH_DAYS; ahead += 1) {
    const date = dateOf(place, now).add({ days: ahead });
    if (!isOn(place, kind, date)) continue;
    const occurrence = occurrenceOn(place, kind, date);
    if (isBefore(now, occurrence.due)) return occurrence;
  }
  return undefined;
};

/** What begins from then on may be announced now. */
export const announcedAhead = ({ before }: { readonly before: Temporal.Duration }) => ({
  hours: 24 * 8 + Math.ceil(before.total('hours')),
});

/** The days of an event's start are said in the keys: moved to another one, it is announced again. */
const keyOf = (moment: string, { id, start }: Event): string => `evenements ${moment} ${id} ${start.toPlainDate()}`;

export const momentsOf = (place: Place, event: Event): readonly EventOccurrence[] => {
  const { eventsAt, before } = announcingOf(place);
  const date = event.start.toPlainDate();
  const begins = event.start.toInstant();
  const [weekBefore, dayBefore] = [date.subtract(WEEK), date.subtract({ days: 1 })];
  const moment = (
    announced: EventMoment,
    name: string,
    times: { readonly due: Temporal.Instant; readonly expiresAt: Temporal.Instant },
  ): EventOccurrence => ({
    kind: 'evenements',
    announced,
    eventId: event.id,
    key: keyOf(name, event),
    ...times,
    liveUntil: event.end.toInstant(),
  });
  return [
    moment('announced.event_in_week', 'j-7', {
      due: at(place, weekBefore, eventsAt),
      expiresAt: at(place, weekBefore.add({ days: 1 }), eventsAt),
    }),
    moment('announced.event_tomorrow', 'j-1', {
      due: at(place, dayBefore, eventsAt),
      expiresAt: earliest(at(place, dayBefore, TOMORROW_UNTIL), begins),
    }),
    moment('announced.event_soon', 'h-1', { due: begins.subtract(before), expiresAt: begins }),
  ];
};

/** Those of an event that had its times by then. */
export const momentsDue = (
  place: Place,
  { event, since }: { readonly event: Event; readonly since: Temporal.Instant },
  now: Temporal.Instant,
): readonly Occurrence[] => momentsOf(place, event).filter(({ due }) => isOwed(due, now) && !isBefore(due, since));

/** Whether the event is still on the day for which it was announced. */
export const isStillOn = (key: string, { start }: Event): boolean => key.split(' ')[3] === String(start.toPlainDate());
