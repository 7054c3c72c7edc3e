// People without an account, for whom the staff books: their names are kept no longer than they are of use.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import { forgetNames } from './store.ts';

export interface GuestsRoom {
  /** Forgets the names of those whose booking is long over. Returns how many. */
  forget(placeId: string): Promise<number>;
}

/** Long enough to answer « who was there last week ». */
const KEPT_FOR = { hours: 24 * 30 } as const;

export const createGuests = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): GuestsRoom => ({
  forget: (placeId) => forgetNames(db.prisma, placeId, clock.now().subtract(KEPT_FOR)),
});
