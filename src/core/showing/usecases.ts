// A place as passers-by see it, who have no account: the pages, the wall screen.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Board } from '../booking/board.ts';
import type { BoardsRoom, Days } from '../booking/boards.ts';
import { closuresFrom } from '../closures/store.ts';
import type { DayRoom } from '../day/usecases.ts';
import type { OpeningsRoom } from '../openings/usecases.ts';
import type { PlaceNow } from './model.ts';
import { opennessOf, spaceNow } from './rules.ts';
import { versionsOf } from './store.ts';

export interface ShowingRoom {
  /** Of a page: `/evenements/12`; under the place's own name where several share a house. */
  path(place: Place, page: `/${string}`): string;
  /** The same for whoever is elsewhere; undefined when the house has no public address. */
  address(place: Place, page: `/${string}`): string | undefined;
  /**
   * Moves whenever what is shown of these days, or of the agenda, may have changed by someone's act (time does the rest).
   * Learns of the hours that another instance changed.
   */
  version(place: Place, days: Days): Promise<string>;
  now(place: Place): Promise<PlaceNow>;
  /** How each space that can be booked stands. */
  boards(place: Place, days: Days): Promise<readonly Board[]>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** All that are served. */
  readonly files: readonly Place[];
  readonly publicUrl: string | undefined;
  readonly openings: OpeningsRoom;
  readonly booking: BoardsRoom;
  readonly day: Pick<DayRoom, 'visitor'>;
}

export const createShowing = ({ db, clock, files, publicUrl, openings, booking, day }: Parts): ShowingRoom => {
  const boards: ShowingRoom['boards'] = (place, days) =>
    booking.boards(day.visitor(place), { ...days, spaceKey: undefined });

  const path: ShowingRoom['path'] = ({ id }, page) => {
    if (files.length < 2) return page;
    return page === '/' ? `/${id}` : `/${id}${page}`;
  };

  return {
    path,
    address: (place, page) => (publicUrl === undefined ? undefined : `${publicUrl}${path(place, page)}`),
    boards,

    version: async (place, { first, last }) => {
      const span = {
        start: first.toZonedDateTime(place.timeZone).toInstant(),
        end: last.add({ days: 1 }).toZonedDateTime(place.timeZone).toInstant(),
      };
      const keys = place.spaces.map(({ key }) => key);
      const versions = await versionsOf(db.direct, place.id, keys, span);
      await openings.refresh(place.id, versions.openings);
      return `${versions.agenda} ${versions.openings} ${versions.taken}`;
    },

    now: async (given) => {
      const place = openings.current(given);
      const now = clock.now().toZonedDateTimeISO(place.timeZone);
      const today = now.toPlainDate();
      const [all, closures] = await Promise.all([
        boards(place, { first: today, last: today }),
        closuresFrom(db.prisma, place.id, now.toInstant()),
      ]);
      return {
        now,
        openness: opennessOf(place, closures, now),
        spaces: all.map((board) => spaceNow(board, now)),
        boards: all,
        closures,
      };
    },
  };
};
