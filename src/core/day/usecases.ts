// A day of the place: with names for its staff, who are known to have looked; without any for its door.
import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { NamedBooking } from '../impact/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import { bookingsDuring, noteLook, placeOfSecret, posterSecret } from './store.ts';

export interface DayRoom {
  /** Who is expected, by start; that the actor looked is written down. */
  expected(actor: Actor, date: Temporal.PlainDate): Promise<Result<readonly NamedBooking[], PeopleFailure>>;
  /** At which the door shows the day; undefined when the house has no public address. */
  posterAddress(actor: Actor): Promise<Result<string | undefined, PeopleFailure>>;
  /** Whose door that address is; undefined when it is nobody's. */
  posterOf(secret: string): Promise<{ readonly place: Place; readonly visitor: Actor } | undefined>;
  /** Whoever stands at the door: nothing of what they see is theirs. */
  visitor(place: Place): Actor;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly publicUrl: string | undefined;
}

const BYTES = 24;

export const createDay = ({ db, clock, places, publicUrl }: Parts): DayRoom => {
  const visitor = ({ id }: Place): Actor => ({ memberId: 0, placeId: id, roles: new Set(['membre']) });
  return {
    visitor,

    expected: async (actor, date) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      const { placeId, memberId } = actor;
      const timeZone = places.get(placeId)?.timeZone;
      if (timeZone === undefined) return ok([]);
      const start = date.toZonedDateTime(timeZone).toInstant();
      const end = date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
      await noteLook(db.prisma, { placeId, memberId, date, now: clock.now() });
      return ok(await bookingsDuring(db.prisma, { placeId, timeZone }, { start, end }));
    },

    posterAddress: async (actor) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      if (publicUrl === undefined) return ok(undefined);
      const { placeId } = actor;
      const secret = await posterSecret(db.prisma, placeId, randomBytes(BYTES).toString('base64url'), clock.now());
      return ok(`${publicUrl}/affiche/${secret}`);
    },

    posterOf: async (secret) => {
      const id = await placeOfSecret(db.prisma, secret);
      const place = id === undefined ? undefined : places.get(id);
      return place && { place, visitor: visitor(place) };
    },
  };
};
