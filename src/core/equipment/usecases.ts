// What is out of order, and what works again.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import type { Breakdown } from './model.ts';
import { breakdownsFrom, endMaintenance } from './store.ts';

export interface EquipmentRoom {
  /** What is out of order, or will be, by start. */
  outOfOrder(actor: Actor): Promise<readonly Breakdown[]>;
  repaired(actor: Actor, id: number): Promise<Result<true, { readonly code: 'equipment.not_found' }>>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

export const createEquipment = ({ db, clock, places }: Parts): EquipmentRoom => ({
  outOfOrder: async ({ placeId }) => {
    const timeZone = places.get(placeId)?.timeZone;
    return timeZone === undefined ? [] : breakdownsFrom(db.prisma, { placeId, timeZone }, clock.now());
  },
  repaired: async ({ placeId, memberId }, id) =>
    (await endMaintenance(db.prisma, id, { placeId, actorId: memberId, at: clock.now() }))
      ? ok(true)
      : fail({ code: 'equipment.not_found' }),
});
