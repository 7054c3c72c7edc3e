// Seeing how spaces stand over several days: a week, a month.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place, SpaceKey } from '../../place/model.ts';
import { resourcesOf } from '../ledger/rules.ts';
import { occupancy } from '../ledger/store.ts';
import type { Actor } from '../people/model.ts';
import { type Board, boardOf } from './board.ts';
import { takenIn } from './free.ts';
import { bookingsFrom } from './store.ts';

export interface Days {
  readonly first: Temporal.PlainDate;
  /** Included. */
  readonly last: Temporal.PlainDate;
}

export interface BoardsRoom {
  /** One for each space that can be booked, or for the one that is named; none for a space let by lease. */
  boards(actor: Actor, question: Days & { readonly spaceKey: SpaceKey | undefined }): Promise<readonly Board[]>;
}

export interface BoardsParts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

const datesOf = ({ first, last }: Days): readonly Temporal.PlainDate[] =>
  Array.from({ length: Math.max(0, first.until(last).days + 1) }, (_, ahead) => first.add({ days: ahead }));

export const createBoards = ({ db, places, clock }: BoardsParts): BoardsRoom => ({
  boards: async ({ placeId, memberId }, { spaceKey, ...days }) => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    const { timeZone } = place;
    const spaces = place.spaces.filter(
      ({ key, use }) => use.by !== 'lease' && (spaceKey === undefined || key === spaceKey),
    );
    if (spaces.length === 0) return [];
    const start = days.first.toZonedDateTime(timeZone).toInstant();
    // A day more on both sides: what is held just outside may need time before or after.
    const around = {
      start: days.first.subtract({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
      end: days.last.add({ days: 2 }).toZonedDateTime(timeZone).toInstant(),
    };
    const keys = resourcesOf(place).flatMap(({ key, kind }) => (kind === 'space' ? [key] : []));
    const [rows, own] = await Promise.all([
      occupancy(db.direct, placeId, keys, around),
      bookingsFrom(db.prisma, { placeId, timeZone }, memberId, start),
    ]);
    const viewed = { taken: takenIn(place, rows), own, now: clock.now().toZonedDateTimeISO(timeZone) };
    const dates = datesOf(days);
    return spaces.map((space) => boardOf(place, space, dates, viewed));
  },
});
