// Who may do what.
import type { Role } from '../../place/model.ts';
import type { Actor, PeopleFailure } from './model.ts';

/** Everyone is a member; the staff may do what partners may; the administration may do everything. */
export const holds = ({ roles }: Pick<Actor, 'roles'>, role: Role): boolean =>
  role === 'membre' || roles.has(role) || roles.has('admin') || (role === 'partenaire' && roles.has('animation'));

/** Why they may not do what is the staff's; undefined: they may. */
export const notOfStaff = (actor: Pick<Actor, 'roles'>): PeopleFailure | undefined =>
  holds(actor, 'animation') ? undefined : { code: 'people.not_allowed', needed: 'animation' };
