import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import type { JournalEntry } from './model.ts';
import { lastEntries } from './store.ts';

export interface JournalRoom {
  /** The last ones first. */
  last(actor: Actor): Promise<Result<readonly JournalEntry[], PeopleFailure>>;
}

const SHOWN = 20;

export const createJournal = ({ db }: { readonly db: Database }): JournalRoom => ({
  last: async (actor) => {
    const refused = notOfStaff(actor);
    return refused ? fail(refused) : ok(await lastEntries(db.prisma, actor.placeId, SHOWN));
  },
});
