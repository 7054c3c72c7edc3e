// Closing spaces: what was there goes and the closure stands, in one transaction.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { closingClaims } from '../ledger/rules.ts';
import { holdersOf, lockResources } from '../ledger/store.ts';
import type { Closing, ClosingFailure, ClosureRequest } from './model.ts';
import { type Act, displace, insertClosure, liftClosure } from './store.ts';

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
  const claims = closingClaims(place, request.spaceKeys, request);
  const act = actAt(place, doing);
  // Spaces first, then bookings: whoever changes or cancels one locks in the same order, so that nobody waits in a ring.
  return retrying(() =>
    db.prisma.$transaction(async (tx) => {
      await lockResources(tx, place.id, claims);
      const holders = await holdersOf(tx, place.id, claims);
      const closureIds = holders.filter(({ kind }) => kind === 'closure').map(({ sourceId }) => sourceId);
      if (closureIds.length > 0) return fail({ code: 'closure.already_closed', closureIds });
      await displace(tx, holders, act, request.reason);
      return ok({ closureId: await insertClosure(tx, request, claims, act), displaced: holders });
    }),
  );
};

/** What it displaced does not come back by itself. False when there is no such closure, or it was lifted before. */
export const lift = (db: Database, place: Place, closureId: number, doing: Doing): Promise<boolean> =>
  liftClosure(db.prisma, closureId, actAt(place, doing));
