// What whoever runs the house watches of it: numbers alone.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import { deliveriesWaiting } from './store.ts';

export interface WatchRoom {
  /** Messages that wait to be said or said again, by state. */
  waiting(): Promise<Readonly<Record<string, number>>>;
}

export const createWatch = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): WatchRoom => ({
  waiting: () => deliveriesWaiting(db.direct, clock.now()),
});
