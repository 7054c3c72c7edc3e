// The hours of each place as they are now: its file, and the openings that the staff added. Every room reads places from
// here; an instance learns of another's openings with the next person who speaks.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import { type ExtraOpening, withOpenings } from '../../place/extra-openings.ts';
import { type Place, spaceOf } from '../../place/model.ts';
import { openIntervals } from '../../place/opening.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import type { Opening, OpeningFailure, OpeningRequest } from './model.ts';
import { insertOpening, openingsFrom, openingsRevision } from './store.ts';

export interface OpeningsRoom {
  /** The place with its hours of now; one that is not served is given back. */
  current(place: Place): Place;
  /** By id, as they are now: the map itself changes. */
  readonly places: ReadonlyMap<string, Place>;
  /** Reads the openings of a place again, unless they are those of that revision already. */
  refresh(placeId: string, revision?: number): Promise<void>;
  open(actor: Actor, request: OpeningRequest): Promise<Result<Opening, OpeningFailure | PeopleFailure>>;
  /** Those to come, by start. */
  toCome(actor: Actor): Promise<readonly Opening[]>;
}

/** Of one local day: the end of the day is its last minute. */
export const extraOf = ({ spaceKey, start, end, reason }: OpeningRequest): ExtraOpening => {
  const sameDay = end.toPlainDate().equals(start.toPlainDate());
  return {
    spaceKey,
    date: start.toPlainDate(),
    hours: { start: start.toPlainTime(), end: sameDay ? end.toPlainTime() : Temporal.PlainTime.from('23:59') },
    reason,
  };
};

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** As their files say. */
  readonly files: readonly Place[];
}

const { compare } = Temporal.ZonedDateTime;

const isOneDay = ({ start, end }: OpeningRequest): boolean =>
  end.subtract({ nanoseconds: 1 }).toPlainDate().equals(start.toPlainDate());

export const createOpenings = ({ db, clock, files }: Parts): OpeningsRoom => {
  const places = new Map(files.map((place) => [place.id, place]));
  const revisions = new Map<string, number>();

  const refresh: OpeningsRoom['refresh'] = async (placeId, revision) => {
    const file = files.find(({ id }) => id === placeId);
    if (!file || (revision !== undefined && revisions.get(placeId) === revision)) return;
    // The revision first: an opening made in between is then read again, not missed.
    const read = await openingsRevision(db.direct, placeId);
    const today = clock.now().toZonedDateTimeISO(file.timeZone).startOfDay().toInstant();
    const openings = await openingsFrom(db.direct, { placeId, timeZone: file.timeZone }, today);
    places.set(placeId, withOpenings(file, openings.map(extraOf)));
    revisions.set(placeId, read);
  };

  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  return {
    current: (place) => places.get(place.id) ?? place,
    places,
    refresh,

    open: async (actor, request) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      const place = placeOf(actor);
      if (!isOneDay(request)) return fail({ code: 'opening.several_days' });
      if (compare(request.end, clock.now().toZonedDateTimeISO(place.timeZone)) <= 0)
        return fail({ code: 'opening.past' });
      const space = request.spaceKey === undefined ? undefined : spaceOf(place, request.spaceKey);
      const isOpen = openIntervals(place, space, request.start.toPlainDate()).some(
        ({ start, end }) => compare(start, request.start) <= 0 && compare(request.end, end) <= 0,
      );
      if (isOpen) return fail({ code: 'opening.already_open' });
      const id = await insertOpening(db.prisma, request, {
        placeId: place.id,
        actorId: actor.memberId,
        at: clock.now(),
      });
      await refresh(place.id);
      return ok({ ...request, id });
    },

    toCome: async (actor) => {
      const { id: placeId, timeZone } = placeOf(actor);
      const openings = await openingsFrom(db.prisma, { placeId, timeZone }, clock.now());
      return [...openings].sort((a, b) => compare(a.start, b.start));
    },
  };
};
