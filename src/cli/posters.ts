// The poster of a place's door, of today, as the web server shows it.
import type { Core } from '../core/core.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
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
      const page = posterHtml({ place, date, boards, now, reloadsEverySeconds: RELOADS_EVERY_SECONDS });
      return { page, style: POSTER_STYLE };
    } catch (err) {
      log.error({ err }, 'a poster could not be drawn');
      throw err;
    }
  };
