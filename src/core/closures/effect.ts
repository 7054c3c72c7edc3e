import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { Effect } from '../impact/effect.ts';
import type { StaffAct } from '../impact/model.ts';
import { closingClaims } from '../ledger/rules.ts';
import { holdersOf } from '../ledger/store.ts';
import { displace, insertClosure, markTakenBy } from './store.ts';

/** Closing spaces, and what is inside them: what was there goes, and the closure stands. */
export const closingEffect = (place: Place, act: Extract<StaffAct, { readonly act: 'close' }>): Effect => {
  const [start, end] = [Temporal.Instant.from(act.start), Temporal.Instant.from(act.end)];
  const claims = closingClaims(place, act.spaceKeys, { start, end });
  return {
    claims,
    end,
    after: place,
    losses: async (db) => {
      const holders = await holdersOf(db, place.id, claims);
      const closureIds = holders.filter(({ kind }) => kind === 'closure').map(({ sourceId }) => sourceId);
      if (closureIds.length > 0) return fail({ code: 'closure.already_closed', closureIds });
      return ok(
        holders.flatMap(({ kind, sourceId }) =>
          kind === 'booking' ? [{ bookingId: sourceId, loses: 'booking' as const }] : [],
        ),
      );
    },
    write: async (db, losses, doer) => {
      await displace(db, await holdersOf(db, place.id, claims), doer, act.reason);
      const closureId = await insertClosure(db, { ...act, start, end }, claims, doer);
      await markTakenBy(
        db,
        closureId,
        losses.map(({ bookingId }) => bookingId),
      );
      return closureId;
    },
  };
};
