import { fail, ok } from '../../kernel/result.ts';
import { type Place, spaceOf } from '../../place/model.ts';
import { type Effect, tollOf } from '../impact/effect.ts';
import type { StaffAct } from '../impact/model.ts';
import { equipmentClaims, equipmentResource } from '../ledger/rules.ts';
import { occupancy } from '../ledger/store.ts';
import { bookingsToLeave } from './rules.ts';
import { insertMaintenance, takeFromBookings } from './store.ts';

/** Equipment out of order: of those who had some of it, the last to have asked keep their seat without it. */
export const breakingEffect = (place: Place, act: Extract<StaffAct, { readonly act: 'break' }>): Effect => {
  const { spaceKey, equipmentKey, units, reason } = act;
  const interval = { start: Temporal.Instant.from(act.start), end: Temporal.Instant.from(act.end) };
  const resourceKey = equipmentResource(spaceKey, equipmentKey);
  const owned = spaceOf(place, spaceKey)?.equipment.find(({ key }) => key === equipmentKey)?.count ?? 0;
  const claims = equipmentClaims(place, resourceKey, units, interval);
  return {
    claims,
    end: interval.end,
    after: place,
    takes: { as: 'maintenance', claims },
    toll: async (db) => {
      const rows = await occupancy(db, place.id, [resourceKey], interval);
      const leaving = bookingsToLeave(rows, interval, { units, owned });
      if (!leaving) return fail({ code: 'equipment.too_many', units, owned });
      return ok(tollOf(leaving.map((bookingId) => ({ bookingId, loses: 'equipment' as const }))));
    },
    write: async (db, { bookings }, doer) => {
      await takeFromBookings(
        db,
        resourceKey,
        bookings.map(({ bookingId }) => bookingId),
        doer,
      );
      return insertMaintenance(db, { resourceKey, units, ...interval, reason }, claims, doer);
    },
  };
};
