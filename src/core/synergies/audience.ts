// With whose eyes someone looks at residents' initiatives and at others' projects. Pure.
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Audience } from './model.ts';

/** Those who look after them: the staff and the veilleuses. */
export const isTeam = (actor: Pick<Actor, 'roles'>): boolean => holds(actor, 'veilleuse') || holds(actor, 'animation');

export const audienceOf = (actor: Pick<Actor, 'roles'>): Audience => (isTeam(actor) ? 'team' : 'members');
