// Whoever administers the workspace or the server administers the place. The platform is asked only where a role could
// change the answer: it may cost a call.
import type { Actor } from '../core/people/model.ts';
import { holds } from '../core/people/rules.ts';
import { refuse } from '../messages/failures.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Command } from './command.ts';
import type { Draft } from './draft.ts';
import type { Person } from './invocation.ts';

const rolesMatter = ({ access, answersByRole, options }: Command, { context, values }: Draft): boolean => {
  const policy = context.space && context.space.use.by !== 'lease' ? context.space.use.policy : undefined;
  const spaceAsks = policy !== undefined && (policy.whoMayBook !== 'membre' || policy.approval !== undefined);
  const forGuest = Object.entries(options).some(([name, { kind }]) => kind === 'guest' && values[name] !== undefined);
  return access !== 'membre' || answersByRole || spaceAsks || forGuest;
};

export const administering = async (actor: Actor, person: Person, command: Command, draft: Draft): Promise<Actor> =>
  rolesMatter(command, draft) && !actor.roles.has('admin') && (await person.isWorkspaceAdmin())
    ? { ...actor, roles: new Set([...actor.roles, 'admin' as const]) }
    : actor;

/** Undefined: they may use it. */
export const refusedTo = (actor: Actor, { access }: Command, place: Place): Reply | undefined =>
  holds(actor, access) ? undefined : refuse({ code: 'people.not_allowed', needed: access }, place);
