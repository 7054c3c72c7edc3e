import type { Database } from '../../db/open.ts';
import type { Actor } from '../people/model.ts';
import type { JournalEntry } from './model.ts';
import { lastEntries } from './store.ts';

export interface JournalRoom {
  /** The last ones first. */
  last(actor: Actor): Promise<readonly JournalEntry[]>;
}

const SHOWN = 20;

export const createJournal = ({ db }: { readonly db: Database }): JournalRoom => ({
  last: ({ placeId }) => lastEntries(db.prisma, placeId, SHOWN),
});
