// What veilleuses do with an initiative.
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import type { Namesakes, RolesFailure } from '../roles/model.ts';
import { bearersOf } from '../roles/rules.ts';
import { membersOf } from '../roles/store.ts';
import { type Changing, notOfVeilleuses, type Outcome, type Parts } from './changing.ts';
import { insertNote } from './history-store.ts';
import type { Answered, Initiative, InitiativeFailure, InitiativeState, Sketch } from './model.ts';
import { answered, isKnown } from './rules.ts';
import { newsPlanned } from './telling.ts';

export interface ActsRoom {
  /** What is said already is taken back. */
  answer(actor: Actor, number: number, said: Answered): Outcome;
  rewrite(actor: Actor, number: number, changes: Partial<Pick<Sketch, 'title' | 'summary' | 'people'>>): Outcome;
  setState(actor: Actor, number: number, state: InitiativeState): Outcome;
  addNote(actor: Actor, number: number, words: string): Outcome;
  /** Nothing has changed, and someone knows it. */
  hasNews(actor: Actor, number: number): Outcome;
  handOver(
    actor: Actor,
    number: number,
    typed: string,
  ): Promise<Result<Initiative | Namesakes, InitiativeFailure | PeopleFailure | RolesFailure>>;
  /** The first is then in the second. */
  merge(actor: Actor, number: number, into: number): Outcome;
}

export const createActs = ({ db, clock }: Parts, { placeOf, find, changing, mergeIn }: Changing): ActsRoom => ({
  answer: async (actor, number, said) => {
    if (!isKnown(placeOf(actor), said)) return fail({ code: 'initiative.unknown_code' });
    return changing(actor, number, (one) => ({
      kind: 'changed',
      detail: said.field,
      changed: answered(placeOf(actor), one, said),
    }));
  },

  rewrite: (actor, number, changes) =>
    changing(actor, number, () => ({ kind: 'changed', detail: 'words', changed: changes })),

  setState: (actor, number, state) =>
    changing(actor, number, (one) =>
      one.state === state ? undefined : { kind: 'state', detail: state, changed: { state } },
    ),

  addNote: (actor, number, words) =>
    changing(actor, number, async ({ id }, tx) => {
      await insertNote(tx, id, { authorId: actor.memberId, words, now: clock.now() });
      return { kind: 'news' };
    }),

  hasNews: (actor, number) => changing(actor, number, () => ({ kind: 'news' })),

  handOver: async (actor, number, typed) => {
    const refused = notOfVeilleuses(actor);
    if (refused) return fail(refused);
    const members = await membersOf(db, actor.placeId);
    const digits = /^\W*(\d+)\W*$/.exec(typed)?.[1];
    const numbered = members.filter(({ memberId }) => String(memberId) === digits);
    const people = numbered.length > 0 ? numbered : bearersOf(members, typed);
    const [person] = people;
    if (!person) return fail({ code: 'people.unknown_person', typed });
    if (people.length > 1) return ok({ kind: 'namesakes', people });
    const { memberId, name, roles } = person;
    if (!roles.includes('veilleuse') && !roles.includes('admin'))
      return fail({ code: 'initiative.not_a_veilleuse', name });
    return changing(actor, number, (one) =>
      one.ownerId === memberId
        ? undefined
        : {
            kind: 'handed',
            detail: String(memberId),
            changed: { ownerId: memberId },
            planned: [
              newsPlanned(actor.placeId, one, {
                memberId,
                kind: 'initiative.handed',
                now: clock.now(),
                mark: String(one.version),
              }),
            ],
          },
    );
  },

  merge: async (actor, number, into) => {
    const refused = notOfVeilleuses(actor);
    if (refused) return fail(refused);
    const [first, second] = [await find(actor, number), await find(actor, into)];
    if (!first.ok) return first;
    if (!second.ok) return second;
    if (first.value.id === second.value.id) return fail({ code: 'initiative.itself' });
    await db.prisma.$transaction((tx) => mergeIn(tx, actor, number, into));
    return find(actor, into);
  },
});
