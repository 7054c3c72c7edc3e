import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { cancelledLosses } from '../agenda/losses.ts';
import { cancelEvents } from '../agenda/writing.ts';
import type { Effect } from '../impact/effect.ts';
import type { StaffAct } from '../impact/model.ts';
import { closingClaims } from '../ledger/rules.ts';
import { holdersOf } from '../ledger/store.ts';
import { displace, insertClosure, markTakenBy } from './store.ts';

/** Closing spaces, and what is inside them: what was there goes, events too, and the closure stands. */
export const closingEffect = (place: Place, act: Extract<StaffAct, { readonly act: 'close' }>): Effect => {
  const [start, end] = [Temporal.Instant.from(act.start), Temporal.Instant.from(act.end)];
  const claims = closingClaims(place, act.spaceKeys, { start, end });
  return {
    claims,
    takes: { as: 'closure', claims },
    end,
    after: place,
    toll: async (db) => {
      const holders = await holdersOf(db, place.id, claims);
      const heldAs = (wanted: string) => holders.flatMap(({ kind, sourceId }) => (kind === wanted ? [sourceId] : []));
      const closureIds = heldAs('closure');
      if (closureIds.length > 0) return fail({ code: 'closure.already_closed', closureIds });
      const events = await cancelledLosses(db, place, heldAs('event'));
      return ok({
        bookings: heldAs('booking').map((bookingId) => ({ bookingId, loses: 'booking' as const })),
        events,
        occurrences: undefined,
      });
    },
    write: async (db, { bookings, events }, doer) => {
      await cancelEvents(
        db,
        events.map(({ event }) => event.id),
        act.reason,
        doer,
      );
      await displace(db, await holdersOf(db, place.id, claims), doer, act.reason);
      const closureId = await insertClosure(db, { ...act, start, end }, claims, doer);
      await markTakenBy(
        db,
        closureId,
        bookings.map(({ bookingId }) => bookingId),
      );
      return closureId;
    },
  };
};
