// What is out of order, and what works again.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import type { Breakdown } from './model.ts';
import { breakdownsFrom, endMaintenance } from './store.ts';

export interface EquipmentRoom {
  /** What is out of order, or will be, by start. */
  outOfOrder(actor: Actor): Promise<readonly Breakdown[]>;
  repaired(actor: Actor, id: number): Promise<Result<true, PeopleFailure | { readonly code: 'equipment.not_found' }>>;
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
  repaired: async (actor, id) => {
    const refused = notOfStaff(actor);
    if (refused) return fail(refused);
    const doer = { placeId: actor.placeId, actorId: actor.memberId, at: clock.now() };
    return (await endMaintenance(db.prisma, id, doer)) ? ok(true) : fail({ code: 'equipment.not_found' });
  },
});
