// Bookings as a calendar file (RFC 5545), in the place's own hours: its time zone comes with them, so that a meeting at
// nine stays at nine whatever becomes of the clocks.
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { Booking } from '../core/booking/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { code, link, p, type Reply, say } from '../reply/tree.ts';

const timeZoneBlock = (name: string): string | null => {
  const [block] = [tzlib_get_ical_block(name)].flat();
  return block === undefined || block === '' ? null : block;
};

/** How often those who follow it are asked to look again. */
const HOUR_S = 3_600;

/** `name`: of a calendar that is followed. */
export const emptyCalendar = (place: Place, name?: string): ICalCalendar =>
  ical({
    prodId: { company: 'Mijote', product: place.name, language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    // Each event says its time zone; one for the calendar would be that of the stamps, which are in UTC by the standard.
    timezone: { name: null, generator: timeZoneBlock },
    ...(name === undefined ? {} : { name, ttl: HOUR_S }),
  });

/** « La Mijoteuse, Colomiers ». */
export const placeLocation = ({ name, address, town }: Place): string =>
  [name, address, town].filter((part) => part !== undefined).join(', ');

export const calendarStatus = ({
  cancelledAt,
}: {
  readonly cancelledAt: Temporal.Instant | undefined;
}): ICalEventStatus => (cancelledAt === undefined ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED);

/** The UID of a booking stays the same and its sequence grows: a calendar replaces what it has, and takes away what is cancelled. */
export const addBookings = (
  calendar: ICalCalendar,
  place: Place,
  bookings: readonly Booking[],
  stamp: Temporal.Instant,
): void => {
  for (const booking of bookings) {
    const { id, spaceKey, start, end, purpose, sequence } = booking;
    calendar.createEvent({
      id: `reservation-${id}@${place.id}.mijote`,
      sequence,
      stamp,
      start,
      end,
      timezone: place.timeZone,
      status: calendarStatus(booking),
      summary: `${spaceOf(place, spaceKey)?.name ?? spaceKey}, ${place.name}`,
      description: purpose ?? '',
      location: placeLocation(place),
    });
  }
};

/** `stamp`: when the file is made. `name`: of a calendar that is followed. */
export const bookingsCalendar = (
  place: Place,
  bookings: readonly Booking[],
  { stamp, name }: { readonly stamp: Temporal.Instant; readonly name?: string },
): string => {
  const calendar = emptyCalendar(place, name);
  addBookings(calendar, place, bookings, stamp);
  return calendar.toString();
};

export const feedName = (place: Place): string => `Mes réservations, ${place.name}`;

export const calendarReply = (name: string, content: string, count: number): Reply =>
  say('done', {
    type: 'file',
    name,
    mime: 'text/calendar',
    content,
    words: [
      count === 1
        ? 'Ouvrez ce fichier pour ajouter la réservation à votre calendrier.'
        : `Ouvrez ce fichier pour ajouter les ${count} séances à votre calendrier.`,
    ],
  });

const renewButton = {
  type: 'buttons',
  buttons: [{ label: 'Changer d’adresse', command: 'reservations calendrier nouveau' }],
} as const;

/** The personal address that a calendar follows. */
export const feedReply = (address: string, renewed: boolean): Reply =>
  say(
    'done',
    p(
      renewed
        ? 'Votre nouvelle adresse de calendrier est là. L’ancienne ne répond plus\u00a0: '
        : 'Abonnez votre calendrier à cette adresse, et vos réservations et vos événements s’y tiendront à jour\u00a0: ',
      link(address, address),
    ),
    p(
      'Elle est à vous seul·e\u00a0: qui la connaît voit ce que vous avez prévu. Vous pouvez en changer à tout moment.',
    ),
    renewButton,
  );

/** Without a public address there is nothing that a calendar could reach. */
export const noFeedReply = (): Reply =>
  say(
    'info',
    p(
      'L’abonnement de calendrier demande que Mijote ait une adresse publique, et elle n’est pas réglée\u00a0: l’administration du lieu peut donner ',
      code('PUBLIC_URL'),
      '.',
    ),
    p('D’ici là, ajoutez vos réservations une à une, depuis ', code('/reservations'), '.'),
  );
