// Who sees a project, and what its codes may be. Pure.
import { type CodedPlace, codeFields, codesOf } from '../../place/sheet-codes.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Audience } from '../synergies/model.ts';
import type { CodeAnswer, Project, ProjectFacts, Visibility } from './model.ts';

/** Those who look after residents' initiatives: the staff and the veilleuses. */
export const isTeam = (actor: Pick<Actor, 'roles'>): boolean => holds(actor, 'veilleuse') || holds(actor, 'animation');

/** With whose eyes they look at what others may be told of. */
export const audienceOf = (actor: Pick<Actor, 'roles'>): Audience => (isTeam(actor) ? 'team' : 'members');

/** Of others' projects. */
export const shownTo = (actor: Pick<Actor, 'roles'>): readonly Visibility[] =>
  isTeam(actor) ? ['team', 'members'] : ['members'];

/** As far as its owner chose; one that is archived is its owner's alone. */
export const sees = (
  actor: Pick<Actor, 'roles' | 'memberId'>,
  { ownerId, visibility, archivedAt }: Pick<Project, 'ownerId' | 'visibility' | 'archivedAt'>,
): boolean => ownerId === actor.memberId || (archivedAt === undefined && shownTo(actor).includes(visibility));

const saidIn = (facts: Partial<ProjectFacts>): readonly CodeAnswer[] =>
  codeFields.flatMap((field) => [facts[field] ?? []].flat().map((key) => ({ field, key })));

/** One that the place has no more may come from an old button, or be forged. */
export const areKnown = (place: CodedPlace, facts: Partial<ProjectFacts>): boolean =>
  saidIn(facts).every(({ field, key }) => codesOf(place, field).some((each) => each.key === key));

const toggled = (keys: readonly string[], key: string): readonly string[] =>
  keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];

/** What one press changes. */
export const answered = (facts: ProjectFacts, { field, key }: CodeAnswer): Partial<ProjectFacts> => {
  switch (field) {
    case 'needs':
    case 'offers':
      return { [field]: toggled(facts[field], key) };
    case 'theme':
    case 'stage':
    case 'form':
    case 'district':
      return { [field]: facts[field] === key ? undefined : key };
  }
};
