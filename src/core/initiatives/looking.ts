// What the team reads of initiatives: one with its history, a list, a search, those that another may be.
import { fail, ok, type Result } from '../../kernel/result.ts';
import { initiativesOf } from '../../place/initiatives.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { likelyDuplicates } from '../synergies/duplicates-store.ts';
import { searchSheets } from '../synergies/search-store.ts';
import { type Changing, notOfVeilleuses, type Parts } from './changing.ts';
import { acquaintedWith } from './followers-store.ts';
import { nameOfMember, notesOf, stepsOf } from './history-store.ts';
import type { Dossier, Filter, Initiative, InitiativeFailure, Similar, Sketch } from './model.ts';
import { initiativesLike, initiativesWithIds } from './store.ts';

type Listed = Promise<Result<{ readonly all: readonly Initiative[]; readonly count: number }, PeopleFailure>>;

export interface LookingRoom {
  /** For the team: its history, its notes, who knows it. */
  dossier(actor: Actor, number: number): Promise<Result<Dossier, InitiativeFailure | PeopleFailure>>;
  list(actor: Actor, filter: Filter): Listed;
  search(actor: Actor, words: string): Listed;
  /** Those that it may be, the likeliest first. */
  similar(actor: Actor, sketch: Sketch): Promise<readonly Similar[]>;
}

const MOST = 50;
const MOST_SIMILAR = 3;

export const createLooking = ({ db, clock }: Parts, { placeOf, find }: Changing): LookingRoom => {
  const looked = async (actor: Actor, one: Initiative): Promise<Dossier> => ({
    initiative: one,
    owner: await nameOfMember(db.prisma, one.ownerId),
    steps: await stepsOf(db.prisma, one.id),
    notes: await notesOf(db.prisma, one.id),
    acquainted: await acquaintedWith(db.prisma, one.id, {
      placeId: actor.placeId,
      number: one.number,
      actorId: actor.memberId,
      now: clock.now(),
    }),
  });

  return {
    dossier: async (actor, number) => {
      const refused = notOfVeilleuses(actor);
      if (refused) return fail(refused);
      const one = await find(actor, number);
      return one.ok ? ok(await looked(actor, one.value)) : one;
    },

    list: async (actor, filter) => {
      const refused = notOfVeilleuses(actor);
      return refused ? fail(refused) : ok(await initiativesLike(db.prisma, actor.placeId, filter, MOST));
    },

    search: async (actor, words) => {
      const refused = notOfVeilleuses(actor);
      if (refused) return fail(refused);
      const place = placeOf(actor);
      const vocabulary = { rules: initiativesOf(place), districts: place.districts ?? [] };
      const asked = { words, kind: 'initiative', audience: 'team', vocabulary, most: MOST } as const;
      const sheets = await searchSheets(db.prisma, place.id, asked);
      const all = await initiativesWithIds(
        db.prisma,
        place.id,
        sheets.map(({ id }) => id),
      );
      return ok({ all, count: all.length });
    },

    similar: async (actor, sketch) => {
      const { synonyms } = initiativesOf(placeOf(actor));
      const likely = await likelyDuplicates(db.prisma, actor.placeId, { ...sketch, synonyms });
      return likely.slice(0, MOST_SIMILAR).map(({ number, title }) => ({ number, title }));
    },
  };
};
