// Closing spaces, and opening them again: each in one transaction, so that nobody comes in between.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { cancelEvents } from '../agenda/writing.ts';
import type { Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { holdersOf, lockResources } from '../ledger/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import { closingEffect } from './effect.ts';
import type { Closing, ClosingFailure, Closure, ClosureRequest, Lifted } from './model.ts';
import { type Act, closuresFrom, displace, insertClosure, liftClosure, markTakenBy, takenByClosure } from './store.ts';

interface Doing {
  readonly actorId: number | undefined;
  readonly now: Temporal.Instant;
}

const actAt = (place: Place, { actorId, now }: Doing): Act => ({ placeId: place.id, actorId, at: now });

/** Closes the spaces and what is inside them. Nobody can come in between what it displaces and what it takes. */
export const closeSpaces = (
  db: Database,
  place: Place,
  request: ClosureRequest,
  doing: Doing,
): Promise<Result<Closing, ClosingFailure>> => {
  const { claims } = closingEffect(place, {
    act: 'close',
    ...request,
    start: request.start.toString(),
    end: request.end.toString(),
  });
  const act = actAt(place, doing);
  // Spaces first, then bookings: whoever changes or cancels one locks in the same order, so that nobody waits in a ring.
  return retrying(() =>
    db.prisma.$transaction(async (tx) => {
      await lockResources(tx, place.id, claims);
      const holders = await holdersOf(tx, place.id, claims);
      const closureIds = holders.filter(({ kind }) => kind === 'closure').map(({ sourceId }) => sourceId);
      if (closureIds.length > 0) return fail({ code: 'closure.already_closed', closureIds });
      const eventIds = holders.flatMap(({ kind, sourceId }) => (kind === 'event' ? [sourceId] : []));
      await cancelEvents(tx, eventIds, request.reason, act);
      await displace(tx, holders, act, request.reason);
      const closureId = await insertClosure(tx, request, claims, act);
      const bookingIds = holders.flatMap(({ kind, sourceId }) => (kind === 'booking' ? [sourceId] : []));
      await markTakenBy(tx, closureId, bookingIds);
      return ok({ closureId, displaced: holders });
    }),
  );
};

/** What it displaced does not come back by itself, but its people are told. False when it was lifted before. */
export const lift = (db: Database, place: Place, closureId: number, doing: Doing): Promise<Lifted | false> => {
  const act = actAt(place, doing);
  return retrying(() =>
    db.prisma.$transaction(async (tx) => {
      if (!(await liftClosure(tx, closureId, act))) return false;
      const taken = await takenByClosure(tx, closureId, act);
      const planned = taken.map(
        ({ id, memberId, start }): Planned => ({
          placeId: place.id,
          key: `booking ${id} possible again, closure ${closureId}`,
          to: { memberId },
          kind: 'booking.possible_again',
          subjectId: id,
          due: outOfQuietHours(doing.now, place),
          expiresAt: start,
        }),
      );
      await insertPlanned(tx, planned, doing.now);
      return { told: taken.length };
    }),
  );
};

export interface ClosuresRoom {
  /** Those that stand and are not over, by start. */
  toCome(actor: Actor): Promise<readonly Closure[]>;
  lift(
    actor: Actor,
    closureId: number,
  ): Promise<Result<Lifted, PeopleFailure | { readonly code: 'closure.not_found' }>>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

export const createClosures = ({ db, clock, places }: Parts): ClosuresRoom => ({
  toCome: ({ placeId }) => closuresFrom(db.prisma, placeId, clock.now()),
  lift: async (actor, closureId) => {
    const refused = notOfStaff(actor);
    if (refused) return fail(refused);
    const { placeId, memberId } = actor;
    const place = places.get(placeId);
    const lifted = place && (await lift(db, place, closureId, { actorId: memberId, now: clock.now() }));
    return lifted ? ok(lifted) : fail({ code: 'closure.not_found' });
  },
});
