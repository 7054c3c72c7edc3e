// Events as a calendar file (RFC 5545), in the place's own hours.
import { type ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Event } from '../core/agenda/model.ts';
import type { Booking } from '../core/booking/model.ts';
import type { Attendance } from '../core/signups/model.ts';
import type { Place } from '../place/model.ts';
import { type Reply, say } from '../reply/tree.ts';
import { addBookings, calendarStatus, emptyCalendar, placeLocation } from './calendar.fr.ts';
import { eventWhere, kindNames, slotWords } from './event.fr.ts';
import { sentenceCase } from './words.fr.ts';

export interface EventsFile {
  /** When the file is made. */
  readonly stamp: Temporal.Instant;
  /** Of a calendar that is followed. */
  readonly name?: string;
  /** Where more of an event is read. */
  readonly pageOf?: (event: Event) => string | undefined;
}

const locationOf = (place: Place, event: Event): string => {
  const where = eventWhere(place, event);
  if (event.location !== undefined) return event.location;
  return where === undefined ? placeLocation(place) : `${where}, ${placeLocation(place)}`;
};

const about = (event: Event): string => {
  const slots = slotWords(event);
  const how = slots === undefined ? undefined : sentenceCase(slots);
  return [how, event.theme, event.description].filter((part) => part !== undefined).join('\n\n');
};

interface Entry {
  readonly stamp: Temporal.Instant;
  readonly status: ICalEventStatus;
  /** Their time stays free. */
  readonly isFree: boolean;
  readonly url?: string | undefined;
}

/** The UID of an event stays the same and its sequence grows: a calendar replaces what it has, and takes away what is cancelled. */
const addEvent = (calendar: ICalCalendar, place: Place, event: Event, { stamp, status, isFree, url }: Entry): void => {
  calendar.createEvent({
    id: `evenement-${event.id}@${place.id}.mijote`,
    sequence: event.sequence,
    stamp,
    start: event.start,
    end: event.end,
    timezone: place.timeZone,
    status,
    transparency: isFree ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    summary: event.title,
    description: about(event),
    location: locationOf(place, event),
    categories: [{ name: sentenceCase(kindNames[event.kind].one) }],
    ...(url === undefined ? {} : { url }),
  });
};

export const eventsCalendar = (
  place: Place,
  events: readonly Event[],
  { stamp, name, pageOf = () => undefined }: EventsFile,
): string => {
  const calendar = emptyCalendar(place, name);
  // What is on is not what whoever follows it has promised.
  for (const event of events)
    addEvent(calendar, place, event, {
      stamp,
      status: calendarStatus(event),
      isFree: name !== undefined,
      url: pageOf(event),
    });
  return calendar.toString();
};

/** What someone has booked, and comes to; what they may come to, or wait for, is tentative. */
export const personalCalendar = (
  place: Place,
  { bookings, attendances }: { readonly bookings: readonly Booking[]; readonly attendances: readonly Attendance[] },
  { stamp, name }: { readonly stamp: Temporal.Instant; readonly name: string },
): string => {
  const calendar = emptyCalendar(place, name);
  addBookings(calendar, place, bookings, stamp);
  for (const { own, standing } of attendances) {
    const isSure = standing.answer === 'going' || own.cancelledAt !== undefined;
    const status = isSure ? calendarStatus(own) : ICalEventStatus.TENTATIVE;
    addEvent(calendar, place, own, { stamp, status, isFree: !isSure });
  }
  return calendar.toString();
};

/** One event, as a file to be opened. */
export const eventFileReply = (content: string): Reply =>
  say('done', {
    type: 'file',
    name: 'evenement.ics',
    mime: 'text/calendar',
    content,
    words: ['Ouvrez ce fichier pour ajouter l’événement à votre calendrier.'],
  });
