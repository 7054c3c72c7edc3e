// What the secret addresses of the web server show: a person's calendar, and the poster of a place's door.
import type { Core } from '../core/core.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import { feedName } from '../messages/calendar.fr.ts';
import { personalCalendar } from '../messages/event-calendar.fr.ts';
import { POSTER_STYLE, posterHtml } from '../pictures/poster.ts';

const RELOADS_EVERY_SECONDS = 60;

export const postersOf =
  ({ core }: { readonly core: Core }, clock: Clock, log: Log) =>
  async (secret: string): Promise<{ readonly page: string; readonly style: string } | undefined> => {
    try {
      const door = await core.staff.day.posterOf(secret);
      if (!door) return undefined;
      const { place, visitor } = door;
      const now = clock.now().toZonedDateTimeISO(place.timeZone);
      const date = now.toPlainDate();
      const boards = await core.booking.boards(visitor, { first: date, last: date, spaceKey: undefined });
      const names = await core.names.onDay(place, date);
      const start = now.startOfDay().toInstant();
      const end = now.add({ days: 1 }).startOfDay().toInstant();
      const events = await core.agenda.between(place, { start, end });
      const page = posterHtml({ place, date, boards, names, events, now, reloadsEverySeconds: RELOADS_EVERY_SECONDS });
      return { page, style: POSTER_STYLE };
    } catch (err) {
      log.error({ err }, 'a poster could not be drawn');
      throw err;
    }
  };

export const calendarsOf =
  ({ core }: { readonly core: Core }, clock: Clock, log: Log) =>
  async (secret: string): Promise<string | undefined> => {
    try {
      const followed = await core.calendar.followed(secret);
      if (!followed) return undefined;
      const { place } = followed;
      return personalCalendar(place, followed, { stamp: clock.now(), name: feedName(place) });
    } catch (error) {
      log.error({ err: error }, 'a calendar could not be read');
      throw error;
    }
  };
