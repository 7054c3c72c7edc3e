// An initiative that becomes a project: its sheet is filled with what was noted of it, and its thread is kept on both sides.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import { happens } from '../initiatives/happening.ts';
import type { Initiative } from '../initiatives/model.ts';
import { nextNumber } from '../initiatives/numbering-store.ts';
import { initiativeNumbered, lock, writeInitiative } from '../initiatives/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Project, ProjectFacts, ProjectFailure } from './model.ts';
import { insertProject, projectFrom, projectNumbered } from './store.ts';

export interface Become {
  readonly project: Project;
  /** False: it had become one already. */
  readonly isNew: boolean;
}

type Outcome = Promise<Result<Become, ProjectFailure | PeopleFailure>>;

const factsOf = ({ title, summary, theme, stage, district, needs, offers }: Initiative): ProjectFacts => ({
  name: title,
  pitch: summary,
  theme,
  stage,
  form: undefined,
  district,
  needs,
  offers,
});

export const createBecoming =
  ({ db, clock }: { readonly db: Database; readonly clock: Clock }) =>
  async (actor: Actor, initiativeNumber: number, requestId: string): Outcome => {
    if (!holds(actor, 'veilleuse')) return fail({ code: 'people.not_allowed', needed: 'veilleuse' });
    const { placeId, memberId: authorId } = actor;
    return db.prisma.$transaction(async (tx): Outcome => {
      const named = await initiativeNumbered(tx, placeId, initiativeNumber);
      if (!named) return fail({ code: 'project.no_initiative' });
      await lock(tx, [named.id]);
      const seen = (await initiativeNumbered(tx, placeId, initiativeNumber)) ?? named;
      // Merged: the other answers for it.
      const initiative =
        seen.mergedInto === undefined ? seen : ((await initiativeNumbered(tx, placeId, seen.mergedInto)) ?? seen);
      if (initiative.id !== seen.id) await lock(tx, [initiative.id]);
      const known = await projectFrom(tx, placeId, initiative.id);
      if (known) return ok({ project: known, isNew: false });
      const now = clock.now();
      const number = await nextNumber(tx, placeId, 'project');
      // The team knew of the initiative; nobody else is told more than they were.
      const making = { placeId, number, ownerId: authorId, visibility: 'team', initiativeId: initiative.id } as const;
      await insertProject(tx, factsOf(initiative), { ...making, requestId, now });
      await writeInitiative(tx, initiative.id, { ...initiative, state: 'became_project' }, now);
      const step = { placeId, number: initiative.number, authorId, now } as const;
      await happens(tx, initiative.id, { ...step, kind: 'state', detail: 'became_project' });
      const project = await projectNumbered(tx, placeId, number);
      if (!project) throw new Error(`project ${number} was written, and is not there`);
      return ok({ project, isNew: true });
    });
  };
