// A booking as a calendar file (RFC 5545). In UTC, so that no calendar needs to know the place's time zone.
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Booking } from '../core/booking/model.ts';
import { type Place, spaceOf } from '../place/model.ts';

/** The UID stays the same and the sequence grows: a calendar replaces what it has. `stamp`: when the file is made. */
export const bookingCalendar = (place: Place, booking: Booking, stamp: Temporal.Instant): string => {
  const { id, spaceKey, start, end, purpose, sequence } = booking;
  const calendar = ical({
    prodId: { company: 'Mijote', product: place.name, language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `reservation-${id}@${place.id}.mijote`,
    sequence,
    stamp,
    start: start.toInstant(),
    end: end.toInstant(),
    summary: `${spaceOf(place, spaceKey)?.name ?? spaceKey}, ${place.name}`,
    description: purpose ?? '',
    location: [place.name, place.address, place.town].filter((part) => part !== undefined).join(', '),
  });
  return calendar.toString();
};
