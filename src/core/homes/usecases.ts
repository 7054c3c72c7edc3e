// Which pages stand where, and which are no longer true: what changes something of someone's says so in its own transaction
// (prisma/migrations/0019_homes). A page is only a view: one whose change was lost with its process is true again when it is
// opened, or at the next change.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { HomeAt } from './model.ts';
import { forgetHome, forgetHomesBefore, moveAgain, shownIn, takeMoved, writeOpened, writeShown } from './store.ts';

export interface HomesRoom {
  opened(at: HomeAt): Promise<void>;
  /** The platform's mark of what it shows; undefined: it shows nothing yet. */
  shown(at: HomeAt): Promise<string | undefined>;
  keep(at: HomeAt, shown: string): Promise<void>;
  /** There is no such page any more. */
  forget(at: HomeAt): Promise<void>;
  /** Those that nobody opened for two months: they say who someone is. */
  forgetUnopened(placeId: string): Promise<void>;
  /** Those of that place whose person had something changed, on these platforms. Each is given once, to one instance. */
  moved(placeId: string, platforms: readonly string[]): Promise<readonly HomeAt[]>;
  /** It could not be written now. */
  later(at: HomeAt): Promise<void>;
}

/** Whoever opens theirs after that is new to it. */
const KEPT_FOR = { hours: 24 * 60 } as const;

export const createHomes = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): HomesRoom => ({
  opened: (at) => writeOpened(db.prisma, at, clock.now()),
  shown: (at) => shownIn(db.prisma, at),
  keep: (at, shown) => writeShown(db.prisma, at, shown),
  forget: (at) => forgetHome(db.prisma, at),
  forgetUnopened: (placeId) => forgetHomesBefore(db.prisma, placeId, clock.now().subtract(KEPT_FOR)),
  moved: (placeId, platforms) => takeMoved(db.prisma, placeId, platforms),
  later: (at) => moveAgain(db.prisma, at),
});
