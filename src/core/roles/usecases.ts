// Giving roles and taking them back. Whoever administers the workspace holds « admin » without its being written.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import { grantRole } from '../people/store.ts';
import type { GivenRole, NamedMember, Namesakes, RoleOfPerson, RolesFailure } from './model.ts';
import { bearersOf, mayGive } from './rules.ts';
import { memberOfNumber, membersOf, withdrawRole } from './store.ts';

type Outcome = Result<RoleOfPerson | Namesakes, RolesFailure | PeopleFailure>;

export interface RolesRoom {
  /** Whoever holds a role beyond « membre », by name. */
  holders(actor: Actor): Promise<Result<readonly NamedMember[], PeopleFailure>>;
  /** By name, by a mention of their account, or by their number. Several may bear that name. */
  person(actor: Actor, typed: string): Promise<Outcome>;
  give(actor: Actor, typed: string, role: GivenRole): Promise<Outcome>;
  withdraw(actor: Actor, typed: string, role: GivenRole): Promise<Outcome>;
}

export const createRoles = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): RolesRoom => {
  const person: RolesRoom['person'] = async (actor, typed) => {
    const refused = notOfStaff(actor);
    if (refused) return fail(refused);
    const { placeId } = actor;
    const number = /^\W*(\d+)\W*$/.exec(typed)?.[1];
    const numbered = number === undefined ? undefined : await memberOfNumber(db, placeId, number);
    if (numbered) return ok({ kind: 'person', person: numbered });
    const people = bearersOf(await membersOf(db, placeId), typed);
    const [only] = people;
    if (!only) return fail({ code: 'people.unknown_person', typed });
    return people.length === 1 ? ok({ kind: 'person', person: only }) : ok({ kind: 'namesakes', people });
  };

  const changing =
    (write: (memberId: number, role: GivenRole, by: number) => Promise<unknown>) =>
    async (actor: Actor, typed: string, role: GivenRole): Promise<Outcome> => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      if (!mayGive(actor, role)) return fail({ code: 'people.not_yours_to_give', role });
      const found = await person(actor, typed);
      if (!found.ok || found.value.kind === 'namesakes') return found;
      const { memberId } = found.value.person;
      await write(memberId, role, actor.memberId);
      return person(actor, String(memberId));
    };

  return {
    holders: async (actor) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      const holding = (await membersOf(db, actor.placeId)).filter(({ roles }) => roles.length > 0);
      return ok(holding.sort((a, b) => a.name.localeCompare(b.name, 'fr')));
    },
    person,
    give: changing((memberId, role, by) => grantRole(db, { memberId, role, by, at: clock.now() })),
    withdraw: changing((memberId, role, by) => withdrawRole(db, { memberId, role, by, at: clock.now() })),
  };
};
