// Events as a calendar file (RFC 5545), in the place's own hours.
import { ICalEventTransparency } from 'ical-generator';
import type { Event } from '../core/agenda/model.ts';
import type { Place } from '../place/model.ts';
import { calendarStatus, emptyCalendar, placeLocation } from './calendar.fr.ts';
import { eventWhere, kindNames } from './event.fr.ts';
import { type Reply, say } from '../reply/tree.ts';
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

const about = ({ theme, description }: Event): string =>
  [theme, description].filter((part) => part !== undefined).join('\n\n');

/** The UID of an event stays the same and its sequence grows: a calendar replaces what it has, and takes away what is cancelled. */
export const eventsCalendar = (
  place: Place,
  events: readonly Event[],
  { stamp, name, pageOf = () => undefined }: EventsFile,
): string => {
  const calendar = emptyCalendar(place, name);
  for (const event of events) {
    const url = pageOf(event);
    calendar.createEvent({
      id: `evenement-${event.id}@${place.id}.mijote`,
      sequence: event.sequence,
      stamp,
      start: event.start,
      end: event.end,
      timezone: place.timeZone,
      status: calendarStatus(event),
      // What is on is not what whoever follows it has promised: their time stays free.
      transparency: name === undefined ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      summary: event.title,
      description: about(event),
      location: locationOf(place, event),
      categories: [{ name: sentenceCase(kindNames[event.kind].one) }],
      ...(url === undefined ? {} : { url }),
    });
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
